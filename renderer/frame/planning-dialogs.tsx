import { lazy, Suspense, useEffect } from 'react'
import { pickWorkbook } from '#renderer/exchange/exchange.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { handleCommands } from '#renderer/workspace/commands.ts'
import { plan, usePlanning } from '#renderer/workspace/planning.ts'
import type { Planning } from '#renderer/workspace/planning.ts'

const SchedulesDialog = lazy(async () => ({ default: (await import('#renderer/schedules/schedules-dialog.tsx')).SchedulesDialog }))
const HoursDialog = lazy(async () => ({ default: (await import('#renderer/schedules/hours-dialog.tsx')).HoursDialog }))

const EnvironmentsDialog = lazy(async () => ({
  default: (await import('#renderer/environments/environments-dialog.tsx')).EnvironmentsDialog,
}))

const ForecastDialog = lazy(async () => ({ default: (await import('#renderer/forecast/forecast-dialog.tsx')).ForecastDialog }))

const MergeDialog = lazy(async () => ({ default: (await import('#renderer/merge/merge-dialog.tsx')).MergeDialog }))

const CommitmentsDialog = lazy(async () => ({ default: (await import('#renderer/purchase/commitments-dialog.tsx')).CommitmentsDialog }))

const open = (state: WorkspaceState): boolean => state.workbook !== null

/** The dialogs of planning, fetched when one is asked for. */
export function PlanningDialogs() {
  const asked = usePlanning()
  useEffect(
    () =>
      handleCommands({
        'insert.schedule': { run: () => plan({ kind: 'schedules', id: null }), enabled: open },
        'insert.commitments': { run: () => plan({ kind: 'commitments' }), enabled: open },
        'view.forecast': { run: () => plan({ kind: 'forecast' }), enabled: open },
        'file.merge': { run: () => plan({ kind: 'merge' }), enabled: open },
        'insert.environment': { run: () => plan({ kind: 'environments', id: null }), enabled: open },
      }),
    [],
  )
  useEffect(() => () => plan(null), [])
  return asked === null ? null : (
    <Suspense fallback={null}>
      <Asked planning={asked} />
    </Suspense>
  )
}

const close = () => plan(null)

function Asked({ planning }: { readonly planning: Planning }) {
  switch (planning.kind) {
    case 'schedules':
      return <SchedulesDialog first={planning.id} onClose={close} />
    case 'hours':
      return <HoursDialog row={planning.row} input={planning.input} onClose={close} />
    case 'environments':
      return <EnvironmentsDialog first={planning.id} onClose={close} />
    case 'forecast':
      return <ForecastDialog onClose={close} />
    case 'merge':
      return <Merging />
    case 'commitments':
      return <CommitmentsDialog onClose={close} />
  }
}

function Merging() {
  const document = useWorkspace((state) => state.document)
  return document === null ? null : <MergeDialog document={document} pick={pickWorkbook} onClose={close} />
}

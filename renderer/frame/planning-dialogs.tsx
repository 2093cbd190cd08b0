import { useEffect } from 'react'
import { pickWorkbook } from '#renderer/exchange/exchange.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { handleCommands } from '#renderer/workspace/commands.ts'
import { part, usePart } from '#renderer/workspace/parts.ts'
import { plan, usePlanning } from '#renderer/workspace/planning.ts'
import type { Planning } from '#renderer/workspace/planning.ts'

const schedules = part(async () => (await import('#renderer/schedules/schedules-dialog.tsx')).SchedulesDialog)
const hours = part(async () => (await import('#renderer/schedules/hours-dialog.tsx')).HoursDialog)
const environments = part(async () => (await import('#renderer/environments/environments-dialog.tsx')).EnvironmentsDialog)
const forecast = part(async () => (await import('#renderer/forecast/forecast-dialog.tsx')).ForecastDialog)
const merge = part(async () => (await import('#renderer/merge/merge-dialog.tsx')).MergeDialog)
const commitments = part(async () => (await import('#renderer/purchase/commitments-dialog.tsx')).CommitmentsDialog)

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
  return asked === null ? null : <Asked planning={asked} />
}

const close = () => plan(null)

function Asked({ planning }: { readonly planning: Planning }) {
  const { kind } = planning
  const schedulesDialog = usePart(schedules, kind === 'schedules', 'The dialog of schedules', close)
  const hoursDialog = usePart(hours, kind === 'hours', 'The dialog of hours', close)
  const environmentsDialog = usePart(environments, kind === 'environments', 'The dialog of environments', close)
  const forecastDialog = usePart(forecast, kind === 'forecast', 'The forecast', close)
  const commitmentsDialog = usePart(commitments, kind === 'commitments', 'The dialog of commitments', close)
  switch (kind) {
    case 'schedules':
      return schedulesDialog?.({ first: planning.id, onClose: close })
    case 'hours':
      return hoursDialog?.({ row: planning.row, input: planning.input, onClose: close })
    case 'environments':
      return environmentsDialog?.({ first: planning.id, onClose: close })
    case 'forecast':
      return forecastDialog?.({ onClose: close })
    case 'merge':
      return <Merging />
    case 'commitments':
      return commitmentsDialog?.({ onClose: close })
  }
}

function Merging() {
  const document = useWorkspace((state) => state.document)
  const mergeDialog = usePart(merge, true, 'The dialog of merging', close)
  return document === null ? null : mergeDialog?.({ document, pick: pickWorkbook, onClose: close })
}

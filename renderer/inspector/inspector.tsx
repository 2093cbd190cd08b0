import { useMemo } from 'react'
import { handleCommands } from '#renderer/workspace/commands.ts'
import { shownGroups } from '#renderer/workspace/grouping.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { showPanel } from '#renderer/workspace/view.ts'
import { RowView } from './row-view.tsx'
import { RowsView } from './rows-view.tsx'
import { selectedRows } from './selected-rows.ts'
import { WorkbookView } from './workbook-view.tsx'
import './inspector.css'

const SUM_ID = 'inspector-sum'

/** The panel beside the sheet: the selected row and how its figure is made, several rows together, or the workbook. */
export function Inspector() {
  const workbook = useWorkspace((state) => state.workbook)
  const selection = useWorkspace((state) => state.selection)
  const collapsed = useWorkspace((state) => state.collapsed)
  const groupBy = useWorkspace((state) => state.groupBy)
  const services = useWorkspace((state) => state.services)
  const ids = useMemo(
    () => (workbook === null ? [] : selectedRows(workbook, selection, collapsed, shownGroups(workbook, { groupBy, services }))),
    [workbook, selection, collapsed, groupBy, services],
  )
  if (workbook === null) return null
  const [only] = ids
  return (
    <div className="inspector" data-testid="inspector">
      <div className="inspector-scroll">
        {only === undefined ? (
          <WorkbookView />
        ) : ids.length === 1 ? (
          <RowView key={only} id={only} sumId={SUM_ID} />
        ) : (
          <RowsView ids={ids} />
        )}
      </div>
    </div>
  )
}

/** Opens the panel at the sum; the panel may only just be about to appear. */
function showSum(): void {
  showPanel('inspector', true)
  requestAnimationFrame(() => {
    const heading = document.getElementById(SUM_ID)
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  })
}

// The command works while the panel is folded away, so the panel cannot be what offers it.
handleCommands({ 'sheet.explain': { run: showSum, enabled: (state) => state.selection.length > 0 } })

import type { Component, Id } from '#shared/document/types.ts'
import { groupOf, shownGroups } from '#renderer/workspace/grouping.ts'
import { ownValues } from '#renderer/workspace/own-values.ts'
import { workspace } from '#renderer/workspace/store.ts'
import type { CellPlace, ColumnId, WorkspaceState } from '#renderer/workspace/types.ts'
import { shownColumns } from './columns.ts'
import { rectsOf, rowsIn, type Rect } from './range.ts'
import { flatten, type SheetRow } from './rows.ts'
import { activePlace, sheetView, spotOf, type SheetView, type Spot } from './view.ts'

/** The sheet as it stands now, derived from the workspace and never kept beside it. */

type Made = {
  readonly components: unknown
  readonly groupBy: WorkspaceState['groupBy']
  readonly services: WorkspaceState['services']
  readonly collapsed: ReadonlySet<string>
  readonly columns: readonly ColumnId[]
  readonly dropped: readonly Component[]
  readonly rows: readonly SheetRow[]
  readonly view: SheetView
}

let made: Made | null = null

/** The rows and columns now shown; the same object while nothing about them changed. */
export function currentView(state: WorkspaceState = workspace.getState()): SheetView {
  const components = state.workbook?.components ?? null
  const columns = shownColumns()
  const { collapsed, groupBy, services } = state
  const dropped = droppedRows(state)
  const same = made?.components === components && made.groupBy === groupBy && made.collapsed === collapsed
  if (same && made?.services === services && made.columns === columns && made.dropped === dropped) return made.view
  const rows = state.workbook
    ? flatten(shownGroups(state.workbook, state), collapsed, made?.rows, dropped, (row) => groupOf(row, groupBy, services))
    : []
  made = { components, groupBy, services, collapsed, columns, dropped, rows, view: sheetView(rows, columns) }
  return made.view
}

const none: readonly Component[] = []

/** Rows the shown scenario does without, as far as they are to be seen. */
function droppedRows({ document, scenario, showDropped }: WorkspaceState): readonly Component[] {
  return showDropped ? (ownValues(document, scenario)?.dropped ?? none) : none
}

export function currentRects(): readonly Rect[] {
  return rectsOf(currentView(), workspace.getState().selection)
}

/** The active cell and where it stands, or null without one. */
export function active(): { readonly place: CellPlace; readonly spot: Spot } | null {
  const place = activePlace(workspace.getState().selection)
  const spot = place && spotOf(currentView(), place)
  return place && spot ? { place, spot } : null
}

/** The components the selection touches, as the sheet shows them; a heading stands for its group's rows when `headings` says so. */
export function selectedComponents(headings: boolean): readonly Id[] {
  const view = currentView()
  const ids = new Set<Id>()
  for (const at of rowsIn(currentRects())) {
    const row = view.rows[at]
    if (row?.kind === 'component') ids.add(row.id)
    else if (row?.kind === 'group' && headings) for (const member of row.members) ids.add(member)
  }
  return [...ids]
}

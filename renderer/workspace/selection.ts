import type { Id, Workbook } from '#shared/document/types.ts'
import { droppedRow, headingGroup } from './cells/places.ts'
import { groupOf, shownGroups } from './grouping.ts'
import { workspace } from './store.ts'
import type { CellPlace, CellRange, ColumnId, WorkspaceState } from './types.ts'

/** Selects one cell. */
export function select(place: CellPlace): void {
  setRanges([{ anchor: place, focus: place }])
}

/** Selects a row by its name cell; a row folded away with its group is unfolded first. */
export function selectRow(row: Id, column: ColumnId = 'name'): void {
  unfold(row)
  select({ row, column })
}

/** Unfolds the heading that a row stands under. */
export function unfold(row: Id): void {
  const { workbook, groupBy, services } = workspace.getState()
  const component = workbook?.components.get(row)
  if (component !== undefined) collapse(groupOf(component, groupBy, services), false)
}

/** Replaces the whole selection; the last range holds the active cell. */
export function setRanges(selection: readonly CellRange[]): void {
  workspace.setState({ selection })
}

/** The cell that typing goes to: the anchor of the last range. */
export function activeCell(state: WorkspaceState): CellPlace | null {
  return state.selection.at(-1)?.anchor ?? null
}

/** The row of the active cell. */
export function activeRow(state: WorkspaceState): Id | null {
  return activeCell(state)?.row ?? null
}

/** Folds or unfolds a group of the sheet. */
export function collapse(group: string, folded: boolean): void {
  const { collapsed } = workspace.getState()
  if (collapsed.has(group) === folded) return
  const next = new Set(collapsed)
  if (folded) next.add(group)
  else next.delete(group)
  workspace.setState({ collapsed: next })
}

/** Without the ranges whose rows an edit took away; the same array when none was. */
export function pruneSelection(selection: readonly CellRange[], workbook: Workbook): readonly CellRange[] {
  const there = (place: CellPlace) => isThere(place.row, workbook)
  return selection.every((range) => there(range.anchor) && there(range.focus))
    ? selection
    : selection.filter((range) => there(range.anchor) && there(range.focus))
}

/** Whether a place's row is a row of the workbook, one a scenario does without, or a heading of the sheet. */
export function isThere(
  row: Id,
  workbook: Workbook,
  grouped: Pick<WorkspaceState, 'groupBy' | 'services'> = workspace.getState(),
): boolean {
  const dropped = droppedRow(row)
  if (workbook.components.has(row)) return true
  if (dropped !== null) return !workbook.components.has(dropped)
  const group = headingGroup(row)
  return group !== null && shownGroups(workbook, grouped).some((one) => one.name === group)
}

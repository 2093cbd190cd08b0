import type { Workbook } from '#shared/document/types.ts'
import type { ViewState } from '#renderer/storage/types.ts'
import { readColumn } from './columns.ts'
import { groupings } from './grouping.ts'
import { isThere } from './selection.ts'
import { supplies, workspace } from './store.ts'
import type { CellPlace, CellRange, Grouping, WorkspaceState } from './types.ts'

/** Milliseconds of quiet before the view is kept: scrolling and selecting must not wait for the disk. */
const quiet = 400

/** Keeps selection, folded groups, panels and scroll of the open workbook. Returns the way to stop. */
export function keepView(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = workspace.subscribe((state, before) => {
    if (state.workbook === null || !viewMoved(state, before)) return
    clearTimeout(timer)
    const id = state.workbook.id
    timer = setTimeout(() => {
      const now = workspace.getState()
      if (now.workbook?.id === id) supplies().storage.saveView(id, viewOf(now))
    }, quiet)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

function viewMoved(state: WorkspaceState, before: WorkspaceState): boolean {
  if (state.workbook?.id !== before.workbook?.id) return false
  return (
    state.scenario !== before.scenario ||
    state.selection !== before.selection ||
    state.collapsed !== before.collapsed ||
    state.groupBy !== before.groupBy ||
    state.columns !== before.columns ||
    state.panels !== before.panels ||
    state.scrollRow !== before.scrollRow
  )
}

function viewOf(state: WorkspaceState): ViewState {
  return {
    scenario: state.scenario,
    scrollRow: state.scrollRow,
    selection: state.selection,
    collapsed: [...state.collapsed],
    groupBy: state.groupBy,
    columns: state.columns,
    panels: state.panels,
  }
}

/** What the rows were grouped by, where that makes sense; else their groups. */
export function readGroupBy(kept: unknown): Grouping {
  return groupings.find((one) => one === kept) ?? 'group'
}

/** A kept selection, as far as it still fits the workbook. What is kept is only data: anything may be there. */
export function readSelection(
  kept: unknown,
  workbook: Workbook,
  grouped: Pick<WorkspaceState, 'groupBy' | 'services'> = workspace.getState(),
): readonly CellRange[] {
  if (!Array.isArray(kept)) return []
  return kept.flatMap((range: unknown) => {
    const anchor = readPlace(range, 'anchor', workbook, grouped)
    const focus = readPlace(range, 'focus', workbook, grouped)
    return anchor !== null && focus !== null ? [{ anchor, focus }] : []
  })
}

function readPlace(
  range: unknown,
  corner: string,
  workbook: Workbook,
  grouped: Pick<WorkspaceState, 'groupBy' | 'services'>,
): CellPlace | null {
  const place = property(range, corner)
  const row = property(place, 'row')
  const column = readColumn(property(place, 'column'))
  return typeof row === 'string' && isThere(row, workbook, grouped) && column !== null ? { row, column } : null
}

/** A property of something that was kept; undefined where there is none. */
function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Object.getOwnPropertyDescriptor(of, name)?.value : undefined
}

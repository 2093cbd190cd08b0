import { collapse, setRanges } from '#renderer/workspace/selection.ts'
import { workspace } from '#renderer/workspace/store.ts'
import type { CellPlace, CellRange, ColumnId } from '#renderer/workspace/types.ts'
import { active, currentView } from './live.ts'
import { blockAround, clamped, edgeOfBlock, endOfRow, moved, tabbed, type Direction, type Filled } from './navigate.ts'
import { grid } from './port.ts'
import { contains, rangeBetween, rectOf, singleCell, whole, type Rect } from './range.ts'
import { isFilled } from './shown.ts'
import { placeOf, restingSpot, spotOf, type SheetView, type Spot } from './view.ts'

/** Moving the active cell and the selection, as the keys and the pointer ask for it. */

/** The column Enter returns to after a run of Tabs. */
let tabStart: ColumnId | null = null

/** A pointer that chooses a cell begins a new run of Tabs. */
export function forgetTabs(): void {
  tabStart = null
}

function filledIn(view: SheetView): Filled {
  const { services } = workspace.getState()
  return ({ row, column }) => {
    const at = view.rows[row]
    const id = view.columns[column]
    return at !== undefined && id !== undefined && isFilled(at, id, services)
  }
}

/** The first key that needs a cell on a sheet without a selection: it acts from the cell where the keys rest. */
export function beginSelection(): void {
  if (workspace.getState().selection.length > 0) return
  const spot = restingSpot(currentView())
  if (spot) selectSpot(spot)
}

/** Makes one cell the whole selection. */
export function selectSpot(spot: Spot): void {
  const view = currentView()
  const place = placeOf(view, clamped(view, spot))
  if (!place) return
  setRanges([singleCell(place)])
  grid()?.reveal(place)
}

/** Moves the free corner of the last range. */
export function extendTo(spot: Spot): void {
  const view = currentView()
  const { selection } = workspace.getState()
  const last = selection.at(-1)
  const focus = placeOf(view, clamped(view, spot))
  if (!last || !focus) return
  setRanges([...selection.slice(0, -1), { anchor: last.anchor, focus }])
  grid()?.reveal(focus)
}

function go(to: Spot, extend: boolean): void {
  tabStart = null
  if (extend) extendTo(to)
  else selectSpot(to)
}

/** Where a movement starts: at the free corner when it extends, else at the active cell. Without either at the first cell. */
function origin(extend: boolean): Spot {
  const view = currentView()
  const corner = extend ? workspace.getState().selection.at(-1)?.focus : undefined
  return (corner && spotOf(view, corner)) ?? active()?.spot ?? { row: 0, column: 0 }
}

export function arrow(direction: Direction, { extend, edge }: { readonly extend: boolean; readonly edge: boolean }): void {
  const view = currentView()
  const from = origin(extend)
  go(edge ? edgeOfBlock(view, from, direction, filledIn(view)) : moved(view, from, direction), extend)
}

export function page(direction: 'up' | 'down', extend: boolean): void {
  go(moved(currentView(), origin(extend), direction, grid()?.pageRows() ?? 1), extend)
}

export function home(extend: boolean, wholeSheet: boolean): void {
  go({ row: wholeSheet ? 0 : origin(extend).row, column: 0 }, extend)
}

export function end(extend: boolean, wholeSheet: boolean): void {
  const view = currentView()
  go(wholeSheet ? { row: view.rows.length - 1, column: view.columns.length - 1 } : endOfRow(view, origin(extend), filledIn(view)), extend)
}

/** Right or left, on to the next row; past the last cell the keys leave the sheet. */
export function tab(back: boolean): void {
  const here = active()
  const to = tabbed(currentView(), here?.spot ?? { row: 0, column: 0 }, back)
  if (!to) {
    grid()?.leave(back)
    return
  }
  const start = back ? null : (tabStart ?? here?.place.column ?? null)
  selectSpot(to)
  tabStart = start
}

/** Down or up; down after Tabs goes to the column where they began. */
export function enter(back: boolean): void {
  const here = active()
  if (!here) return
  const view = currentView()
  const column = back || tabStart === null ? here.spot.column : (view.columnAt.get(tabStart) ?? here.spot.column)
  go({ row: here.spot.row + (back ? -1 : 1), column }, false)
}

function selectRect(rect: Rect): void {
  const here = active()
  const view = currentView()
  // The active cell stays where it is when it can be a corner; typing must not jump to another cell.
  const corners: readonly (readonly [Spot, Spot])[] = [
    [
      { row: rect.top, column: rect.left },
      { row: rect.bottom, column: rect.right },
    ],
    [
      { row: rect.bottom, column: rect.right },
      { row: rect.top, column: rect.left },
    ],
    [
      { row: rect.top, column: rect.right },
      { row: rect.bottom, column: rect.left },
    ],
    [
      { row: rect.bottom, column: rect.left },
      { row: rect.top, column: rect.right },
    ],
  ]
  const [anchor, focus] =
    corners.find(([corner]) => corner.row === here?.spot.row && corner.column === here.spot.column) ?? corners[0] ?? []
  const range = anchor && focus ? rangeBetween(view, anchor, focus) : null
  if (range) setRanges([range])
}

/** The group's rows first, then everything. */
export function selectAll(): void {
  const view = currentView()
  const everything = whole(view)
  if (!everything) return
  const here = active()
  const block = here && blockAround(view, here.spot)
  const range = workspace.getState().selection.at(-1)
  const now = range && rectOf(view, range)
  const hasBlock =
    block && now && contains(now, { row: block.top, column: block.left }) && contains(now, { row: block.bottom, column: block.right })
  selectRect(block && !hasBlock ? block : everything)
}

export function selectEverything(): void {
  const everything = whole(currentView())
  if (everything) selectRect(everything)
}

/** The rows the selection spans, over all columns. */
export function selectRows(): void {
  widen((rect, view) => ({ ...rect, left: 0, right: view.columns.length - 1 }))
}

/** The columns the selection spans, from top to bottom. */
export function selectColumns(): void {
  widen((rect, view) => ({ ...rect, top: 0, bottom: view.rows.length - 1 }))
}

function widen(wider: (rect: Rect, view: SheetView) => Rect): void {
  const view = currentView()
  const range = workspace.getState().selection.at(-1)
  const rect = range && rectOf(view, range)
  if (rect) selectRect(wider(rect, view))
}

/** A click on a column's head. */
export function selectColumn(column: ColumnId, extend: boolean): void {
  const view = currentView()
  const at = view.columnAt.get(column)
  if (at === undefined || view.rows.length === 0) return
  const start = extend ? (active()?.spot.column ?? at) : at
  const range = rangeBetween(view, { row: 0, column: start }, { row: view.rows.length - 1, column: at })
  if (range) setRanges([range])
}

export function shrinkToActive(): void {
  const here = active()
  if (here) selectSpot(here.spot)
}

export function addRange(place: CellPlace): void {
  setRanges([...workspace.getState().selection, singleCell(place)])
}

/** Folds or unfolds the group at the active cell. False when it is not a heading. */
export function toggleGroup(row: number): boolean {
  const heading = currentView().rows[row]
  if (heading?.kind !== 'group') return false
  collapse(heading.group, !heading.collapsed)
  return true
}

/** Puts a selection back after an edit that may have taken its rows, or headings with them. */
export function keepSelection(ranges: readonly CellRange[]): void {
  const view = currentView()
  const kept = ranges.filter((range) => rectOf(view, range) !== null)
  if (kept.length > 0) setRanges(kept)
}

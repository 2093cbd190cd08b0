import type { CellRange, ColumnId } from '#renderer/workspace/types.ts'
import { contains, isSingle, rectsOf, type Rect } from './range.ts'
import { activePlace, restingSpot, spotOf, type SheetView, type Spot } from './view.ts'

/** Everything painted over cells besides what they show. */
export type Painting = {
  readonly view: SheetView
  readonly rects: readonly Rect[]
  readonly active: Spot | null
  /** The block last copied or cut, framed until Esc. */
  readonly copied: Rect | null
  /** Where a dragged fill handle would fill. */
  readonly filling: Rect | null
  /** Where the keys begin while nothing is selected. */
  readonly resting: Spot | null
  /** What is being looked for, and which of it the person has got to. */
  readonly found: Found
}

/** Cells by `row × columns + column`. */
export type Found = { readonly cells: ReadonlySet<number>; readonly current: Spot | null }

const nothingFound: Found = { cells: new Set(), current: null }

export function painting(
  view: SheetView,
  selection: readonly CellRange[],
  copied: Rect | null,
  filling: Rect | null,
  found: Found = nothingFound,
): Painting {
  const place = activePlace(selection)
  const resting = selection.length === 0 ? restingSpot(view) : null
  return { view, rects: rectsOf(view, selection), active: place && spotOf(view, place), copied, filling, resting, found }
}

const marks = [
  ['sheet-in', 1],
  ['sheet-active', 2],
  ['sheet-top', 4],
  ['sheet-right', 8],
  ['sheet-bottom', 16],
  ['sheet-left', 32],
  ['sheet-handle', 64],
  ['sheet-dashed', 128],
  ['sheet-resting', 256],
  ['sheet-found', 512],
  ['sheet-found-now', 1024],
] as const

/** Which marks a cell carries, as bits: one number to compare instead of eight classes. */
export function marksOf(spot: Spot, { view, rects, active, copied, filling, resting, found }: Painting): number {
  const last = rects.at(-1)
  const inside = rects.some((rect) => contains(rect, spot))
  let bits = inside && !(rects.length === 1 && last && isSingle(last)) ? 1 : 0
  if (active && same(active, spot)) bits |= 2
  if (last && contains(last, spot)) bits |= edges(spot, last) | (spot.row === last.bottom && spot.column === last.right ? 64 : 0)
  const dashed = filling ?? copied
  if (dashed && contains(dashed, spot)) bits |= edges(spot, dashed) | (edges(spot, dashed) === 0 ? 0 : 128)
  if (resting && same(resting, spot)) bits |= 256
  if (found.cells.has(spot.row * view.columns.length + spot.column)) bits |= 512
  if (found.current && same(found.current, spot)) bits |= 1024
  return bits
}

function same(a: Spot, b: Spot): boolean {
  return a.row === b.row && a.column === b.column
}

function edges(spot: Spot, rect: Rect): number {
  return (
    (spot.row === rect.top ? 4 : 0) |
    (spot.column === rect.right ? 8 : 0) |
    (spot.row === rect.bottom ? 16 : 0) |
    (spot.column === rect.left ? 32 : 0)
  )
}

const painted = new WeakMap<HTMLElement, number>()

/** Brings one cell's classes and its aria-selected up to date. */
export function paintCell(cell: HTMLElement, row: string, column: ColumnId, now: Painting): void {
  const spot = spotOf(now.view, { row, column })
  const bits = spot ? marksOf(spot, now) : 0
  const before = painted.get(cell)
  if (before === bits) return
  painted.set(cell, bits)
  for (const [name, bit] of marks) if (((before ?? 0) & bit) !== (bits & bit)) cell.classList.toggle(name, (bits & bit) !== 0)
  cell.setAttribute('aria-selected', String((bits & 3) !== 0))
  // One cell of the sheet can be reached with Tab: the active one.
  cell.tabIndex = (bits & 2) !== 0 ? 0 : -1
}

/** All cells now in the page: some hundreds, whatever the length of the sheet. */
export function paintAll(root: HTMLElement, now: Painting): void {
  for (const row of root.querySelectorAll<HTMLElement>('.ag-row[row-id]')) {
    const id = row.getAttribute('row-id') ?? ''
    for (const cell of row.querySelectorAll<HTMLElement>('.ag-cell[col-id]')) {
      const column = now.view.columns.find((shown) => shown === cell.getAttribute('col-id'))
      if (column) paintCell(cell, id, column, now)
    }
  }
}

import type { CellRange, ColumnId } from '#renderer/workspace/types.ts'
import { contains, isSingle, rectsOf, type Rect } from './range.ts'
import { activePlace, spotOf, type SheetView, type Spot } from './view.ts'

/** Everything painted over cells besides what they show. */
export type Painting = {
  readonly view: SheetView
  readonly rects: readonly Rect[]
  readonly active: Spot | null
  /** The block last copied or cut, framed until Esc. */
  readonly copied: Rect | null
  /** Where a dragged fill handle would fill. */
  readonly filling: Rect | null
}

export function painting(view: SheetView, selection: readonly CellRange[], copied: Rect | null, filling: Rect | null): Painting {
  const place = activePlace(selection)
  return { view, rects: rectsOf(view, selection), active: place && spotOf(view, place), copied, filling }
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
] as const

/** Which marks a cell carries, as bits: one number to compare instead of eight classes. */
export function marksOf(spot: Spot, { rects, active, copied, filling }: Painting): number {
  const last = rects.at(-1)
  const inside = rects.some((rect) => contains(rect, spot))
  let bits = inside && !(rects.length === 1 && last && isSingle(last)) ? 1 : 0
  if (active && active.row === spot.row && active.column === spot.column) bits |= 2
  if (last && contains(last, spot)) bits |= edges(spot, last) | (spot.row === last.bottom && spot.column === last.right ? 64 : 0)
  const dashed = filling ?? copied
  if (dashed && contains(dashed, spot)) bits |= edges(spot, dashed) | (edges(spot, dashed) === 0 ? 0 : 128)
  return bits
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

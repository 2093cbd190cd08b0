import type { Rect } from './range.ts'
import type { SheetView, Spot } from './view.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** Tells whether a cell shows something; edges of data are found with it. */
export type Filled = (spot: Spot) => boolean

const step: Readonly<Record<Direction, Spot>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
}

function inside(view: SheetView, spot: Spot): boolean {
  return spot.row >= 0 && spot.column >= 0 && spot.row < view.rows.length && spot.column < view.columns.length
}

/** The nearest cell of the sheet. */
export function clamped(view: SheetView, spot: Spot): Spot {
  return { row: Math.max(0, Math.min(view.rows.length - 1, spot.row)), column: Math.max(0, Math.min(view.columns.length - 1, spot.column)) }
}

/** One cell (or `count` cells) in a direction, staying on the sheet. */
export function moved(view: SheetView, from: Spot, direction: Direction, count = 1): Spot {
  const { row, column } = step[direction]
  return clamped(view, { row: from.row + row * count, column: from.column + column * count })
}

/** Ctrl+arrow: from inside data to its last cell, from its end or from a gap to the next data, else to the sheet's edge. */
export function edgeOfBlock(view: SheetView, from: Spot, direction: Direction, filled: Filled): Spot {
  const next = (spot: Spot): Spot => ({ row: spot.row + step[direction].row, column: spot.column + step[direction].column })
  let at = next(from)
  if (!inside(view, at)) return from
  if (filled(from) && filled(at)) {
    for (let ahead = next(at); inside(view, ahead) && filled(ahead); ahead = next(ahead)) at = ahead
    return at
  }
  while (!filled(at)) {
    const ahead = next(at)
    if (!inside(view, ahead)) return at
    at = ahead
  }
  return at
}

/** End: the last cell of the row that shows something. */
export function endOfRow(view: SheetView, from: Spot, filled: Filled): Spot {
  for (let column = view.columns.length - 1; column >= 0; column--) if (filled({ row: from.row, column })) return { row: from.row, column }
  return { row: from.row, column: 0 }
}

/** Tab order: to the right, then to the next row's first cell; null past the last cell (or before the first). */
export function tabbed(view: SheetView, from: Spot, back: boolean): Spot | null {
  const width = view.columns.length
  const at = from.row * width + from.column + (back ? -1 : 1)
  return at < 0 || at >= view.rows.length * width ? null : { row: Math.floor(at / width), column: at % width }
}

/** The block Ctrl+A takes first: the components of the group one stands in, over all columns. */
export function blockAround(view: SheetView, from: Spot): Rect | null {
  if (view.rows[from.row]?.kind !== 'component') return null
  const isComponent = (row: number): boolean => view.rows[row]?.kind === 'component'
  let top = from.row
  let bottom = from.row
  while (isComponent(top - 1)) top--
  while (isComponent(bottom + 1)) bottom++
  return { top, left: 0, bottom, right: view.columns.length - 1 }
}

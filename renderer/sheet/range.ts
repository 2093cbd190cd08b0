import type { CellPlace, CellRange } from '#renderer/workspace/types.ts'
import { placeOf, spotOf, type SheetView, type Spot } from './view.ts'

/** A block of cells, all four edges included. */
export type Rect = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

export function rectBetween(a: Spot, b: Spot): Rect {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  }
}

/** Null when a corner is no longer on the sheet. */
export function rectOf(view: SheetView, range: CellRange): Rect | null {
  const anchor = spotOf(view, range.anchor)
  const focus = spotOf(view, range.focus)
  return anchor && focus ? rectBetween(anchor, focus) : null
}

export function rectsOf(view: SheetView, ranges: readonly CellRange[]): readonly Rect[] {
  return ranges.map((range) => rectOf(view, range)).filter((rect) => rect !== null)
}

export function contains(rect: Rect, spot: Spot): boolean {
  return spot.row >= rect.top && spot.row <= rect.bottom && spot.column >= rect.left && spot.column <= rect.right
}

export function sizeOf(rect: Rect): { readonly rows: number; readonly columns: number } {
  return { rows: rect.bottom - rect.top + 1, columns: rect.right - rect.left + 1 }
}

export function isSingle(rect: Rect): boolean {
  return rect.top === rect.bottom && rect.left === rect.right
}

export function whole(view: SheetView): Rect | null {
  return view.rows.length === 0 || view.columns.length === 0
    ? null
    : { top: 0, left: 0, bottom: view.rows.length - 1, right: view.columns.length - 1 }
}

/** Every cell once, row by row, however the blocks overlap. */
export function* spotsIn(rects: readonly Rect[]): Generator<Spot> {
  const [only, ...more] = rects
  if (!only) return
  const top = Math.min(...rects.map((rect) => rect.top))
  const bottom = Math.max(...rects.map((rect) => rect.bottom))
  for (let row = top; row <= bottom; row++) {
    const crossing = more.length === 0 ? rects : rects.filter((rect) => row >= rect.top && row <= rect.bottom)
    for (const column of columnsOf(crossing)) yield { row, column }
  }
}

function* columnsOf(rects: readonly Rect[]): Generator<number> {
  let next = -1
  for (const rect of [...rects].sort((a, b) => a.left - b.left)) {
    for (let column = Math.max(rect.left, next); column <= rect.right; column++) yield column
    next = Math.max(next, rect.right + 1)
  }
}

/** Rows that any block touches, from top to bottom. */
export function rowsIn(rects: readonly Rect[]): readonly number[] {
  const rows = new Set<number>()
  for (const rect of rects) for (let row = rect.top; row <= rect.bottom; row++) rows.add(row)
  return [...rows].sort((a, b) => a - b)
}

export function singleCell(place: CellPlace): CellRange {
  return { anchor: place, focus: place }
}

/** The range from one spot to another, or null where the sheet has no such cells. */
export function rangeBetween(view: SheetView, anchor: Spot, focus: Spot): CellRange | null {
  const from = placeOf(view, anchor)
  const to = placeOf(view, focus)
  return from && to ? { anchor: from, focus: to } : null
}

/**
 * What is left of a selection after rows or columns went: ranges keep the corners that still exist; where none
 * does, the cell now standing at `fallback` is selected.
 */
export function repaired(view: SheetView, selection: readonly CellRange[], fallback: Spot): readonly CellRange[] {
  const kept = selection.flatMap((range) => {
    const anchor = spotOf(view, range.anchor)
    const focus = spotOf(view, range.focus)
    if (anchor && focus) return [range]
    const left = anchor ? range.anchor : focus ? range.focus : null
    return left ? [singleCell(left)] : []
  })
  if (kept.length === selection.length && kept.every((range, at) => range === selection[at])) return selection
  if (kept.length > 0 || selection.length === 0) return kept
  const last = { row: Math.min(fallback.row, view.rows.length - 1), column: Math.min(fallback.column, view.columns.length - 1) }
  const place = placeOf(view, last)
  return place ? [singleCell(place)] : []
}

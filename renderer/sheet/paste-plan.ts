import { sizeOf, type Rect } from './range.ts'
import type { Block } from './tsv.ts'
import type { SheetView } from './view.ts'

/** One text for one cell of the sheet; `row` counts on past the last row for rows that have to be added. */
export type Landing = { readonly row: number; readonly column: number; readonly text: string }

export type PastePlan = {
  readonly landings: readonly Landing[]
  /** Rows that are missing under the sheet. */
  readonly extra: number
  /** Columns of the block that lie beyond the last column and are left out. */
  readonly lost: number
  /** The block the paste covers, for the selection after it. */
  readonly covers: Rect
}

/**
 * Where each text of a copied block lands. One value fills the whole selection; a block repeats in a selection that
 * is a multiple of it; otherwise it spreads from the selection's first cell. Headings are stepped over. `columns`: how
 * many columns there are to land on.
 */
export function planPaste(view: SheetView, target: Rect, block: Block, columns = view.columns.length): PastePlan {
  const width = Math.max(0, ...block.map((row) => row.length))
  const height = block.length
  const size = sizeOf(target)
  const componentRows = rowsFrom(view, target.top)
  const selected = componentRows.filter((row) => row <= target.bottom).length
  const repeats = height > 0 && width > 0 && selected % height === 0 && size.columns % width === 0 && selected >= height
  const down = repeats ? selected : height
  const across = repeats ? size.columns : width
  const fitting = Math.min(across, columns - target.left)
  const extra = Math.max(0, down - componentRows.length)
  const landings: Landing[] = []
  for (let at = 0; at < down; at++) {
    const row = componentRows[at] ?? view.rows.length + at - componentRows.length
    for (let column = 0; column < fitting; column++) {
      const text = block[at % height]?.[column % width]
      if (text !== undefined) landings.push({ row, column: target.left + column, text })
    }
  }
  const bottom = Math.max(target.top, componentRows[Math.min(down, componentRows.length) - 1] ?? target.top)
  return {
    landings,
    extra,
    lost: across - fitting,
    covers: { top: target.top, left: target.left, bottom, right: Math.min(view.columns.length, target.left + Math.max(1, fitting)) - 1 },
  }
}

function rowsFrom(view: SheetView, top: number): readonly number[] {
  const rows: number[] = []
  for (let row = top; row < view.rows.length; row++) if (view.rows[row]?.kind === 'component') rows.push(row)
  return rows
}

import type { CellPlace } from '#renderer/workspace/types.ts'

/** What the sheet's actions need of the grid on screen. Absent while no workbook is shown. */
export type SheetPort = {
  /** Opens the cell's editor: with its text, or with what was typed instead of it. */
  readonly edit: (place: CellPlace, typed: string | null) => void
  /** Closes an open editor; `keep` hands its text over. */
  readonly endEdit: (keep: boolean) => void
  /** Rows that fit on the screen, at least 1. */
  readonly pageRows: () => number
  readonly reveal: (place: CellPlace) => void
  /** The keys go to the active cell. */
  readonly focus: () => void
  /** Paints copied and filled blocks anew. */
  readonly repaint: () => void
  /** Lets the keys go on to what comes after the sheet (or before it). */
  readonly leave: (back: boolean) => void
}

let port: SheetPort | null = null

export function connect(grid: SheetPort): () => void {
  port = grid
  return () => {
    if (port === grid) port = null
  }
}

/** The grid on screen, or null. */
export function grid(): SheetPort | null {
  return port
}

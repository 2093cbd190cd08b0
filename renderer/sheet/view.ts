import type { CellPlace, CellRange, ColumnId } from '#renderer/workspace/types.ts'
import type { ComponentRow, SheetRow } from './rows.ts'

/** The rows and columns now on the sheet, in their order, with their places looked up in constant time. */
export type SheetView = {
  readonly rows: readonly SheetRow[]
  readonly columns: readonly ColumnId[]
  readonly rowAt: ReadonlyMap<string, number>
  readonly columnAt: ReadonlyMap<ColumnId, number>
}

/** A cell by its place on the sheet, counted from 0. */
export type Spot = { readonly row: number; readonly column: number }

export function sheetView(rows: readonly SheetRow[], columns: readonly ColumnId[]): SheetView {
  return {
    rows,
    columns,
    rowAt: new Map(rows.map((row, at) => [row.id, at])),
    columnAt: new Map(columns.map((column, at) => [column, at])),
  }
}

export function spotOf(view: SheetView, place: CellPlace): Spot | null {
  const row = view.rowAt.get(place.row)
  const column = view.columnAt.get(place.column)
  return row === undefined || column === undefined ? null : { row, column }
}

export function placeOf(view: SheetView, spot: Spot): CellPlace | null {
  const row = view.rows[spot.row]
  const column = view.columns[spot.column]
  return row === undefined || column === undefined ? null : { row: row.id, column }
}

/** The cell typing goes to: where the last range began. */
export function activePlace(selection: readonly CellRange[]): CellPlace | null {
  return selection.at(-1)?.anchor ?? null
}

/** The component under a place, or null on a heading and on rows that are gone. */
export function componentAt(view: SheetView, row: number): ComponentRow | null {
  const found = view.rows[row]
  return found?.kind === 'component' ? found : null
}

/** Where the keys begin while nothing is selected: at the first row's name. */
export function restingSpot(view: SheetView): Spot | null {
  if (view.rows.length === 0 || view.columns.length === 0) return null
  return {
    row: Math.max(
      0,
      view.rows.findIndex((row) => row.kind === 'component'),
    ),
    column: 0,
  }
}

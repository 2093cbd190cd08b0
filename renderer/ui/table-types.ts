import type { Ref } from 'react'

/** A table of any number of rows that are made when they come into sight: nothing is kept of those that do not. */

export type TableColumn = {
  readonly id: string
  readonly label: string
  /** In pixels at 100 % zoom. */
  readonly width: number
  /** Shares what room is left, and gives way down to `width`. */
  readonly flex?: number
  readonly numeric?: true
  /** Stays in sight when the table is scrolled sideways. */
  readonly pinned?: true
  readonly sortable?: true
  /** Shown on hover over the head. */
  readonly tip?: string
}

export type TableCell = {
  readonly text: string
  /** Shown on hover; read aloud where the cell is unknown. */
  readonly tip?: string
  /** The exact number behind the text, for tests; NaN where it is not known. */
  readonly value?: number
  readonly tone?: 'muted' | 'unknown' | 'good' | 'bad'
}

export type TableSort = { readonly column: string; readonly descending: boolean }

export type TableSource = {
  readonly count: number
  /** The row at a position; positions follow the sort, null: as they come. */
  readonly rowAt: (position: number, sort: TableSort | null) => number
  readonly cell: (row: number, column: string) => TableCell
}

export type TableHandle = {
  /** Gives the keyboard to a position, the first unless said; nothing happens in an empty table. */
  readonly focus: (position?: number) => void
}

export type TableProps = {
  readonly ref?: Ref<TableHandle>
  readonly label: string
  /** Must stay the same array as long as the columns do. */
  readonly columns: readonly TableColumn[]
  readonly source: TableSource
  /** As the table begins; later it follows the heads. */
  readonly sort?: TableSort | null
  readonly onSort?: (sort: TableSort | null) => void
  /** A cell of the row has the keyboard, or was clicked. */
  readonly onRow?: (row: number) => void
  /** Enter or a double click on a row. */
  readonly onOpen?: (row: number) => void
}

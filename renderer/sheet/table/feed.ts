import type { IDatasource } from 'ag-grid-community'
import type { TableCell, TableSort, TableSource } from '#renderer/ui/table-types.ts'

/** A row of the grid is a number until its cells are drawn. */
export type FedRow = { readonly row: number }

/** What the grid draws from: it asks for the rows in sight and is answered at once. */
export class Feed {
  private source: TableSource
  constructor(source: TableSource) {
    this.source = source
  }

  /** Whether this is another source than the one shown. */
  show(source: TableSource): boolean {
    if (this.source === source) return false
    this.source = source
    return true
  }

  get count(): number {
    return this.source.count
  }

  cell(row: number, column: string): TableCell {
    return this.source.cell(row, column)
  }

  datasource(): IDatasource {
    return {
      getRows: (params) => {
        const { source } = this
        const by = params.sortModel[0]
        const sort: TableSort | null = by === undefined ? null : { column: by.colId, descending: by.sort === 'desc' }
        const end = Math.min(params.endRow, source.count)
        const rows: FedRow[] = []
        for (let at = params.startRow; at < end; at++) rows.push({ row: source.rowAt(at, sort) })
        params.successCallback(rows, source.count)
      },
    }
  }
}

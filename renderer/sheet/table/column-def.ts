import type { ColDef, ITooltipParams, ValueGetterParams } from 'ag-grid-community'
import type { TableCell, TableColumn, TableSort } from '#renderer/ui/table-types.ts'
import type { Feed, FedRow } from './feed.ts'
import { TableCellRenderer } from './table-cell.ts'

/** A column as the grid wants it; `sort` is how the table begins. */
export function columnDef(column: TableColumn, feed: Feed, sort: TableSort | null): ColDef<FedRow, TableCell> {
  const { id, label, width, flex, numeric, pinned, sortable, tip } = column
  return {
    colId: id,
    headerName: label,
    ...(tip === undefined ? {} : { headerTooltip: tip }),
    ...(flex === undefined ? { width, minWidth: 48 } : { flex, minWidth: width }),
    ...(pinned === true ? { pinned: 'left' as const, lockPinned: true } : {}),
    ...(sort?.column === id ? { initialSort: sort.descending ? ('desc' as const) : ('asc' as const) } : {}),
    sortable: sortable === true,
    resizable: true,
    cellDataType: false,
    valueGetter: ({ data }: ValueGetterParams<FedRow>) => (data === undefined ? null : feed.cell(data.row, id)),
    equals: sameCell,
    cellRenderer: TableCellRenderer,
    tooltipValueGetter: ({ value }: ITooltipParams<FedRow, TableCell>) => value?.tip ?? null,
    ...(numeric === true ? { cellClass: 'table-number', headerClass: 'table-number-head' } : {}),
  }
}

function sameCell(a: TableCell | null | undefined, b: TableCell | null | undefined): boolean {
  return a?.text === b?.text && a?.tone === b?.tone && a?.tip === b?.tip && Object.is(a?.value, b?.value)
}

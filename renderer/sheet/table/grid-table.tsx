import type {
  CellFocusedEvent,
  CellKeyDownEvent,
  ColDef,
  GridApi,
  GridReadyEvent,
  ITooltipParams,
  SortChangedEvent,
  ValueGetterParams,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useImperativeHandle, useMemo, useState } from 'react'
import { Feed } from './feed.ts'
import type { FedRow } from './feed.ts'
import { registerTableModules } from './modules.ts'
import { TableCellRenderer } from './table-cell.ts'
import { sheetTheme, styleNonce } from '../theme.ts'
import type { TableCell, TableColumn, TableProps, TableSort } from '#renderer/ui/table-types.ts'
import './table.css'

registerTableModules()

/** Rows fetched at once: more than a tall window shows. */
const blockSize = 100

/** A read-only table. Arrows, Page and Home/End keys move; Enter on a head sorts; Tab leaves. */
export function GridTable({ ref, label, columns, source, sort = null, onSort, onRow, onOpen }: TableProps) {
  const [api, setApi] = useState<GridApi<FedRow> | null>(null)
  const [first] = useState(sort)
  const [feed] = useState(() => new Feed(source))
  const [datasource] = useState(() => feed.datasource())
  const nonce = useMemo(() => styleNonce(), [])
  const defs = useMemo(() => columns.map((column) => columnDef(column, feed, first)), [columns, feed, first])

  useEffect(() => {
    if (api === null || !feed.show(source)) return
    api.setGridOption('datasource', feed.datasource())
    if (source.count > 0) api.ensureIndexVisible(0, 'top')
  }, [api, feed, source])
  useImperativeHandle(ref, () => ({ focus: (position = 0) => focusAt(api, position, source.count) }), [api, source])

  return (
    <div className="table">
      <AgGridReact<FedRow>
        theme={sheetTheme}
        {...(nonce === null ? {} : { styleNonce: nonce })}
        rowModelType="infinite"
        datasource={datasource}
        cacheBlockSize={blockSize}
        infiniteInitialRowCount={source.count}
        columnDefs={defs}
        sortingOrder={sortingOrder}
        suppressMultiSort
        suppressMovableColumns
        suppressDragLeaveHidesColumns
        animateRows={false}
        suppressColumnMoveAnimation
        tooltipShowDelay={350}
        tooltipShowMode="standard"
        suppressNoRowsOverlay
        tabToNextCell={leave}
        onGridReady={(event: GridReadyEvent<FedRow>) => {
          event.api.setGridAriaProperty('label', label)
          setApi(event.api)
        }}
        onSortChanged={(event: SortChangedEvent<FedRow>) => onSort?.(sortOf(event.api))}
        onCellFocused={(event: CellFocusedEvent<FedRow>) => {
          const row = event.rowIndex === null ? undefined : event.api.getDisplayedRowAtIndex(event.rowIndex)?.data?.row
          if (row !== undefined) onRow?.(row)
        }}
        onCellKeyDown={({ event, data }: CellKeyDownEvent<FedRow>) => {
          if (event instanceof KeyboardEvent && event.key === 'Enter' && data !== undefined) onOpen?.(data.row)
        }}
        onCellDoubleClicked={({ data }) => data !== undefined && onOpen?.(data.row)}
      />
    </div>
  )
}

const sortingOrder = ['asc' as const, 'desc' as const, null]

/** Tab is the browser's own: it leaves the table. */
function leave(): boolean {
  return false
}

function sortOf(api: GridApi<FedRow>): TableSort | null {
  const column = api.getColumnState().find((one) => typeof one.sort === 'string')
  return column === undefined ? null : { column: column.colId, descending: column.sort === 'desc' }
}

function focusAt(api: GridApi<FedRow> | null, position: number, count: number): void {
  const column = api?.getAllDisplayedColumns()[0]
  if (api === null || column === undefined || position >= count) return
  api.ensureIndexVisible(position)
  api.setFocusedCell(position, column)
}

function columnDef(column: TableColumn, feed: Feed, sort: TableSort | null): ColDef<FedRow, TableCell> {
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
    cellRenderer: TableCellRenderer,
    tooltipValueGetter: ({ value }: ITooltipParams<FedRow, TableCell>) => value?.tip ?? null,
    ...(numeric === true ? { cellClass: 'table-number', headerClass: 'table-number-head' } : {}),
  }
}

import { createGrid } from 'ag-grid-community'
import type { CellKeyDownEvent, GridApi, GridOptions } from 'ag-grid-community'
import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react'
import type { TableColumn, TableProps, TableSort } from '#renderer/ui/table-types.ts'
import { sheetTheme, styleNonce } from '../theme.ts'
import { columnDef } from './column-def.ts'
import { Feed } from './feed.ts'
import type { FedRow } from './feed.ts'
import { registerTableModules } from './modules.ts'
import './table.css'

registerTableModules()

/** Rows fetched at once, and kept drawn above and below those in sight: few, as all of them change with a key typed into a search. */
const blockSize = 50
const rowsBeyond = 4

type Heard = {
  readonly sorted: (sort: TableSort | null) => void
  readonly reached: (row: number) => void
  readonly opened: (row: number) => void
}

/**
 * A read-only table. Arrows, Page and Home/End keys move; Enter on a head sorts; Tab leaves. The grid draws its rows itself: with React
 * drawing each cell, a key typed into a search would take several frames to show.
 */
export function GridTable({ ref, label, columns, source, sort = null, onSort, onRow, onOpen }: TableProps) {
  const [api, setApi] = useState<GridApi<FedRow> | null>(null)
  const [first] = useState(sort)
  const [feed] = useState(() => new Feed(source))
  const root = useRef<HTMLDivElement>(null)
  const sorted = useEffectEvent((by: TableSort | null) => onSort?.(by))
  const reached = useEffectEvent((row: number) => onRow?.(row))
  const opened = useEffectEvent((row: number) => onOpen?.(row))

  useEffect(() => {
    if (root.current === null) return
    const heard: Heard = { sorted: (by) => sorted(by), reached: (row) => reached(row), opened: (row) => opened(row) }
    const made = createGrid(root.current, { ...gridOptions(columns, feed, first, heard), infiniteInitialRowCount: feed.count })
    made.setGridAriaProperty('label', label)
    setApi(made)
    return () => {
      setApi(null)
      made.destroy()
    }
  }, [columns, feed, first, label])
  useEffect(() => {
    if (api === null || !feed.show(source)) return
    // The cells on screen take the new rows; making them anew takes several times as long.
    api.refreshInfiniteCache()
    if (api.getFirstDisplayedRowIndex() > 0 && source.count > 0) api.ensureIndexVisible(0, 'top')
  }, [api, feed, source])
  useImperativeHandle(
    ref,
    () => ({
      focus: (position = 0) => {
        if (api === null || position >= source.count) return
        focusAt(api, position)
        onRow?.(source.rowAt(position, sortOf(api)))
      },
    }),
    [api, source, onRow],
  )
  return <div ref={root} className="table" />
}

function gridOptions(columns: readonly TableColumn[], feed: Feed, sort: TableSort | null, heard: Heard): GridOptions<FedRow> {
  const nonce = styleNonce()
  return {
    theme: sheetTheme,
    ...(nonce === null ? {} : { styleNonce: nonce }),
    rowModelType: 'infinite',
    datasource: feed.datasource(),
    cacheBlockSize: blockSize,
    rowBuffer: rowsBeyond,
    columnDefs: columns.map((column) => columnDef(column, feed, sort)),
    sortingOrder: ['asc', 'desc', null],
    suppressMultiSort: true,
    suppressMovableColumns: true,
    suppressDragLeaveHidesColumns: true,
    animateRows: false,
    suppressColumnMoveAnimation: true,
    tooltipShowDelay: 350,
    tooltipShowMode: 'standard',
    suppressNoRowsOverlay: true,
    // Tab is the browser's own: it leaves the table.
    tabToNextCell: () => false,
    onSortChanged: ({ api }) => heard.sorted(sortOf(api)),
    onCellFocused: ({ api, rowIndex }) => {
      const row = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data?.row
      if (row !== undefined) heard.reached(row)
    },
    onCellKeyDown: ({ api, event, data, column }: CellKeyDownEvent<FedRow>) => {
      if (!(event instanceof KeyboardEvent)) return
      if (event.key === 'Enter' && data !== undefined) heard.opened(data.row)
      // The grid leaves these to the browser, which scrolls and leaves the keyboard where it was.
      if ((event.ctrlKey || event.metaKey) && (event.key === 'Home' || event.key === 'End')) {
        event.preventDefault()
        focusAt(api, event.key === 'Home' ? 0 : feed.count - 1, column)
      }
    },
    onCellDoubleClicked: ({ data }) => {
      if (data !== undefined) heard.opened(data.row)
    },
  }
}

function sortOf(api: GridApi<FedRow>): TableSort | null {
  const column = api.getColumnState().find((one) => typeof one.sort === 'string')
  return column === undefined ? null : { column: column.colId, descending: column.sort === 'desc' }
}

function focusAt(api: GridApi<FedRow>, position: number, column = api.getAllDisplayedColumns()[0]): void {
  if (column === undefined) return
  api.ensureIndexVisible(position)
  api.setFocusedCell(position, column)
}

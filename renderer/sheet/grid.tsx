import type {
  CellEditRequestEvent,
  ColDef,
  GetRowIdParams,
  GridApi,
  GridReadyEvent,
  ITooltipParams,
  RowClassParams,
  ValueGetterParams,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useMemo, useRef, useState } from 'react'
import { useWorkspace } from '#renderer/workspace/store.ts'
import type { ColumnId } from '#renderer/workspace/types.ts'
import { canEdit, commitCell } from '#renderer/workspace/cells/commit.ts'
import { cellDraft } from '#renderer/workspace/editing.ts'
import { CellEditor } from './cell-editor.tsx'
import { CellRenderer } from './cell-renderer.ts'
import { inputColumns, keptInSight, standardColumns, useShownColumns, type ColumnInfo } from './columns.ts'
import { shownContext } from './context.ts'
import { currentView } from './live.ts'
import { registerModules } from './modules.ts'
import { totalRow, type AnyRow } from './rows.ts'
import { moneyTip, sameShown, shownCell, type Shown } from './shown.ts'
import { sheetTheme, styleNonce } from './theme.ts'
import { useGridPort } from './use-grid-port.ts'
import { paintNewCell } from './use-painting.ts'

registerModules()

/** The grid itself. It shows what it is told: rows and figures come from the workspace, keys and pointers go to the sheet. */
export function Grid() {
  const [api, setApi] = useState<GridApi<AnyRow> | null>(null)
  const [first] = useState(() => [...currentView().rows])
  const columns = useColumnDefs()
  const root = useRef<HTMLDivElement>(null)
  const nonce = useMemo(() => styleNonce(), [])
  useGridPort(api, root)
  return (
    <div ref={root} className="sheet-grid">
      <AgGridReact<AnyRow>
        theme={sheetTheme}
        {...(nonce === null ? {} : { styleNonce: nonce })}
        rowData={first}
        columnDefs={columns}
        pinnedBottomRowData={pinned}
        getRowId={rowId}
        getRowClass={rowClass}
        readOnlyEdit
        onCellEditRequest={editRequested}
        stopEditingWhenCellsLoseFocus
        suppressClickEdit
        suppressHeaderFocus
        tabIndex={-1}
        suppressMovableColumns
        suppressCellFocus={false}
        suppressScrollOnNewData
        suppressDragLeaveHidesColumns
        suppressContextMenu
        animateRows={false}
        suppressColumnMoveAnimation
        tooltipShowDelay={350}
        tooltipShowMode="standard"
        suppressNoRowsOverlay
        onGridReady={(event: GridReadyEvent<AnyRow>) => setApi(event.api)}
      />
    </div>
  )
}

const pinned = [totalRow]

function rowId({ data }: GetRowIdParams<AnyRow>): string {
  return data.id
}

const rowClasses = { group: 'sheet-heading', total: 'sheet-total', dropped: 'sheet-dropped' }

function rowClass({ data }: RowClassParams<AnyRow>): string | undefined {
  return data === undefined || data.kind === 'component' ? undefined : rowClasses[data.kind]
}

/** An edit the grid ended by itself, because the focus went elsewhere. The formula bar may have taken it over. */
function editRequested({ newValue, data, column }: CellEditRequestEvent<AnyRow>): void {
  const typed: unknown = newValue
  const id = currentView().columns.find((shown) => shown === column.getColId())
  if (typeof typed === 'string' && id !== undefined && cellDraft.getState().draft?.owner !== 'bar')
    commitCell({ row: data.id, column: id }, typed)
}

function useColumnDefs(): ColDef<AnyRow>[] {
  const ids = useShownColumns()
  const columns = useWorkspace((state) => state.columns)
  const workbook = useWorkspace((state) => state.workbook)
  const services = useWorkspace((state) => state.services)
  const extra = ids.some((id) => id.startsWith('input:'))
  const components = extra ? workbook?.components : undefined
  return useMemo(() => {
    const kept = new Set(keptInSight(ids))
    const infos = [...standardColumns, ...(components ? inputColumns(components.values(), services) : [])]
    return ids.flatMap((id) => {
      const info = infos.find((one) => one.id === id) ?? { id, label: id.replace('input:', ''), width: 120, numeric: true }
      const own = columns.find((column) => column.id === id)?.width ?? null
      return [columnDef(info, own, id === ids.at(-1), kept.has(id))]
    })
  }, [ids, columns, components, services])
}

/** A width of a person's own always holds; the usual one only at first, as money columns grow with their totals. */
function widthDef(
  { width, flex }: ColumnInfo,
  own: number | null,
): Pick<ColDef<AnyRow, Shown>, 'width' | 'minWidth' | 'flex' | 'initialWidth' | 'initialFlex'> {
  if (own !== null) return { width: own, minWidth: 56, flex: null }
  return flex === undefined ? { initialWidth: width, minWidth: 56 } : { initialFlex: flex, minWidth: width }
}

/** The name stays in sight at the left, what a row costs at the right. */
function pinDef(id: ColumnId, isAtEnd: boolean): Pick<ColDef<AnyRow, Shown>, 'pinned' | 'lockPinned'> {
  if (id === 'name') return { pinned: 'left', lockPinned: true }
  return { pinned: isAtEnd ? 'right' : null, lockPinned: true }
}

function columnDef(info: ColumnInfo, own: number | null, last: boolean, atEnd: boolean): ColDef<AnyRow, Shown> {
  const { id, label, numeric } = info
  return {
    colId: id,
    headerName: label,
    ...widthDef(info, own),
    ...pinDef(id, atEnd),
    resizable: true,
    sortable: false,
    cellDataType: false,
    editable: ({ data }) => data !== undefined && canEdit({ row: data.id, column: id }),
    valueGetter: ({ data }: ValueGetterParams<AnyRow>) => valueOf(data, id),
    equals: sameShown,
    cellRenderer: CellRenderer,
    cellRendererParams: { sheetColumn: id, paint: paintNewCell },
    cellEditor: CellEditor,
    cellEditorParams: { sheetColumn: id, label },
    // Every key is the sheet's own: see keys.ts.
    suppressKeyboardEvent: () => true,
    tooltip: (params) => tooltip(params, id),
    cellClass: [...(numeric ? ['sheet-number'] : []), ...(last ? ['sheet-last'] : [])],
    ...(numeric ? { headerClass: 'sheet-number-head' } : {}),
  }
}

function valueOf(row: AnyRow | undefined, column: ColumnId): Shown | null {
  const context = shownContext()
  return row && context ? shownCell(row, column, context) : null
}

/** The sentence of a cell in trouble; a row's cost is explained only when somebody points at it. */
function tooltip({ data, value }: ITooltipParams<AnyRow, Shown>, column: ColumnId): string | null {
  if (!value || !data) return null
  const money = column === 'list' || column === 'monthly' || column === 'share'
  if (data.kind === 'component' && money && value.mark !== null) {
    const estimate = shownContext()?.calculator.explain(data.id)
    return estimate ? moneyTip(estimate) : null
  }
  return value.tip === '' ? null : value.tip
}

import type { ColumnResizedEvent, GridApi } from 'ag-grid-community'
import { useEffect, type RefObject } from 'react'
import { readColumn, setWidths } from '#renderer/workspace/columns.ts'
import { onReturnToSheet } from '#renderer/workspace/editing.ts'
import { onFocusSheet } from '#renderer/workspace/sheet-focus.ts'
import { workspace } from '#renderer/workspace/store.ts'
import type { CellPlace, WorkspaceState } from '#renderer/workspace/types.ts'
import { setScrollRow } from '#renderer/workspace/view.ts'
import { copied, forgetCopied } from './clipboard.ts'
import { onShownColumns } from './columns.ts'
import { shownContext } from './context.ts'
import { active, currentView } from './live.ts'
import { widenMoney } from './money-width.ts'
import { connect, type SheetPort } from './port.ts'
import { repaired } from './range.ts'
import { rowDifference, type AnyRow, type SheetRow } from './rows.ts'
import { enter, tab } from './selecting.ts'
import { repaint } from './use-painting.ts'
import type { Spot } from './view.ts'

/** Joins the grid on screen with the workspace: rows, figures and selection flow in, focus and scrolling are done for the sheet. */
export function useGridPort(api: GridApi<AnyRow> | null, root: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = root.current
    if (!api || !element) return
    const port = gridPort(api, element)
    const shown = followWorkspace(api, element, port)
    if (document.activeElement === document.body) begin(api, element, port)
    const stops = [
      connect(port),
      shown,
      copied.subscribe(() => repaint(element)),
      onFocusSheet(port.focus),
      onReturnToSheet((after) => {
        // Its text has been handed over, or given up, by whoever returns.
        port.endEdit(false)
        if (after === 'right' || after === 'left') tab(after === 'left')
        else if (after === 'down' || after === 'up') enter(after === 'up')
        port.focus()
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [api, root])
}

function gridPort(api: GridApi<AnyRow>, root: HTMLElement): SheetPort {
  const at = (place: CellPlace) => currentView().rowAt.get(place.row)
  return {
    edit: (place, typed) => {
      const rowIndex = at(place)
      if (rowIndex === undefined) return
      forgetCopied()
      api.ensureIndexVisible(rowIndex)
      api.ensureColumnVisible(place.column)
      api.startEditingCell({ rowIndex, colKey: place.column, ...(typed === null ? {} : { key: typed }) })
    },
    endEdit: (keep) => {
      if (api.getEditingCells().length > 0) api.stopEditing(!keep)
    },
    pageRows: () => Math.max(1, api.getLastDisplayedRowIndex() - api.getFirstDisplayedRowIndex() - 1),
    reveal: (place) => {
      const row = at(place)
      if (row !== undefined) api.ensureIndexVisible(row)
      api.ensureColumnVisible(place.column)
    },
    focus: () => {
      const here = active()
      if (!here) {
        areaOf(root)?.focus({ preventScroll: true })
        return
      }
      api.setFocusedCell(here.spot.row, here.place.column)
      // The grid gives a cell the keys once; one whose row it had not drawn by then gets them when it has.
      if (focusCell(root, here.place)) return
      requestAnimationFrame(() => {
        if (hasKeys(root) || document.activeElement === document.body) focusCell(root, here.place)
      })
    },
    repaint: () => repaint(root),
    leave: (back) => leave(root, back),
  }
}

/** What has the keys while no cell is selected, and hears a paste on a sheet without rows. */
function areaOf(root: HTMLElement): HTMLElement | null {
  return root.closest<HTMLElement>('.sheet-area')
}

/** False when the cell is not in the page. */
function focusCell(root: HTMLElement, { row, column }: CellPlace): boolean {
  const cell = root.querySelector<HTMLElement>(`.ag-row[row-id="${CSS.escape(row)}"] .ag-cell[col-id="${CSS.escape(column)}"]`)
  if (cell && !cell.contains(document.activeElement)) cell.focus({ preventScroll: true })
  return cell !== null
}

function hasKeys(root: HTMLElement): boolean {
  return (areaOf(root) ?? root).contains(document.activeElement)
}

/** A workbook just opened has the keys. The place it was left at must not move, so a cell out of sight does not get them. */
function begin(api: GridApi<AnyRow>, root: HTMLElement, port: SheetPort): void {
  const row = active()?.spot.row
  const inSight = row === undefined || (row >= api.getFirstDisplayedRowIndex() && row <= api.getLastDisplayedRowIndex())
  if (inSight) port.focus()
  else areaOf(root)?.focus({ preventScroll: true })
}

/** The focusable element before or after the sheet in the page. */
function leave(root: HTMLElement, back: boolean): void {
  const all = [
    ...document.querySelectorAll<HTMLElement>('a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]'),
  ].filter((one) => one.offsetParent !== null)
  const outside = all.filter((one) => !root.contains(one) && !one.contains(root))
  const position = (one: HTMLElement): number => root.compareDocumentPosition(one)
  const next = back
    ? outside.findLast((one) => (position(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0)
    : outside.find((one) => (position(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
  ;(next ?? outside[0])?.focus()
}

/** Every change of the workspace, once: rows that moved, figures on screen, then the selection. */
function followWorkspace(api: GridApi<AnyRow>, root: HTMLElement, port: SheetPort): () => void {
  let rows: readonly SheetRow[] = currentView().rows
  let context = shownContext()
  let figures = workspace.getState().figures
  let amounts = widenMoney(api, root, '')
  let last: Spot = active()?.spot ?? { row: 0, column: 0 }
  const update = (state: WorkspaceState, before: WorkspaceState | null): void => {
    const view = currentView(state)
    if (view.rows !== rows) showRows(api, rows, view.rows)
    rows = view.rows
    const nextContext = shownContext()
    if (state.figures !== figures || nextContext !== context) {
      api.refreshCells({ suppressFlash: true })
      amounts = widenMoney(api, root, amounts)
    }
    figures = state.figures
    context = nextContext
    const selection = repaired(
      view,
      state.selection.length === 0 && view.rows.length > 0 ? (before?.selection ?? []) : state.selection,
      last,
    )
    if (selection !== state.selection && (selection.length > 0 || state.selection.length > 0)) {
      workspace.setState({ selection })
      return
    }
    last = active()?.spot ?? last
    repaint(root)
    // A selection made elsewhere moves the focus only when the sheet already has it.
    if (state.selection !== before?.selection && hasKeys(root) && api.getEditingCells().length === 0) port.focus()
  }
  const scrolled = (): void => setScrollRow(Math.max(0, api.getFirstDisplayedRowIndex()))
  api.addEventListener('bodyScrollEnd', scrolled)
  api.addEventListener('columnResized', resized)
  const columnsShown = (): void => {
    repaint(root)
    if (!api.isDestroyed()) amounts = widenMoney(api, root, '')
  }
  const stops = [workspace.subscribe(update), onShownColumns(() => requestAnimationFrame(columnsShown))]
  showFirst(api, root)
  return () => {
    for (const stop of stops) stop()
    if (api.isDestroyed()) return
    api.removeEventListener('bodyScrollEnd', scrolled)
    api.removeEventListener('columnResized', resized)
  }
}

/** A person has given a column a width; what the sheet does by itself is not a wish. */
function resized({ column, finished, source }: ColumnResizedEvent<AnyRow>): void {
  const id = readColumn(column?.getColId())
  if (finished && source === 'uiColumnResized' && column && id !== null) setWidths(new Map([[id, column.getActualWidth()]]))
}

function showRows(api: GridApi<AnyRow>, before: readonly SheetRow[], after: readonly SheetRow[]): void {
  const { structure, updated } = rowDifference(before, after)
  if (structure) api.setGridOption('rowData', [...after])
  else if (updated.length > 0) api.applyTransaction({ update: [...updated] })
}

/** Where the person left off. */
function showFirst(api: GridApi<AnyRow>, root: HTMLElement): void {
  const { scrollRow } = workspace.getState()
  const rows = currentView().rows
  api.setGridOption('rowData', [...rows])
  if (scrollRow > 0 && scrollRow < rows.length) api.ensureIndexVisible(scrollRow, 'top')
  api.setGridAriaProperty('label', 'Components')
  api.setGridAriaProperty('multiselectable', 'true')
  requestAnimationFrame(() => repaint(root))
}

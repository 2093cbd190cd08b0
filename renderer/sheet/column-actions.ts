import { setWidths } from '#renderer/workspace/columns.ts'
import { setRanges } from '#renderer/workspace/selection.ts'
import type { ColumnId } from '#renderer/workspace/types.ts'
import { hideColumns, placeColumns, shownColumns } from './columns.ts'
import { shownContext } from './context.ts'
import { currentRects, currentView } from './live.ts'
import { textWidth } from './money-width.ts'
import { rangeBetween } from './range.ts'
import { totalRow } from './rows.ts'
import { shownCell } from './shown.ts'

/** The columns the selection touches, from left to right. */
function selectedColumns(): readonly ColumnId[] {
  const { columns } = currentView()
  return columns.filter((_, at) => currentRects().some((rect) => at >= rect.left && at <= rect.right))
}

/** Padding, line, fold mark and what else stands beside a cell's text, in px. */
const besideText = 26
const besideName = 56
/** The longest texts by letters are measured: letters differ in width, but not that much. */
const measured = 24

/** Makes columns as wide as their content, all rows counted, and their head. */
export function fitColumns(ids: readonly ColumnId[]): void {
  const context = shownContext()
  const sheet = document.querySelector('.sheet .sheet-grid')
  if (!context || !sheet) return
  const rows = [...currentView().rows, totalRow]
  const widths = ids.map((id) => {
    const texts = rows.map((row) => shownCell(row, id, context).text).toSorted((a, b) => b.length - a.length)
    const head = sheet.querySelector(`.ag-header-cell[col-id="${CSS.escape(id)}"]`)?.textContent ?? ''
    const widest = Math.max(...[head, ...texts.slice(0, measured)].map((text) => textWidth(text, sheet)))
    return [id, Math.ceil(widest) + (id === 'name' ? besideName : besideText)] as const
  })
  setWidths(new Map(widths))
}

export function fitSelected(): void {
  fitColumns(selectedColumns())
}

/** Hides the selected columns; the name stays. */
export function hideSelected(): void {
  hideColumns(selectedColumns())
}

/** Moves the selected columns by one. The selection goes with them. */
export function moveColumns(to: 'left' | 'right'): void {
  const ids = selectedColumns().filter((id) => id !== 'name')
  const columns = shownColumns()
  const [first] = ids
  const last = ids.at(-1)
  if (first === undefined || last === undefined) return
  if (to === 'left') placeColumns(ids, columns[columns.indexOf(first) - 1] ?? null)
  else {
    const next = columns.indexOf(last) + 1
    if (next < columns.length) placeColumns(ids, columns[next + 1] ?? null)
  }
  selectWhole(ids)
}

/** The columns from top to bottom. */
function selectWhole(ids: readonly ColumnId[]): void {
  const view = currentView()
  const places = ids.flatMap((id) => view.columnAt.get(id) ?? [])
  const range = rangeBetween(view, { row: 0, column: Math.min(...places) }, { row: view.rows.length - 1, column: Math.max(...places) })
  if (range) setRanges([range])
}

/** Whether a click on this column's head falls into whole columns that are selected. */
export function isWholeColumn(id: ColumnId): boolean {
  const view = currentView()
  const at = view.columnAt.get(id)
  return currentRects().some(
    (rect) => at !== undefined && at >= rect.left && at <= rect.right && rect.top === 0 && rect.bottom === view.rows.length - 1,
  )
}

/** Follows the pointer until it is let go: the selected columns then stand before the head it was over. */
export function dragColumns(): void {
  const ids = selectedColumns().filter((id) => id !== 'name')
  let before: ColumnId | null | undefined
  const mark = (head: Element | null, side: 'before' | 'after'): void => {
    for (const marked of document.querySelectorAll('.sheet .ag-header-cell[data-drop]')) marked.removeAttribute('data-drop')
    head?.setAttribute('data-drop', side)
  }
  const move = (event: MouseEvent): void => {
    const columns = shownColumns()
    const head = headAt(event.clientX)
    const id = columns.find((column) => column === head?.getAttribute('col-id'))
    if (!head || id === undefined || id === 'name') return
    const box = head.getBoundingClientRect()
    const side = event.clientX < box.left + box.width / 2 ? 'before' : 'after'
    before = side === 'before' ? id : (columns[columns.indexOf(id) + 1] ?? null)
    mark(head, side)
  }
  const up = (): void => {
    removeEventListener('mousemove', move)
    removeEventListener('mouseup', up)
    mark(null, 'before')
    if (before === undefined || ids.length === 0) return
    placeColumns(ids, before)
    selectWhole(ids)
  }
  addEventListener('mousemove', move)
  addEventListener('mouseup', up)
}

function headAt(x: number): Element | null {
  const heads = [...document.querySelectorAll('.sheet .ag-header-cell')]
  return heads.find((head) => x >= head.getBoundingClientRect().left && x < head.getBoundingClientRect().right) ?? null
}

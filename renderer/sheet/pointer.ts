import { referenceTo } from '#renderer/workspace/cells/reference.ts'
import { insertReference, wantsReference } from '#renderer/workspace/editing.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { setRanges } from '#renderer/workspace/selection.ts'
import { workspace } from '#renderer/workspace/store.ts'
import type { CellPlace, ColumnId } from '#renderer/workspace/types.ts'
import { fillTo, fillToEnd } from './cells-actions.ts'
import { dragColumns, fitColumns, isWholeColumn } from './column-actions.ts'
import { startEdit } from './keys.ts'
import { currentRects, currentView } from './live.ts'
import { grid } from './port.ts'
import { contains, rectBetween, singleCell, type Rect } from './range.ts'
import { addRange, extendTo, forgetTabs, selectColumn, toggleGroup } from './selecting.ts'
import { spotOf, type Spot } from './view.ts'

/** Selecting, filling and pointing with the mouse, a pen or a finger. */

type Over = { readonly element: HTMLElement; readonly place: CellPlace; readonly spot: Spot }

/** The cell under a point of the page, or null. */
function cellAt(target: EventTarget | null): Over | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('.ag-cell') : null
  const row = element?.closest('.ag-row')?.getAttribute('row-id')
  const view = currentView()
  const column = view.columns.find((id) => id === element?.getAttribute('col-id'))
  if (!element || row === null || row === undefined || column === undefined) return null
  const place = { row, column }
  const spot = spotOf(view, place)
  return spot && { element, place, spot }
}

/** Pixels from a cell's lower right corner in which the fill handle is taken hold of. */
const reach = 11

function onHandle({ element }: Over, event: MouseEvent): boolean {
  const box = element.getBoundingClientRect()
  return element.classList.contains('sheet-handle') && box.right - event.clientX < reach && box.bottom - event.clientY < reach
}

/** Where a dragged fill handle would fill; read by whoever paints. */
let filling: Rect | null = null

export function fillingRect(): Rect | null {
  return filling
}

export function pointerDown(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('input, textarea, .suggest')) return
  const column = headerColumn(event)
  if (column !== null) {
    event.preventDefault()
    grid()?.endEdit(true)
    headDown(column, event)
    grid()?.focus()
    return
  }
  const over = cellAt(event.target)
  if (!over) return
  if (event.button === 0 && wantsReference()) {
    event.preventDefault()
    event.stopPropagation()
    pointAt(over.place)
    return
  }
  event.stopPropagation()
  event.preventDefault()
  grid()?.endEdit(true)
  if (event.button === 2) contextDown(over)
  else if (event.button === 0) leftDown(over, event)
  grid()?.focus()
}

/** A column that is selected already is dragged to another place; with the other button, its menu is about all of them. */
function headDown(column: ColumnId, event: MouseEvent): void {
  const chosen = isWholeColumn(column)
  if (event.button === 0 && chosen && !event.shiftKey) dragColumns()
  if (!chosen || event.shiftKey || event.button === 0) selectColumn(column, event.shiftKey)
}

function leftDown(over: Over, event: MouseEvent): void {
  forgetTabs()
  if (event.target instanceof Element && event.target.closest('.sheet-fold')) {
    toggleGroup(over.spot.row)
    setRanges([singleCell(over.place)])
    return
  }
  const source = currentRects().at(-1)
  if (source && onHandle(over, event)) {
    dragFill(source)
    return
  }
  if (event.shiftKey && workspace.getState().selection.length > 0) extendTo(over.spot)
  else if (event.ctrlKey || event.metaKey) addRange(over.place)
  else setRanges([singleCell(over.place)])
  dragSelection()
}

/** A right click keeps a selection it falls into. */
function contextDown(over: Over): void {
  if (!currentRects().some((rect) => contains(rect, over.spot))) setRanges([singleCell(over.place)])
}

/** A click while a formula waits for a name writes what stands there into it. */
function pointAt(place: CellPlace): void {
  const reference = referenceTo(place)
  if (reference !== null) insertReference(reference)
  else
    notify({
      kind: 'refusal',
      message: 'A formula cannot refer to this line: it has no name here.',
      fix: 'Click a row or the heading of a group, or type a name.',
    })
}

function headerColumn(event: MouseEvent) {
  const target = event.target instanceof Element ? event.target : null
  if (event.button === 1 || !target || target.closest('.ag-header-cell-resize')) return null
  return columnOfHead(target)
}

/** The column whose head an element is part of. */
export function columnOfHead(target: Element): ColumnId | null {
  const id = target.closest('.ag-header-cell')?.getAttribute('col-id')
  return currentView().columns.find((column) => column === id) ?? null
}

function dragSelection(): void {
  drag(
    (spot) => extendTo(spot),
    () => undefined,
  )
}

function dragFill(source: Rect): void {
  const begin = { row: source.top, column: source.left }
  drag(
    (spot) => {
      filling = fillTarget(source, spot)
      grid()?.repaint()
    },
    () => {
      const target = filling
      filling = null
      grid()?.repaint()
      if (target && (target.top < begin.row || target.left < begin.column || target.bottom > source.bottom || target.right > source.right))
        fillTo(source, target)
    },
  )
}

/** A fill goes one way: up or down when the pointer left the block's rows, else left or right. */
function fillTarget(source: Rect, spot: Spot): Rect {
  const rows = spot.row < source.top || spot.row > source.bottom
  const corner = rows ? { row: spot.row, column: source.right } : { row: source.bottom, column: spot.column }
  const near = rectBetween({ row: source.top, column: source.left }, corner)
  return {
    top: Math.min(near.top, source.top),
    left: Math.min(near.left, source.left),
    bottom: Math.max(near.bottom, source.bottom),
    right: Math.max(near.right, source.right),
  }
}

/** Milliseconds between two rows while the pointer is held outside the sheet. */
const scrollPace = 40

/** Follows the pointer until it is let go; outside the sheet it scrolls on, row by row. */
function drag(over: (spot: Spot) => void, done: () => void): void {
  let last: Spot | null = null
  let outside = 0
  const sheet = document.querySelector('.sheet .ag-root-wrapper')?.getBoundingClientRect()
  const timer = setInterval(() => {
    if (outside === 0 || !last) return
    const view = currentView()
    last = { row: Math.max(0, Math.min(view.rows.length - 1, last.row + outside)), column: last.column }
    over(last)
    const row = view.rows[last.row]
    const column = view.columns[last.column]
    if (row && column) grid()?.reveal({ row: row.id, column })
  }, scrollPace)
  const move = (event: MouseEvent): void => {
    outside = !sheet ? 0 : event.clientY > sheet.bottom - 20 ? 1 : event.clientY < sheet.top + 20 ? -1 : 0
    const found = cellAt(document.elementFromPoint(event.clientX, event.clientY))
    if (!found || (last?.row === found.spot.row && last.column === found.spot.column)) return
    last = found.spot
    over(found.spot)
  }
  const up = (): void => {
    clearInterval(timer)
    removeEventListener('mousemove', move)
    removeEventListener('mouseup', up)
    done()
  }
  addEventListener('mousemove', move)
  addEventListener('mouseup', up)
}

export function doubleClick(event: MouseEvent): void {
  const edge = event.target instanceof Element ? event.target.closest('.ag-header-cell-resize') : null
  const column = edge && columnOfHead(edge)
  if (column !== null) {
    event.stopPropagation()
    fitColumns([column])
    return
  }
  const over = cellAt(event.target)
  if (!over || (event.target instanceof Element && event.target.closest('input'))) return
  const source = currentRects().at(-1)
  if (source && onHandle(over, event)) fillToEnd(source)
  else if (!toggleGroup(over.spot.row)) startEdit(null)
}

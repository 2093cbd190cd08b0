import { setCells, type CellWrite, type SetCells } from '#shared/commands/cells.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { canonicalText } from '#renderer/workspace/cells/commit.ts'
import { exactText, isEditable } from '#renderer/workspace/cells/text.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { setRanges } from '#renderer/workspace/selection.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { series, seriesBefore } from './fill.ts'
import { active, currentRects, currentView } from './live.ts'
import { rangeBetween, sizeOf, spotsIn, type Rect } from './range.ts'
import { keepSelection } from './selecting.ts'
import { componentAt, type SheetView, type Spot } from './view.ts'

/** Writing many cells in one step. The selection stays; headings and figures in it are passed over. */
export function writeCells(cells: readonly CellWrite[], label: string, add?: SetCells['add']): Refusal | null {
  if (cells.length === 0 && !add) return null
  const { selection, services } = workspace.getState()
  const refusal = edit(setCells, { cells, services, label, ...(add ? { add } : {}) })
  keepSelection(selection)
  return refusal
}

function textAt(view: SheetView, spot: Spot): string {
  const row = componentAt(view, spot.row)
  const column = view.columns[spot.column]
  return row && column ? exactText(row.component, column, workspace.getState().services) : ''
}

/** The writes for some cells, of those that can be written at all. */
function writes(spots: Iterable<Spot>, text: (spot: Spot) => string): readonly CellWrite[] {
  const view = currentView()
  const { services } = workspace.getState()
  const cells: CellWrite[] = []
  for (const spot of spots) {
    const row = componentAt(view, spot.row)
    const column = view.columns[spot.column]
    if (row && column && isEditable(row.component, column, services)) cells.push({ row: row.id, column, text: text(spot) })
  }
  return cells
}

export function clearCells(): void {
  writeCells(
    writes(spotsIn(currentRects()), () => ''),
    'Clear',
  )
}

/** Ctrl+Enter: what was typed goes into every selected cell. */
export function fillTyped(typed: string): Refusal | null {
  const view = currentView()
  const here = active()
  const row = here && componentAt(view, here.spot.row)
  if (!here || !row) return null
  const text = canonicalText(row.component, here.place.column, typed)
  return writeCells(
    writes(spotsIn(currentRects()), () => text),
    'Fill',
  )
}

/** Ctrl+Enter on cells nobody is editing: the active cell's content goes into all of them. */
export function fillActive(): void {
  const here = active()
  if (here)
    writeCells(
      writes(spotsIn(currentRects()), () => textAt(currentView(), here.spot)),
      'Fill',
    )
}

/** Ctrl+D: each block's first row into the rest of it; a single row takes the row above. */
export function fillDown(): void {
  const cells = currentRects().flatMap((rect) => {
    const from = firstComponentRow(rect)
    return from === null ? [] : writes(rowsBelow(rect, from), ({ column }) => textAt(currentView(), { row: from, column }))
  })
  writeCells(cells, 'Fill down')
}

function firstComponentRow(rect: Rect): number | null {
  const { rows } = currentView()
  if (rect.top === rect.bottom) {
    const above = rows.slice(0, rect.top).findLastIndex((row) => row.kind === 'component')
    return above < 0 ? null : above
  }
  for (let row = rect.top; row <= rect.bottom; row++) if (rows[row]?.kind === 'component') return row
  return null
}

function* rowsBelow(rect: Rect, from: number): Generator<Spot> {
  for (const spot of spotsIn([rect])) if (spot.row > from) yield spot
}

/** Ctrl+R: each block's first column into the rest of it; a single column takes the column before. */
export function fillRight(): void {
  const cells = currentRects().flatMap((rect) => {
    const from = rect.left === rect.right ? rect.left - 1 : rect.left
    if (from < 0) return []
    const rest = { ...rect, left: from + 1 }
    return writes(spotsIn([rest]), ({ row }) => textAt(currentView(), { row, column: from }))
  })
  writeCells(cells, 'Fill right')
}

/** Dragging the fill handle from `source` to a block that contains it. Numbers that stand at equal steps go on. */
export function fillTo(source: Rect, target: Rect): void {
  const down = target.bottom > source.bottom
  const up = target.top < source.top
  const cells = down || up ? fillRowsOf(source, target, up) : fillColumnsOf(source, target)
  const view = currentView()
  const refusal = writeCells(cells, 'Fill')
  const range = rangeBetween(view, { row: target.top, column: target.left }, { row: target.bottom, column: target.right })
  if (refusal === null && range) setRanges([range])
}

function fillRowsOf(source: Rect, target: Rect, up: boolean): readonly CellWrite[] {
  const view = currentView()
  const isRow = (row: number): boolean => view.rows[row]?.kind === 'component'
  const between = (from: number, to: number): readonly number[] =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at).filter(isRow)
  const sources = between(source.top, source.bottom)
  const targets = up ? between(target.top, source.top - 1) : between(source.bottom + 1, target.bottom)
  if (sources.length === 0) return []
  const cells: CellWrite[] = []
  for (let column = source.left; column <= source.right; column++) {
    const texts = sources.map((row) => textAt(view, { row, column }))
    const filled = (up ? seriesBefore : series)(texts, targets.length, view.columns[column] === 'name')
    const byRow = new Map(targets.map((row, at) => [row, filled[at] ?? '']))
    cells.push(
      ...writes(
        targets.map((row) => ({ row, column })),
        ({ row }) => byRow.get(row) ?? '',
      ),
    )
  }
  return cells
}

function fillColumnsOf(source: Rect, target: Rect): readonly CellWrite[] {
  const view = currentView()
  const left = target.left < source.left
  const rest = left ? { ...target, right: source.left - 1 } : { ...target, left: source.right + 1 }
  const { columns: width } = sizeOf(source)
  return writes(spotsIn([rest]), ({ row, column }) =>
    textAt(view, { row, column: source.left + ((((column - source.left) % width) + width) % width) }),
  )
}

/** Double click on the fill handle: down to the last row of the group the selection ends in. */
export function fillToEnd(source: Rect): void {
  const { rows } = currentView()
  let bottom = source.bottom
  while (rows[bottom + 1]?.kind === 'component') bottom++
  if (bottom > source.bottom) fillTo(source, { ...source, bottom })
}

/** Ctrl+': the text of the cell above. */
export function copyFromAbove(): void {
  const here = active()
  const above =
    here &&
    currentView()
      .rows.slice(0, here.spot.row)
      .findLastIndex((row) => row.kind === 'component')
  if (here && above !== null && above >= 0)
    writeCells(
      writes([here.spot], ({ column }) => textAt(currentView(), { row: above, column })),
      'Copy from above',
    )
}

import { createStore } from 'zustand/vanilla'
import { fieldOf } from '#shared/commands/columns.ts'
import type { CellWrite } from '#shared/commands/cells.ts'
import type { NewComponent } from '#shared/commands/components.ts'
import type { Component } from '#shared/document/types.ts'
import { canonicalise } from '#shared/formula/locale.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { exactText, type Services } from '#renderer/workspace/cells/text.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { setRanges } from '#renderer/workspace/selection.ts'
import { newId, workspace } from '#renderer/workspace/store.ts'
import type { CellRange } from '#renderer/workspace/types.ts'
import { readForeignHtml, readOwnHtml } from './clipboard-html.ts'
import { guarded, plainBlock, unguarded, writeHtml, type CopiedBlock, type CopiedCell } from './clipboard-text.ts'
import { writeCells } from './cells-actions.ts'
import { shownContext } from './context.ts'
import { currentView } from './live.ts'
import { columnUnder, headingsOf, unknownHeadings } from './paste-header.ts'
import { planPaste, type Landing, type PastePlan } from './paste-plan.ts'
import { pasteWhole } from './paste-whole.ts'
import { grid } from './port.ts'
import { askForRows } from './question.ts'
import { rangeBetween, rectOf, spotsIn, type Rect } from './range.ts'
import { plainRow } from './row-actions.ts'
import { plainText, shownCell } from './shown.ts'
import { readTsv, writeTsv, type Block } from './tsv.ts'
import { componentAt, type SheetView } from './view.ts'
import { readRows, rowsInWhole, withResults, writeRows } from './whole-rows.ts'

/** What was last copied here, framed on the sheet. `cut`: pasting moves it. */
export type Copied = { readonly token: string; readonly range: CellRange; readonly cut: boolean }

export const copied = createStore<{ readonly copied: Copied | null }>(() => ({ copied: null }))

export function forgetCopied(): void {
  if (copied.getState().copied !== null) copied.setState({ copied: null })
}

/** More cells than this from another program are a mistake, not a model. */
const mostCells = 2_000_000

/** Puts the last range on the clipboard, as text and as a table. False when nothing is selected. */
export function copyTo(clipboard: DataTransfer, cut: boolean): boolean {
  const view = currentView()
  const range = workspace.getState().selection.at(-1)
  const block = range && copiedBlock(view, range)
  if (!range || !block) return false
  clipboard.setData('text/plain', writeTsv(plainBlock(block)))
  clipboard.setData('text/html', writeHtml(block))
  copied.setState({ copied: { token: block.token, range, cut } })
  return true
}

function copiedBlock(view: SheetView, range: CellRange): CopiedBlock | null {
  const rect = rectOf(view, range)
  const context = shownContext()
  if (!rect || !context) return null
  const decimal = decimalMark(workspace.getState().locale)
  const rows: CopiedCell[][] = []
  for (const spot of spotsIn([rect])) {
    const row = view.rows[spot.row]
    const column = view.columns[spot.column]
    if (!row || !column) continue
    const cells = (rows[spot.row - rect.top] ??= [])
    const shown = shownCell(row, column, context)
    const plain = shown.value === null ? guarded(plainText(shown, decimal)) : plainText(shown, decimal)
    cells.push({
      plain,
      exact: row.kind === 'component' ? exactText(row.component, column, context.services) : null,
      value: shown.value === null ? null : String(shown.value),
    })
  }
  const { workbook } = workspace.getState()
  const whole = workbook ? rowsInWhole(view, rect, workbook.components) : []
  if (whole.length === 0) return { token: newId(), rows }
  const results = withResults(whole, context.calculator, context.services)
  return { token: newId(), rows, whole: { formulas: writeRows(whole), results: writeRows(results) } }
}

function decimalMark(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(0.5).find((part) => part.type === 'decimal')?.value ?? '.'
}

/** The texts of a clipboard and whether they are the document's own, to be taken as they are. */
type Read = { readonly block: Block; readonly own: CopiedBlock | null }

function read(clipboard: DataTransfer, values: boolean): Read {
  const html = clipboard.getData('text/html')
  const own = readOwnHtml(html)
  if (own) {
    // A heading has no text of the document: its line is left out.
    const rows = own.rows.filter((row) => row.some((cell) => cell.exact !== null))
    return { own, block: rows.map((row) => row.map((cell) => (values ? (cell.value ?? cell.exact) : cell.exact) ?? '')) }
  }
  const text = clipboard.getData('text/plain')
  const block = text === '' ? (readForeignHtml(html) ?? []) : readTsv(text)
  return { own: null, block: block.map((row) => row.map(unguarded)) }
}

/** Where a paste begins: at the last range, or at the first cell of a sheet that has no rows yet. */
function pasteTarget(): Rect | null {
  const view = currentView()
  if (view.rows.length === 0) return { top: 0, left: 0, bottom: 0, right: 0 }
  const range = workspace.getState().selection.at(-1)
  return range ? rectOf(view, range) : null
}

/** Pastes into the selection. `values`: results instead of formulas. Rows that are missing are added after a question. */
export async function pasteFrom(clipboard: DataTransfer, values: boolean): Promise<void> {
  const { block, own } = read(clipboard, values)
  const target = pasteTarget()
  if (!target || (block.length === 0 && own?.whole === undefined)) return
  if (block.length * Math.max(0, ...block.map((row) => row.length)) > mostCells) {
    notify({
      kind: 'refusal',
      message: 'This is too much to paste at once.',
      fix: `Paste fewer than ${mostCells.toLocaleString()} cells, or import the file.`,
    })
    return
  }
  const copies = own?.whole ? readRows(values ? own.whole.results : own.whole.formulas) : null
  if (own && copies) await pasteCopies(copies, own.token, target)
  else await pasteCells(block, own, target)
  grid()?.focus()
}

async function pasteCopies(copies: readonly Component[], token: string, target: Rect): Promise<void> {
  const source = cutBefore(token)
  const rect = source && rectOf(currentView(), source.range)
  const components = workspace.getState().workbook?.components
  const cut = rect && components ? rowsInWhole(currentView(), rect, components).map(({ id }) => id) : []
  if ((await pasteWhole(copies, target, cut)) && source) forgetCopied()
}

async function pasteCells(block: Block, own: CopiedBlock | null, target: Rect): Promise<void> {
  const headings = own === null && target.left === 0 ? headingsOf(block) : null
  const lines = headings ? block.slice(1) : block
  const view = currentView()
  const plan = headings ? planPaste(view, { ...target, right: 0 }, lines, headings.length) : planPaste(view, target, lines)
  const answer = plan.extra === 0 ? 'fit' : view.rows.length === 0 ? 'add' : await askForRows(plan.extra)
  if (answer !== 'cancel') perform(plan, own, answer === 'add', headings)
}

/** What was cut with this token and waits to be moved. */
function cutBefore(token: string | undefined): Copied | null {
  const moving = copied.getState().copied
  return moving?.cut === true && moving.token === token ? moving : null
}

function perform(plan: PastePlan, own: CopiedBlock | null, addRows: boolean, headings: readonly string[] | null): void {
  const view = currentView()
  const source = cutBefore(own?.token)
  const ids = Array.from({ length: addRows ? plan.extra : 0 }, () => newId())
  const writes = pasteWrites(view, plan.landings, ids, { own: own !== null, headings })
  const cleared = source ? clearedSource(view, source.range, writes) : []
  const add = ids.length === 0 ? undefined : { components: newRows(ids, writes), after: lastComponent(view) }
  const refusal = writeCells([...cleared, ...writes], source ? 'Move' : 'Paste', add)
  if (refusal !== null) return
  sayLost(plan, headings)
  if (source) forgetCopied()
  const after = currentView()
  const { top, left, right } = plan.covers
  const bottom = Math.min(after.rows.length - 1, plan.covers.bottom + ids.length)
  const range = rangeBetween(after, { row: top, column: left }, { row: bottom, column: right })
  if (range) setRanges([range])
}

/** What of the block found no column. */
function sayLost({ lost }: PastePlan, headings: readonly string[] | null): void {
  const unknown = headings ? unknownHeadings(headings, workspace.getState().services) : []
  if (unknown.length > 0)
    notify({
      kind: 'info',
      message: `${unknown.length === 1 ? 'A pasted column has' : 'Some pasted columns have'} no place here and ${unknown.length === 1 ? 'was' : 'were'} left out: ${unknown.join(', ')}.`,
    })
  if (lost > 0)
    notify({
      kind: 'info',
      message: `${String(lost)} ${lost === 1 ? 'column' : 'columns'} of the pasted block lay beyond the last column and ${lost === 1 ? 'was' : 'were'} left out.`,
    })
}

/** Rows to add, each with the name the block gives it, so that none has to be found for it and changed again. */
function newRows(ids: readonly string[], writes: readonly CellWrite[]): readonly NewComponent[] {
  const names = new Map(
    writes.filter((write) => write.column === 'name' && write.text.trim() !== '').map((write) => [write.row, write.text.trim()]),
  )
  return ids.map((id, at) => ({ service: plainRow, id, name: names.get(id) ?? `Pasted row ${String(at + 1)}` }))
}

function lastComponent(view: SheetView): string | null {
  return view.rows.findLast((row) => row.kind === 'component')?.id ?? null
}

type Meaning = { readonly own: boolean; readonly headings: readonly string[] | null }

/** What each row's cells become; a service pasted in the same row decides what its other cells mean. */
function pasteWrites(
  view: SheetView,
  landings: readonly Landing[],
  added: readonly string[],
  { own, headings }: Meaning,
): readonly CellWrite[] {
  const { services, locale } = workspace.getState()
  const columnOf = (at: number, service?: ServiceDeclaration) => (headings ? columnUnder(headings[at] ?? '', service) : view.columns[at])
  const writes: CellWrite[] = []
  for (const [at, cells] of byRow(landings)) {
    const component = componentAt(view, at)?.component
    const row = component?.id ?? added[at - view.rows.length]
    if (row === undefined) continue
    const pasted = cells.find(({ column }) => columnOf(column) === 'service')?.text
    const service = serviceNamed(pasted, services) ?? services.get(component?.service ?? plainRow)
    for (const { column: index, text } of cells) {
      const column = columnOf(index, service)
      // A new row keeps what it begins with where the block says nothing.
      if (!column || (component === undefined && text.trim() === '')) continue
      const field = fieldOf(column, service)
      if (field.kind === 'figure' || field.kind === 'nothing') continue
      const numeric = field.kind === 'input' && service?.inputs[field.input]?.kind === 'number'
      writes.push({ row, column, text: numeric && !own ? canonicalise(text, locale) : text })
    }
  }
  return writes
}

function byRow(landings: readonly Landing[]): ReadonlyMap<number, readonly Landing[]> {
  const rows = new Map<number, Landing[]>()
  for (const landing of landings) {
    const cells = rows.get(landing.row)
    if (cells) cells.push(landing)
    else rows.set(landing.row, [landing])
  }
  return rows
}

function serviceNamed(text: string | undefined, services: Services): ServiceDeclaration | undefined {
  if (text === undefined) return undefined
  const wanted = text.trim().toLowerCase()
  return services.get(text) ?? [...services.values()].find((service) => service.name.toLowerCase() === wanted)
}

/** The cells a move leaves empty: the cut block without those the paste writes again. */
function clearedSource(view: SheetView, range: CellRange, writes: readonly CellWrite[]): readonly CellWrite[] {
  const rect = rectOf(view, range)
  if (!rect) return []
  const written = new Map<string, Set<string>>()
  for (const { row, column } of writes) written.set(row, (written.get(row) ?? new Set()).add(column))
  return [...spotsIn([rect])].flatMap(({ row, column }) => {
    const component = componentAt(view, row)
    const id = view.columns[column]
    return component && id && !written.get(component.id)?.has(id) ? [{ row: component.id, column: id, text: '' }] : []
  })
}

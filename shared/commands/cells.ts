import { apply, squash } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import type { SheetColumn } from './columns.ts'
import { newRows } from './components.ts'
import type { AddComponents } from './components.ts'
import { replaced } from './records.ts'
import { renamedRows } from './rename-rows.ts'
import { isRefusal, refuse } from './refusal.ts'
import type { DocumentCommand, Refusal, ServiceShapes } from './types.ts'
import { writeCell } from './write-cell.ts'

/** `text` in canonical form (see shared/formula/locale.ts for what was typed in another locale). */
export type CellWrite = { readonly row: Id; readonly column: SheetColumn; readonly text: string }

export type SetCells = {
  readonly cells: readonly CellWrite[]
  readonly services: ServiceShapes
  /** Rows to make first, with ids that `cells` may name: what a paste needs below the last row. */
  readonly add?: Omit<AddComponents, 'services'>
  /** The step's name in "Undo …": `Paste`, `Fill down`, `Clear`. Absent: `Change a cell`. */
  readonly label?: string
}

/** Typing, pasting, filling and clearing: any cells of the sheet at once, or none of them. */
export const setCells: DocumentCommand<SetCells> = {
  id: 'cells.set',
  label: 'Change cells',
  keywords: ['type', 'paste', 'fill', 'clear'],
  describe: ({ label, cells }) => label ?? (cells.length === 1 ? 'Change a cell' : 'Change cells'),
  run: (workbook, args, supplies) => {
    const made = args.add === undefined ? [] : newRows(workbook, { ...args.add, services: args.services }, supplies)
    if (isRefusal(made)) return made
    const withRows = apply(workbook, made)
    const written = writeAll(withRows, args)
    return isRefusal(written) ? written : squash([...made, ...written])
  },
}

function writeAll(workbook: Workbook, { cells, services }: SetCells): readonly Change[] | Refusal {
  const touched = new Map<Id, Component>()
  let passedOver: Refusal | null = null
  // The service first: which input a Size or Count cell means depends on it.
  for (const { row: id, column, text } of cells.toSorted(serviceFirst)) {
    const row = touched.get(id) ?? workbook.components.get(id)
    if (row === undefined) return refuse('row-gone', refusals.rowGone())
    const next = writeCell(row, column, text, services)
    if (!isRefusal(next)) touched.set(id, next)
    else if (mayPassOver(next, text)) passedOver = next
    else return next
  }
  const changes = squash([...touched].flatMap(([id, after]) => changed(workbook, id, after)))
  if (changes.length === 0 && passedOver !== null) return passedOver
  if (!cells.some((cell) => cell.column === 'name')) return changes
  return squash([...changes, ...renamedRows(workbook, apply(workbook, changes))])
}

function serviceFirst(a: CellWrite, b: CellWrite): number {
  return Number(b.column === 'service') - Number(a.column === 'service')
}

/** In a block, figures stay what they are and clearing leaves what must not be empty; the rest of the block is written. */
function mayPassOver(refusal: Refusal, text: string): boolean {
  return refusal.code === 'computed' || (text.trim() === '' && (refusal.code === 'needs-name' || refusal.code === 'needs-service'))
}

function changed(workbook: Workbook, id: Id, after: Component): readonly Change[] {
  const before = workbook.components.get(id)
  return before === undefined || before === after ? [] : [replaced('components', before, after)]
}

import { apply, squash } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import { readCell } from '#shared/formula/index.ts'
import { refusals } from '#shared/messages/commands.ts'
import type { CellWrite } from './cells.ts'
import { fieldOf } from './columns.ts'
import { renameGroup } from './groups.ts'
import { replaced } from './records.ts'
import { isRefusal, refuse } from './refusal.ts'
import { renamedRows } from './rename-rows.ts'
import type { DocumentCommand, GroupRenaming, Refusal, ServiceShapes } from './types.ts'
import { writeCell } from './write-cell.ts'

export type ReplaceTexts = {
  /** The cells with the text each is to have, in canonical form. */
  readonly cells: readonly CellWrite[]
  /** Groups whose names are to change. */
  readonly groups: readonly GroupRenaming[]
  readonly services: ServiceShapes
}

/** A cell or group that keeps what it has, and why. */
type Left = { readonly what: string; readonly refusal: Refusal }
type Outcome = { readonly changes: readonly Change[]; readonly written: number; readonly left: readonly Left[] }

/**
 * New texts for many cells and groups in one step. Unlike a paste it writes what it can: what a cell does not take is left as it is and
 * said afterwards. Refused when none takes its text.
 */
export const replaceTexts: DocumentCommand<ReplaceTexts> = {
  id: 'cells.replace',
  label: 'Replace',
  keywords: ['find', 'search', 'change', 'text'],
  renamesGroups: ({ groups }) => groups.map(({ from, to }) => ({ from, to: to.trim() })),
  afterwards: (workbook, args) => {
    const { written, left } = outcomeOf(workbook, args)
    return written === 0
      ? null
      : refusals.replaced(
          written,
          left.map((one) => `${one.what}: ${one.refusal.message}`),
        )
  },
  run: (workbook, args) => {
    const { changes, left } = outcomeOf(workbook, args)
    const [first] = left
    return changes.length === 0 && first !== undefined ? { ...first.refusal, message: `${first.what}: ${first.refusal.message}` } : changes
  },
}

function outcomeOf(workbook: Workbook, args: ReplaceTexts): Outcome {
  const left: Left[] = []
  const written = writeEach(workbook, args, left)
  const cells = [...written.rows].flatMap(([id, after]) => changeOf(workbook, id, after))
  const named = apply(workbook, cells)
  const follow = args.cells.some((cell) => cell.column === 'name') ? renamedRows(workbook, named) : []
  let now = apply(named, follow)
  const groups: Change[] = []
  let renamed = 0
  for (const { from, to } of args.groups) {
    const changes = renameGroup.run(now, { from, to }, noSupplies)
    if (isRefusal(changes)) {
      left.push({ what: `Group ${from}`, refusal: changes })
      continue
    }
    now = apply(now, changes)
    groups.push(...changes)
    renamed += 1
  }
  return { changes: squash([...cells, ...follow, ...groups]), written: written.count + renamed, left }
}

/** Renaming a group makes no records and asks for no day. */
const noSupplies = { newId: () => '', today: '' }

function writeEach(workbook: Workbook, { cells, services }: ReplaceTexts, left: Left[]) {
  const rows = new Map<Id, Component>()
  let count = 0
  for (const write of cells) {
    const row = rows.get(write.row) ?? workbook.components.get(write.row)
    if (row === undefined) continue
    const next = written(row, write, services)
    if (isRefusal(next)) left.push({ what: `${row.name} (${write.column.replace('input:', '')})`, refusal: next })
    else if (next !== row) {
      rows.set(row.id, next)
      count += 1
    }
  }
  return { rows, count }
}

/** As if it were typed, but a number or formula that could be read must not become one that cannot. */
function written(row: Component, { column, text }: CellWrite, services: ServiceShapes): Component | Refusal {
  const service = services.get(row.service)
  const field = fieldOf(column, service)
  if (field.kind === 'input' && service?.inputs[field.input]?.kind === 'number') {
    const cell = readCell(text)
    const before = readCell(row.inputs[field.input] ?? '')
    if (cell.kind === 'problem' && before.kind !== 'problem') return refuse('unreadable', cell.problem)
  }
  return writeCell(row, column, text, services)
}

function changeOf(workbook: Workbook, id: Id, after: Component): readonly Change[] {
  const before = workbook.components.get(id)
  return before === undefined ? [] : [replaced('components', before, after)]
}

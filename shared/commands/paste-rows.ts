import { apply, squash } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { newRows } from './components.ts'
import { saidOfDeleted } from './deleted.ts'
import { freeNames, removed, replaced } from './records.ts'
import type { FreeNames } from './records.ts'
import { isRefusal, refuse } from './refusal.ts'
import { renamedRows } from './rename-rows.ts'
import type { DocumentCommand, Refusal, ServiceShapes } from './types.ts'

export type PasteRows = {
  /** Rows that become copies; each keeps its id and its place. */
  readonly over: readonly { readonly id: Id; readonly copy: Component }[]
  /** Copies that become new rows after `after` (null: at the end), with these ids. */
  readonly add: readonly { readonly id: Id; readonly copy: Component }[]
  readonly after: Id | null
  /** Rows that were cut and go, unless they are pasted over. */
  readonly cut: readonly Id[]
  readonly services: ServiceShapes
}

/** Whole rows put in the place of others or below them: everything a component is, under a name of its own. */
export const pasteRows: DocumentCommand<PasteRows> = {
  id: 'components.paste',
  label: 'Paste rows',
  keywords: ['copy', 'component'],
  describe: ({ cut, over, add }) => (cut.length > 0 ? 'Move rows' : over.length + add.length === 1 ? 'Paste a row' : 'Paste rows'),
  // A move takes no row away as long as each finds a place; a row it is put on, or one for which there was no room, is gone.
  afterwards: (workbook, args) => {
    const fewer = goneRows(workbook, args).length - args.add.length
    if (fewer <= 0) return null
    const pasted = new Set([...args.over, ...args.add].map(({ copy }) => copy.name))
    const lost = goneRows(workbook, args).filter((row) => !pasted.has(row.name))
    return lost.length === fewer
      ? saidOfDeleted(
          workbook,
          lost.map((row) => row.id),
        )
      : refusals.rowsReplaced(fewer)
  },
  run: (workbook, args, supplies) => {
    const over = new Set(args.over.map(({ id }) => id))
    const gone = goneRows(workbook, args)
    const kept = apply(
      workbook,
      gone.map((row) => removed('components', row)),
    )
    const names = freeNames([...kept.components.values()].filter((row) => !over.has(row.id)).map((row) => row.name))
    const written = copiesOver(kept, args, names)
    if (isRefusal(written)) return written
    const after = apply(kept, written)
    const components = args.add.map(({ id, copy }) => ({ ...copy, id, name: names.take(copy.name) }))
    // The row after which they come may be one that was cut.
    const last = args.after !== null && after.components.has(args.after) ? args.after : null
    const made = components.length === 0 ? [] : newRows(after, { components, after: last, services: args.services }, supplies)
    if (isRefusal(made)) return made
    const going = gone.map((row) => removed('components', row))
    return squash([...going, ...written, ...made, ...renamedRows(kept, apply(after, made))])
  },
}

/** Cut rows that nothing is pasted on. */
function goneRows(workbook: Workbook, { cut, over }: PasteRows): readonly Component[] {
  const written = new Set(over.map(({ id }) => id))
  return cut.filter((id) => !written.has(id)).flatMap((id) => workbook.components.get(id) ?? [])
}

function copiesOver(workbook: Workbook, { over, services }: PasteRows, names: FreeNames): readonly Change[] | Refusal {
  const changes: Change[] = []
  for (const { id, copy } of over) {
    const there = workbook.components.get(id)
    if (there === undefined) return refuse('row-gone', refusals.rowGone())
    if (!services.has(copy.service)) return refuse('no-service', refusals.noService(copy.service, []))
    changes.push(replaced('components', there, { ...copy, id, order: there.order, name: names.take(copy.name) }))
  }
  return changes
}

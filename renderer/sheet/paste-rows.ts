import { newRows } from '#shared/commands/components.ts'
import { removed, replaced, uniqueName } from '#shared/commands/records.ts'
import { renamedRows } from '#shared/commands/rename-rows.ts'
import { isRefusal, refuse } from '#shared/commands/refusal.ts'
import type { DocumentCommand, Refusal, ServiceShapes } from '#shared/commands/types.ts'
import { apply, squash } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'

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
  run: (workbook, args, supplies) => {
    const over = new Set(args.over.map(({ id }) => id))
    const gone = args.cut.filter((id) => !over.has(id)).flatMap((id) => workbook.components.get(id) ?? [])
    const kept = apply(
      workbook,
      gone.map((row) => removed('components', row)),
    )
    const names = new Set([...kept.components.values()].filter((row) => !over.has(row.id)).map((row) => row.name))
    const written = copiesOver(kept, args, names)
    if (isRefusal(written)) return written
    const after = apply(kept, written)
    const components = args.add.map(({ id, copy }) => ({ ...copy, id, name: taking(copy.name, names) }))
    // The row after which they come may be one that was cut.
    const last = args.after !== null && after.components.has(args.after) ? args.after : null
    const made = components.length === 0 ? [] : newRows(after, { components, after: last, services: args.services }, supplies)
    if (isRefusal(made)) return made
    const going = gone.map((row) => removed('components', row))
    return squash([...going, ...written, ...made, ...renamedRows(kept, apply(after, made))])
  },
}

function taking(name: string, names: Set<string>): string {
  const free = uniqueName(name, names)
  names.add(free)
  return free
}

function copiesOver(workbook: Workbook, { over, services }: PasteRows, names: Set<string>): readonly Change[] | Refusal {
  const changes: Change[] = []
  for (const { id, copy } of over) {
    const there = workbook.components.get(id)
    if (there === undefined) return refuse('row-gone', refusals.rowGone())
    if (!services.has(copy.service)) return refuse('no-service', refusals.noService(copy.service, []))
    changes.push(replaced('components', there, { ...copy, id, order: there.order, name: taking(copy.name, names) }))
  }
  return changes
}

import { newRows, moveComponents, type AddComponents } from '#shared/commands/components.ts'
import { groups } from '#shared/commands/grouped.ts'
import { placed, replaced } from '#shared/commands/records.ts'
import { isRefusal, refuse } from '#shared/commands/refusal.ts'
import type { DocumentCommand } from '#shared/commands/types.ts'
import { apply, squash } from '#shared/document/change.ts'
import type { Id } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'

/** Moves a whole group past the one above or below it. The first goes no further up, the last no further down. */
export const moveGroup: DocumentCommand<{ readonly group: string; readonly to: 'up' | 'down' }> = {
  id: 'groups.move',
  label: 'Move group',
  keywords: ['section', 'heading', 'order'],
  run: (workbook, { group, to }) => {
    const all = groups(workbook)
    const at = all.findIndex(({ name }) => name === group)
    const moving = all[at]
    if (moving === undefined) return refuse('no-group', refusals.noGroup(group))
    const beside = all[to === 'up' ? at - 1 : at + 1]
    if (beside === undefined) return []
    const last = (to === 'up' ? all[at - 2] : beside)?.rows.at(-1)?.id ?? null
    const shown = all.flatMap(({ rows }) => rows)
    return placed(shown, last, moving.rows).flatMap((row) => {
      const before = workbook.components.get(row.id)
      return before === undefined ? [] : [replaced('components', before, row)]
    })
  },
}

/** Adds rows above another, in its group. */
export const insertAbove: DocumentCommand<Omit<AddComponents, 'after'> & { readonly above: Id }> = {
  id: 'components.insert',
  label: 'Insert a row',
  keywords: ['component', 'add', 'new'],
  run: (workbook, { above, ...args }, supplies) => {
    const made = newRows(workbook, { ...args, after: above }, supplies)
    if (isRefusal(made)) return made
    const ids = made.flatMap(({ id, before }) => (before === null ? [id] : []))
    const moved = moveComponents.run(apply(workbook, made), { ids, to: { before: above } }, supplies)
    return isRefusal(moved) ? moved : squash([...made, ...moved])
  },
}

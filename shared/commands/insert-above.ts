import { apply, squash } from '#shared/document/change.ts'
import type { Id } from '#shared/document/types.ts'
import { moveComponents, newRows, type AddComponents } from './components.ts'
import { isRefusal } from './refusal.ts'
import type { DocumentCommand } from './types.ts'

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

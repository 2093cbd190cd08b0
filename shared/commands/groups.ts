import { squash } from '#shared/document/change.ts'
import { rows } from '#shared/document/rows.ts'
import { refusals } from '#shared/messages/commands.ts'
import { groups } from './grouped.ts'
import { placed, replaced } from './records.ts'
import type { Rewrite } from '#shared/document/rewrite.ts'
import type { EnvironmentRule } from '#shared/document/types.ts'
import { renaming, rewriteAll } from './references.ts'
import { refuse } from './refusal.ts'
import type { DocumentCommand } from './types.ts'

/** Renames a group: its rows, the budgets and the rules of environments about it, and every `subtotal("…")` that means it. */
export const renameGroup: DocumentCommand<{ readonly from: string; readonly to: string }> = {
  id: 'groups.rename',
  label: 'Rename group',
  keywords: ['section', 'heading', 'name'],
  run: (workbook, args) => {
    const { from } = args
    const to = args.to.trim()
    const sorted = rows(workbook.components)
    if (!sorted.some((row) => row.group === from)) return refuse('no-group', refusals.noGroup(from))
    if (to === '') return refuse('group-name', refusals.groupNeedsName())
    if (from === to) return []
    if (sorted.some((row) => row.group === to)) return refuse('group-taken', refusals.groupTaken(to))
    const renamed = rewriteAll(workbook, groupRenaming(from, to), {
      component: (row) => (row.group === from ? { ...row, group: to } : row),
      rule: (rule) => (from === '' ? rule : ruleOfGroup(rule, from, to)),
    })
    const budgets = rows(workbook.budgets)
      .filter((budget) => from !== '' && budget.scope === `group:${from}`)
      .map((budget) => replaced('budgets', budget, { ...budget, scope: `group:${to}` }))
    return squash([...renamed, ...budgets])
  },
}

/** A group is named by itself or, where something else has its name too, as `group:NAME`. Rows without one cannot be named. */
function groupRenaming(from: string, to: string): Rewrite {
  if (from === '') return (text) => text
  const bare = renaming({ kind: 'subtotal', of: from }, to)
  const explicit = renaming({ kind: 'subtotal', of: `group:${from}` }, `group:${to}`)
  return (text) => explicit(bare(text))
}

/** Rows that environments make follow the rows they are taken from; rules may be for a group, or put rows into one. */
function ruleOfGroup(rule: EnvironmentRule, from: string, to: string): EnvironmentRule {
  const match = rule.match === `group:${from}` ? `group:${to}` : rule.match
  const set = rule.set?.['group'] === from ? { ...rule.set, group: to } : rule.set
  return match === rule.match && set === rule.set ? rule : { ...rule, match, ...(set === undefined ? {} : { set }) }
}

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
    const shown = all.flatMap((one) => one.rows)
    return placed(shown, last, moving.rows).flatMap((row) => {
      const before = workbook.components.get(row.id)
      return before === undefined ? [] : [replaced('components', before, row)]
    })
  },
}

export const groupCommands = [renameGroup, moveGroup] as const

import { squash } from '#shared/document/change.ts'
import { rows } from '#shared/document/rows.ts'
import type { Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { groups } from './grouped.ts'
import { placed, replaced } from './records.ts'
import { refuse } from './refusal.ts'
import { rewriteAll } from './rewriting.ts'
import type { NewNames } from './rewriting.ts'
import type { DocumentCommand } from './types.ts'

/** Renames a group: its rows, the budgets and the rules of environments about it, and every `subtotal("…")` that means it. */
export const renameGroup: DocumentCommand<{ readonly from: string; readonly to: string }> = {
  id: 'groups.rename',
  label: 'Rename group',
  keywords: ['section', 'heading', 'name'],
  renamesGroups: ({ from, to }) => [{ from, to: to.trim() }],
  run: (workbook, args) => {
    const { from } = args
    const to = args.to.trim()
    const sorted = rows(workbook.components)
    if (!sorted.some((row) => row.group === from)) return refuse('no-group', refusals.noGroup(from))
    if (to === '') return refuse('group-name', refusals.groupNeedsName())
    if (from === to) return []
    if (sorted.some((row) => row.group === to)) return refuse('group-taken', refusals.groupTaken(to))
    return squash(rewriteAll(workbook, groupNames(workbook, from, to)))
  },
}

/**
 * A group is named by itself or, where something else has its name too, as `group:NAME`. Rows without one cannot be named. A bare name
 * means the group before it means an environment.
 */
export function groupNames(workbook: Workbook, from: string, to: string): NewNames {
  const groups = new Map([[from, to]])
  // In a scenario without the group's rows its bare name may mean an environment.
  const isMeant = rows(workbook.components).some((row) => row.group === from) || !hasEnvironment(workbook, from)
  const environments = new Map(hasEnvironment(workbook, to) ? [[to, `environment:${to}`]] : [])
  if (from === '') return { groups, subtotals: environments }
  const scopes = new Map([[`group:${from}`, `group:${to}`]])
  return { groups, scopes, subtotals: new Map([...(isMeant ? groups : []), ...scopes, ...environments]) }
}

function hasEnvironment({ components, environments }: Workbook, wanted: string): boolean {
  return [...environments.values()].some(({ name }) => name === wanted) || rows(components).some((row) => row.environment === wanted)
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

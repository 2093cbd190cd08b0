import { groups } from '#shared/commands/grouped.ts'
import type { Group } from '#shared/commands/grouped.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import type { Grouping, WorkspaceState } from './types.ts'
import { workspace } from './store.ts'

/** What the rows stand under, as the calculators add it up: their own group, or what the sheet is grouped by for now. */
export function groupOf(component: Component, groupBy: Grouping, services: WorkspaceState['services']): string {
  switch (groupBy) {
    case 'group':
      return component.group
    case 'environment':
      return component.environment
    case 'category':
      return services.get(component.service)?.category ?? 'other'
    case 'cloud':
      return services.get(component.service)?.cloud ?? 'general'
  }
}

type Made = {
  readonly components: ReadonlyMap<Id, Component>
  readonly services: unknown
  readonly by: Grouping
  readonly groups: readonly Group[]
}

let made: Made | null = null

/** The headings of the sheet in the order of their first row, each with its rows. Made once per table of rows. */
export function shownGroups(
  workbook: Workbook,
  state: Pick<WorkspaceState, 'groupBy' | 'services'> = workspace.getState(),
): readonly Group[] {
  const { groupBy, services } = state
  if (groupBy === 'group') return groups(workbook)
  const { components } = workbook
  if (made?.components === components && made.services === services && made.by === groupBy) return made.groups
  const byName = new Map<string, Component[]>()
  for (const row of rows(components)) {
    const name = groupOf(row, groupBy, services)
    const members = byName.get(name)
    if (members) members.push(row)
    else byName.set(name, [row])
  }
  made = { components, services, by: groupBy, groups: [...byName].map(([name, members]) => ({ name, rows: members })) }
  return made.groups
}

/** Groups the sheet another way; headings folded before are other headings now. */
export function setGroupBy(groupBy: Grouping): void {
  if (workspace.getState().groupBy !== groupBy) workspace.setState({ groupBy, collapsed: new Set() })
}

import { groups } from '#shared/commands/grouped.ts'
import type { Group } from '#shared/commands/grouped.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import type { Calculator, Money } from '#pricing/calculator/types.ts'
import { categoryNames } from '#renderer/ui/category-names.ts'
import { cloudNames } from '#renderer/ui/cloud-names.ts'
import type { Grouping, WorkspaceState } from './types.ts'
import { workspace } from './store.ts'

export const groupings = ['group', 'environment', 'category', 'cloud'] as const satisfies readonly Grouping[]

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

/** The name of a heading as it is read: names of categories and clouds are ours, all others a person's. */
export function headingText(name: string, groupBy: Grouping): string {
  if (name === '') return `No ${groupBy}`
  if (groupBy === 'category') return ours(categoryNames, name)
  if (groupBy === 'cloud') return name === 'general' ? 'No provider' : ours(cloudNames, name)
  return name
}

function ours(names: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name
}

type Summed = {
  readonly calculator: Calculator
  readonly figures: number
  readonly by: Grouping
  readonly subtotals: ReadonlyMap<string, Money>
}

let summed: Summed | null = null

/** The subtotal under each heading of the sheet, by its name. Added up once for the same figures. */
export function shownSubtotals(): ReadonlyMap<string, Money> {
  const { calculator, figures, groupBy: by } = workspace.getState()
  if (calculator === null) return new Map()
  if (summed?.calculator !== calculator || summed.figures !== figures || summed.by !== by)
    summed = { calculator, figures, by, subtotals: calculator.subtotals(by) }
  return summed.subtotals
}

/** Groups the sheet another way; headings folded before are other headings now. */
export function setGroupBy(groupBy: Grouping): void {
  if (workspace.getState().groupBy !== groupBy) workspace.setState({ groupBy, collapsed: new Set() })
}

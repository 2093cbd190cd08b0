import { rows } from '#shared/document/rows.ts'
import type { Scenario, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { printUse, usesOf } from './references.ts'
import { refuse } from './refusal.ts'
import type { GroupRenaming, Refusal } from './types.ts'

/** A scenario before and after an edit of what it stands on. */
type Below = { readonly scenario: Scenario; readonly before: Workbook; readonly after: Workbook }

/** Why new names cannot be given: something else in the scenario has one of them. Null where they can. */
export function takenBelow({ scenario, before, after }: Below, groups: readonly GroupRenaming[]): Refusal | null {
  for (const [table, word] of named) {
    const taken = twice(before[table], after[table], table !== 'drivers')
    if (taken !== null) return refuse('taken-below', refusals.takenBelow(scenario.name, word, taken))
  }
  const inGroups = new Set(rows(before.components).map(({ group }) => group))
  const met = groups.find(({ from, to }) => inGroups.has(from) && inGroups.has(to) && !groups.some((other) => other.from === to))
  return met === undefined ? null : refuse('taken-below', refusals.takenBelow(scenario.name, 'group', met.to))
}

const named = [
  ['drivers', 'driver'],
  ['schedules', 'schedule'],
  ['environments', 'environment'],
] as const

type Named = ReadonlyMap<string, { readonly id: string; readonly name: string }>

/** A name that a record got and another one has. */
function twice(before: Named, after: Named, isAnyCase: boolean): string | null {
  const same = (one: string, other: string) => (isAnyCase ? one.toLowerCase() === other.toLowerCase() : one === other)
  for (const { id, name } of after.values()) {
    const was = before.get(id)?.name ?? name
    if (was !== name && [...after.values()].some((other) => other.id !== id && same(other.name, name))) return name
  }
  return null
}

/** Why a driver or schedule cannot be deleted: formulas of the scenario name it. Null where none does. */
export function missedBelow({ scenario, before, after }: Below): Refusal | null {
  const inScenario = (use: string) => `${use} in “${scenario.name}”`
  for (const { name } of goneFrom(before.drivers, after.drivers)) {
    const uses = usesOf(after, { kind: 'name', name }).map(printUse).map(inScenario)
    if (uses.length > 0) return refuse('driver-used', refusals.driverUsed(name, uses))
  }
  for (const { name } of goneFrom(before.schedules, after.schedules)) {
    const uses = usesOf(after, { kind: 'schedule', schedule: name }).map(printUse).map(inScenario)
    if (uses.length > 0) return refuse('schedule-used', refusals.scheduleUsed(name, uses))
  }
  return null
}

/** What is gone, and no other has its name. */
function goneFrom(before: Named, after: Named) {
  if (before === after) return []
  const names = new Set(Array.from(after.values(), ({ name }) => name))
  return [...before.values()].filter(({ id, name }) => !after.has(id) && !names.has(name))
}

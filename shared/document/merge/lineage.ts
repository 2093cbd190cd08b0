import { joined } from '../scenarios/record.ts'
import type { Id, Scenario } from '../types.ts'
import type { Merging } from './merging.ts'
import { placeOf } from './merging.ts'
import { nameOf } from './text.ts'
import type { MergeNote } from './types.ts'

type Scenarios = ReadonlyMap<Id, Scenario>
type Copies = { readonly base: Scenarios | null; readonly ours: Scenarios; readonly theirs: Scenarios }

/**
 * Scenarios that stand on the base or on one that exists, and none on itself. One whose parent was deleted by the other copy takes over
 * what the parent held, as it does when a parent is deleted here, so that no figure of it moves. Where each copy hung one scenario
 * under the other, that is a conflict.
 */
export function withParents(
  merged: Scenarios,
  copies: Copies,
  merge: Merging,
): { readonly scenarios: Scenarios; readonly notes: readonly MergeNote[] } {
  const notes: MergeNote[] = []
  const scenarios = new Map(Array.from(merged, ([id, scenario]) => [id, standing(scenario, merged, copies, notes)]))
  for (let ring = ringIn(scenarios); ring.length > 0; ring = ringIn(scenarios)) untied(ring, scenarios, copies, merge)
  return { scenarios, notes }
}

function standing(scenario: Scenario, merged: Scenarios, copies: Copies, notes: MergeNote[]): Scenario {
  const { parent } = scenario
  if (parent === null || merged.has(parent)) return scenario
  const gone = copies.theirs.get(parent) ?? copies.ours.get(parent) ?? copies.base?.get(parent)
  notes.push({
    message: `The scenario “${nameOf(scenario)}” stood on “${gone === undefined ? parent : nameOf(gone)}”, which was deleted.`,
    fix: 'It now holds itself what that one held: its figures are the same.',
  })
  const overrides = joined(gone?.overrides ?? [], scenario.overrides)
  return standing({ ...scenario, parent: gone?.parent ?? null, overrides }, merged, copies, notes)
}

/** Scenarios that stand on each other in a circle; empty: there are none. */
function ringIn(scenarios: Scenarios): readonly Scenario[] {
  for (const start of scenarios.values()) {
    const seen: Scenario[] = []
    for (let at: Scenario | undefined = start; at !== undefined; at = at.parent === null ? undefined : scenarios.get(at.parent)) {
      const from = seen.indexOf(at)
      if (from >= 0) return seen.slice(from)
      seen.push(at)
    }
  }
  return []
}

/** Each stands where the chosen copy has it; what that copy does not know, or what would close the circle again, stands on the base. */
function untied(ring: readonly Scenario[], scenarios: Map<Id, Scenario>, { base, ours, theirs }: Copies, merge: Merging): void {
  const sides = ring.map((scenario) => {
    const parents = { base: base?.get(scenario.id), ours: ours.get(scenario.id), theirs: theirs.get(scenario.id) }
    const text = (of: Scenario | undefined) =>
      of === undefined ? null : of.parent === null ? 'the base' : (scenarios.get(of.parent)?.name ?? of.parent)
    const side = merge.settle({
      ...placeOf('scenarios', scenario, null),
      field: 'parent',
      base: text(parents.base),
      ours: text(parents.ours),
      theirs: text(parents.theirs),
    })
    return { scenario, parent: parents[side]?.parent ?? null }
  })
  for (const { scenario, parent } of sides) {
    scenarios.set(scenario.id, { ...scenario, parent: parent !== null && scenarios.has(parent) ? parent : null })
  }
  const [first] = ringIn(scenarios)
  if (first !== undefined && ring.some(({ id }) => id === first.id)) scenarios.set(first.id, { ...first, parent: null })
}

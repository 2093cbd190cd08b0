import { takenRow } from '#shared/document/environments.ts'
import type { Id, OverriddenTable, Scenario } from '#shared/document/types.ts'
import type { Report } from '../report.ts'
import { computed } from './sheet.ts'
import type { Computed } from './sheet.ts'

/** A number that a person wrote, as the document names it. */
export type Place = { readonly table: OverriddenTable; readonly id: Id; readonly field: string }

/** Numbers written so far: by scenario (empty: the base), then by their places. */
export type Literals = Map<Id, Map<string, { readonly text: string; readonly cell: string }>>

/**
 * What a scenario leaves as its parent has it follows the parent's cell, so that a change there reaches it as it does in the app; what it
 * overrides is its own, also where it says the same. A parent that is not exported, or does not read the number, hands on what it
 * inherits itself. Parents must be written before their children. Null where nothing is followed.
 */
export function inherited(
  literals: Literals,
  { lineage }: Report,
  at: Place,
  own: { readonly text: string; readonly cell: string; readonly value: number },
): Computed | null {
  const key = `${at.table}/${at.id}/${at.field}`
  const ofScenario = literals.get(lineage.at(-1)?.id ?? '') ?? new Map<string, { readonly text: string; readonly cell: string }>()
  literals.set(lineage.at(-1)?.id ?? '', ofScenario.set(key, { text: own.text, cell: own.cell }))
  for (const [above, scenario] of [...lineage.entries()].toReversed()) {
    if (overrides(scenario, at)) return null
    const found = literals.get(lineage[above - 1]?.id ?? '')?.get(key)
    if (found !== undefined) return found.text === own.text ? computed(found.cell, own.value) : null
  }
  return null
}

/** Whether a scenario says itself what stands there: the field, the map it is in, its whole record, or of a taken row its environment's rules. */
function overrides(scenario: Scenario, { table, id, field }: Place): boolean {
  const environment = table === 'components' ? takenRow(id)?.environment : undefined
  return scenario.overrides.some((one) => {
    if (one.table === 'environments' && one.id === environment) return true
    if (one.table !== table || one.id !== id) return false
    return one.kind !== 'set' || one.field === field || field.startsWith(`${one.field}.`)
  })
}

/** The order in which scenarios are written: as they are, but parents before their children. */
export function parentsFirst<Placed extends { readonly report: Report }>(placed: readonly Placed[]): readonly Placed[] {
  return placed.toSorted((a, b) => a.report.lineage.length - b.report.lineage.length)
}

import type { Id, Override } from '#shared/document/types.ts'
import type { Change } from '#shared/document/change.ts'
import { apply } from '#shared/document/change.ts'
import { refusals } from '#shared/messages/commands.ts'
import { refuse } from './refusal.ts'
import { addScenario } from './scenarios.ts'
import type { DocumentCommand } from './types.ts'

/** A scenario to be made: its name, a number added where that is taken, and what it holds differently from what it stands on. */
export type NewDesign = { readonly id?: Id; readonly name: string; readonly overrides: readonly Override[] }

/** Several scenarios on the same parent in one step: one design in several regions, or on several clouds. */
export const addDesigns: DocumentCommand<{ readonly parent: Id | null; readonly designs: readonly NewDesign[] }> = {
  id: 'scenarios.addDesigns',
  label: 'Add scenarios',
  keywords: ['regions', 'clouds', 'several', 'variants'],
  on: 'document',
  run: (workbook, { parent, designs }, supplies) => {
    if (designs.length === 0) return refuse('no-designs', refusals.noDesigns())
    const changes: Change[] = []
    let now = workbook
    for (const { id = supplies.newId(), name, overrides } of designs) {
      const outcome = addScenario.run(now, { id, parent, name: freeName(name, [...now.scenarios.values()]) }, supplies)
      if ('refused' in outcome) return outcome
      const withOverrides = outcome.map((change): Change =>
        change.table === 'scenarios' && change.id === id && change.after !== null
          ? { ...change, after: { ...change.after, overrides } }
          : change,
      )
      now = apply(now, withOverrides)
      changes.push(...withOverrides)
    }
    return changes
  },
}

function freeName(wanted: string, taken: readonly { readonly name: string }[]): string {
  const names = new Set(taken.map(({ name }) => name.toLowerCase()))
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} ${String(number)}`
    if (!names.has(name.toLowerCase())) return name
  }
}

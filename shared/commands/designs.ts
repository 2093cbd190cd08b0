import { apply, squash } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { asDocumentEdits } from '#shared/document/shown.ts'
import type { Id } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { freeNames } from './records.ts'
import { refuse } from './refusal.ts'
import { addScenario } from './scenarios.ts'
import type { DocumentCommand } from './types.ts'

/** A scenario to be made: its name, a number added where that is taken, and edits of what its parent shows. */
export type NewDesign = { readonly id?: Id; readonly name: string; readonly changes: readonly Change[] }

/** Several scenarios on the same parent in one step: one design in several regions, or on several clouds. */
export const addDesigns: DocumentCommand<{ readonly parent: Id | null; readonly designs: readonly NewDesign[] }> = {
  id: 'scenarios.addDesigns',
  label: 'Add scenarios',
  keywords: ['regions', 'clouds', 'several', 'variants'],
  on: 'document',
  run: (workbook, { parent, designs }, supplies) => {
    if (designs.length === 0) return refuse('no-designs', refusals.noDesigns())
    const names = freeNames(Array.from(workbook.scenarios.values(), ({ name }) => name))
    const made: Change[] = []
    let now = workbook
    for (const { id = supplies.newId(), name, changes } of designs) {
      const added = addScenario.run(now, { id, parent, name: names.take(name) }, supplies)
      if ('refused' in added) return added
      now = apply(now, added)
      const edits = asDocumentEdits(now, id, changes)
      now = apply(now, edits)
      made.push(...added, ...edits)
    }
    return squash(made)
  },
}

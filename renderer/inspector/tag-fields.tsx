import { printTags } from '#shared/commands/tags-text.ts'
import type { Component } from '#shared/document/types.ts'
import { DraftInput } from '#renderer/ui/draft-input.tsx'
import { setCell } from './edits.ts'
import { FieldRow } from './field-row.tsx'

/** The row's tags in one line, `team=ml, stage=prod`. */
export function TagFields({ component }: { readonly component: Component }) {
  return (
    <section className="inspector-section" aria-label="Tags">
      <FieldRow
        label="Tags"
        help="Write name=value, separated by commas: team=ml, stage=prod. Budgets and subtotals can go by tag."
        anchor="tags"
      >
        {(ids) => (
          <DraftInput
            {...ids}
            label="Tags"
            text={printTags(component.tags)}
            placeholder="team=ml, stage=prod"
            commit={(text) => setCell(component.id, 'tags', text)}
          />
        )}
      </FieldRow>
    </section>
  )
}

import { useId, useRef } from 'react'
import { canonicalise, localise } from '#shared/formula/index.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { acceptsReference, takeReferences } from '#renderer/workspace/editing.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import { RefusalNote } from './refusal-note.tsx'
import { noSuggestions, SuggestField } from './suggest-field.tsx'
import type { SuggestFieldHandle } from './suggest-field.tsx'
import { useDraft } from './use-draft.ts'
import { useFormulaSuggestions } from './use-formula-suggestions.ts'
import './draft.css'

type Props = {
  readonly id?: string
  readonly label: string
  /** Canonical text; shown and typed in the person's locale. */
  readonly text: string
  readonly commit: (canonical: string) => Refusal | null
  readonly describedBy?: string
  readonly placeholder?: string
}

/** A value or formula, with the suggestions of the sheet's cells. Taken with Enter, Tab or by leaving; Escape restores. */
export function FormulaField({ label, text, commit, describedBy, placeholder, ...props }: Props) {
  const locale = useWorkspace((state) => state.locale)
  const draft = useDraft(localise(text, locale), (typed) => commit(canonicalise(typed, locale)))
  const suggest = useFormulaSuggestions()
  const field = useRef<SuggestFieldHandle>(null)
  const release = useRef<(() => void) | null>(null)
  const made = useId()
  const id = props.id ?? made
  const note = draft.refusal === null ? describedBy : `${describedBy ?? ''} ${id}-refusal`.trim()
  return (
    <span className="draft">
      <SuggestField
        ref={field}
        id={id}
        label={label}
        value={draft.shown}
        suggest={draft.typing ? suggest : () => noSuggestions}
        onChange={draft.type}
        onKey={draft.keyDown}
        onFocus={() => {
          release.current = takeReferences({
            accepts: () => acceptsReference(field.current?.before() ?? ''),
            insert: (reference) => field.current?.insert(reference),
          })
        }}
        onBlur={() => {
          release.current?.()
          draft.leave()
        }}
        {...(note === undefined ? {} : { describedBy: note })}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      <RefusalNote id={`${id}-refusal`} refusal={draft.refusal} />
    </span>
  )
}

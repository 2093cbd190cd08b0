import { useId } from 'react'
import type { Refusal } from '#shared/commands/types.ts'
import './field.css'
import { RefusalNote } from './refusal-note.tsx'
import { useDraft } from './use-draft.ts'
import type { Draft } from './use-draft.ts'
import './draft.css'

type Look = {
  readonly id?: string
  readonly label: string
  readonly className?: string
  readonly placeholder?: string
  readonly describedBy?: string
  /** Texts offered while typing; any other may be typed. */
  readonly choices?: readonly string[]
  readonly inputMode?: 'decimal' | 'text'
  readonly testId?: string
}

type Props = Look & { readonly text: string; readonly commit: (text: string) => Refusal | null }

/** A line of text taken with Enter, Tab or by leaving the field; Escape brings back what was there. */
export function DraftInput({ text, commit, ...look }: Props) {
  return <DraftField {...look} draft={useDraft(text, commit)} />
}

/** The same for whoever must know what is being typed. */
export function DraftField({ draft, ...props }: Look & { readonly draft: Draft }) {
  const made = useId()
  const id = props.id ?? made
  return (
    <span className="draft">
      <input
        id={id}
        className={`ui-input ${props.className ?? ''}`}
        aria-label={props.label}
        aria-invalid={draft.refusal !== null || undefined}
        aria-describedby={[props.describedBy, draft.refusal === null ? undefined : `${id}-refusal`].filter(Boolean).join(' ') || undefined}
        list={props.choices === undefined ? undefined : `${id}-choices`}
        inputMode={props.inputMode}
        placeholder={props.placeholder}
        data-testid={props.testId}
        autoComplete="off"
        spellCheck={false}
        value={draft.shown}
        onChange={(event) => draft.type(event.target.value)}
        onBlur={draft.leave}
        onKeyDown={draft.keyDown}
      />
      {props.choices !== undefined && (
        <datalist id={`${id}-choices`}>
          {props.choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      <RefusalNote id={`${id}-refusal`} refusal={draft.refusal} />
    </span>
  )
}

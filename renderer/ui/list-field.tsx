import { useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Refusal } from '#shared/commands/types.ts'
import { noSuggestions, SuggestField } from './suggest-field.tsx'
import type { Suggestions } from './suggest-field.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { useDraft } from './use-draft.ts'
import './draft.css'

export type ListItem = {
  readonly value: string
  readonly label: string
  readonly detail: string
  /** Further words it is found by. */
  readonly words?: string
}

type Props = {
  readonly id?: string
  readonly label: string
  /** The value chosen now. */
  readonly value: string
  /** The items that match what was typed, best first; all of them for an empty query. */
  readonly find: (query: string) => readonly ListItem[]
  readonly commit: (value: string) => Refusal | null
  readonly describedBy?: string
  readonly placeholder?: string
}

/** One of a long list, found by typing. The list opens with a click, the arrow keys or the first letter typed. */
export function ListField({ label, value, find, commit, describedBy, placeholder, ...props }: Props) {
  const [open, setOpen] = useState(false)
  const draft = useDraft(value, take)
  const made = useId()
  const id = props.id ?? made

  function take(text: string): Refusal | null {
    setOpen(false)
    return commit(text.trim())
  }

  function suggest(text: string): Suggestions {
    if (!open && !draft.typing) return noSuggestions
    const items = find(text === value ? '' : text.trim())
    return {
      kind: 'list',
      hint: null,
      items: items.map((item) => ({ key: item.value, label: item.label, detail: item.detail, text: item.value, caret: item.value.length })),
    }
  }

  function keyDown(event: KeyboardEvent, text: string) {
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !open) setOpen(true)
    else if (event.key === 'Escape' && open && !draft.typing) closeOnly(event)
    else if (event.key === 'Enter') draft.settleWith(text)
    else draft.keyDown(event)
  }

  function closeOnly(event: KeyboardEvent) {
    event.preventDefault()
    event.stopPropagation()
    setOpen(false)
  }

  const note = draft.refusal === null ? describedBy : `${describedBy ?? ''} ${id}-refusal`.trim()
  return (
    <span className="draft" onClick={(event) => event.target instanceof HTMLInputElement && setOpen(true)}>
      <SuggestField
        id={id}
        label={label}
        value={draft.shown}
        suggest={suggest}
        onChange={draft.type}
        onKey={keyDown}
        onPick={draft.settleWith}
        onBlur={() => {
          setOpen(false)
          draft.leave()
        }}
        {...(note === undefined ? {} : { describedBy: note })}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      <RefusalNote id={`${id}-refusal`} refusal={draft.refusal} />
    </span>
  )
}

import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Refusal } from '#shared/commands/types.ts'
import { afterPress } from './after-press.ts'

export type Draft = {
  /** What the field shows: the draft while somebody types, else the text of the document. */
  readonly shown: string
  readonly typing: boolean
  /** Why the last attempt was not taken; the draft stays, so that nothing typed is lost. */
  readonly refusal: Refusal | null
  readonly type: (draft: string) => void
  /** Hands the draft over; true when nothing is left to hand over. */
  readonly settle: () => boolean
  /** The same with this text in place of the draft. */
  readonly settleWith: (text: string) => boolean
  /** The same for a field that is left. */
  readonly leave: () => void
  readonly cancel: () => void
  /** Enter hands over, Escape restores (and only then is an Escape kept from what lies around the field). */
  readonly keyDown: (event: KeyboardEvent) => void
}

/** Text being typed into a field that is committed whole, with Enter or by leaving the field. */
export function useDraft(text: string, commit: (draft: string) => Refusal | null): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  function cancel() {
    setDraft(null)
    setRefusal(null)
  }

  function settleWith(typed: string): boolean {
    const refused = typed === text ? null : commit(typed)
    setDraft(refused === null ? null : typed)
    setRefusal(refused)
    return refused === null
  }

  function settle(): boolean {
    return settleWith(draft ?? text)
  }

  function leave() {
    if (draft !== null) afterPress(settle)
  }

  function keyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      settle()
    }
    if (event.key === 'Escape' && draft !== null) {
      event.preventDefault()
      event.stopPropagation()
      cancel()
    }
  }

  return { shown: draft ?? text, typing: draft !== null, refusal, type: setDraft, settle, settleWith, leave, cancel, keyDown }
}

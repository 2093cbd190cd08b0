import { useState } from 'react'

/** What a dialog holds that is not in the workbook yet, and the question before it is thrown away. */
export type Unsaved = {
  /** What would be lost; null while nothing would be. */
  readonly words: string | null
  readonly isAsking: boolean
  /** Does it, once nothing is lost by it or the person said so. */
  readonly before: (leave: () => void) => void
  readonly keep: () => void
  readonly discard: () => void
}

/** `words`: a sentence that says what is not taken over yet, null where nothing is lost. */
export function useUnsaved(words: string | null): Unsaved {
  const [leave, setLeave] = useState<(() => void) | null>(null)
  const keep = () => setLeave(null)
  return {
    words,
    isAsking: leave !== null && words !== null,
    before: (go) => (words === null ? go() : setLeave(() => go)),
    keep,
    discard: () => {
      keep()
      leave?.()
    },
  }
}

import { useId, useState } from 'react'
import type { ReactNode } from 'react'

export const NOTHING = 'not there'

/** Longer texts are folded, to four lines. */
const FOLDED = { characters: 120, lines: 4 }

type Props = {
  readonly text: string | null
  /** What stands around the text, without the button that unfolds it. */
  readonly children: (text: ReactNode) => ReactNode
}

/** What stands in a cell. A long text is folded until somebody wants the whole of it. */
export function CellText({ text, children }: Props) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  if (text === null || text === '') return children(<span className="merge-nothing">{text === null ? NOTHING : 'empty'}</span>)
  const isLong = text.length > FOLDED.characters || text.split('\n').length > FOLDED.lines
  return (
    <>
      {children(
        <span id={id} className="merge-value" data-folded={(isLong && !isOpen) || undefined}>
          {text}
        </span>,
      )}
      {isLong && (
        <button type="button" className="merge-unfold" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Less' : 'All of it'}
        </button>
      )}
    </>
  )
}

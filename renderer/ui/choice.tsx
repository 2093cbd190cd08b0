import type { ReactNode } from 'react'
import './choice.css'

/** One of a list of things to take, as wide as the list. */
export function Choice({ onChoose, children }: { readonly onChoose: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="ui-choice" onClick={onChoose}>
      {children}
    </button>
  )
}

import { ArrowUpRight } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'

type Props = { readonly href: string; readonly children: ReactNode }

/** A page outside: in the person's browser, never in this window. */
export function ExternalLink({ href, children }: Props) {
  function follow(event: MouseEvent) {
    const { desktop } = window
    if (desktop === undefined) return
    event.preventDefault()
    void desktop.openExternal(href)
  }
  return (
    <a className="inspector-link" href={href} target="_blank" rel="noopener noreferrer" onClick={follow}>
      {children}
      <ArrowUpRight size={12} aria-hidden="true" />
      <span className="ui-hidden"> (opens in the browser)</span>
    </a>
  )
}

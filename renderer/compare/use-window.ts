import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

/** Lines kept ready above and below what is in sight. */
const ahead = 12

type Window = { readonly from: number; readonly to: number; readonly height: number; readonly lineHeight: number }

/** Which of so many lines of one height are in sight of a scrolling element. Heights in px. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number): Window {
  const [place, setPlace] = useState({ first: 0, shown: 60, lineHeight: 28 })
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const look = () => {
      const lineHeight = lineHeightOf(element)
      const first = Math.floor(element.scrollTop / lineHeight)
      const shown = Math.ceil(element.clientHeight / lineHeight)
      setPlace((now) => (now.first === first && now.shown === shown && now.lineHeight === lineHeight ? now : { first, shown, lineHeight }))
    }
    look()
    const over = new AbortController()
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { signal: over.signal, passive: true })
    return () => {
      over.abort()
      sizes.disconnect()
    }
  }, [scroller])
  const { first, shown, lineHeight } = place
  return {
    from: Math.max(0, Math.min(first, count) - ahead),
    to: Math.min(count, first + shown + ahead),
    height: count * lineHeight,
    lineHeight,
  }
}

/** The height of a line as compare.css has it, in px. */
function lineHeightOf(element: HTMLElement): number {
  return 1.75 * remOf(element)
}

/** The size of the page's letters in px: everything grows with them. */
function remOf(element: HTMLElement): number {
  const rem = Number.parseFloat(getComputedStyle(element.ownerDocument.documentElement).fontSize)
  return Number.isFinite(rem) ? rem : 16
}

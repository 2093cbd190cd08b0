import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

type Overflow = { readonly before: boolean; readonly after: boolean }

const fits: Overflow = { before: false, after: false }

/** Whether a line of tabs is longer than its place, and to which side there is more of it. The wheel scrolls it sideways. */
export function useOverflow(list: RefObject<HTMLElement | null>) {
  const [overflow, setOverflow] = useState(fits)
  useEffect(() => {
    const element = list.current
    if (element === null) return
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element
      const next = scrollWidth <= clientWidth + 1 ? fits : { before: scrollLeft > 1, after: scrollLeft + clientWidth < scrollWidth - 1 }
      setOverflow((now) => (now.before === next.before && now.after === next.after ? now : next))
    }
    const wheel = (event: WheelEvent) => {
      if (event.deltaX === 0) element.scrollLeft += event.deltaY
    }
    look()
    const over = new AbortController()
    const sizes = new ResizeObserver(look)
    const contents = new MutationObserver(look)
    sizes.observe(element)
    contents.observe(element, { childList: true, subtree: true, characterData: true })
    element.addEventListener('scroll', look, { signal: over.signal })
    element.addEventListener('wheel', wheel, { signal: over.signal, passive: true })
    return () => {
      over.abort()
      sizes.disconnect()
      contents.disconnect()
    }
  }, [list])
  const scroll = (by: -1 | 1) => list.current?.scrollBy({ left: by * (list.current.clientWidth - 80), behavior: 'smooth' })
  return { ...overflow, scroll }
}

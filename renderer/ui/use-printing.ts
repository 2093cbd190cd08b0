import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * True from the moment before the page is taken to paper until it is: what only paper shows is made then. Printing from the browser's own
 * menu comes here too.
 */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const over = new AbortController()
    // The page is taken to paper as soon as the event is over.
    window.addEventListener('beforeprint', () => flushSync(() => setPrinting(true)), { signal: over.signal })
    window.addEventListener('afterprint', () => setPrinting(false), { signal: over.signal })
    return () => over.abort()
  }, [])
  return printing
}

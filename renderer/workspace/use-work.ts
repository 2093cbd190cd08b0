import { useEffect, useRef, useState } from 'react'
import type { Work } from './engine-work.ts'

export type Progress<Result> =
  | { readonly state: 'idle' | 'working' }
  | { readonly state: 'done'; readonly result: Result }
  | { readonly state: 'failed'; readonly message: string }

type Begin<Result> = (() => Work<Result>) | null

/**
 * Begins work whenever `begin` is another function (`null`: none), and ends what is not wanted any more. `stop` ends it for good until
 * there is another one.
 */
export function useWork<Result>(begin: Begin<Result>): { readonly progress: Progress<Result>; readonly stop: () => void } {
  const [ended, setEnded] = useState<{ readonly begin: Begin<Result>; readonly progress: Progress<Result> } | null>(null)
  const running = useRef<Work<Result> | null>(null)
  useEffect(() => {
    if (begin === null) return
    let over = false
    const work = begin()
    running.current = work
    const end = (progress: Progress<Result>) => {
      if (!over) setEnded({ begin, progress })
    }
    work.outcome.then(
      (result) => end({ state: 'done', result }),
      (fault: unknown) => end({ state: 'failed', message: fault instanceof Error ? fault.message : 'It could not be computed.' }),
    )
    return () => {
      over = true
      work.stop()
    }
  }, [begin])
  const stop = () => {
    running.current?.stop()
    setEnded({ begin, progress: { state: 'idle' } })
  }
  const now: Progress<Result> = { state: begin === null ? 'idle' : 'working' }
  return { progress: ended?.begin === begin ? ended.progress : now, stop }
}

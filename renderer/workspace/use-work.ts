import { useEffect, useRef, useState } from 'react'
import type { Work } from './worker-door.ts'

export type Progress<Result> =
  | { readonly state: 'idle' }
  /** `done`: 0 to 1, as far as the work tells. */
  | { readonly state: 'working'; readonly done: number }
  | { readonly state: 'done'; readonly result: Result }
  | { readonly state: 'failed'; readonly message: string }

/** `tell` takes how much is done, 0 to 1. */
type Begin<Result> = ((tell: (done: number) => void) => Work<Result>) | null

/**
 * Begins work whenever `begin` is another function (`null`: none), and ends what is not wanted any more. `stop` ends it for good until
 * there is another one.
 */
export function useWork<Result>(begin: Begin<Result>): { readonly progress: Progress<Result>; readonly stop: () => void } {
  const [ended, setEnded] = useState<{ readonly begin: Begin<Result>; readonly progress: Progress<Result> } | null>(null)
  const [heard, setHeard] = useState<{ readonly begin: Begin<Result>; readonly done: number } | null>(null)
  const running = useRef<Work<Result> | null>(null)
  useEffect(() => {
    if (begin === null) return
    let over = false
    const work = begin((done) => {
      if (!over) setHeard({ begin, done })
    })
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
  const now: Progress<Result> = begin === null ? { state: 'idle' } : { state: 'working', done: heard?.begin === begin ? heard.done : 0 }
  return { progress: ended?.begin === begin ? ended.progress : now, stop }
}

import { useEffect, useState } from 'react'
import type { Work } from './engine-work.ts'

export type Progress<Result> =
  | { readonly state: 'idle' | 'working' }
  | { readonly state: 'done'; readonly result: Result }
  | { readonly state: 'failed'; readonly message: string }

/**
 * Begins work whenever `begin` is another function (`null`: none), and ends what is not wanted any more. `stop` ends it for good until
 * there is another one.
 */
export function useWork<Result>(begin: (() => Work<Result>) | null): { readonly progress: Progress<Result>; readonly stop: () => void } {
  const [progress, setProgress] = useState<Progress<Result>>({ state: 'idle' })
  const [running, setRunning] = useState<Work<Result> | null>(null)
  useEffect(() => {
    if (begin === null) return
    let over = false
    const work = begin()
    setProgress({ state: 'working' })
    setRunning(work)
    work.outcome.then(
      (result) => over || setProgress({ state: 'done', result }),
      (fault: unknown) =>
        over || setProgress({ state: 'failed', message: fault instanceof Error ? fault.message : 'It could not be computed.' }),
    )
    return () => {
      over = true
      work.stop()
    }
  }, [begin])
  const stop = () => {
    running?.stop()
    setProgress({ state: 'idle' })
  }
  return { progress, stop }
}

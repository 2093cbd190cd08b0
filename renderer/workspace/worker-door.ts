import { PartMissing } from './parts.ts'

export type Work<Result> = {
  readonly outcome: Promise<Result>
  /** Ends the work at once; the outcome never comes. */
  readonly stop: () => void
}

/**
 * Work in a worker that is there for it alone and ends with it. Rejects with the work's own fault, and where the worker cannot be
 * loaded, breaks down or sends what cannot be read: of those the work itself would never hear. A browser has no word for a file that
 * did not come, which is how a worker that cannot be loaded is told.
 */
export function workIn<Result>(worker: Pick<Worker, 'addEventListener' | 'terminate'>, act: () => Promise<Result>): Work<Result> {
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      const message = 'message' in event ? event.message : ''
      reject(
        message === ''
          ? new PartMissing('The program for this could not be loaded: the server or the network is away.')
          : new Error(message),
      )
    })
    worker.addEventListener('messageerror', () => reject(new Error('What was computed could not be read.')))
  })
  return { outcome: Promise.race([act(), failed]).finally(() => worker.terminate()), stop: () => worker.terminate() }
}

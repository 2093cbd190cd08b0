import { proxy, wrap } from 'comlink'
import type { Remote } from 'comlink'
import type { Workbook } from '#shared/document/types.ts'
import { bookIdOf, bytesOf } from './books.ts'
import type { Design, Engine } from './engine-worker.ts'

export type Work<Result> = {
  readonly outcome: Promise<Result>
  /** Ends the work at once; the outcome never comes. */
  readonly stop: () => void
}

/** What a worker tells of how far it is, on its way to this thread. */
export function heardFrom(tell: (done: number) => void): (done: number) => void {
  return proxy(tell)
}

/** Computes with the engine in a worker. Rejects where the workbook's book is not here, and on a fault of ours. */
export function workOn<Result>(workbook: Workbook, act: (engine: Remote<Engine>, design: Design) => Promise<Result>): Work<Result> {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' })
  const compute = async (): Promise<Result> => {
    const book = await bytesOf(bookIdOf(workbook))
    if (book === null) throw new Error('The price book of this workbook is not on this machine.')
    return act(wrap<Engine>(worker), { workbook: { ...workbook, scenarios: new Map(), snapshots: new Map() }, book })
  }
  return { outcome: compute().finally(() => worker.terminate()), stop: () => worker.terminate() }
}

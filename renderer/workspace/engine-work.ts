import { proxy, wrap } from 'comlink'
import type { Remote } from 'comlink'
import type { Workbook } from '#shared/document/types.ts'
import { bookIdOf, bytesOf } from './books.ts'
import type { Design, Engine } from './engine-worker.ts'
import { workIn } from './worker-door.ts'
import type { Work } from './worker-door.ts'

/** What a worker tells of how far it is, on its way to this thread. */
export function heardFrom(tell: (done: number) => void): (done: number) => void {
  return proxy(tell)
}

/** Computes with the engine in a worker. Rejects where the workbook's book is not here, and on a fault of ours. */
export function workOn<Result>(workbook: Workbook, act: (engine: Remote<Engine>, design: Design) => Promise<Result>): Work<Result> {
  const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' })
  return workIn(worker, async () => {
    const book = await bytesOf(bookIdOf(workbook))
    if (book === null) throw new Error('The price book of this workbook is not on this machine.')
    return act(wrap<Engine>(worker), { workbook: { ...workbook, scenarios: new Map(), snapshots: new Map() }, book })
  })
}

import { proxy, wrap } from 'comlink'
import { bookIdOf, bytesOf } from '#renderer/workspace/books.ts'
import { workIn } from '#renderer/workspace/worker-door.ts'
import type { Work } from '#renderer/workspace/worker-door.ts'
import type { Exporter, ExportJob, ExportStep } from './export-worker.ts'

/** Makes an export in a worker. Rejects where the workbook's price book is not here, and on a fault of ours. */
export function exportWork(job: Omit<ExportJob, 'book'>, onStep: (step: ExportStep) => void): Work<string | Uint8Array> {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' })
  return workIn(worker, async () => {
    const book = await bytesOf(bookIdOf(job.document))
    if (book === null) throw new Error('the price book of this workbook is not on this machine')
    return wrap<Exporter>(worker).run({ ...job, book }, proxy(onStep))
  })
}

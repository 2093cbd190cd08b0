import { proxy, wrap } from 'comlink'
import { bookIdOf, bytesOf } from '#renderer/workspace/books.ts'
import type { Exporter, ExportJob, ExportStep } from './export-worker.ts'

export type ExportWork = {
  readonly outcome: Promise<string | Uint8Array>
  /** Ends it at once; the outcome never comes. */
  readonly stop: () => void
}

/** Makes an export in a worker. Rejects where the workbook's price book is not here, and on a fault of ours. */
export function exportWork(job: Omit<ExportJob, 'book'>, onStep: (step: ExportStep) => void): ExportWork {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' })
  const run = async (): Promise<string | Uint8Array> => {
    const book = await bytesOf(bookIdOf(job.document))
    if (book === null) throw new Error('the price book of this workbook is not on this machine')
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', () => reject(new Error('the exporter could not be started')), { once: true })
    })
    return Promise.race([wrap<Exporter>(worker).run({ ...job, book }, proxy(onStep)), failed])
  }
  return { outcome: run().finally(() => worker.terminate()), stop: () => worker.terminate() }
}

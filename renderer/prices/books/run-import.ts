import type { ImportedBook, ImportProgress } from '#pricing/catalog/library.ts'
import { isRefusal } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { workIn } from '#renderer/workspace/worker-door.ts'
import type { Work } from '#renderer/workspace/worker-door.ts'
import type { ImportAnswer, ImportRequest } from './import-worker.ts'

export type Importing = Work<ImportedBook | Refusal>

/** Reads price lists in a worker. Rejects on a fault of ours. */
export function runImport(request: ImportRequest, progress: (progress: ImportProgress) => void): Importing {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  const read = () =>
    new Promise<ImportedBook | Refusal>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
        if (data.kind === 'progress') progress(data.progress)
        else if (data.kind === 'done') resolve(data.outcome)
        else reject(new Error(data.message))
      })
      worker.postMessage(request, [])
    })
  return workIn(worker, read)
}

/** A name for a book of these files: the first one's, with the date, in the letters that names may have. */
export function bookName(files: readonly { readonly name: string }[], today: string): string {
  const stem = (files[0]?.name ?? 'prices').replace(/(?:\.(?:csv|json|book|gz|txt))+$/i, '')
  const safe = stem.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '')
  return `${safe === '' ? 'prices' : safe}-${today}`.slice(0, 64)
}

/** Whether the outcome is a book. */
export function isBook(outcome: ImportedBook | Refusal): outcome is ImportedBook {
  return !isRefusal(outcome)
}

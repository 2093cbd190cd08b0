import { importPrices } from '#pricing/catalog/import/import.ts'
import type { ImportedBook, ImportOptions, ImportProgress } from '#pricing/catalog/library.ts'
import type { Refusal } from '#shared/commands/types.ts'

/** Runs in a worker of its own, so that typing goes on while a long list is read. It is stopped by ending it: nothing is kept before the end. */

export type ImportRequest = { readonly files: readonly File[]; readonly options: ImportOptions }

export type ImportAnswer =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'done'; readonly outcome: ImportedBook | Refusal }
  | { readonly kind: 'fault'; readonly message: string }

/** Milliseconds between two words on how far it is. */
const pause = 100

async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}

async function run({ files, options }: ImportRequest): Promise<ImportAnswer> {
  let last = 0
  const inputs = files.map((file) => ({ name: file.name, size: file.size, format: 'auto' as const, bytes: chunksOf(file) }))
  try {
    const outcome = await importPrices(
      inputs,
      options,
      (progress) => {
        if (performance.now() - last < pause) return
        last = performance.now()
        postMessage({ kind: 'progress', progress } satisfies ImportAnswer)
      },
      { aborted: false },
    )
    return { kind: 'done', outcome }
  } catch (fault) {
    return { kind: 'fault', message: fault instanceof Error ? fault.message : String(fault) }
  }
}

addEventListener('message', (event: MessageEvent<ImportRequest>) => {
  void run(event.data).then((answer) => postMessage(answer))
})

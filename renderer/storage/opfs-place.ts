import type { Canary, JournalRecord } from '#shared/desktop.ts'
import type { SecondPlace } from './second-place.ts'

export type OpfsAct = 'append' | 'checkpoint' | 'read' | 'names' | 'forget' | 'release'
export type OpfsRequest = { readonly id: number; readonly act: OpfsAct; readonly name: string; readonly record: JournalRecord | null }
export type OpfsAnswer =
  | { readonly id: number; readonly ok: true; readonly value: readonly JournalRecord[] | readonly string[] | null }
  | { readonly id: number; readonly ok: false; readonly error: { readonly name: string; readonly message: string } }

/** Names of journals in the folder: a workbook's begins with `w-`, so that none can be called like the canary. */
const WORKBOOK = 'w-'
const CANARY = 'canary'
const CANARY_TRIES = 20

/** The browser's private file system as the second place, or `null` where there is none (private windows, old browsers). */
export async function opfsPlace(): Promise<SecondPlace | null> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage) || !('Worker' in globalThis)) return null
  const ask = askWorker(new Worker(new URL('./opfs-worker.ts', import.meta.url), { type: 'module' }))
  try {
    await ask('names', '', null)
  } catch {
    return null
  }
  return placeFor(ask)
}

type Ask = (act: OpfsAct, name: string, record: JournalRecord | null) => Promise<readonly (JournalRecord | string)[]>

function placeFor(ask: Ask): SecondPlace {
  const named = (record: JournalRecord): JournalRecord => ({ ...record, workbook: WORKBOOK + record.workbook })
  const read = async (name: string) => (await ask('read', name, null)).filter((one) => typeof one !== 'string')
  return {
    append: async (record) => void (await ask('append', '', named(record))),
    checkpoint: async (record) => void (await ask('checkpoint', '', named(record))),
    read: async (workbook) => (await read(WORKBOOK + workbook)).map((record) => ({ ...record, workbook })),
    forget: async (workbook) => void (await ask('forget', WORKBOOK + workbook, null)),
    release: async (workbook) => void (await ask('release', WORKBOOK + workbook, null)),
    list: async () => {
      const names = (await ask('names', '', null)).filter((one) => typeof one === 'string')
      const lasts = await Promise.all(names.filter((name) => name.startsWith(WORKBOOK)).map(async (name) => ({ workbook: name.slice(WORKBOOK.length), last: (await read(name)).at(-1) })))
      return lasts.flatMap(({ workbook, last }) => (last ? [{ workbook, revision: last.revision }] : []))
    },
    canaryRead: async () => {
      const last = (await read(CANARY)).at(-1)
      return last ? parseCanary(last.json) : null
    },
    canaryWrite: (canary) => writeCanary(ask, canary),
  }
}

/** The canary belongs to all windows: it is held only for the moment of writing. */
async function writeCanary(ask: Ask, canary: Canary): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await ask('checkpoint', '', { workbook: CANARY, revision: canary.revision, json: JSON.stringify(canary) })
      await ask('release', CANARY, null)
      return
    } catch (error) {
      if (tries === CANARY_TRIES || !(error instanceof Error) || error.name !== 'NoModificationAllowedError') throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

function parseCanary(json: string): Canary | null {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null) return null
  const { storeId, revision, workbooks } = value as Partial<Record<keyof Canary, unknown>>
  if (typeof storeId !== 'string' || typeof revision !== 'number' || !Array.isArray(workbooks)) return null
  return { storeId, revision, workbooks: workbooks.filter((entry) => typeof entry === 'string') }
}

/** One question at a time has its answer's number. A worker that dies answers everything with its error. */
function askWorker(worker: Worker): Ask {
  const waiting = new Map<number, { readonly resolve: (value: readonly (JournalRecord | string)[]) => void; readonly reject: (error: Error) => void }>()
  let next = 0
  worker.addEventListener('message', ({ data }: MessageEvent<OpfsAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.ok) asked?.resolve(data.value ?? [])
    else asked?.reject(new DOMException(data.error.message, data.error.name))
  })
  worker.addEventListener('error', (event) => {
    for (const asked of waiting.values()) asked.reject(new Error(`the journal's worker stopped: ${event.message}`))
    waiting.clear()
  })
  return (act, name, record) =>
    new Promise((resolve, reject) => {
      const id = (next += 1)
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, act, name, record } satisfies OpfsRequest)
    })
}

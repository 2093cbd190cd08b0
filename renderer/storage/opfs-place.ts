import type { Canary, JournalRecord } from '#shared/desktop.ts'
import type { LastRevision } from './opfs-journal.ts'
import type { SecondPlace } from './second-place.ts'

/** What the page asks its worker; `id` is answered once. */
export type OpfsRequest = { readonly id: number } & OpfsAct
type OpfsAct =
  | { readonly act: 'append' | 'checkpoint'; readonly record: JournalRecord }
  | { readonly act: 'read' | 'forget' | 'release'; readonly name: string }
  | { readonly act: 'lasts' }
export type OpfsAnswer =
  | { readonly id: number; readonly ok: true; readonly records?: readonly JournalRecord[]; readonly lasts?: readonly LastRevision[] }
  | { readonly id: number; readonly ok: false; readonly error: { readonly name: string; readonly message: string } }

/** Names of journals in the folder: a workbook's begins with `w-`, so that none can be called like the canary. */
const WORKBOOK = 'w-'
const CANARY = 'canary'
const CANARY_TRIES = 20

/** What a browser without such files, or a private window, answers: asking again changes nothing. */
const REFUSALS: ReadonlySet<string> = new Set(['SecurityError', 'NotSupportedError', 'NotAllowedError', 'TypeError', 'AbortError'])
const OPENING_TRIES = 20

/** The browser's private file system as the second place, or `null` where there is none (private windows, old browsers). */
export async function opfsPlace(): Promise<SecondPlace | null> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage) || !('Worker' in globalThis)) return null
  const ask = askWorker(new Worker(new URL('./opfs-worker.ts', import.meta.url), { type: 'module' }))
  return (await opens(ask)) ? placeFor(ask) : null
}

/**
 * A browser that died a moment ago may still hold the files of this origin. Taking that for "there is no second
 * place" would show an emptied database as if nothing had been lost, so it is asked for a second.
 */
async function opens(ask: Ask): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      await ask({ act: 'read', name: CANARY })
      return true
    } catch (error) {
      if (tries === OPENING_TRIES || !(error instanceof Error) || REFUSALS.has(error.name)) return false
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

type Answered = Extract<OpfsAnswer, { readonly ok: true }>
type Ask = (act: OpfsAct) => Promise<Answered>

function placeFor(ask: Ask): SecondPlace {
  const named = (record: JournalRecord): JournalRecord => ({ ...record, workbook: WORKBOOK + record.workbook })
  const read = async (name: string) => (await ask({ act: 'read', name })).records ?? []
  return {
    append: async (record) => void (await ask({ act: 'append', record: named(record) })),
    checkpoint: async (record) => void (await ask({ act: 'checkpoint', record: named(record) })),
    read: async (workbook) => (await read(WORKBOOK + workbook)).map((record) => ({ ...record, workbook })),
    forget: async (workbook) => void (await ask({ act: 'forget', name: WORKBOOK + workbook })),
    release: async (workbook) => void (await ask({ act: 'release', name: WORKBOOK + workbook })),
    list: async () => {
      const { lasts = [] } = await ask({ act: 'lasts' })
      return lasts
        .filter(({ name }) => name.startsWith(WORKBOOK))
        .map(({ name, revision }) => ({ workbook: name.slice(WORKBOOK.length), revision }))
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
      await ask({ act: 'checkpoint', record: { workbook: CANARY, revision: canary.revision, json: JSON.stringify(canary) } })
      await ask({ act: 'release', name: CANARY })
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

/** Every question has its answer's number. A worker that dies, or cannot be loaded, answers everything with its error. */
function askWorker(worker: Worker): Ask {
  const waiting = new Map<number, { readonly resolve: (answer: Answered) => void; readonly reject: (error: Error) => void }>()
  const post = worker.postMessage.bind(worker)
  let next = 0
  let dead: DOMException | null = null
  worker.addEventListener('message', ({ data }: MessageEvent<OpfsAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.ok) asked?.resolve(data)
    else asked?.reject(new DOMException(data.error.message, data.error.name))
  })
  const die = (why: string): void => {
    dead = new DOMException(`the journal's worker stopped: ${why}`, 'AbortError')
    for (const asked of waiting.values()) asked.reject(dead)
    waiting.clear()
  }
  worker.addEventListener('error', (event) => die(event.message))
  worker.addEventListener('messageerror', () => die('a message could not be read'))
  return (act) =>
    new Promise((resolve, reject) => {
      if (dead !== null) {
        reject(dead)
        return
      }
      const id = (next += 1)
      waiting.set(id, { resolve, reject })
      post({ id, ...act } satisfies OpfsRequest)
    })
}

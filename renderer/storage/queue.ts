import { squash, type Change } from '#shared/document/change.ts'
import type { ShownTotal } from '#shared/document/replay.ts'
import type { Workbook } from '#shared/document/types.ts'
import { asRefusal, type StorageRefusal } from './refusals.ts'
import type { SaveStatus } from './types.ts'

/** The edits of one workbook that are stored together; `workbook` is what they come to. */
export type Batch = { readonly workbook: Workbook; readonly changes: readonly Change[]; readonly total: ShownTotal }

export type SaveQueue = {
  readonly add: (batch: Batch) => void
  /** Resolves when everything added so far is kept, rejects with a StorageRefusal when it cannot be. */
  readonly flush: () => Promise<void>
  readonly status: () => SaveStatus
  readonly onStatus: (listener: (status: SaveStatus) => void) => () => void
}

export type QueueParts = {
  /** Stores a batch in both places. Called again with the very same batch after it failed. */
  readonly write: (batch: Batch) => Promise<void>
  /** ISO time. */
  readonly now: () => string
  readonly weaker: string | null
}

/** Edits within this many milliseconds are stored together. */
const GATHER = 40
const FIRST_RETRY = 250
const LAST_RETRY = 10_000

/**
 * One write at a time, in order. What is being written is sealed: later edits gather behind it, and a write that
 * failed is tried again exactly as it was, so that a half-kept batch can be completed but never altered.
 */
export function createQueue({ write, now, weaker }: QueueParts): SaveQueue {
  let waiting: readonly Batch[] = []
  let sealed: Batch | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let retry = FIRST_RETRY
  let running: Promise<void> | null = null
  const saved = (): SaveStatus => ({ state: 'saved', at: now(), ...(weaker === null ? {} : { weaker }) })
  let status = saved()
  const listeners = new Set<(status: SaveStatus) => void>()

  function say(next: SaveStatus): void {
    status = next
    for (const listener of listeners) listener(next)
  }

  function later(delay: number): void {
    timer ??= setTimeout(() => {
      timer = undefined
      // What failed has been said by the status; it is tried again from there.
      run().catch(() => undefined)
    }, delay)
  }

  function run(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    running ??= drain().finally(() => {
      running = null
    })
    return running
  }

  async function drain(): Promise<void> {
    for (;;) {
      sealed ??= takeFirst()
      if (!sealed) break
      try {
        await write(sealed)
      } catch (cause) {
        throw failed(asRefusal(cause))
      }
      sealed = null
      retry = FIRST_RETRY
    }
    say(saved())
  }

  function busy(): boolean {
    return sealed !== null || waiting.length > 0
  }

  function takeFirst(): Batch | null {
    const [first, ...rest] = waiting
    waiting = rest
    return first ? { ...first, changes: squash(first.changes) } : null
  }

  function failed(refusal: StorageRefusal): StorageRefusal {
    say({ state: 'failed', message: refusal.message, fix: refusal.fix })
    if (refusal.passing) {
      later(retry)
      retry = Math.min(retry * 2, LAST_RETRY)
    }
    return refusal
  }

  return {
    add: (batch) => {
      const last = waiting.at(-1)
      waiting =
        last?.workbook.id === batch.workbook.id
          ? [...waiting.slice(0, -1), { ...batch, changes: [...last.changes, ...batch.changes] }]
          : [...waiting, batch]
      if (status.state === 'failed') return
      if (status.state !== 'saving') say({ state: 'saving' })
      later(GATHER)
    },
    flush: async () => {
      // A write under way may have begun before the last edit, so one run more may be needed.
      while (busy()) await run()
    },
    status: () => status,
    onStatus: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

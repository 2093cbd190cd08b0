import type { JournalRecord } from '#shared/desktop.ts'
import { changesRecord, wholeRecord, type Kept } from '#shared/document/replay.ts'
import type { Id } from '#shared/document/types.ts'
import type { Database } from './database.ts'
import { putBatch, putWhole } from './kept.ts'
import type { Batch } from './queue.ts'
import { notKeptHere } from './refusals.ts'
import type { SecondPlace } from './second-place.ts'

export type Writer = {
  /** Stores a batch in both places; tried again with the same batch, it only does what is still missing. */
  readonly write: (batch: Batch) => Promise<void>
  /** Stores a workbook whole in both places. */
  readonly writeWhole: (kept: Kept) => Promise<void>
  /** From now on the workbook stands at this revision; `journal`: characters its journal holds. */
  readonly follow: (kept: Kept, journal: number) => void
  readonly forget: (id: Id) => void
}

type Progress = { readonly kept: Kept; readonly record: JournalRecord; inDatabase: boolean; inJournal: boolean }
type Followed = { readonly revision: number; readonly journal: number; readonly whole: number }

/** A journal may grow to this many characters, or to twice the workbook, before it begins anew with the workbook whole. */
const JOURNAL_LENGTH = 512 * 1024

/** `writer` names this opening of the program, so that a batch half kept before can be told from another window's. */
export function createWriter(database: Database, place: SecondPlace, writer: string, now: () => string): Writer {
  const followed = new Map<Id, Followed>()
  const begun = new WeakMap<Batch, Progress>()

  function begin(batch: Batch): Progress {
    const { workbook, changes, total } = batch
    const at = followed.get(workbook.id)
    if (!at) throw notKeptHere()
    const stamp = { writer, savedAt: now(), total }
    const revision = at.revision + 1
    const progress = {
      kept: { ...stamp, workbook, revision },
      record: changesRecord(workbook.id, revision, changes, stamp),
      inDatabase: false,
      inJournal: false,
    }
    begun.set(batch, progress)
    return progress
  }

  async function write(batch: Batch): Promise<void> {
    const progress = begun.get(batch) ?? begin(batch)
    const { kept, record } = progress
    await both(
      async () => {
        if (!progress.inDatabase) await putBatch(database, kept, record)
        progress.inDatabase = true
      },
      async () => {
        if (!progress.inJournal) await place.append(record)
        progress.inJournal = true
      },
    )
    const at = followed.get(kept.workbook.id)
    if (!at || at.revision >= kept.revision) return
    const journal = at.journal + record.json.length
    followed.set(kept.workbook.id, { ...at, revision: kept.revision, journal })
    if (journal > Math.max(JOURNAL_LENGTH, 2 * at.whole)) await shorten(kept)
  }

  async function shorten(kept: Kept): Promise<void> {
    const whole = wholeRecord(kept)
    try {
      await place.checkpoint(whole)
    } catch {
      // The journal stays as long as it is, with everything in it; the next batch tries again.
      return
    }
    followed.set(kept.workbook.id, { revision: kept.revision, journal: whole.json.length, whole: whole.json.length })
  }

  async function writeWhole(kept: Kept): Promise<void> {
    const whole = wholeRecord(kept)
    await both(
      () => putWhole(database, kept),
      () => place.checkpoint(whole),
    )
    followed.set(kept.workbook.id, { revision: kept.revision, journal: whole.json.length, whole: whole.json.length })
  }

  return {
    write,
    writeWhole,
    follow: (kept, journal) => void followed.set(kept.workbook.id, { revision: kept.revision, journal, whole: 0 }),
    forget: (id) => void followed.delete(id),
  }
}

/** Both at the same time, and both to their end: what one has done counts when the other fails. */
async function both(one: () => Promise<void>, other: () => Promise<void>): Promise<void> {
  const ends = await Promise.allSettled([one(), other()])
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

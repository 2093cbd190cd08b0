import { replay } from '#shared/document/replay.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import type { Calling } from './canary.ts'
import type { Database } from './database.ts'
import { putWhole, readKept, removalDone, removeKept } from './kept.ts'
import { workbookLock } from './recovery.ts'
import { keptAlready, notKeptHere, openElsewhere } from './refusals.ts'
import type { SecondPlace } from './second-place.ts'
import type { Opened, ViewState } from './types.ts'
import type { Windows } from './windows.ts'
import type { Writer } from './writer.ts'

type ShelfParts = {
  readonly database: Database
  readonly place: SecondPlace
  readonly windows: Windows
  readonly writer: Writer
  readonly writerId: string
  readonly called: Calling
  readonly now: () => string
  readonly flush: () => Promise<void>
  readonly view: (id: Id) => Promise<ViewState | null>
}

/** Taking workbooks off the shelf, putting new ones on it, throwing away. A window has at most one of them in hand. */
export type Shelf = {
  readonly open: (id: Id) => Promise<Opened>
  readonly peek: (id: Id) => Promise<Workbook>
  readonly create: (workbook: Workbook) => Promise<void>
  readonly remove: (id: Id) => Promise<void>
}

export function createShelf({ database, place, windows, writer, writerId, called, now, flush, view }: ShelfParts): Shelf {
  const held = new Map<Id, () => void>()

  async function hold(id: Id): Promise<void> {
    if (held.has(id)) return
    const release = await holdPatiently(windows, id)
    if (!release) throw openElsewhere()
    held.set(id, release)
  }

  /** The others are free for other windows, once everything of them is kept. */
  async function releaseOthers(id: Id | null): Promise<void> {
    await flush()
    for (const [other, release] of held) {
      if (other === id) continue
      held.delete(other)
      writer.forget(other)
      // A file that stays held only keeps other windows waiting.
      await place.release(other).catch(() => undefined)
      release()
    }
  }

  async function open(id: Id): Promise<Opened> {
    await releaseOthers(id)
    await hold(id)
    const base = await readKept(database, id)
    const records = await place.read(id)
    const { kept, applied, broken } = replay(base, records)
    if (!kept) {
      await releaseOthers(null)
      throw notKeptHere()
    }
    if (kept.revision > (base?.revision ?? 0)) await putWhole(database, kept)
    const length = records.reduce((sum, record) => sum + record.json.length, 0)
    writer.follow(kept, length)
    // A journal that does not end where the workbook does could not be replayed after the next edit.
    if (broken !== null || records.at(-1)?.revision !== kept.revision) await writer.writeWhole(kept)
    called.know(kept.workbook)
    return { workbook: kept.workbook, view: await view(id), total: kept.total, revision: kept.revision, replayed: applied }
  }

  /** What the database has: every acknowledged edit stands there too, and the journal's file may be another window's. */
  async function peek(id: Id): Promise<Workbook> {
    await flush()
    const kept = await readKept(database, id)
    if (!kept) throw notKeptHere()
    return kept.workbook
  }

  async function create(workbook: Workbook): Promise<void> {
    await releaseOthers(workbook.id)
    await hold(workbook.id)
    if ((await readKept(database, workbook.id)) ?? (await place.read(workbook.id))[0]) throw keptAlready()
    try {
      await writer.writeWhole({ workbook, revision: 1, writer: writerId, savedAt: now(), total: null })
    } catch (cause) {
      await Promise.allSettled([takeAway(workbook.id)])
      throw cause
    }
    windows.tell(workbook.id)
    // It is in both places; a canary that could not be written is written with the next edit.
    await called.keepUp(workbook).catch(() => undefined)
  }

  async function takeAway(id: Id): Promise<void> {
    await removeKept(database, id)
    await place.forget(id)
    await removalDone(database, id)
  }

  async function remove(id: Id): Promise<void> {
    await flush()
    await hold(id)
    await removeKept(database, id)
    await place.forget(id)
    await called.forget(id)
    await removalDone(database, id)
    await releaseOthers(null)
    windows.tell(id)
  }

  return { open, peek, create, remove }
}

const HOLD_TRIES = 20

/** A window that is just closing or starting lets go within a moment. */
async function holdPatiently(windows: Windows, id: Id): Promise<(() => void) | null> {
  for (let tries = 1; ; tries++) {
    const release = await windows.hold(workbookLock(id))
    if (release || tries === HOLD_TRIES) return release
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

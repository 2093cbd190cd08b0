import type { Desktop } from '#shared/desktop.ts'
import type { Id } from '#shared/document/types.ts'
import { createCalling, renewCanary } from './canary.ts'
import { DATABASE_NAME, openDatabase, type Database } from './database.ts'
import { listKept } from './kept.ts'
import { opfsPlace } from './opfs-place.ts'
import { createQueue } from './queue.ts'
import { recover, type Recovered } from './recovery.ts'
import { asRefusal } from './refusals.ts'
import { desktopPlace, noPlace, type SecondPlace } from './second-place.ts'
import { createShelf } from './shelf.ts'
import type { Storage } from './types.ts'
import { createViews } from './views.ts'
import { browserWindows, type Windows } from './windows.ts'
import { createWriter } from './writer.ts'

export type StorageParts = {
  readonly database: Database
  readonly place: SecondPlace
  readonly windows: Windows
  readonly newId: () => Id
  /** ISO time. */
  readonly now: () => string
  /** What protects less than it should, in a sentence; `null` when everything is as designed. */
  readonly weaker: string | null
}

/**
 * Opens what is kept on this machine: the database, its second place, and what the one has lost back from the other.
 * `desktop` is absent in a browser. Rejects with a StorageRefusal when a newer program's database stands here.
 */
export async function openStorage({
  desktop,
  newId,
  now,
}: {
  readonly desktop: Desktop | undefined
  readonly newId: () => Id
  readonly now: () => string
}): Promise<Storage> {
  const windows = browserWindows()
  const upgrade = new EventTarget()
  const [database, second] = await Promise.all([
    openDatabase(DATABASE_NAME, () => upgrade.dispatchEvent(new Event('upgraded'))),
    desktop ? desktopPlace(desktop) : opfsPlace(),
  ])
  const storage = await startStorage(
    { database, windows, newId, now, place: second ?? noPlace(), weaker: weaknessOf(second, windows) },
    upgrade,
  )
  flushWhenHidden(storage)
  return {
    ...storage,
    create: async (workbook) => {
      await storage.create(workbook)
      askToStay()
    },
  }
}

/**
 * Without it a browser that runs out of disk may clear the whole origin, both places at once. Asked when there is
 * something to keep, because Firefox puts the question to the person; a no is no failure.
 */
function askToStay(): void {
  if (!('storage' in navigator) || !('persist' in navigator.storage)) return
  navigator.storage.persist().catch(() => undefined)
}

function weaknessOf(second: SecondPlace | null, windows: Windows): string | null {
  if (!second)
    return 'Kept in the browser’s database alone: this browser, or its private window, gives no file to keep a second copy in. Save to a file now and then.'
  return windows.locks ? null : 'This browser cannot tell windows apart: keep a workbook open in one window only.'
}

/** The parts put together; `upgrade` sends `upgraded` when a newer program takes the database over. */
export async function startStorage(parts: StorageParts, upgrade: EventTarget): Promise<Storage> {
  const { database, place, windows, newId, now } = parts
  const { report, storeId } = await windows.alone('skytally:start', () => startReport(parts))
  const writerId = newId()
  const writer = createWriter(database, place, writerId, now)
  const called = createCalling(() => renewCanary(database, place, storeId))
  const views = createViews(database)
  const queue = createQueue({
    now,
    weaker: parts.weaker,
    write: async (batch) => {
      await writer.write(batch)
      windows.tell(batch.workbook.id)
      await called.keepUp(batch.workbook)
    },
  })
  const shelf = createShelf({ database, place, windows, now, writer, writerId, called, flush: queue.flush, view: views.read })
  return {
    report,
    list: () => listKept(database),
    open: (id) => refusing(shelf.open(id)),
    peek: (id) => refusing(shelf.peek(id)),
    create: (workbook) => refusing(shelf.create(workbook)),
    save: (workbook, changes, { total }) => queue.add({ workbook, changes, total }),
    saveView: views.save,
    remove: (id) => refusing(shelf.remove(id)),
    flush: async () => {
      await Promise.all([views.flush(), queue.flush()])
    },
    status: queue.status,
    onStatus: queue.onStatus,
    onElsewhere: listenElsewhere(windows, upgrade),
  }
}

function listenElsewhere(windows: Windows, upgrade: EventTarget): Storage['onElsewhere'] {
  const listeners = new Set<Parameters<Storage['onElsewhere']>[0]>()
  windows.onTold((id) => listeners.forEach((listener) => listener('changed', id)))
  upgrade.addEventListener('upgraded', () => listeners.forEach((listener) => listener('upgraded', null)))
  return (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
}

/** A second place that cannot be read is no reason to keep what the database holds from the person. */
async function startReport(parts: StorageParts): Promise<Recovered> {
  try {
    return await recover(parts)
  } catch (cause) {
    const { message } = asRefusal(cause)
    const report = {
      kind: 'lost',
      missing: [],
      message: `What is kept here could not be compared with its second copy. ${message}`,
      fix: 'Close Skytally and open it again. If this stays, save your workbooks to files.',
    } as const
    return { report, storeId: parts.newId() }
  }
}

/** Rejections are in words for the person. */
async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    throw asRefusal(cause)
  }
}

/** A window that is left or hidden may never run again: what waits is stored at once. */
function flushWhenHidden(storage: Storage): void {
  const flush = (): void => {
    // A failure is said by the status.
    storage.flush().catch(() => undefined)
  }
  addEventListener('blur', flush)
  addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', flush)
}

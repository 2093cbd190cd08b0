import type { Canary } from '#shared/desktop.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { replay, wholeRecord, type Kept } from '#shared/document/replay.ts'
import type { Id } from '#shared/document/types.ts'
import { readCanaryEntry, readStoreNote, renewCanary } from './canary.ts'
import type { Database } from './database.ts'
import { putWhole, readKept, removalDone } from './kept.ts'
import type { SecondPlace } from './second-place.ts'
import type { StartReport } from './types.ts'
import type { Windows } from './windows.ts'

export type Recovered = { readonly report: StartReport; readonly storeId: string }
type Parts = { readonly database: Database; readonly place: SecondPlace; readonly windows: Windows; readonly newId: () => Id }

/** What became of one workbook the journal knows. */
type Fate = 'fine' | 'restored' | 'lost'

/** The name of the lock a window holds on a workbook while it writes it. */
export function workbookLock(id: Id): string {
  return `skytally:workbook:${id}`
}

/**
 * Compares what the database opened with to what the second place and the canary know, and brings back what is
 * missing. The database loses its content without an error when its files are damaged; only this notices.
 */
export async function recover(parts: Parts): Promise<Recovered> {
  const { database, place, newId } = parts
  const [note, canary, journals] = await Promise.all([readStoreNote(database), place.canaryRead(), place.list()])
  const storeId = note?.storeId ?? canary?.storeId ?? newId()
  const removed = await finishRemovals(database, place)
  const stored = await storedRevisions(database)
  const restored: Id[] = []
  const lost: Id[] = []
  for (const { workbook, revision } of journals) {
    if (removed.has(workbook) || (stored.get(workbook) ?? 0) >= revision) continue
    const fate = await bringBack(parts, workbook, stored.get(workbook) ?? 0)
    if (fate === 'restored') restored.push(workbook)
    if (fate === 'lost') lost.push(workbook)
  }
  const inJournal = new Set(journals.map((journal) => journal.workbook))
  const listed = (canary?.workbooks ?? []).map(readCanaryEntry)
  lost.push(...listed.map(({ id }) => id).filter((id) => !inJournal.has(id) && !stored.has(id) && !removed.has(id)))
  void copyToJournal(
    parts,
    [...stored.keys()].filter((id) => !inJournal.has(id)),
  )
  if (lost.length === 0 && (note === null || restored.length > 0 || isStale(canary, stored, restored)))
    await renewCanary(database, place, storeId)
  return {
    storeId,
    report: reportOf(
      await namesOf(database, restored),
      lost.map((id) => listed.find((one) => one.id === id)?.name ?? id),
    ),
  }
}

function isStale(canary: Canary | null, stored: ReadonlyMap<Id, number>, restored: readonly Id[]): boolean {
  const listed = new Set((canary?.workbooks ?? []).map((entry) => readCanaryEntry(entry).id))
  return [...stored.keys(), ...restored].some((id) => !listed.has(id))
}

/** A removal that was cut short is carried to its end; until then its journal must not bring the workbook back. */
async function finishRemovals(database: Database, place: SecondPlace): Promise<ReadonlySet<Id>> {
  const removed = new Set<Id>()
  for (const note of await database.meta.toArray()) {
    if (!('removed' in note)) continue
    removed.add(note.removed)
    await place.forget(note.removed)
    await removalDone(database, note.removed)
  }
  return removed
}

/** Workbooks that stand whole in the database. One whose summary is gone gets it back from its object. */
async function storedRevisions(database: Database): Promise<Map<Id, number>> {
  const revisions = new Map<Id, number>()
  const summaries = new Map((await database.summaries.toArray()).map((summary) => [summary.id, summary.revision]))
  for (const [id] of await database.workbooks.toCollection().primaryKeys()) {
    const revision = summaries.get(id)
    const kept = revision === undefined ? await readKept(database, id) : null
    if (kept) await putWhole(database, kept)
    revisions.set(id, revision ?? kept?.revision ?? 0)
  }
  const orphans = [...summaries.keys()].filter((id) => !revisions.has(id))
  if (orphans.length > 0) await database.write(() => database.summaries.bulkDelete(orphans))
  return revisions
}

async function bringBack({ database, place, windows }: Parts, id: Id, known: number): Promise<Fate> {
  const release = await windows.hold(workbookLock(id))
  // Another window has it open: it stores its batches itself.
  if (!release) return 'fine'
  try {
    const base = await readKept(database, id)
    const { kept } = replay(base, await place.read(id))
    if (!kept) return 'lost'
    if (kept.revision > known) await putWhole(database, kept)
    // One batch more in the journal is a kill between the two places; two are a database that lost something.
    return known > 0 && kept.revision - known <= 1 ? 'fine' : 'restored'
  } finally {
    await place.release(id)
    release()
  }
}

/** Workbooks the second place lost, or never had. Not waited for: they are safe where they are. */
async function copyToJournal({ database, place, windows }: Parts, ids: readonly Id[]): Promise<void> {
  for (const id of ids) {
    const release = await windows.hold(workbookLock(id))
    if (!release) continue
    try {
      const kept: Kept | null = await readKept(database, id)
      if (kept) await place.checkpoint(wholeRecord(kept))
    } catch {
      // Opening the workbook tries again, and there a failure is shown.
    } finally {
      await place.release(id).catch(() => undefined)
      release()
    }
  }
}

async function namesOf(database: Database, ids: readonly Id[]): Promise<readonly string[]> {
  const kept = await Promise.all(ids.map((id) => readKept(database, id)))
  return kept.map((one, index) => (one ? settingsOf(one.workbook).name : (ids[index] ?? '')))
}

function reportOf(restored: readonly string[], lost: readonly string[]): StartReport {
  const back = restored.length === 0 ? '' : ` ${counted(restored.length)} came back from the journal: ${restored.join(', ')}.`
  if (lost.length > 0) {
    return {
      kind: 'lost',
      missing: lost,
      message: `The database of this machine was damaged. ${counted(lost.length)} could not be brought back: ${lost.join(', ')}.${back}`,
      fix: 'Open the .skytally files or backups you have of them. Everything else is here.',
    }
  }
  if (restored.length === 0) return { kind: 'fine' }
  return {
    kind: 'recovered',
    restored,
    message: `The database of this machine had lost work.${back} Everything that was saved is here again.`,
  }
}

function counted(count: number): string {
  return count === 1 ? 'One workbook' : `${count} workbooks`
}

import { Dexie } from 'dexie'
import { settingsOf } from '#shared/document/empty.ts'
import { replay, type Kept } from '#shared/document/replay.ts'
import { fromSnapshot, toSnapshot } from '#shared/document/snapshot.ts'
import type { Id } from '#shared/document/types.ts'
import type { JournalRecord } from '#shared/desktop.ts'
import type { Database, SummaryRow } from './database.ts'
import { changedElsewhere } from './refusals.ts'
import type { WorkbookSummary } from './types.ts'

/** Up to this many records a workbook is written whole with every edit: the structured clone costs under a millisecond. */
const WHOLE_RECORDS = 2_000
/** A bigger one is written whole once in so many edits, and between them edit by edit. */
const EDITS_BETWEEN = 200

/** A workbook as the database alone knows it. */
export async function readKept(database: Database, id: Id): Promise<Kept | null> {
  const row = await database.workbooks.get([id, 'base'])
  if (!row) return null
  const { revision, writer, savedAt, total, snapshot } = row
  const edits = await editsOf(database, id).toArray()
  return replay({ revision, writer, savedAt, total, workbook: fromSnapshot(snapshot) }, edits).kept
}

/**
 * Stores one acknowledged batch: `record` are its changes, `kept` what they came to. The same batch may be stored
 * again when the answer to the first try was lost. Rejects when another window has stored this revision.
 */
export function putBatch(database: Database, kept: Kept, record: JournalRecord): Promise<void> {
  return database.write(() => (isBig(kept) ? putBig(database, kept, record) : putSmall(database, kept)))
}

/**
 * The writing does not wait to hear what stands there: the answer would cost a third of the time. When it is another window's revision,
 * the transaction fails and nothing of it is written; when it is this very batch, writing it again changes nothing.
 */
async function putSmall(database: Database, kept: Kept): Promise<void> {
  const { idbtrans: transaction } = Dexie.currentTransaction
  const asked = database.summaries.get(kept.workbook.id).then((there) => {
    const edits = editsBefore(kept, there)
    // Nothing more is asked for: the browser need not wait to be told so after the last answer.
    if (edits === 0) transaction.commit()
    return edits
  })
  const [edits] = await Promise.all([asked, putObject(database, kept, false)])
  if (edits > 0) await editsOf(database, kept.workbook.id).delete()
}

async function putBig(database: Database, kept: Kept, record: JournalRecord): Promise<void> {
  const { workbook, revision } = kept
  const there = await database.summaries.get(workbook.id)
  const edits = editsBefore(kept, there)
  if (there?.revision === revision) return
  const append = there?.revision === revision - 1 && edits < EDITS_BETWEEN
  await (append
    ? Promise.all([database.edits.put(record), database.summaries.put(summaryOf(kept, edits + 1))])
    : putObject(database, kept, edits > 0))
}

/** How many edits stand beside the workbook's object. Throws when another window has stored this revision or a later one. */
function editsBefore({ revision, writer }: Kept, there: SummaryRow | undefined): number {
  const known = there?.revision ?? 0
  if (known > revision || (known === revision && there?.writer !== writer)) throw changedElsewhere()
  return there?.edits ?? 0
}

/** Snapshots are texts of whole documents: so many characters are cloned as slowly as a record. */
const CHARACTERS_OF_RECORD = 400

function isBig({ workbook }: Kept): boolean {
  let characters = 0
  for (const snapshot of workbook.snapshots.values()) characters += snapshot.text.length
  return workbook.components.size + workbook.drivers.size + characters / CHARACTERS_OF_RECORD >= WHOLE_RECORDS
}

/** Stores a workbook whole, whatever stands there. */
export function putWhole(database: Database, kept: Kept): Promise<void> {
  return database.write(() => putObject(database, kept, true))
}

async function putObject(database: Database, kept: Kept, hasEdits: boolean): Promise<void> {
  const { workbook, revision, writer, savedAt, total } = kept
  await Promise.all([
    database.workbooks.put({ workbook: workbook.id, scenario: 'base', revision, writer, savedAt, total, snapshot: toSnapshot(workbook) }),
    database.summaries.put(summaryOf(kept, 0)),
    hasEdits ? editsOf(database, workbook.id).delete() : null,
  ])
}

function editsOf(database: Database, id: Id) {
  return database.edits.where('[workbook+revision]').between([id, Dexie.minKey], [id, Dexie.maxKey])
}

function summaryOf({ workbook, revision, savedAt, total, writer }: Kept, edits: number): SummaryRow {
  return { id: workbook.id, name: settingsOf(workbook).name, revision, savedAt, rows: workbook.components.size, total, writer, edits }
}

/** Last stored first. */
export async function listKept(database: Database): Promise<readonly WorkbookSummary[]> {
  const summaries = await database.summaries.toArray()
  return summaries
    .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
    .map(({ id, name, revision, savedAt, rows, total }) => ({ id, name, revision, savedAt, rows, total }))
}

/** Takes a workbook out of every table, and notes that it was meant, until `removalDone`. */
export function removeKept(database: Database, id: Id): Promise<void> {
  return database.write(async () => {
    await database.meta.put({ key: `removed:${id}`, removed: id })
    await database.workbooks.delete([id, 'base'])
    await editsOf(database, id).delete()
    await database.summaries.delete(id)
    await database.views.delete(id)
  })
}

export function removalDone(database: Database, id: Id): Promise<void> {
  return database.write(() => database.meta.delete(`removed:${id}`))
}

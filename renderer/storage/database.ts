import { Dexie, type Table } from 'dexie'
import type { Snapshot } from '#shared/document/snapshot.ts'
import type { JournalRecord } from '#shared/desktop.ts'
import type { Id } from '#shared/document/types.ts'
import type { Stamp } from '#shared/document/replay.ts'
import { newerDatabase, upgradedElsewhere } from './refusals.ts'
import type { ViewState, WorkbookSummary } from './types.ts'

export const DATABASE_NAME = 'skytally'
const VERSION = 1
/** Dexie multiplies its version by ten to get the browser's. */
const BROWSER_VERSION = VERSION * 10

/** One object per scenario; the base alone has one so far. */
export type WorkbookRow = Stamp & {
  readonly workbook: Id
  readonly scenario: 'base'
  readonly revision: number
  readonly snapshot: Snapshot
}
/** Edits of a big workbook since its object was last written; see kept.ts. */
export type EditRow = JournalRecord
/** `edits`: how many of the workbook's edits stand in `edits`, apart from its object. */
export type SummaryRow = WorkbookSummary & { readonly writer: string; readonly edits: number }
export type ViewRow = { readonly id: Id; readonly view: ViewState }
export type MetaRow =
  | { readonly key: 'store'; readonly storeId: string; readonly revision: number }
  /** A workbook whose removal has begun: nothing may bring it back. */
  | { readonly key: `removed:${Id}`; readonly removed: Id }

export type Database = {
  readonly workbooks: Table<WorkbookRow, [Id, 'base']>
  readonly edits: Table<EditRow, [Id, number]>
  readonly summaries: Table<SummaryRow, Id>
  readonly views: Table<ViewRow, Id>
  readonly meta: Table<MetaRow, string>
  /** All or nothing, on disk when it resolves. Opens a database again that the browser closed; never one a newer program took. */
  write<T>(work: () => Promise<T>): Promise<T>
  readonly close: () => void
}

/**
 * Opens the database of this version. Rejects with `newer-database` when a newer program has upgraded it, and leaves
 * it untouched. `onUpgraded` is told once when a newer program takes it over later; from then on nothing is written.
 */
export async function openDatabase(name: string, onUpgraded: () => void): Promise<Database> {
  await refuseNewer(name)
  // Strict: a transaction completes when the disk has it, not when the system has promised to write it some time.
  const dexie = new Dexie(name, { autoOpen: false, chromeTransactionDurability: 'strict' })
  dexie
    .version(VERSION)
    .stores({ workbooks: '[workbook+scenario]', edits: '[workbook+revision]', summaries: 'id', views: 'id', meta: 'key' })
  let upgraded = false
  dexie.on('versionchange', () => {
    upgraded = true
    dexie.close({ disableAutoOpen: true })
    onUpgraded()
  })
  await openStubbornly(dexie)
  const tables = [dexie.table('workbooks'), dexie.table('edits'), dexie.table('summaries'), dexie.table('views'), dexie.table('meta')]
  return {
    workbooks: dexie.table('workbooks'),
    edits: dexie.table('edits'),
    summaries: dexie.table('summaries'),
    views: dexie.table('views'),
    meta: dexie.table('meta'),
    write: async (work) => {
      if (upgraded) throw upgradedElsewhere()
      if (!dexie.isOpen()) await dexie.open()
      return dexie.transaction('rw', tables, work)
    },
    close: () => dexie.close({ disableAutoOpen: true }),
  }
}

/** Asked before Dexie opens it, because Dexie opens a newer database without a word and writes its own tables into it. */
async function refuseNewer(name: string): Promise<void> {
  if ((await versionOf(name)) > BROWSER_VERSION) throw newerDatabase()
}

/** The browser's version of a database, 0 when there is none; a damaged one is for the opening itself to deal with. */
function versionOf(name: string): Promise<number> {
  return new Promise((resolve) => {
    const asked = indexedDB.open(name)
    asked.addEventListener('upgradeneeded', () => asked.transaction?.abort())
    asked.addEventListener('error', () => resolve(0))
    asked.addEventListener('success', () => {
      const { version } = asked.result
      asked.result.close()
      resolve(version)
    })
  })
}

const OPENING_TRIES = 3

/** A damaged LevelDB answers the first opening with an error, is set aside by the browser, and opens empty at the next. */
async function openStubbornly(dexie: Dexie): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await dexie.open()
      return
    } catch (error) {
      if (tries === OPENING_TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, 100 * tries))
    }
  }
}

import { join } from 'node:path'
import type { JournalRecord } from '#shared/desktop.ts'
import { errorCode } from '../disk/disk.ts'
import type { Disk } from '../disk/disk.ts'
import { openBookJournal } from './bookJournal.ts'
import type { BookJournal } from './bookJournal.ts'
import { journalFileName, workbookOfFileName } from './fileName.ts'

export type KnownWorkbook = { readonly workbook: string; readonly revision: number }

/** The second place of every edit: one append-only file per workbook, synced before an edit is acknowledged. */
export type Journal = {
  /** Resolves when the record is on the disk. */
  append(record: JournalRecord): Promise<void>
  /** Whole records since the last checkpoint, oldest first; stops at the first bad one. */
  read(workbook: string): Promise<readonly JournalRecord[]>
  /** Replaces the workbook's journal by this record. Old or new, never between. */
  checkpoint(record: JournalRecord): Promise<void>
  /** Workbooks with at least one record, with the revision of the last one, in the order of their ids. */
  list(): Promise<readonly KnownWorkbook[]>
  forget(workbook: string): Promise<void>
  /** Resolves when everything asked for so far is done and the files are closed. */
  close(): Promise<void>
}

/** A journal in `folder`, which is created when it is missing. */
export function createJournal(disk: Disk, folder: string): Journal {
  const books = new Map<string, BookJournal>()
  let made: Promise<void> | null = null

  async function ready(): Promise<void> {
    made ??= disk.makeFolder(folder)
    await made.catch((error: unknown) => {
      made = null
      throw error
    })
  }

  function book(workbook: string): BookJournal {
    const known = books.get(workbook)
    if (known) return known
    const opened = openBookJournal(disk, join(folder, journalFileName(workbook)))
    books.set(workbook, opened)
    return opened
  }

  async function list(): Promise<readonly KnownWorkbook[]> {
    const workbooks = (await disk.list(folder)).map(workbookOfFileName).filter((id) => id !== null)
    const known: KnownWorkbook[] = []
    for (const workbook of workbooks.toSorted()) {
      const last = (await readOrNothing(book(workbook))).at(-1)
      if (last) known.push({ workbook, revision: last.revision })
    }
    return known
  }

  return {
    append: async (record) => {
      await ready()
      await book(record.workbook).append(record)
    },
    read: async (workbook) => book(workbook).read(),
    checkpoint: async (record) => {
      await ready()
      await book(record.workbook).checkpoint(record)
    },
    list,
    forget: async (workbook) => book(workbook).forget(),
    close: async () => {
      await Promise.all([...books.values()].map((one) => one.close()))
    },
  }
}

/** One journal of a newer version must not hide all the others. */
async function readOrNothing(book: BookJournal): Promise<readonly JournalRecord[]> {
  try {
    return await book.read()
  } catch (error) {
    if (errorCode(error) === 'JOURNAL_UNREADABLE') return []
    throw error
  }
}

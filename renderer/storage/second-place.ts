import type { Canary, Desktop, DesktopResult, JournalRecord } from '#shared/desktop.ts'
import { StorageRefusal } from './refusals.ts'

/**
 * Where every acknowledged edit is a second time, apart from the database: the desktop's journal, or a file of the
 * browser's private file system. Every call resolves only when the disk has it, and rejects when it has not.
 */
export type SecondPlace = {
  append(record: JournalRecord): Promise<void>
  /** Every whole record since the last checkpoint, oldest first. */
  read(workbook: string): Promise<readonly JournalRecord[]>
  /** Replaces a workbook's journal by one record that holds it whole: afterwards it is the old or the new, nothing between. */
  checkpoint(record: JournalRecord): Promise<void>
  list(): Promise<readonly { readonly workbook: string; readonly revision: number }[]>
  forget(workbook: string): Promise<void>
  /** Lets go of the workbook's file, so that another window can write it. */
  release(workbook: string): Promise<void>
  canaryRead(): Promise<Canary | null>
  canaryWrite(canary: Canary): Promise<void>
}

/** The desktop's journal as the second place. */
export function desktopPlace(desktop: Desktop): SecondPlace {
  return {
    append: async (record) => void valueOf(await desktop.journalAppend(record)),
    read: async (workbook) => valueOf(await desktop.journalRead(workbook)),
    checkpoint: async (record) => void valueOf(await desktop.journalCheckpoint(record)),
    list: async () => valueOf(await desktop.journalList()),
    forget: async (workbook) => void valueOf(await desktop.journalForget(workbook)),
    release: async () => {},
    canaryRead: async () => valueOf(await desktop.canaryRead()),
    canaryWrite: async (canary) => void valueOf(await desktop.canaryWrite(canary)),
  }
}

function valueOf<T>(result: DesktopResult<T>): T {
  if (result.ok) return result.value
  throw new StorageRefusal({
    code: result.code,
    message: result.message,
    fix: 'It is tried again by itself. The edits are still here in this window; save them to a file to be safe.',
    passing: true,
  })
}

/** No second place, as in a private window: the database is all there is, and the status says so. */
export function noPlace(): SecondPlace {
  return {
    append: async () => {},
    read: async () => [],
    checkpoint: async () => {},
    list: async () => [],
    forget: async () => {},
    release: async () => {},
    canaryRead: async () => null,
    canaryWrite: async () => {},
  }
}

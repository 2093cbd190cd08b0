import { dirname } from 'node:path'
import type { JournalRecord } from '#shared/desktop.ts'
import type { Disk, WritableFile } from '../disk/disk.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import { decodeJournal, encodeRecord, journalHead } from './codec.ts'
import type { Decoded } from '#shared/document/journal.ts'
import { JournalUnreadable } from './unreadable.ts'

/** The journal of one workbook. Calls take effect in the order they were made. */
export type BookJournal = {
  append(record: JournalRecord): Promise<void>
  read(): Promise<readonly JournalRecord[]>
  checkpoint(record: JournalRecord): Promise<void>
  forget(): Promise<void>
  close(): Promise<void>
}

type Waiting = { readonly bytes: Uint8Array; readonly resolve: () => void; readonly reject: (reason: unknown) => void }

/**
 * Opens lazily. Appends that arrive while the disk is busy are written and synced together (one fdatasync for all of
 * them), and each is answered only after that sync. A failed write is cut off again before the next one, so that a
 * torn record never stands in front of a good one.
 */
export function openBookJournal(disk: Disk, path: string): BookJournal {
  let file: WritableFile | null = null
  /** Length up to which everything was synced; unknown until the file was read. */
  let synced: number | null = null
  let batch: Waiting[] | null = null
  let turn: Promise<unknown> = Promise.resolve()

  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    batch = null
    const mine = turn.then(act)
    turn = mine.catch(() => undefined)
    return mine
  }

  function append(record: JournalRecord): Promise<void> {
    const bytes = encodeRecord(record)
    return new Promise((resolve, reject) => {
      if (batch) {
        batch.push({ bytes, resolve, reject })
        return
      }
      const mine: Waiting[] = [{ bytes, resolve, reject }]
      void inTurn(() => {
        // From here on newcomers must start a batch of their own.
        if (batch === mine) batch = null
        return flush(mine)
      })
      batch = mine
    })
  }

  async function flush(waiting: readonly Waiting[]): Promise<void> {
    try {
      await writeAndSync(Buffer.concat(waiting.map((one) => one.bytes)))
      for (const one of waiting) one.resolve()
    } catch (error) {
      await shut()
      for (const one of waiting) one.reject(error)
    }
  }

  async function writeAndSync(bytes: Uint8Array): Promise<void> {
    const open = file ?? (await openForAppend())
    await open.write(bytes)
    await open.syncData()
    synced = (synced ?? 0) + bytes.length
  }

  async function openForAppend(): Promise<WritableFile> {
    if (synced === null) await setAsideUnreadable()
    const good = synced ?? (await load()).goodLength
    if (good === 0) await replaceFile(disk, path, journalHead)
    const opened = await disk.append(path)
    try {
      await cutTo(opened, Math.max(good, journalHead.length))
      // The last rename of this file may have been interrupted before its folder was synced.
      await disk.syncFolder(dirname(path))
    } catch (error) {
      await opened.close().catch(() => undefined)
      throw error
    }
    synced = Math.max(good, journalHead.length)
    file = opened
    return opened
  }

  /** Cuts a torn tail off. What is cut is kept beside the journal, for whoever has to look into it. */
  async function cutTo(opened: WritableFile, length: number): Promise<void> {
    const found = await disk.look(path)
    if (found.kind !== 'file' || found.size <= length) return
    const tail = (await disk.read(path)).subarray(length)
    await replaceFile(disk, `${path}.cut`, tail)
    await opened.truncate(length)
    await opened.sync()
  }

  async function load(): Promise<Decoded> {
    const found = await disk.look(path)
    if (found.kind === 'missing') return { records: [], goodLength: 0 }
    const decoded = decodeJournal(await disk.read(path))
    if (!decoded) throw new JournalUnreadable(path)
    return decoded
  }

  /** A file this version cannot read is kept under another name, and work goes on in a new one. */
  async function setAsideUnreadable(): Promise<void> {
    const found = await disk.look(path)
    if (found.kind === 'missing' || decodeJournal(await disk.read(path))) return
    await disk.rename(path, `${path}.unreadable`)
    await disk.syncFolder(dirname(path))
  }

  async function shut(): Promise<void> {
    const open = file
    file = null
    await open?.close().catch(() => undefined)
  }

  return {
    append,
    read: () => inTurn(async () => (await load()).records),
    checkpoint: (record) =>
      inTurn(async () => {
        await shut()
        synced = null
        await setAsideUnreadable()
        await replaceFile(disk, path, Buffer.concat([journalHead, encodeRecord(record)]))
      }),
    forget: () =>
      inTurn(async () => {
        await shut()
        synced = null
        if ((await disk.look(path)).kind === 'missing') return
        await disk.remove(path)
        await disk.syncFolder(dirname(path))
      }),
    close: () => inTurn(shut),
  }
}

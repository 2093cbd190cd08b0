import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Disk } from '#electron/disk/disk.ts'
import { nodeDisk } from '#electron/disk/nodeDisk.ts'
import { encodeRecord, journalHead } from '#electron/journal/codec.ts'
import { journalFileName } from '#electron/journal/fileName.ts'
import { createJournal } from '#electron/journal/journal.ts'
import type { Journal } from '#electron/journal/journal.ts'
import type { JournalRecord } from '#shared/desktop.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'skytally-journal-'))
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((journal) => journal.close()))
  rmSync(folder, { recursive: true })
})

const started: Journal[] = []

/** A journal as the next start of the program makes it. */
function start(disk: Disk = nodeDisk): Journal {
  const journal = createJournal(disk, folder)
  started.push(journal)
  return journal
}

const record = (revision: number, workbook = 'w'): JournalRecord => ({ workbook, revision, json: `{"edit":${revision}}` })
const revisions = (records: readonly JournalRecord[]): readonly number[] => records.map((one) => one.revision)
const fileOf = (workbook = 'w'): string => path.join(folder, journalFileName(workbook))

/** The real disk, counting syncs, each held until `release`. */
function slowDisk(): { readonly disk: Disk; readonly syncs: () => number; readonly release: () => void } {
  let count = 0
  let open: (() => void) | null = null
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const disk: Disk = {
    ...nodeDisk,
    append: async (file) => {
      const inner = await nodeDisk.append(file)
      return {
        ...inner,
        syncData: async () => {
          count++
          await gate
          await inner.syncData()
        },
      }
    },
  }
  return { disk, syncs: () => count, release: () => open?.() }
}

describe('journal', () => {
  it('gives back what was appended, in order, also to the next start', async () => {
    const journal = start()
    await Promise.all([1, 2, 3].map((revision) => journal.append(record(revision))))
    expect(revisions(await journal.read('w'))).toEqual([1, 2, 3])
    await journal.close()
    expect(await start().read('w')).toEqual([record(1), record(2), record(3)])
  })

  it('does not acknowledge before the disk has synced, and syncs once for all that arrived meanwhile', async () => {
    const { disk, syncs, release } = slowDisk()
    const journal = start(disk)
    const acknowledged: number[] = []
    const all = Array.from({ length: 50 }, (_, index) => journal.append(record(index)).then(() => acknowledged.push(index)))
    await expect.poll(syncs).toBe(1)
    const later = Array.from({ length: 50 }, (_, index) => journal.append(record(50 + index)))
    expect(acknowledged).toEqual([])
    release()
    await Promise.all([...all, ...later])
    expect(syncs()).toBe(2)
    expect(revisions(await journal.read('w'))).toEqual(Array.from({ length: 100 }, (_, index) => index))
  })

  it('keeps an append made after a checkpoint was asked for, whatever is still waiting', async () => {
    const { disk, release } = slowDisk()
    const journal = start(disk)
    const acts = [
      journal.append(record(1)),
      journal.append(record(2)),
      journal.checkpoint(record(3)),
      journal.append(record(4)),
      journal.append(record(5)),
    ]
    release()
    await Promise.all(acts)
    expect(revisions(await journal.read('w'))).toEqual([3, 4, 5])
  })

  it('lists workbooks with their latest revision and forgets the one it is told to', async () => {
    const journal = start()
    await journal.append(record(4, 'b'))
    await journal.checkpoint(record(9, 'a'))
    await journal.append(record(10, 'a'))
    expect(await journal.list()).toEqual([
      { workbook: 'a', revision: 10 },
      { workbook: 'b', revision: 4 },
    ])
    await journal.forget('a')
    await journal.forget('never seen')
    expect(await start().list()).toEqual([{ workbook: 'b', revision: 4 }])
    expect(await journal.read('a')).toEqual([])
  })

  it('cuts a torn tail off before it appends, and keeps the cut bytes beside the journal', async () => {
    const journal = start()
    await journal.append(record(1))
    await journal.close()
    const torn = encodeRecord(record(2)).subarray(0, 11)
    appendFileSync(fileOf(), torn)
    const next = start()
    expect(revisions(await next.read('w'))).toEqual([1])
    await next.append(record(3))
    expect(revisions(await start().read('w'))).toEqual([1, 3])
    expect(readFileSync(`${fileOf()}.cut`)).toEqual(Buffer.from(torn))
  })

  it('sets a journal of another version aside instead of writing over it, and says so when it is read', async () => {
    writeFileSync(fileOf(), 'skytally-journal 9\nsomething from the future')
    const journal = start()
    await expect(journal.read('w')).rejects.toMatchObject({ code: 'JOURNAL_UNREADABLE' })
    expect(await journal.list()).toEqual([])
    await journal.checkpoint(record(1))
    await journal.append(record(2))
    expect(revisions(await journal.read('w'))).toEqual([1, 2])
    expect(readFileSync(`${fileOf()}.unreadable`, 'utf8')).toContain('from the future')
  })

  it('writes the head once and leaves no temporary file', async () => {
    const journal = start()
    await journal.append(record(1))
    expect(readFileSync(fileOf())).toEqual(Buffer.concat([journalHead, encodeRecord(record(1))]))
    expect(readdirSync(folder)).toEqual([journalFileName('w')])
  })
})

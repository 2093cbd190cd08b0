import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DATABASE, driverOf, newBrowser, newDisk, openWindow, setDriver, windowsOf } from './fakes.ts'
import { Dexie } from 'dexie'
import { apply } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Workbook } from '#shared/document/types.ts'
import { DATABASE_NAME, openDatabase } from '#renderer/storage/database.ts'
import type { SaveStatus, Storage } from '#renderer/storage/types.ts'

beforeEach(newBrowser)

const total = { monthly: 298.23, currency: 'USD', unknown: 1 }

function edit(storage: Storage, workbook: Workbook, value: number): Workbook {
  const changes = [setDriver(workbook, value)]
  const after = apply(workbook, changes)
  storage.save(after, changes, { total })
  return after
}

describe('a workbook', () => {
  it('created, edited and opened again is as it was left, with its place in the list', async () => {
    const disk = newDisk()
    const first = await openWindow(disk)
    expect(first.storage.report).toEqual({ kind: 'fine' })
    const start = newWorkbook('w', 'Shop', '2026-11-01')
    await first.storage.create(start)
    let workbook = edit(first.storage, start, 1)
    workbook = edit(first.storage, workbook, 2)
    first.storage.saveView('w', { scrollRow: 7, selection: { row: 'x' }, collapsed: ['Serving'], panels: { drivers: true } })
    await first.storage.flush()
    expect(first.storage.status()).toMatchObject({ state: 'saved' })
    first.close()

    const second = await openWindow(disk)
    expect(second.storage.report).toEqual({ kind: 'fine' })
    expect(await second.storage.list()).toMatchObject([{ id: 'w', name: 'Shop', revision: 2, rows: 0, total }])
    expect(await second.storage.open('w')).toEqual({
      workbook,
      total,
      revision: 2,
      replayed: 0,
      view: { scrollRow: 7, selection: { row: 'x' }, collapsed: ['Serving'], panels: { drivers: true } },
    })
  })

  it('edited twice within a moment is stored once', async () => {
    const disk = newDisk()
    const { storage } = await openWindow(disk)
    const start = newWorkbook('w', 'Shop', '2026-11-01')
    await storage.create(start)
    edit(storage, edit(storage, start, 1), 2)
    await storage.flush()
    expect(disk.journals.get('w')?.map((record) => record.revision)).toEqual([1, 2])
    expect(JSON.parse(disk.journals.get('w')?.[1]?.json ?? '{}').changes).toHaveLength(1)
  })

  it('removed is gone from both places and does not come back', async () => {
    const disk = newDisk()
    const first = await openWindow(disk)
    await first.storage.create(newWorkbook('w', 'Shop', '2026-11-01'))
    await first.storage.create(newWorkbook('v', 'Other', '2026-11-01'))
    await first.storage.remove('w')
    first.close()
    const second = await openWindow(disk)
    expect(second.storage.report).toEqual({ kind: 'fine' })
    expect((await second.storage.list()).map((one) => one.id)).toEqual(['v'])
    expect([...disk.journals.keys()]).toEqual(['v'])
    await expect(second.storage.open('w')).rejects.toMatchObject({ code: 'not-kept' })
  })

  it('whose removal was cut short by a crash does not come back', async () => {
    const disk = newDisk()
    const first = await openWindow(disk)
    await first.storage.create(newWorkbook('w', 'Shop', '2026-11-01'))
    disk.failing.fails = () => true
    await expect(first.storage.remove('w')).rejects.toMatchObject({ code: 'full' })
    disk.failing.fails = () => false
    first.close()
    const second = await openWindow(disk)
    expect(second.storage.report).toEqual({ kind: 'fine' })
    expect(await second.storage.list()).toEqual([])
    expect(disk.journals.size).toBe(0)
  })

  it('cannot be created under an id that is kept already', async () => {
    const { storage } = await openWindow(newDisk())
    await storage.create(newWorkbook('w', 'Shop', '2026-11-01'))
    await expect(storage.create(newWorkbook('w', 'Other', '2026-11-01'))).rejects.toMatchObject({ code: 'kept-already' })
    expect(await storage.list()).toMatchObject([{ name: 'Shop' }])
  })

  it('of thousands of rows is stored edit by edit and read whole', async () => {
    const disk = newDisk()
    const first = await openWindow(disk)
    const driver = (n: number) => ({ id: `d${n}`, order: n, name: `d${n}`, value: '1', unit: '' })
    const start: Workbook = {
      ...newWorkbook('big', 'Big', '2026-11-01'),
      drivers: new Map(Array.from({ length: 2500 }, (_, n) => [`d${n}`, driver(n)])),
    }
    await first.storage.create(start)
    let workbook = start
    for (let value = 1; value <= 3; value++) {
      workbook = edit(first.storage, workbook, value)
      await first.storage.flush()
    }
    expect(await first.database.edits.count()).toBe(3)
    expect((await first.database.workbooks.get(['big', 'base']))?.revision).toBe(1)
    first.close()
    disk.journals.clear()
    const second = await openWindow(disk)
    expect((await second.storage.open('big')).workbook).toEqual(workbook)
  })

  it('edited for long has its journal begun anew', async () => {
    const disk = newDisk()
    const { storage } = await openWindow(disk)
    let workbook = newWorkbook('w', 'Shop', '2026-11-01')
    await storage.create(workbook)
    const note = 'x'.repeat(30_000)
    for (let value = 1; value <= 40; value++) {
      const changes = [
        {
          table: 'drivers' as const,
          id: 'n',
          before: workbook.drivers.get('n') ?? null,
          after: { id: 'n', order: 1, name: 'n', value: String(value), unit: '', note },
        },
      ]
      workbook = apply(workbook, changes)
      storage.save(workbook, changes, { total })
      await storage.flush()
    }
    const length = (disk.journals.get('w') ?? []).reduce((sum, record) => sum + record.json.length, 0)
    expect(length).toBeLessThan(700_000)
    expect(driverOf(workbook)).toBe(40)
  })
})

describe('the status', () => {
  it('says saved only when both places have the edit', async () => {
    const disk = newDisk()
    const { storage, database } = await openWindow(disk)
    const start = newWorkbook('w', 'Shop', '2026-11-01')
    await storage.create(start)
    const seen: string[] = []
    const inBoth: boolean[] = []
    storage.onStatus((status) => {
      seen.push(status.state)
      if (status.state === 'saved') inBoth.push(disk.journals.get('w')?.at(-1)?.revision === 2)
    })
    edit(storage, start, 1)
    expect(storage.status().state).toBe('saving')
    await storage.flush()
    expect(seen).toEqual(['saving', 'saved'])
    expect(inBoth).toEqual([true])
    expect((await database.summaries.get('w'))?.revision).toBe(2)
  })

  it('says what failed and what to do, and saved once a later try worked', async () => {
    const disk = newDisk()
    const { storage } = await openWindow(disk)
    const start = newWorkbook('w', 'Shop', '2026-11-01')
    await storage.create(start)
    const seen: SaveStatus[] = []
    storage.onStatus((status) => seen.push(status))
    disk.failing.fails = () => true
    edit(storage, start, 1)
    await expect(storage.flush()).rejects.toMatchObject({ code: 'full' })
    expect(storage.status()).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('no more room'),
      fix: expect.stringContaining('backup file'),
    })
    disk.failing.fails = () => false
    await vi.waitFor(() => expect(storage.status().state).toBe('saved'), { timeout: 3000 })
    expect(disk.journals.get('w')?.at(-1)?.revision).toBe(2)
  })
})

describe('two windows', () => {
  const shared = () => ({ locks: new Set<string>(), listeners: new Set<(id: string, from: object) => void>() })

  it('do not write one workbook: the second is told where it is open', async () => {
    const browser = shared()
    const disk = newDisk()
    const first = await openWindow(disk, windowsOf(browser))
    await first.storage.create(newWorkbook('w', 'Shop', '2026-11-01'))
    const second = await openWindow(disk, windowsOf(browser))
    await expect(second.storage.open('w')).rejects.toMatchObject({ code: 'open-elsewhere' })
    await first.storage.create(newWorkbook('v', 'Other', '2026-11-01'))
    expect((await second.storage.open('w')).revision).toBe(1)
  })

  it('hear of what the other has stored', async () => {
    const browser = shared()
    const disk = newDisk()
    const first = await openWindow(disk, windowsOf(browser))
    const second = await openWindow(disk, windowsOf(browser))
    const heard: unknown[] = []
    second.storage.onElsewhere((what, id) => heard.push([what, id]))
    first.storage.onElsewhere(() => heard.push('itself'))
    await first.storage.create(newWorkbook('w', 'Shop', '2026-11-01'))
    expect(heard).toEqual([['changed', 'w']])
  })

  it('without locks do not overwrite each other: the later one keeps its edit and is told', async () => {
    const disk = newDisk()
    const first = await openWindow(disk)
    const start = newWorkbook('w', 'Shop', '2026-11-01')
    await first.storage.create(start)
    const second = await openWindow(disk)
    await second.storage.open('w')
    edit(first.storage, start, 1)
    await first.storage.flush()
    edit(second.storage, start, 2)
    await expect(second.storage.flush()).rejects.toMatchObject({ code: 'changed-elsewhere' })
    expect(second.storage.status()).toMatchObject({ state: 'failed', fix: expect.stringContaining('backup file') })
    expect(driverOf((await openWindow(disk).then((third) => third.storage.open('w'))).workbook)).toBe(1)
  })

  it('one of a newer program, the older one writes nothing more and says so', async () => {
    const disk = newDisk()
    const first = await openWindow(disk)
    const start = newWorkbook('w', 'Shop', '2026-11-01')
    await first.storage.create(start)
    const heard: unknown[] = []
    first.storage.onElsewhere((what, id) => heard.push([what, id]))
    const newer = new Dexie(DATABASE)
    newer
      .version(2)
      .stores({ workbooks: '[workbook+scenario]', edits: '[workbook+revision]', summaries: 'id', views: 'id', meta: 'key', later: 'id' })
    await newer.open()
    expect(heard).toEqual([['upgraded', null]])
    edit(first.storage, start, 1)
    await expect(first.storage.flush()).rejects.toMatchObject({ code: 'upgraded' })
    expect(await newer.table('summaries').get('w')).toMatchObject({ revision: 1 })
    newer.close()
    await expect(openWindow(disk)).rejects.toMatchObject({ code: 'newer-database' })
  })
})

describe('a database of a newer version', () => {
  it('is refused and left untouched', async () => {
    const newer = new Dexie(DATABASE_NAME)
    newer.version(3).stores({ workbooks: '[workbook+scenario]', summaries: 'id' })
    await newer.open()
    await newer.table('summaries').put({ id: 'w', form: 'of tomorrow' })
    newer.close()
    await expect(openDatabase(DATABASE_NAME, () => undefined)).rejects.toMatchObject({ code: 'newer-database' })
    const again = new Dexie(DATABASE_NAME)
    again.version(3).stores({ workbooks: '[workbook+scenario]', summaries: 'id' })
    await again.open()
    expect(again.backendDB().version).toBe(30)
    expect(await again.table('summaries').toArray()).toEqual([{ id: 'w', form: 'of tomorrow' }])
    again.close()
  })
})

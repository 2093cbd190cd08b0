import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { apply } from '#shared/document/change.ts'
import { newWorkbook, settingsOf } from '#shared/document/empty.ts'
import type { Workbook } from '#shared/document/types.ts'
import { driverOf, failPuts, newBrowser, newDisk, openWindow, setDriver, type Disk, type Failing } from './fakes.ts'

beforeEach(newBrowser)

/** Creates `w` and stores five edits one by one; the values that were acknowledged, in order. Stops at the first failure when told. */
async function live(disk: Disk, stopAtFailure: boolean): Promise<number[]> {
  const { storage, close } = await openWindow(disk)
  const acknowledged: number[] = []
  try {
    let workbook: Workbook = newWorkbook('w', 'Shop', '2026-11-01')
    for (;;) {
      try {
        await storage.create(workbook)
        break
      } catch (error) {
        if (stopAtFailure) throw error
      }
    }
    acknowledged.push(0)
    for (let value = 1; value <= 5; value++) {
      const changes = [setDriver(workbook, value)]
      workbook = apply(workbook, changes)
      storage.save(workbook, changes, { total: null })
      while (storage.status().state !== 'saved') {
        try {
          await storage.flush()
        } catch (error) {
          if (stopAtFailure) throw error
        }
      }
      acknowledged.push(value)
    }
  } catch {
    // The window crashes where the write failed.
  }
  close()
  return acknowledged
}

async function audit(disk: Disk): Promise<number> {
  const { storage, close } = await openWindow(disk)
  const listed = await storage.list()
  const value = listed.length === 0 ? -1 : driverOf((await storage.open('w')).workbook)
  close()
  return value
}

/** Runs the story with the k-th write failing, for every k up to the first that the story never reaches. */
async function forEveryWrite(run: (failing: Failing) => Promise<void>): Promise<number> {
  for (let k = 1; ; k++) {
    newBrowser()
    const failing: Failing = { writes: 0, fails: (write) => write === k }
    await run(failing)
    if (failing.writes < k) return k - 1
  }
}

describe('a write that fails once', () => {
  it('in the second place, wherever it is, costs no edit', async () => {
    const points = await forEveryWrite(async (failing) => {
      const disk = { ...newDisk(), failing }
      expect(await live(disk, false)).toEqual([0, 1, 2, 3, 4, 5])
      expect(await audit(disk)).toBe(5)
      expect(disk.journals.get('w')?.at(-1)?.revision).toBe(6)
    })
    expect(points).toBeGreaterThanOrEqual(7)
  })

  it('in the database, wherever it is, costs no edit', async () => {
    const points = await forEveryWrite(async (failing) => {
      const disk = newDisk()
      const mend = failPuts(failing)
      try {
        expect((await live(disk, false)).at(-1) ?? 5).toBe(5)
      } finally {
        mend()
      }
      expect(await audit(disk)).toBe(5)
    })
    expect(points).toBeGreaterThanOrEqual(12)
  })
})

describe('a crash where a write fails', () => {
  it.each(['second place', 'database'] as const)(
    'in the %s, at every write, leaves what was acknowledged or one edit more, now and two starts later',
    async (where) => {
      const points = await forEveryWrite(async (failing) => {
        const disk = where === 'second place' ? { ...newDisk(), failing } : newDisk()
        const mend = where === 'database' ? failPuts(failing) : () => undefined
        const acknowledged = await live(disk, true).finally(mend)
        const last = acknowledged.at(-1) ?? -1
        const found = await audit(disk)
        expect(found === last || found === last + 1).toBe(true)
        expect(await audit(disk)).toBe(found)
      })
      expect(points).toBeGreaterThan(6)
    },
  )
})

describe('a database that opens with less than it had', () => {
  it('empty, is filled again from the journal and the report says so', async () => {
    const disk = newDisk()
    await live(disk, true)
    newBrowser()
    const { storage, close } = await openWindow(disk)
    expect(storage.report).toEqual({
      kind: 'recovered',
      restored: ['Shop'],
      message:
        'The database of this machine had lost work. One workbook came back from the journal: Shop. Everything that was saved is here again.',
    })
    expect(await storage.list()).toMatchObject([{ id: 'w', name: 'Shop', revision: 6 }])
    expect(driverOf((await storage.open('w')).workbook)).toBe(5)
    close()
    expect((await openWindow(disk)).storage.report).toEqual({ kind: 'fine' })
  })

  it('at an earlier revision, is brought up to the journal and the report says so', async () => {
    const disk = newDisk()
    await live(disk, true)
    const journal = [...(disk.journals.get('w') ?? [])]
    newBrowser()
    disk.journals.set('w', journal.slice(0, 3))
    ;(await openWindow(disk)).close()
    disk.journals.set('w', journal)
    const { storage } = await openWindow(disk)
    expect(storage.report).toMatchObject({ kind: 'recovered', restored: ['Shop'] })
    expect(driverOf((await storage.open('w')).workbook)).toBe(5)
  })

  it('without a journal either, is reported as lost by name, at every start until something new is kept', async () => {
    const disk = newDisk()
    await live(disk, true)
    disk.journals.clear()
    newBrowser()
    for (const start of [1, 2]) {
      const { storage, close } = await openWindow(disk)
      expect([start, storage.report]).toMatchObject([start, { kind: 'lost', missing: ['Shop'] }])
      close()
    }
    const { storage, close } = await openWindow(disk)
    await storage.create(newWorkbook('v', 'Next', '2026-11-01'))
    close()
    expect((await openWindow(disk)).storage.report).toEqual({ kind: 'fine' })
  })

  it('with a journal whose beginning is gone, is reported as lost beside what came back', async () => {
    const disk = newDisk()
    await live(disk, true)
    const first = await openWindow(disk)
    await first.storage.create(newWorkbook('v', 'Other', '2026-11-01'))
    first.close()
    disk.journals.set('w', (disk.journals.get('w') ?? []).slice(1))
    newBrowser()
    expect((await openWindow(disk)).storage.report).toMatchObject({
      kind: 'lost',
      missing: ['Shop'],
      message: expect.stringContaining('Other'),
    })
  })

  it('lost only its list, gets it back from the workbooks', async () => {
    const disk = newDisk()
    await live(disk, true)
    const first = await openWindow(disk)
    await first.database.summaries.clear()
    first.close()
    disk.journals.clear()
    const { storage } = await openWindow(disk)
    expect(await storage.list()).toMatchObject([{ id: 'w', revision: 6 }])
  })

  it('and a second place that cannot be read: what is there can be worked with, and the report says what could not be done', async () => {
    const disk = newDisk()
    await live(disk, true)
    const unreadable = () => {
      throw new DOMException('unreadable', 'NotReadableError')
    }
    const broken = { ...disk, journals: Object.assign(new Map(disk.journals), { [Symbol.iterator]: unreadable }) }
    const { storage } = await openWindow(broken)
    expect(storage.report).toMatchObject({ kind: 'lost', missing: [], message: expect.stringContaining('unreadable') })
    expect(await storage.list()).toMatchObject([{ id: 'w' }])
  })
})

describe('a second place that lost a workbook', () => {
  it('has it again at the next start', async () => {
    const disk = newDisk()
    await live(disk, true)
    disk.journals.clear()
    const { close } = await openWindow(disk)
    await vi.waitFor(() => expect([...disk.journals.keys()]).toEqual(['w']))
    close()
    newBrowser()
    expect(await audit(disk)).toBe(5)
  })

  it('can be followed from the next edit on when the database is ahead of it', async () => {
    const disk = newDisk()
    await live(disk, true)
    disk.journals.set('w', (disk.journals.get('w') ?? []).slice(0, -1))
    const { storage, close } = await openWindow(disk)
    const { workbook } = await storage.open('w')
    const changes = [setDriver(workbook, 6)]
    storage.save(apply(workbook, changes), changes, { total: null })
    await storage.flush()
    close()
    newBrowser()
    expect(await audit(disk)).toBe(6)
  })
})

describe('any story of edits, failures, crashes and damage', () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.constant('edit' as const) },
    fc.constantFrom('rename' as const, 'crash' as const, 'wipe the database' as const, 'wipe the journal' as const),
    fc.record({ fail: fc.integer({ min: 1, max: 4 }), where: fc.constantFrom('database' as const, 'second place' as const) }),
  )

  it('keeps every acknowledged edit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        newBrowser()
        const disk = newDisk()
        let window = await openWindow(disk)
        let workbook: Workbook = newWorkbook('w', 'Shop', '2026-11-01')
        await window.storage.create(workbook)
        let value = 0
        const reopened: { readonly opened: Workbook; readonly expected: Workbook }[] = []
        for (const [index, what] of steps.entries()) {
          if (what === 'crash' || what === 'wipe the database' || what === 'wipe the journal') {
            window.close()
            if (what === 'wipe the database') newBrowser()
            if (what === 'wipe the journal') disk.journals.clear()
            window = await openWindow(disk)
            const opened = (await window.storage.open('w')).workbook
            reopened.push({ opened, expected: workbook })
            continue
          }
          const failing: Failing = { writes: 0, fails: (write) => typeof what === 'object' && write === what.fail }
          const mend = typeof what === 'object' && what.where === 'database' ? failPuts(failing) : () => undefined
          if (typeof what === 'object' && what.where === 'second place') Object.assign(disk.failing, failing)
          const settings = settingsOf(workbook)
          const changes =
            what === 'rename'
              ? [{ table: 'settings' as const, id: 'settings', before: settings, after: { ...settings, name: `Shop ${index}` } }]
              : [setDriver(workbook, (value += 1))]
          workbook = apply(workbook, changes)
          window.storage.save(workbook, changes, { total: null })
          for (let tries = 0; window.storage.status().state !== 'saved' && tries < 5; tries++)
            await window.storage.flush().catch(() => undefined)
          expect(window.storage.status().state).toBe('saved')
          mend()
          disk.failing.fails = () => false
        }
        window.close()
        expect(reopened.map((one) => one.opened)).toEqual(reopened.map((one) => one.expected))
        expect((await (await openWindow(disk)).storage.open('w')).workbook).toEqual(workbook)
      }),
      { numRuns: 60 },
    )
  }, 90_000)
})

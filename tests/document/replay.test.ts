import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, type Change } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import { changesRecord, replay, wholeRecord, type Kept, type Stamp } from '#shared/document/replay.ts'
import { fromSnapshot, toSnapshot } from '#shared/document/snapshot.ts'
import { changesFor, wishes, workbooks, type Wish } from './arbitrary.ts'

const stamp: Stamp = { writer: 'window-1', savedAt: '2026-11-20T10:00:00Z', total: { monthly: 298.23, currency: 'USD', unknown: 2 } }
const history = fc.record({ start: workbooks, batches: fc.array(wishes, { maxLength: 6 }) })

function at<T>(list: readonly T[], index: number): T {
  const found = list.at(index)
  if (found === undefined) throw new Error('nothing there')
  return found
}

/** Every revision of a workbook from 1 on, and the journal that was written on the way. */
function lived({ start, batches }: { readonly start: Kept['workbook']; readonly batches: readonly (readonly Wish[])[] }) {
  const revisions: Kept[] = [{ ...stamp, workbook: start, revision: 1 }]
  const records = [wholeRecord({ ...stamp, workbook: start, revision: 1 })]
  for (const wanted of batches) {
    const last = at(revisions, -1)
    const changes: readonly Change[] = changesFor(last.workbook, wanted)
    revisions.push({ ...stamp, workbook: apply(last.workbook, changes), revision: last.revision + 1 })
    records.push(changesRecord(start.id, last.revision + 1, changes, stamp))
  }
  return { revisions, records }
}

describe('a snapshot', () => {
  it('taken back is the same workbook', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        expect(fromSnapshot(toSnapshot(workbook))).toEqual(workbook)
      }),
    )
  })
})

describe('what an earlier version stored', () => {
  const without = (field: string) => (record: object) => Object.fromEntries(Object.entries(record).filter(([key]) => key !== field))

  it('is completed by what its fields mean when they are absent', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        const { settings, components, scenarios, ...others } = toSnapshot(workbook)
        const old = {
          ...others,
          settings: settings.map(without('freeTier')),
          components: components.map(without('prices')),
          scenarios: scenarios.map(without('decision')),
        }
        const read: ReturnType<typeof toSnapshot> = JSON.parse(JSON.stringify(old))
        const opened = fromSnapshot(read)
        expect([...opened.settings.values()].every((record) => !record.freeTier)).toBe(true)
        expect([...opened.components.values()].map((row) => row.prices)).toEqual(components.map(() => ({})))
        const nothing = { what: '', why: '', who: '', by: '' }
        expect([...opened.scenarios.values()].map(({ decision }) => decision)).toEqual(scenarios.map(() => nothing))
      }),
    )
  })

  it('is followed by its journal, whose changes lack the same fields', () => {
    const start = newWorkbook('w', 'W', '2026-11-01')
    const before = {
      id: 'a',
      order: 1,
      name: 'A',
      service: 'x',
      region: '',
      group: '',
      environment: '',
      inputs: {},
      purchase: [],
      tags: {},
      note: '',
    }
    const changes = [
      { table: 'components', id: 'a', before: null, after: before },
      { table: 'components', id: 'a', before, after: { ...before, name: 'B' } },
    ]
    const record = (revision: number, change: unknown) => ({
      workbook: 'w',
      revision,
      json: JSON.stringify({ kind: 'changes', ...stamp, changes: [change] }),
    })
    const { kept, broken } = replay({ ...stamp, workbook: start, revision: 1 }, [record(2, changes[0]), record(3, changes[1])])
    expect(broken).toBeNull()
    expect(kept?.workbook.components.get('a')).toEqual({ ...before, name: 'B', prices: {} })
  })
})

describe('replaying a journal', () => {
  it('comes to the last revision from nothing and from any revision', () => {
    fc.assert(
      fc.property(history, fc.nat(), (events, place) => {
        const { revisions, records } = lived(events)
        const base = at(revisions, place % revisions.length)
        expect(replay(null, records)).toEqual({ kept: revisions.at(-1), applied: records.length, broken: null })
        expect(replay(base, records)).toEqual({ kept: revisions.at(-1), applied: revisions.length - base.revision, broken: null })
      }),
    )
  })

  it('passes over a record written twice', () => {
    fc.assert(
      fc.property(history, (events) => {
        const { revisions, records } = lived(events)
        expect(
          replay(
            null,
            records.flatMap((record) => [record, record]),
          ).kept,
        ).toEqual(revisions.at(-1))
      }),
    )
  })

  it('stops before a missing record and says which one could not be followed', () => {
    const { revisions, records } = lived({ start: newWorkbook('w', 'W', '2026-11-01'), batches: [[], [], []] })
    const gap = records.filter((record) => record.revision !== 3)
    expect(replay(null, gap)).toEqual({ kept: revisions[1], applied: 2, broken: 4 })
  })

  it('goes on behind a gap where the workbook stands whole', () => {
    const { revisions, records } = lived({ start: newWorkbook('w', 'W', '2026-11-01'), batches: [[], [], []] })
    const whole = wholeRecord(at(revisions, 2))
    expect(replay(null, [...records.slice(0, 1), whole, ...records.slice(3)])).toEqual({ kept: revisions[3], applied: 3, broken: null })
  })

  it('takes text that is no entry for a missing record', () => {
    const record = (json: string) => replay(null, [{ workbook: 'w', revision: 1, json }])
    for (const json of [
      '',
      'null',
      '[]',
      '{"kind":"whole"}',
      '{"kind":"changes","writer":"a","savedAt":"b","changes":[{"table":"__proto__"}]}',
    ]) {
      expect(record(json)).toEqual({ kept: null, applied: 0, broken: 1 })
    }
  })

  it('takes a change that does not fit for a missing record', () => {
    const start = newWorkbook('w', 'W', '2026-11-01')
    const driver = { id: 'd', order: 1, name: 'd', value: '1', unit: '' }
    const bad = changesRecord('w', 2, [{ table: 'drivers', id: 'd', before: driver, after: null }], stamp)
    expect(replay({ ...stamp, workbook: start, revision: 1 }, [bad])).toMatchObject({ kept: { revision: 1 }, broken: 2 })
  })
})

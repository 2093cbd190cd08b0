import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deleteSnapshot, describeSnapshot, restoreSnapshot, takeSnapshot } from '#shared/commands/snapshots.ts'
import type { DocumentCommand } from '#shared/commands/types.ts'
import { apply, invert } from '#shared/document/change.ts'
import { readWorkbook, writeWorkbook } from '#shared/document/file.ts'
import { rows } from '#shared/document/rows.ts'
import type { Workbook } from '#shared/document/types.ts'
import { workbooks } from '../document/arbitrary.ts'

const supplies = { newId: () => 'fresh', today: '2026-11-22' }
const now = { id: 's', at: '2026-11-22T10:00:00Z', total: { monthly: 12.5, currency: 'USD', unknown: 1 } }

function done<Args>(workbook: Workbook, command: DocumentCommand<Args>, args: Args): Workbook {
  const outcome = command.run(workbook, args, supplies)
  if ('refused' in outcome) throw new Error(outcome.message)
  return apply(workbook, outcome)
}

const without = (workbook: Workbook): Workbook => ({ ...workbook, snapshots: new Map() })

describe('a snapshot', () => {
  it('brings the document back as it was, as one step that can itself be taken back', () => {
    fc.assert(
      fc.property(workbooks, workbooks, (before, after) => {
        const kept = done(without(before), takeSnapshot, now)
        const changed: Workbook = { ...after, id: before.id, snapshots: kept.snapshots }
        const changes = restoreSnapshot.run(changed, { id: 's' }, supplies)
        if ('refused' in changes) throw new Error(changes.message)
        const restored = apply(changed, changes)
        expect(writeWorkbook(without(restored))).toBe(kept.snapshots.get('s')?.text)
        expect(restored.snapshots).toBe(kept.snapshots)
        expect(writeWorkbook(apply(restored, invert(changes)))).toBe(writeWorkbook(changed))
      }),
      { numRuns: 60 },
    )
  })

  it('comes back from a file with its name, note, time and total', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        const kept = done(without(workbook), takeSnapshot, { ...now, name: 'Before the review', note: 'as sent' })
        const read = readWorkbook(writeWorkbook(kept), supplies.newId)
        expect(read.ok && rows(read.workbook.snapshots)).toEqual(rows(kept.snapshots))
      }),
      { numRuns: 30 },
    )
  })

  it('does not hold the snapshots of its time, so that none grows with the next', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        const kept = done(workbook, takeSnapshot, now)
        expect(JSON.parse(kept.snapshots.get('s')?.text ?? '')).not.toHaveProperty('snapshots')
      }),
      { numRuns: 10 },
    )
  })

  it('is named by whoever takes it, or by its number', () => {
    const [workbook] = fc.sample(workbooks.map(without), 1)
    const one = done(workbook!, takeSnapshot, { ...now, id: 'a' })
    const two = done(one, takeSnapshot, { ...now, id: 'b' })
    const three = done(two, takeSnapshot, { ...now, id: 'c', name: ' As sent ' })
    expect(rows(three.snapshots).map(({ name }) => name)).toEqual(['Snapshot', 'Snapshot 2', 'As sent'])
    const renamed = done(three, describeSnapshot, { id: 'a', name: 'First', note: 'why' })
    expect(renamed.snapshots.get('a')).toMatchObject({ name: 'First', note: 'why' })
    expect(describeSnapshot.run(three, { id: 'a', name: ' ' }, supplies)).toMatchObject({ code: 'snapshot-name' })
    expect([...done(renamed, deleteSnapshot, { id: 'a' }).snapshots.keys()]).toEqual(['b', 'c'])
  })

  it('is not called what another one is called, letter case aside', () => {
    const [workbook] = fc.sample(workbooks.map(without), 1)
    const one = done(workbook!, takeSnapshot, { ...now, id: 'a', name: 'As sent' })
    expect(takeSnapshot.run(one, { ...now, id: 'b', name: ' as SENT' }, supplies)).toMatchObject({ code: 'snapshot-taken' })
    const two = done(one, takeSnapshot, { ...now, id: 'b', name: 'After' })
    expect(describeSnapshot.run(two, { id: 'b', name: 'as sent ' }, supplies)).toMatchObject({ code: 'snapshot-taken' })
    expect(done(two, describeSnapshot, { id: 'a', name: 'as sent' }).snapshots.get('a')?.name).toBe('as sent')
    expect(done(two, describeSnapshot, { id: 'a', note: 'why' }).snapshots.get('a')?.note).toBe('why')
  })

  it('that is gone or cannot be read is refused in words', () => {
    const [workbook] = fc.sample(workbooks.map(without), 1)
    const kept = done(workbook!, takeSnapshot, now)
    expect(restoreSnapshot.run(kept, { id: 'gone' }, supplies)).toMatchObject({ code: 'snapshot-gone' })
    const state = kept.snapshots.get('s')!
    const broken = { ...kept, snapshots: new Map([['s', { ...state, text: '{"format":"skytally","version":1,"naem":"x"}' }]]) }
    expect(restoreSnapshot.run(broken, { id: 's' }, supplies)).toMatchObject({ code: 'snapshot-unreadable' })
  })
})

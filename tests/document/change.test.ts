import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, invert, squash, type Change } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import { equal } from '#shared/document/equal.ts'
import { Fault } from '#shared/document/fault.ts'
import type { Driver } from '#shared/document/types.ts'
import { changesFor, wishes, workbooks } from './arbitrary.ts'

const driver: Driver = { id: 'd', order: 1, name: 'requests', value: '1', unit: '' }
const add: Change = { table: 'drivers', id: 'd', before: null, after: driver }
const raise: Change = { table: 'drivers', id: 'd', before: driver, after: { ...driver, value: '2' } }
const empty = newWorkbook('w', 'Empty', '2026-11-01')

describe('apply', () => {
  it('adds, replaces and removes a record and leaves the workbook it was given alone', () => {
    const added = apply(empty, [add])
    expect(added.drivers.get('d')).toEqual(driver)
    expect(apply(added, [raise]).drivers.get('d')?.value).toBe('2')
    expect(apply(added, [{ ...add, before: driver, after: null }]).drivers.size).toBe(0)
    expect(empty.drivers.size).toBe(0)
  })

  it('keeps tables without a change as the same object', () => {
    const added = apply(empty, [add])
    expect(added.components).toBe(empty.components)
    expect(apply(empty, [])).toBe(empty)
  })

  it('follows the order of the changes', () => {
    expect(apply(empty, [add, raise]).drivers.get('d')?.value).toBe('2')
    expect(() => apply(empty, [raise, add])).toThrow(Fault)
  })

  it('takes a record read again from disk for the one it was', () => {
    expect(apply(apply(empty, [add]), [{ ...raise, before: { ...driver } }]).drivers.get('d')?.value).toBe('2')
  })

  it('refuses a change made for another workbook', () => {
    expect(() => apply(empty, [raise])).toThrow(/expects another record/)
    expect(() => apply(apply(empty, [add]), [add])).toThrow(/drivers "d"/)
  })

  it('refuses to remove the settings, to add a second, and to put a record under another id', () => {
    const settings = empty.settings.get('settings') ?? null
    expect(() => apply(empty, [{ table: 'settings', id: 'settings', before: settings, after: null }])).toThrow(/cannot be removed/)
    expect(() => apply(empty, [{ table: 'settings', id: 'x', before: null, after: settings }])).toThrow(Fault)
    expect(() => apply(empty, [{ ...add, id: 'e' }])).toThrow(/holds the record/)
  })
})

describe('changes', () => {
  it('undone, leave the workbook as it was', () => {
    fc.assert(
      fc.property(workbooks, wishes, (workbook, wanted) => {
        const changes = changesFor(workbook, wanted)
        expect(apply(apply(workbook, changes), invert(changes))).toEqual(workbook)
      }),
    )
  })

  it('undone and done again, are done', () => {
    fc.assert(
      fc.property(workbooks, wishes, (workbook, wanted) => {
        const changes = changesFor(workbook, wanted)
        const done = apply(workbook, changes)
        expect(apply(apply(done, invert(changes)), invert(invert(changes)))).toEqual(done)
      }),
    )
  })

  it('applied together or in any two parts, come to the same', () => {
    fc.assert(
      fc.property(workbooks, wishes, fc.nat(12), (workbook, wanted, cut) => {
        const changes = changesFor(workbook, wanted)
        expect(apply(apply(workbook, changes.slice(0, cut)), changes.slice(cut))).toEqual(apply(workbook, changes))
      }),
    )
  })

  it('squashed, have the same effect with at most one change a record and none without effect', () => {
    fc.assert(
      fc.property(workbooks, wishes, (workbook, wanted) => {
        const changes = changesFor(workbook, wanted)
        const squashed = squash(changes)
        expect(apply(workbook, squashed)).toEqual(apply(workbook, changes))
        expect(new Set(squashed.map((change) => JSON.stringify([change.table, change.id]))).size).toBe(squashed.length)
        expect(squashed.filter((change) => equal(change.before, change.after))).toEqual([])
      }),
    )
  })

  it('that end where they began squash to nothing', () => {
    expect(squash([add, raise, ...invert([add, raise])])).toEqual([])
  })
})

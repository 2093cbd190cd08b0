import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeCopy } from '#shared/commands/merge.ts'
import { notesOf } from '#shared/commands/merge-notes.ts'
import { apply, invert } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { writeWorkbook } from '#shared/document/file.ts'
import { mergedWorkbooks } from '#shared/document/merge.ts'
import type { Component, Driver, Workbook } from '#shared/document/types.ts'
import { workbooks } from '../document/arbitrary.ts'
import { book, driver, row, scenario, set } from '../document/merge-kit.ts'
import { supplies } from './kit.ts'

const none = new Set<string>()

describe('merging another copy', () => {
  it('is one step, which can be taken back', () => {
    fc.assert(
      fc.property(workbooks, workbooks, workbooks, (base, ours, theirs) => {
        const choices = () => 'theirs' as const
        const outcome = mergeCopy.run(ours, { base, theirs, choices, made: none }, supplies())
        const { document } = mergedWorkbooks({ base, ours, theirs }, choices)
        const changes = 'refused' in outcome ? [] : outcome
        const merged = apply(ours, changes)
        expect(writeWorkbook(merged)).toBe(writeWorkbook(document))
        expect(writeWorkbook(apply(merged, invert(changes)))).toBe(writeWorkbook(ours))
      }),
      { numRuns: 15 },
    )
  })

  it('is refused where the other copy has nothing new', () => {
    const ours = book({ components: [row('api', 1024)] })
    expect(mergeCopy.run(ours, { base: ours, theirs: ours, choices: () => 'ours', made: none }, supplies())).toMatchObject({
      code: 'nothing-to-merge',
    })
  })
})

describe('what is to be looked at after a merge', () => {
  const base = book({
    components: [row('api', 1024), row('db', 2048)],
    drivers: [driver('users', '100')],
    scenarios: [scenario('lean', null)],
  })
  const put = (workbook: Workbook, one: Component) =>
    apply(workbook, [{ table: 'components', id: one.id, before: workbook.components.get(one.id) ?? null, after: one }])
  const drive = (workbook: Workbook, id: string, after: Driver | null) =>
    apply(workbook, [{ table: 'drivers', id, before: workbook.drivers.get(id) ?? null, after }])
  const notes = (ours: Workbook, theirs: Workbook) => {
    const input = { base, ours, theirs }
    return notesOf(input, mergedWorkbooks(input)).map(({ message, fix }) => `${message} ${fix}`)
  }
  const naming = put(base, row('api', 1024, { inputs: { count: '=users / 50', size: 'm5.large' } }))

  it('is a formula that names a driver which the other copy removed', () => {
    expect(notes(naming, drive(base, 'users', null))).toEqual([
      'api (count) names the driver “users”, which is not there after the merge. One copy removed it: add it again, or change the formula.',
    ])
  })

  it('is a formula that names a driver by the name it had before the other copy renamed it', () => {
    expect(notes(drive(base, 'users', { ...driver('users', '100'), name: 'people' }), naming)).toEqual([
      'api (count) names the driver “users”, which is not there after the merge. It is called “people” now: write that name in the formula.',
    ])
  })

  it('is a row of a service that the other copy removed', () => {
    const service = { id: 'x', order: 1024, name: 'Licences', category: 'other', inputs: {}, charges: {} }
    const declared = { ...base, services: new Map([['x', service]]) }
    const input = { base: declared, ours: put(declared, row('seats', 4096, { service: 'user.x' })), theirs: base }
    expect(notesOf(input, mergedWorkbooks(input)).map(({ message }) => message)).toEqual([
      '“seats” is a row of the service “Licences”, which one copy removed.',
    ])
  })

  it('is what was amiss in one copy, and not what was in both or in the base', () => {
    const amiss = drive(naming, 'users', null)
    const other = put(base, row('cdn', 4096))
    expect(notes(amiss, other)).toHaveLength(1)
    expect(notes(amiss, put(amiss, row('cdn', 4096)))).toEqual([])
    const input = {
      base: amiss,
      ours: amiss,
      theirs: put(amiss, row('api', 1024, { region: 'eu-west-1', inputs: naming.components.get('api')?.inputs ?? {} })),
    }
    expect(notesOf(input, mergedWorkbooks(input))).toEqual([])
  })

  it('is a formula of a scenario, and an override of a row that is gone', () => {
    const held = [set('api', 'inputs.count', '=users'), set('db', 'region', 'eu-west-1')]
    const lean: Change = { table: 'scenarios', id: 'lean', before: base.scenarios.get('lean') ?? null, after: scenario('lean', null, held) }
    const ours = apply(base, [lean])
    const theirs = drive(
      apply(base, [{ table: 'components', id: 'db', before: base.components.get('db') ?? null, after: null }]),
      'users',
      null,
    )
    expect(notes(ours, theirs)).toEqual([
      'api (count) in the scenario “lean” names the driver “users”, which is not there after the merge. One copy removed it: add it again, or change the formula.',
      'The scenario “lean” changes the row “db”, which one copy removed. Add it again to have the change count, or reset the scenario there.',
    ])
  })

  it('are two of one name, where one copy added it and the other gave it to another', () => {
    const ours = drive(base, 'peak', { ...driver('peak', '1'), order: 2048 })
    expect(notes(ours, drive(base, 'users', { ...driver('users', '100'), name: 'peak' }))).toEqual([
      'After the merge there are two drivers called “peak”. Rename one of them, or delete it.',
    ])
  })
})

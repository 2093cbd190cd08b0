import { describe, expect, it } from 'vitest'
import { headingId } from '#renderer/workspace/cells/places.ts'
import { flatten, rowDifference } from '#renderer/sheet/rows.ts'
import { component, grouped } from './kit.ts'

const none = new Set<string>()
const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((row) => row.id)

describe('the rows of the sheet', () => {
  it('stand under their groups, groups in the order of their first row', () => {
    const rows = flatten(
      grouped([component('a', { group: 'Web' }), component('b', { group: 'Data' }), component('c', { group: 'Web' })]),
      none,
    )
    expect(ids(rows)).toEqual([headingId('Web'), 'a', 'c', headingId('Data'), 'b'])
    expect(rows[1]).toMatchObject({ level: 1 })
  })

  it('have no heading when no row has a group', () => {
    expect(ids(flatten(grouped([component('a'), component('b')]), none))).toEqual(['a', 'b'])
  })

  it('give rows without a group a heading beside grouped ones', () => {
    expect(ids(flatten(grouped([component('a'), component('b', { group: 'Web' })]), none))).toEqual([
      headingId(''),
      'a',
      headingId('Web'),
      'b',
    ])
  })

  it('leave out the rows of a folded group and keep its heading with its members', () => {
    const rows = flatten(grouped([component('a', { group: 'Web' }), component('b', { group: 'Data' })]), new Set(['Web']))
    expect(ids(rows)).toEqual([headingId('Web'), headingId('Data'), 'b'])
    expect(rows[0]).toMatchObject({ collapsed: true, members: ['a'] })
  })

  it('are the same objects while nothing about them changed', () => {
    const groups = grouped([component('a', { group: 'Web' }), component('b', { group: 'Web' })])
    const before = flatten(groups, none)
    const [web] = groups
    const [a, b] = web?.rows ?? []
    const after = flatten([{ name: 'Web', rows: [a!, { ...b!, note: 'new' }] }], none, before)
    expect(after[0]).toBe(before[0])
    expect(after[1]).toBe(before[1])
    expect(rowDifference(before, after)).toEqual({ structure: false, updated: [after[2]] })
  })

  it('differ in structure when a row came, went or changed places', () => {
    const before = flatten(grouped([component('a'), component('b')]), none)
    expect(rowDifference(before, flatten(grouped([component('b'), component('a')]), none, before)).structure).toBe(true)
    expect(rowDifference(before, flatten(grouped([component('a')]), none, before)).structure).toBe(true)
    expect(rowDifference(before, before)).toEqual({ structure: false, updated: [] })
  })
})

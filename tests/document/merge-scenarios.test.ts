import { describe, expect, it } from 'vitest'
import { apply } from '#shared/document/change.ts'
import { readWorkbook, writeWorkbook } from '#shared/document/file.ts'
import { mergedWorkbooks } from '#shared/document/merge.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id, Override, Scenario, Workbook } from '#shared/document/types.ts'
import { book, read, row, scenario, set } from './merge-kit.ts'

const order = (workbook: Workbook) => rows(workbook.components).map(({ id }) => id)

describe('scenarios of both copies', () => {
  const components = [row('api', 1024), row('db', 2048)]
  const base = book({ components, scenarios: [scenario('lean', null, [set('api', 'inputs.count', '2')])] })
  const to = (copy: Workbook, one: Scenario) =>
    apply(copy, [{ table: 'scenarios', id: one.id, before: copy.scenarios.get(one.id) ?? null, after: one }])

  it('have the overrides of both, field by field, and tell those that clash', () => {
    const ours = to(base, scenario('lean', null, [set('api', 'inputs.count', '1'), set('db', 'region', 'eu-west-1')]))
    const theirs = to(base, scenario('lean', null, [set('api', 'inputs.count', '3'), set('api', 'inputs.size', 'm5.xlarge')]))
    const { document, conflicts } = mergedWorkbooks({ base, ours, theirs })
    expect(conflicts).toMatchObject([
      { table: 'components', name: 'api', scenario: 'lean', field: 'inputs.count', base: '2', ours: '1', theirs: '3' },
    ])
    expect(document.scenarios.get('lean')?.overrides).toHaveLength(3)
  })

  it('keep what they held of a scenario that the other copy deleted', () => {
    const ours = apply(base, [{ table: 'scenarios', id: 'lean', before: base.scenarios.get('lean') ?? null, after: null }])
    const theirs = to(base, scenario('leaner', 'lean', [set('db', 'region', 'eu-west-1')]))
    const { document, notes } = mergedWorkbooks({ base, ours, theirs })
    expect(document.scenarios.get('leaner')).toMatchObject({ parent: null, overrides: [{ id: 'api', value: '2' }, { id: 'db' }] })
    expect(notes[0]?.message).toBe('The scenario “leaner” stood on “lean”, which was deleted.')
  })

  it('do not stand on each other in a circle, and say that they were to', () => {
    const two = to(base, scenario('big', null))
    const ours = to(two, scenario('big', 'lean'))
    const theirs = to(two, { ...scenario('lean', 'big', [set('api', 'inputs.count', '2')]) })
    const { document, conflicts } = mergedWorkbooks({ base: two, ours, theirs })
    expect(conflicts).toMatchObject([{ field: 'parent' }, { field: 'parent' }])
    expect([document.scenarios.get('big')?.parent, document.scenarios.get('lean')?.parent]).toEqual(['lean', null])
  })

  it('keep a row of their own where it stood, whatever rows came before it', () => {
    const own: Override = { kind: 'add', table: 'components', id: 'cache', record: row('cache', 1536) }
    const ours = apply(base, [{ table: 'components', id: 'lb', before: null, after: row('lb', 512) }])
    const theirs = to(base, scenario('lean', null, [set('api', 'inputs.count', '2'), own]))
    const { document } = mergedWorkbooks({
      base: read(writeWorkbook(base)),
      ours: read(writeWorkbook(ours)),
      theirs: read(writeWorkbook(theirs)),
    })
    const cache = document.scenarios.get('lean')?.overrides.find((one) => one.kind === 'add')
    expect(order(document)).toEqual(['lb', 'api', 'db'])
    expect(cache).toMatchObject({ record: { order: 2560 } })
  })

  it('ask about a row of their own that both copies put somewhere else, whichever copy is called ours', () => {
    const holding = (at: number): Override => ({ kind: 'add', table: 'components', id: 'cache', record: row('cache', at) })
    const first = to(base, scenario('lean', null, [holding(512)]))
    const last = to(base, scenario('lean', null, [holding(3000)]))
    const ask = { base, ours: first, theirs: last }
    expect(mergedWorkbooks(ask).conflicts).toMatchObject([
      { name: 'cache', scenario: 'lean', field: 'order', base: null, ours: 'first', theirs: 'behind “db”' },
    ])
    const chosen = mergedWorkbooks(ask, () => 'theirs').document
    expect(chosen.scenarios.get('lean')).toEqual(last.scenarios.get('lean'))
    expect(mergedWorkbooks({ base, ours: last, theirs: first }).document.scenarios).toEqual(chosen.scenarios)
    const moved = mergedWorkbooks({ base: first, ours: first, theirs: last })
    expect([moved.conflicts, moved.document.scenarios.get('lean')]).toEqual([[], last.scenarios.get('lean')])
  })
})

describe('files written by hand, without ids', () => {
  const parts = { format: 'skytally', version: 1, name: 'Hand' }
  const flat = (name: string, monthly: string) => ({ name, service: 'general.flat', inputs: { monthly } })

  it('are matched by name, so that a row put in front of others is one row more', () => {
    const made = new Set<Id>()
    const hand = (components: readonly object[]): Workbook => {
      const result = readWorkbook(JSON.stringify({ ...parts, components }), () => {
        const id = `made-${String(made.size)}`
        made.add(id)
        return id
      })
      if (!result.ok) throw new Error(JSON.stringify(result.problems))
      return result.workbook
    }
    const base = hand([flat('api', '10'), flat('db', '20')])
    const ours = hand([flat('lb', '5'), flat('api', '10'), flat('db', '25')])
    const theirs = hand([flat('api', '12'), flat('db', '20'), flat('cdn', '7')])
    const { document, conflicts } = mergedWorkbooks({ base, ours, theirs }, () => 'ours', made)
    expect(conflicts).toEqual([])
    expect(rows(document.components).map(({ name, inputs }) => [name, inputs['monthly']])).toEqual([
      ['lb', '5'],
      ['api', '12'],
      ['db', '25'],
      ['cdn', '7'],
    ])
  })
})

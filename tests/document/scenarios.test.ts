import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, invert } from '#shared/document/change.ts'
import type { Change } from '#shared/document/change.ts'
import { equal } from '#shared/document/equal.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import { readWorkbook, writeWorkbook } from '#shared/document/file.ts'
import { differences, inScenario, joined, pushedDown } from '#shared/document/scenarios/record.ts'
import { overridden, scenarioWorkbook } from '#shared/document/scenarios/resolve.ts'
import type { Component, Id, Override, Scenario, Workbook } from '#shared/document/types.ts'
import { wishes, workbooks, type Wish } from './arbitrary.ts'

const decision = { what: '', why: '', who: '', by: '' }

function row(id: Id, order: number, count: string): Component {
  return {
    id,
    order,
    name: id.toUpperCase(),
    service: 'aws.ec2',
    region: 'us-east-1',
    group: '',
    environment: '',
    inputs: { count, size: 't3.medium' },
    purchase: [],
    prices: {},
    tags: {},
    note: '',
  }
}

function scenario(id: Id, parent: Id | null, overrides: readonly Override[] = []): Scenario {
  return { id, order: 1, name: id, parent, colour: '', decision, overrides }
}

function book(rows: readonly Component[], scenarios: readonly Scenario[]): Workbook {
  return {
    ...newWorkbook('w', 'W', '2026-11-01'),
    components: new Map(rows.map((one) => [one.id, one])),
    scenarios: new Map(scenarios.map((one) => [one.id, one])),
  }
}

const set = (id: Id, field: string, value: unknown): Override => ({ kind: 'set', table: 'components', id, field, value })

/** The changes that fulfil wishes on a workbook, as a command would make them. */
function fulfilled(workbook: Workbook, wanted: readonly Wish[]): readonly Change[] {
  const seen = new Set<string>()
  return wanted.flatMap((wish): Change[] => {
    const place = `${wish.table}/${wish.id}`
    if (seen.has(place)) return []
    seen.add(place)
    const before = workbook[wish.table].get(wish.id) ?? null
    return equal(before, wish.after) ? [] : [{ table: wish.table, id: wish.id, before, after: wish.after } as Change]
  })
}

const withTwo = workbooks.map((workbook) => ({
  ...workbook,
  scenarios: new Map([
    ['lower', scenario('lower', null)],
    ['upper', scenario('upper', 'lower')],
  ]),
}))

describe('an edit in a scenario', () => {
  it('shows in the scenario and leaves the base alone, however many edits come one after another', () => {
    fc.assert(
      fc.property(withTwo, fc.array(fc.tuple(fc.constantFrom('lower', 'upper'), wishes), { maxLength: 4 }), (start, edits) => {
        let document: Workbook = start
        for (const [id, wanted] of edits) {
          const shown = scenarioWorkbook(document, id)
          const changes = fulfilled(shown, wanted)
          document = apply(document, inScenario(document, id, changes))
          const expected = apply(shown, changes)
          const actual = scenarioWorkbook(document, id)
          expect(actual.components).toEqual(expected.components)
          expect(actual.drivers).toEqual(expected.drivers)
        }
        expect({ ...document, scenarios: start.scenarios }).toEqual(start)
      }),
    )
  })

  it('is taken back by inverting it', () => {
    fc.assert(
      fc.property(withTwo, wishes, (start, wanted) => {
        const changes = inScenario(start, 'upper', fulfilled(scenarioWorkbook(start, 'upper'), wanted))
        expect(apply(apply(start, changes), invert(changes))).toEqual(start)
      }),
    )
  })

  it('survives a file', () => {
    fc.assert(
      fc.property(withTwo, wishes, (start, wanted) => {
        const edited = apply(start, inScenario(start, 'upper', fulfilled(scenarioWorkbook(start, 'upper'), wanted)))
        const text = writeWorkbook(edited)
        const read = readWorkbook(text, () => 'fresh')
        if (!read.ok) throw new Error(JSON.stringify(read.problems))
        expect(writeWorkbook(read.workbook)).toBe(text)
      }),
    )
  })

  it('keeps its rows at their places among the base’s when a file numbers them anew', () => {
    const orders = fc.uniqueArray(fc.integer({ min: -4000, max: 4000 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(orders, fc.nat(7), (all, inBase) => {
        const rows = all.map((order, index) => row(`r${index}`, order, '1'))
        const added = rows.slice(inBase).map((record): Override => ({ kind: 'add', table: 'components', id: record.id, record }))
        const start = book(rows.slice(0, inBase), [scenario('s', null, added)])
        const read = readWorkbook(writeWorkbook(start), () => 'fresh')
        if (!read.ok) throw new Error(JSON.stringify(read.problems))
        expect(namesInOrder(scenarioWorkbook(read.workbook, 's'))).toEqual(namesInOrder(scenarioWorkbook(start, 's')))
      }),
    )
  })

  it('that sets a cell back to the base’s value is no override any more', () => {
    const start = book([row('api', 1, '4')], [scenario('s', null, [set('api', 'inputs.count', '6')])])
    const shown = scenarioWorkbook(start, 's')
    const before = shown.components.get('api')!
    const change: Change = { table: 'components', id: 'api', before, after: { ...before, inputs: { ...before.inputs, count: '4' } } }
    expect(apply(start, inScenario(start, 's', [change])).scenarios.get('s')?.overrides).toEqual([])
  })
})

function namesInOrder(workbook: Workbook): readonly string[] {
  return [...workbook.components.values()].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
}

describe('an edit of the base', () => {
  it('reaches every scenario that does not override the cell', () => {
    const start = book(
      [row('api', 1, '4')],
      [scenario('bigger', null, [set('api', 'inputs.count', '8')]), scenario('elsewhere', null, [set('api', 'region', 'eu-west-1')])],
    )
    const before = start.components.get('api')!
    const edited = apply(start, [
      { table: 'components', id: 'api', before, after: { ...before, inputs: { count: '5', size: 'm5.large' } } },
    ])
    expect(scenarioWorkbook(edited, 'bigger').components.get('api')?.inputs).toEqual({ count: '8', size: 'm5.large' })
    expect(scenarioWorkbook(edited, 'elsewhere').components.get('api')).toMatchObject({ region: 'eu-west-1', inputs: { count: '5' } })
  })

  it('that removes a row removes it from scenarios that change it, and its return brings their changes back', () => {
    const start = book([row('api', 1, '4')], [scenario('s', null, [set('api', 'inputs.count', '8')])])
    const removal: Change = { table: 'components', id: 'api', before: start.components.get('api')!, after: null }
    const without = apply(start, [removal])
    expect(scenarioWorkbook(without, 's').components.size).toBe(0)
    expect(scenarioWorkbook(apply(without, invert([removal])), 's').components.get('api')?.inputs['count']).toBe('8')
  })

  it('leaves untouched records the very same objects', () => {
    const start = book([row('api', 1, '4'), row('db', 2, '1')], [scenario('s', null, [set('api', 'inputs.count', '8')])])
    expect(scenarioWorkbook(start, 's').components.get('db')).toBe(start.components.get('db'))
    expect(scenarioWorkbook(start, 's').drivers).toBe(start.drivers)
  })
})

describe('overrides of a parent and a child joined', () => {
  it('are what the child shows, standing on the grandparent', () => {
    fc.assert(
      fc.property(withTwo, wishes, wishes, (start, below, above) => {
        const one = apply(start, inScenario(start, 'lower', fulfilled(scenarioWorkbook(start, 'lower'), below)))
        const two = apply(one, inScenario(one, 'upper', fulfilled(scenarioWorkbook(one, 'upper'), above)))
        const all = joined(two.scenarios.get('lower')!.overrides, two.scenarios.get('upper')!.overrides)
        expect(overridden(start, all).components).toEqual(scenarioWorkbook(two, 'upper').components)
      }),
    )
  })
})

describe('overrides pushed down', () => {
  it('belong to the parent and change nothing that the scenario shows', () => {
    fc.assert(
      fc.property(withTwo, wishes, wishes, fc.boolean(), (start, below, above, toBase) => {
        const one = apply(start, inScenario(start, 'lower', fulfilled(scenarioWorkbook(start, 'lower'), below)))
        const two = apply(one, inScenario(one, 'upper', fulfilled(scenarioWorkbook(one, 'upper'), above)))
        const from = two.scenarios.get(toBase ? 'lower' : 'upper')!
        const pushed = apply(two, pushedDown(two, from, from.overrides))
        expect(pushed.scenarios.get(from.id)?.overrides).toEqual([])
        expect(scenarioWorkbook(pushed, from.id).components).toEqual(scenarioWorkbook(two, from.id).components)
        const parent = scenarioWorkbook(pushed, from.parent)
        expect(new Set(parent.components.values())).toEqual(new Set(scenarioWorkbook(two, from.id).components.values()))
      }),
    )
  })
})

describe('the differences of two workbooks', () => {
  it('lead from the one to the other', () => {
    fc.assert(
      fc.property(workbooks, workbooks, (one, other) => {
        expect(apply(one, differences(one, other))).toEqual({ ...other, id: one.id, scenarios: one.scenarios, snapshots: one.snapshots })
      }),
    )
  })
})

describe('a file’s scenarios', () => {
  const file = (scenarios: readonly object[]) => JSON.stringify({ format: 'skytally', version: 1, name: 'x', scenarios })
  const problems = (scenarios: readonly object[]) => {
    const read = readWorkbook(file(scenarios), () => 'fresh')
    return read.ok ? [] : read.problems
  }

  it.each([
    ['a parent that does not exist', [{ id: 'a', name: 'A', parent: 'b' }], 'scenarios[0].parent', 'There is no scenario "b".'],
    [
      'a parent that stands on its child',
      [
        { id: 'a', name: 'A', parent: 'b' },
        { id: 'b', name: 'B', parent: 'a' },
      ],
      'scenarios[0].parent',
      'This scenario stands on itself.',
    ],
    [
      'a field no record has',
      [{ id: 'a', name: 'A', overrides: [{ kind: 'set', table: 'components', id: 'x', field: 'regoin', value: 'y' }] }],
      'scenarios[0].overrides[0].field',
      'components have no field "regoin".',
    ],
    [
      'a value of the wrong kind',
      [{ id: 'a', name: 'A', overrides: [{ kind: 'set', table: 'components', id: 'x', field: 'inputs.count', value: [] }] }],
      'scenarios[0].overrides[0].value.count',
      'Expected text or a number, found a list.',
    ],
    [
      'an added row without an id',
      [{ id: 'a', name: 'A', overrides: [{ kind: 'add', table: 'components', order: 1, record: { name: 'x', service: 'aws.ec2' } }] }],
      'scenarios[0].overrides[0].record',
      'The added record has no id.',
    ],
    [
      'added settings',
      [{ id: 'a', name: 'A', overrides: [{ kind: 'add', table: 'settings', order: 1, record: {} }] }],
      'scenarios[0].overrides[0].table',
      'No settings can be added.',
    ],
  ])('are refused with a place and a sentence: %s', (_, scenarios, at, message) => {
    expect(problems(scenarios)).toContainEqual(expect.objectContaining({ at, message }))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Component, Driver, Id, Workbook } from '#shared/document/types.ts'
import { compare, matched } from '#pricing/analysis/comparison.ts'
import { effectKinds, effects } from '#pricing/analysis/effects.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { services } from '#pricing/services/registry.ts'
import { bundledBook } from '#tests/golden/kit.ts'

const context = { book: bundledBook(), services }

function row(id: Id, more: Partial<Component> = {}): Component {
  return {
    id,
    order: 1024,
    name: id.toUpperCase(),
    service: 'aws.ec2',
    region: 'us-east-1',
    group: '',
    environment: '',
    inputs: { size: 'm5.large', count: '2' },
    purchase: [],
    prices: {},
    tags: {},
    note: '',
    ...more,
  }
}

function book(components: readonly Component[], drivers: readonly Driver[] = []): Workbook {
  return {
    ...newWorkbook('w', 'W', '2026-11-01'),
    components: new Map(components.map((one, index) => [one.id, { ...one, order: (index + 1) * 1024 }])),
    drivers: new Map(drivers.map((one) => [one.id, one])),
  }
}

const priced = (workbook: Workbook) => ({ workbook, context })
const monthly = (workbook: Workbook) => estimate(workbook, context).total.monthly
const sum = (of: Readonly<Record<(typeof effectKinds)[number], number>>) => effectKinds.reduce((total, kind) => total + of[kind], 0)

/** Two designs with all that can differ between them. */
const designs = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
    fc.array(
      fc.record({
        region: fc.constantFrom('us-east-1', 'eu-west-1', 'ap-southeast-1'),
        size: fc.constantFrom('m5.large', 'm5.xlarge', 't3.medium', 'nowhere.large'),
        count: fc.constantFrom('1', '3', '=users / 100', '=cost("A") / 10', ''),
        service: fc.constantFrom('aws.ec2', 'aws.ec2', 'general.flat'),
        bought: fc.boolean(),
        typed: fc.boolean(),
      }),
      { minLength: 4, maxLength: 4 },
    ),
    fc.integer({ min: 1, max: 900 }),
    fc.constantFrom(0, -7),
  )
  .map(([ids, rows, users, percent]) => {
    const drivers: Driver[] = [{ id: 'u', order: 1, name: 'users', value: String(users), unit: '' }]
    const made = ids.map((id, index): Component => {
      const one = rows[index]!
      const inputs: Record<string, string> = one.service === 'aws.ec2' ? { size: one.size, count: one.count } : { monthly: '100' }
      return row(id, {
        service: one.service,
        region: one.service === 'aws.ec2' ? one.region : '',
        inputs,
        purchase: one.bought ? [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '50%' }] : [],
        prices: one.typed && one.service === 'aws.ec2' ? { instances: { price: '0.05', note: '' } } : {},
      })
    })
    const workbook = book(made, drivers)
    const settings = workbook.settings.get('settings')!
    const priceBook = { ...settings.priceBook, adjustments: [{ match: 'aws.*', percent, note: '' }] }
    return { ...workbook, settings: new Map([['settings', { ...settings, priceBook }]]) }
  })

describe('the effects between two designs', () => {
  it('add up to the difference of their totals, and row by row to the difference of each row', () => {
    fc.assert(
      fc.property(designs, designs, (one, other) => {
        const found = effects(priced(one), priced(other))
        const difference = monthly(other) - monthly(one)
        expect(sum(found.total)).toBeCloseTo(difference, 8)
        const rowsBefore = new Map(estimate(one, context).components.map((line) => [line.id, line.monthly]))
        for (const [id, of] of found.rows) {
          const after = estimate(other, context).components.find((line) => line.id === id)?.monthly ?? 0
          expect(sum(of)).toBeCloseTo(after - (rowsBefore.get(id) ?? 0), 8)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are nothing between a design and itself', () => {
    fc.assert(
      fc.property(designs, (one) => {
        expect(effects(priced(one), priced(one)).total).toEqual({ quantity: 0, mix: 0, region: 0, price: 0, purchase: 0 })
      }),
      { numRuns: 20 },
    )
  })

  it.each<[string, Partial<Component>]>([
    ['quantity', { inputs: { size: 'm5.large', count: '5' } }],
    ['mix', { inputs: { size: 'm5.xlarge', count: '2' } }],
    ['region', { region: 'eu-west-1' }],
    ['price', { prices: { instances: { price: '0.05', note: 'quoted' } } }],
    ['purchase', { purchase: [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '100%' }] }],
  ])('are all %s where nothing else changed', (kind, more) => {
    const before = book([row('api')])
    const after = book([row('api', more)])
    const difference = monthly(after) - monthly(before)
    expect(difference).not.toBe(0)
    const expected = { quantity: 0, mix: 0, region: 0, price: 0, purchase: 0, [kind]: difference }
    expect(effects(priced(before), priced(after)).total).toEqual(expected)
  })
})

describe('a comparison', () => {
  const before = book([row('api'), row('old', { group: 'Serving' })])
  const after = book([row('api', { inputs: { size: 'm5.large', count: '4' } }), row('new')])
  const compared = compare(
    [
      { name: 'Base', workbook: before, context },
      { name: 'Bigger', workbook: after, context },
    ],
    0,
  )

  it('has a row for everything that any design has, with what each pays and how it differs', () => {
    expect(compared.rows.map(({ id, cells }) => [id, cells.map(({ monthly: of }) => of === null)])).toEqual([
      ['api', [false, false]],
      ['new', [true, false]],
      ['old', [false, true]],
    ])
    const api = compared.rows[0]!
    expect(api.cells[1]?.ratio).toBeCloseTo(1)
    expect(api.effects[1]?.quantity).toBeCloseTo(2 * 730 * 0.096)
    expect(api.effects[0]).toBeNull()
  })

  it('says what the totals differ by, and from which baseline', () => {
    expect(compared.subjects.map(({ difference }) => difference)).toEqual([
      0,
      compared.subjects[1]!.total.monthly - compared.subjects[0]!.total.monthly,
    ])
  })

  it('takes rows of another workbook for the same where their names are', () => {
    const other = book([row('x1', { name: 'API' }), row('x2', { name: 'Cache' })])
    expect([...matched(other, before).components.keys()]).toEqual(['api', 'x2'])
    expect([...matched(before, before).components.keys()]).toEqual(['api', 'old'])
  })

  it('refuses a baseline that is not there', () => {
    expect(() => compare([], 0)).toThrow(RangeError)
  })
})

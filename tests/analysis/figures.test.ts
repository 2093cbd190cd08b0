import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Component, Workbook } from '#shared/document/types.ts'
import { compare } from '#pricing/analysis/comparison.ts'
import { priceFromNothing, pricingByDifference } from '#pricing/analysis/figures.ts'
import { services } from '#pricing/services/registry.ts'
import { bundledBook } from '#tests/golden/kit.ts'

const context = { book: bundledBook(), services }

const rowOf = (id: string): fc.Arbitrary<Component> =>
  fc
    .record({
      service: fc.constantFrom('aws.ec2', 'aws.ec2', 'user.queue', 'nobody.knows'),
      region: fc.constantFrom('us-east-1', 'eu-west-1'),
      group: fc.constantFrom('', 'Serving', 'Training'),
      size: fc.constantFrom('m5.large', 't3.medium', 'nowhere.large'),
      count: fc.constantFrom('1', '3', '=users / 100', '=subtotal("group:Serving") / 100', ''),
    })
    .map(({ service, region, group, size, count }) => ({
      id,
      order: id.charCodeAt(0),
      name: id.toUpperCase(),
      service,
      region,
      group,
      environment: '',
      inputs: { size, count },
      purchase: [],
      prices: {},
      tags: {},
      note: '',
    }))

const designs: fc.Arbitrary<Workbook> = fc
  .tuple(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }), fc.integer({ min: 1, max: 900 }))
  .chain(([ids, users]) =>
    fc.tuple(...ids.map(rowOf)).map((rows) => ({
      ...newWorkbook('w', 'W', '2026-11-01'),
      services: new Map([['queue', { id: 'queue', order: 1, name: 'Queue', category: 'databases', inputs: {}, charges: {} }]]),
      components: new Map(rows.map((row) => [row.id, row])),
      drivers: new Map([['u', { id: 'u', order: 1, name: 'users', value: String(users), unit: '' }]]),
      budgets: new Map([['t', { id: 't', order: 1, scope: 'total', monthly: 100, warnAt: '80%' }]]),
    })),
  )

describe('designs priced by what is different', () => {
  it('have the very figures they have when each is computed from nothing, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(designs, { minLength: 1, maxLength: 4 }), (all) => {
        const price = pricingByDifference()
        for (const one of all) {
          const moved = price(one, context)
          const anew = priceFromNothing(one, context)
          expect(moved.total).toEqual(anew.total)
          expect([...moved.groups]).toEqual([...anew.groups])
          expect([...moved.categories]).toEqual([...anew.categories])
          expect(moved.budgets).toEqual(anew.budgets)
          for (const [id, money] of moved.rows) expect(anew.rows.get(id)).toMatchObject(money)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('are compared alike', () => {
    fc.assert(
      fc.property(designs, designs, designs, (one, other, third) => {
        const subjects = [one, other, third].map((workbook, at) => ({ name: String(at), workbook, context }))
        const moved = compare(subjects, 0, pricingByDifference())
        const anew = compare(subjects, 0)
        expect(moved).toEqual(anew)
      }),
      { numRuns: 20 },
    )
  })
})

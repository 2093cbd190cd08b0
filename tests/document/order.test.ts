import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ORDER_STEP, ordersBetween, renumber } from '#shared/document/order.ts'
import { rows } from '#shared/document/rows.ts'

describe('order numbers', () => {
  it('rise strictly between their neighbours, or there are none to be had', () => {
    const side = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { nil: null })
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 20 }), (a, b, count) => {
        const [before, after] = a !== null && b !== null && a > b ? [b, a] : [a, b]
        const orders = ordersBetween(before, after, count)
        const crowded = before !== null && after !== null && after - before < 1e-3
        const all = [before ?? Number.NEGATIVE_INFINITY, ...(orders ?? []), after ?? Number.POSITIVE_INFINITY]
        const rising = all.every((order, index) => index === 0 || order > (all[index - 1] ?? 0))
        expect(orders === null ? crowded : orders.length === count && rising).toBe(true)
      }),
    )
  })

  it('run out between equal neighbours', () => {
    expect(ordersBetween(5, 5)).toBeNull()
    expect(ordersBetween(1, 1 + Number.EPSILON)).toBeNull()
  })

  it('made even again keep the order and the records that were even already', () => {
    const records = [
      { id: 'a', order: ORDER_STEP },
      { id: 'b', order: ORDER_STEP + 1 },
    ]
    const even = renumber(records)
    expect(even[0]).toBe(records[0])
    expect(even.map((record) => record.order)).toEqual([ORDER_STEP, 2 * ORDER_STEP])
  })
})

describe('rows of a table', () => {
  it('stand by their number, then by their id, and are sorted once per table', () => {
    const table = new Map([
      ['c', { id: 'c', order: 1 }],
      ['b', { id: 'b', order: 2 }],
      ['a', { id: 'a', order: 1 }],
    ])
    expect(rows(table).map((record) => record.id)).toEqual(['a', 'c', 'b'])
    expect(rows(table)).toBe(rows(table))
  })
})

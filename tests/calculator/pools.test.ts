import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { tierCost } from '#pricing/calculator/tiers.ts'
import type { ChargeEstimate, Estimate } from '#pricing/calculator/types.ts'
import { apply } from '#shared/document/change.ts'
import type { Component, Workbook } from '#shared/document/types.ts'
import { bundledBook, context } from './book.ts'
import { book, row } from './kit.ts'

const found = bundledBook.rate('aws.data-transfer/internet-egress', 'us-east-1')
if (!found.ok) throw new Error(found.reason)
const { tiers, freeAllowance } = found.value

const transfer = (id: string, gigabytes: number | string, more: Partial<Component> = {}) =>
  row({ id, service: 'aws.data-transfer', region: 'us-east-1', inputs: { internet: String(gigabytes) }, ...more })

const priced = (workbook: Workbook): Estimate => estimate(workbook, context)
const charge = (estimated: Estimate, id: string): ChargeEstimate => {
  const one = estimated.components.find((component) => component.id === id)?.charges.find((each) => each.id === 'internet')
  if (one === undefined) throw new Error(`no charge of ${id}`)
  return one
}
const expectClose = (actual: number, expected: number, relative = 1e-9) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(expected)))

const amounts = fc.array(fc.double({ min: 0, max: 200_000, noNaN: true }), { minLength: 1, maxLength: 6 })
const rowsOf = (gigabytes: readonly number[]) => gigabytes.map((one, at) => transfer(`r${String(at)}`, one.toFixed(6)))
const quantities = (gigabytes: readonly number[]) => gigabytes.map((one) => Number(one.toFixed(6)))
const total = (gigabytes: readonly number[]) => quantities(gigabytes).reduce((sum, one) => sum + one, 0)

describe('a graduated price that rows share', () => {
  it('costs what the summed quantity costs, and the parts of the rows add up to it', () => {
    fc.assert(
      fc.property(amounts, (gigabytes) => {
        const estimated = priced(book(rowsOf(gigabytes)))
        expectClose(estimated.total.list, tierCost(tiers, total(gigabytes)))
        for (const [at, quantity] of quantities(gigabytes).entries()) {
          const one = charge(estimated, `r${String(at)}`)
          expectClose(
            one.tiers.reduce((sum, line) => sum + line.quantity, 0),
            quantity,
          )
          expectClose(
            one.tiers.reduce((sum, line) => sum + line.cost, 0),
            one.list ?? Number.NaN,
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  it('costs the same when a row is split in two', () => {
    fc.assert(
      fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (gigabytes, share) => {
        const [first = 0, ...rest] = quantities(gigabytes)
        const part = Number((first * share).toFixed(6))
        expectClose(priced(book(rowsOf([part, first - part, ...rest]))).total.list, priced(book(rowsOf(gigabytes))).total.list)
      }),
      { numRuns: 100 },
    )
  })

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(amounts, (gigabytes) => {
        const rows = rowsOf(gigabytes)
        const reversed = priced(book(rows.toReversed()))
        const straight = priced(book(rows))
        expectClose(reversed.total.list, straight.total.list, 1e-12)
        for (const { id } of rows) expectClose(charge(reversed, id).list ?? 0, charge(straight, id).list ?? 0, 1e-12)
      }),
      { numRuns: 100 },
    )
  })

  it('never costs more with the free tier than without', () => {
    fc.assert(
      fc.property(amounts, (gigabytes) => {
        const withFree = priced(book(rowsOf(gigabytes), { freeTier: true })).total.list
        const without = priced(book(rowsOf(gigabytes))).total.list
        expect(withFree).toBeLessThanOrEqual(without * (1 + 1e-12))
        expectClose(withFree, tierCost(tiers, Math.max(0, total(gigabytes) - freeAllowance)))
      }),
      { numRuns: 100 },
    )
  })

  it('is told by each row with its share: 8 TB and 4 TB are 12 TB together, of which 10 at the first price', () => {
    const estimated = priced(book([transfer('a', '8 TB'), transfer('b', '4 TB')]))
    const a = charge(estimated, 'a')
    expect(a.pool).toMatchObject({ rows: 1, charges: 1, unknown: 0, quantity: 12 * 1024, share: 8 / 12 })
    expect(a.pool?.tiers.map(({ price, quantity }) => [price, quantity])).toEqual([
      [0.09, 10 * 1024],
      [0.085, 2 * 1024],
    ])
    expectClose(a.list ?? 0, (8 / 12) * (10 * 1024 * 0.09 + 2 * 1024 * 0.085))
    expect(charge(priced(book([transfer('a', '8 TB')])), 'a').pool).toBeUndefined()
  })

  it('is not shared over regions, and a row whose price is typed is left out of it', () => {
    const apart = priced(book([transfer('a', '10 TB'), transfer('b', '10 TB', { region: 'eu-west-1' })]))
    expect(charge(apart, 'a').pool).toBeUndefined()
    const typed = priced(book([transfer('a', '10 TB'), transfer('b', '10 TB', { prices: { internet: { price: '0.05', note: '' } } })]))
    expectClose(charge(typed, 'a').list ?? 0, 10 * 1024 * 0.09)
    expectClose(charge(typed, 'b').list ?? 0, 10 * 1024 * 0.05)
  })

  it('counts per volume where the vendor does: two io2 volumes do not reach the second step of one', () => {
    const io2 = (id: string, count: string) =>
      row({ id, service: 'aws.ebs', region: 'us-east-1', inputs: { type: 'io2', size: '100', iops: '20000', count } })
    const two = priced(book([io2('a', '1'), io2('b', '1')]))
    expectClose(two.total.list, 2 * priced(book([io2('a', '1')])).total.list)
    expect(two.components.flatMap((one) => one.charges).every((one) => one.pool === undefined)).toBe(true)
  })

  it('is priced on what is known where a member is not, and says so', () => {
    const estimated = priced(book([transfer('a', '8 TB'), transfer('b', ''), transfer('c', '=nobody')]))
    expect(charge(estimated, 'a').pool).toMatchObject({ rows: 2, unknown: 2, quantity: 8 * 1024 })
    expectClose(charge(estimated, 'a').list ?? 0, 8 * 1024 * 0.09)
    expect(charge(estimated, 'b').unknown?.reason).toBe('empty')
    expect(charge(estimated, 'c').problem?.code).toBe('#NAME?')
  })

  it('is a cycle where a quantity follows from what another member costs, told by the name of the price', () => {
    const estimated = priced(book([transfer('a', '8 TB'), transfer('b', '=cost("a") * 1 GB / 1 USD')]))
    expect(charge(estimated, 'b').problem).toMatchObject({
      code: '#CYCLE!',
      message: expect.stringContaining('the shared price of aws.data-transfer/internet-egress in us-east-1'),
    })
    expectClose(charge(estimated, 'a').list ?? 0, 8 * 1024 * 0.09)
  })
})

describe('the incremental calculator with shared prices', () => {
  const changed = (workbook: Workbook, id: string, internet: string) => {
    const before = workbook.components.get(id)!
    return { table: 'components' as const, id, before, after: { ...before, inputs: { internet } } }
  }
  const moved = (quantity: string, other: string) => {
    const workbook = book([transfer('a', quantity), transfer('b', other), transfer('c', other)])
    const calculator = createCalculator(workbook, context)
    const change = changed(workbook, 'a', '2 TB')
    return [...calculator.apply([change], apply(workbook, [change])).components]
  }

  it('leaves the other rows alone while all of the pool lies within one step', () => {
    expect(moved('1 TB', '1 TB')).toEqual(['a'])
  })

  it('prices them again when the price of a unit moves', () => {
    expect(moved('1 TB', '9 TB').toSorted()).toEqual(['a', 'b', 'c'])
  })

  it('forgets a shared price with its last row, and knows it again', () => {
    const workbook = book([transfer('a', '60 TB')])
    const calculator = createCalculator(workbook, context)
    const a = workbook.components.get('a')!
    const gone = { table: 'components' as const, id: 'a', before: a, after: null }
    const without = apply(workbook, [gone])
    calculator.apply([gone], without)
    expect(calculator.total().list).toBe(0)
    const back = { ...gone, before: null, after: a }
    calculator.apply([back], apply(without, [back]))
    expectClose(calculator.total().list, tierCost(tiers, 60 * 1024))
  })

  it('keeps apart the numbers of names when a driver that read itself is deleted', () => {
    const own = (id: string, name: string, value: string) => ({ id, order: 1, name, value, unit: '' })
    const workbook = book([transfer('a', '0'), transfer('b', '0')], {}, [own('x', 'looping', '=looping + 1')])
    const calculator = createCalculator(workbook, context)
    const steps = [
      { table: 'drivers' as const, id: 'x', before: workbook.drivers.get('x')!, after: null },
      { table: 'drivers' as const, id: 'y', before: null, after: own('y', 'three', '3') },
      { table: 'drivers' as const, id: 'z', before: null, after: own('z', 'four', '4') },
      changed(workbook, 'a', '=three'),
      changed(workbook, 'b', '=four'),
    ]
    let now = workbook
    for (const step of steps) {
      now = apply(now, [step])
      calculator.apply([step], now)
    }
    expect(calculator.input('a', 'internet')).toMatchObject({ value: 3 })
    expect(calculator.input('b', 'internet')).toMatchObject({ value: 4 })
  })
})

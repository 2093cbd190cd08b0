import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { sustainedBrackets, sustainedCurve, sustainedDiscount, upTo20, upTo30 } from '#pricing/purchase/sustained.ts'
import type { Component } from '#shared/document/types.ts'
import { bundledBook, context } from '#tests/calculator/book.ts'
import { book, row } from '#tests/calculator/kit.ts'
import { bookOf } from '#tests/golden/kit.ts'
import { services } from '#pricing/services/registry.ts'

describe('sustained use', () => {
  it('takes 10, 20 and 30 per cent off half, three quarters and all of a month', () => {
    expect(sustainedDiscount(upTo30, 0.5)).toBeCloseTo(0.1, 12)
    expect(sustainedDiscount(upTo30, 0.75)).toBeCloseTo(0.2, 12)
    expect(sustainedDiscount(upTo30, 1)).toBeCloseTo(0.3, 12)
    expect(sustainedDiscount(upTo30, 0.25)).toBe(0)
    expect(sustainedDiscount(upTo20, 1)).toBeCloseTo(0.2, 3)
  })

  it('rises with the share of the month, and its quarters add up to it', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, fc.constantFrom(upTo20, upTo30), (one, other, curve) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(sustainedDiscount(curve, less)).toBeLessThanOrEqual(sustainedDiscount(curve, more) + 1e-12)
        const brackets = sustainedBrackets(curve, one)
        expect(brackets.reduce((sum, { used }) => sum + used, 0)).toBeCloseTo(one, 12)
        const paid = brackets.reduce((sum, { used, price }) => sum + used * price, 0)
        expect(one * (1 - sustainedDiscount(curve, one))).toBeCloseTo(paid, 12)
      }),
    )
  })

  it('is for the series that the page names and for no other', () => {
    const seriesOf = (curve: unknown) =>
      [...new Set(bundledBook.sizes('google').flatMap(({ size, family }) => (sustainedCurve(size) === curve ? [family] : [])))].sort()
    expect(seriesOf(upTo30)).toEqual(['f1', 'g1', 'm1', 'm2', 'n1'])
    expect(seriesOf(upTo20)).toEqual(['c2', 'n2', 'n2d'])
    expect(sustainedCurve('e2-standard-4')).toBeNull()
  })
})

const machine = (more: Partial<Component> = {}) =>
  row({ service: 'google.compute-engine', region: 'us-central1', inputs: { size: 'n1-standard-16', count: '1' }, ...more })

function priced(component: Component, machines: Readonly<Record<string, number>>) {
  const prices = Object.fromEntries(Object.entries(machines).map(([size, onDemand]) => [size, { cloud: 'google' as const, onDemand }]))
  const given = { book: bookOf({ prices: {}, machines: prices }), services }
  const workbook = book([component])
  const estimated = estimate(workbook, given)
  expect(createCalculator(workbook, given).total()).toEqual(estimated.total)
  return { monthly: estimated.total.monthly, charge: estimated.components[0]!.charges[0]! }
}

describe('a machine of Google Cloud', () => {
  // https://cloud.google.com/compute/docs/sustained-use-discounts, with the prices of its 2018 text.
  it('costs the same where two rows take turns, as it is counted over a region and not by machine', () => {
    const prices = { 'n1-standard-16': { cloud: 'google' as const, onDemand: 0.76 } }
    const given = { book: bookOf({ prices: {}, machines: prices }), services }
    const turn = (id: string, count: string) => machine({ id, inputs: { size: 'n1-standard-16', count } })
    const workbook = book([turn('day', '00-12 = 1, else 0'), turn('night', '12-24 = 1, else 0')])
    expect(estimate(workbook, given).total.monthly).toBeCloseTo(388.36, 2)
    expect(createCalculator(workbook, given).total()).toEqual(estimate(workbook, given).total)
  })

  it('costs 388.36 for a month of n1-standard-16 at 0.76 an hour', () => {
    const { monthly, charge } = priced(machine(), { 'n1-standard-16': 0.76 })
    expect(monthly).toBeCloseTo(388.36, 2)
    expect(charge.discounts.map(({ kind }) => kind)).toEqual(['sustained'])
    expect(charge.discounts[0]?.brackets?.map(({ price, used }) => [price, used])).toEqual([
      [1, 0.25],
      [0.8, 0.25],
      [0.6, 0.25],
      [0.4, 0.25],
    ])
  })

  it('costs 226.87 for a month of n2-standard-8 at 0.388472 an hour, to the precision of the published rates', () => {
    const { monthly } = priced(machine({ inputs: { size: 'n2-standard-8', count: '1' } }), { 'n2-standard-8': 0.388472 })
    expect(Math.abs(monthly - 226.87)).toBeLessThanOrEqual(0.06)
  })

  it('that runs half of the month has less off, one of E2 nothing', () => {
    expect(priced(machine({ inputs: { size: 'n1-standard-16', count: '1', hours: '365' } }), { 'n1-standard-16': 1 }).monthly).toBeCloseTo(
      365 * 0.9,
      9,
    )
    expect(priced(machine({ inputs: { size: 'e2-standard-4', count: '1' } }), { 'e2-standard-4': 1 }).monthly).toBeCloseTo(730, 9)
  })

  it('has it only on hours that no commitment and no spot covers', () => {
    const purchase = [{ kind: 'spot' as const, coverage: '50%', discount: '80%' }]
    const { monthly } = priced(machine({ purchase, inputs: { size: 'n1-standard-16', count: '2' } }), { 'n1-standard-16': 1 })
    expect(monthly).toBeCloseTo(730 * 0.2 + 730 * 0.7, 9)
    const all = priced(machine({ purchase: [{ ...purchase[0]!, coverage: '100%' }] }), { 'n1-standard-16': 1 })
    expect(all.charge.discounts.find(({ kind }) => kind === 'sustained')?.amount).toBe(0)
  })

  it('has nothing off a price that was typed', () => {
    const typed = machine({ prices: { machines: { price: '0.5', note: '' } } })
    expect(priced(typed, { 'n1-standard-16': 1 }).monthly).toBeCloseTo(365, 9)
  })

  it('is priced from the bundled book with the discount', () => {
    const [one] = estimate(book([machine()]), context).components
    const hourly = bundledBook.compute('google', 'n1-standard-16', 'us-central1', 'on-demand')
    expect(one?.monthly).toBeCloseTo(hourly.ok ? hourly.value.hourly * 730 * 0.7 : Number.NaN, 9)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPlan } from '#pricing/purchase/apply.ts'
import { breakEvenMonthOf, cashFlowOf } from '#pricing/purchase/cash-flow.ts'
import { hourlyOver, presentValue } from '#pricing/purchase/horizon.ts'
import { metricsOf } from '#pricing/purchase/metrics.ts'
import { breakEvenMonth, breakEvenUtilisation } from '#pricing/purchase/reserved-break-even.ts'
import { effectiveHourly } from '#pricing/purchase/usage.ts'
import { line, offer } from './arbitrary.ts'

const allUpfront = { hourly: 0, upfront: 0.6 * 8760, term: '1y' } as const

describe('break-even of a reservation', () => {
  it('utilisation is the effective price over the on-demand price', () => {
    expect(breakEvenUtilisation(allUpfront, 1)).toBeCloseTo(0.6, 12)
    expect(breakEvenUtilisation({ hourly: 0.3, upfront: 0.3 * 26_280, term: '3y' }, 1)).toBeCloseTo(0.6, 12)
    expect(breakEvenUtilisation({ hourly: 1.2, upfront: 0, term: '1y' }, 1)).toBeCloseTo(1.2, 12)
    expect(breakEvenUtilisation(allUpfront, 0)).toBeNull()
  })

  it('month is the upfront payment over what a month saves', () => {
    expect(breakEvenMonth(allUpfront, 1)).toBeCloseTo(7.2, 12)
    expect(breakEvenMonth({ hourly: 0.5, upfront: 0, term: '1y' }, 1)).toBe(0)
    expect(breakEvenMonth({ hourly: 0.5, upfront: 1e6, term: '1y' }, 1)).toBeNull()
    expect(breakEvenMonth({ hourly: 1.5, upfront: 0, term: '1y' }, 1)).toBeNull()
  })

  it('upfront money is so much an hour of the term: 250 over a year, about 0.029, as the vendor says of a trade-in', () => {
    expect(effectiveHourly({ hourly: 0, upfront: 250, term: '1y' })).toBeCloseTo(0.029, 3)
  })
})

describe('cash flow', () => {
  const usage = line('a', 1, [10, 20])
  const reserved = offer('r', 1, { a: 1 }, { ...allUpfront, step: 1 })
  const outcome = applyPlan([usage], [reserved], new Map([['r', 10]]))

  it('has the upfront payment at the start, usage by the month, and renewals', () => {
    const flow = cashFlowOf(outcome, 18, 730)
    expect(flow).toHaveLength(19)
    expect([flow[0], flow[1], flow[12], flow[18]]).toEqual([52_560, 3650, 3650 + 52_560, 3650])
  })

  it('pays a term to its end, also past the horizon', () => {
    const three = offer('three', 1, { a: 1 }, { hourly: 0.4, term: '3y' })
    const flow = cashFlowOf(applyPlan([usage], [three], new Map([['three', 1]])), 6, 730)
    expect(flow).toHaveLength(37)
    expect(flow[36]).toBeCloseTo(0.4 * 730, 9)
    expect(flow[6]).toBeCloseTo(0.4 * 730 + 14 * 730, 9)
  })

  it('breaks even in the month in which it has cost no more than on demand', () => {
    // 52,560 upfront against 7,300 a month of on demand saved: in the eighth month.
    expect(breakEvenMonthOf(cashFlowOf(outcome, 12, 730), [0, ...Array.from({ length: 12 }, () => 15 * 730)])).toBe(8)
    expect(breakEvenMonthOf([0, 10, 10], [0, 10, 10])).toBe(0)
    expect(breakEvenMonthOf([100, 10, 10], [0, 10, 10])).toBeNull()
  })

  it('adds up to the cost per hour over whole terms', () => {
    const total = cashFlowOf(outcome, 24, 730).reduce((sum, payment) => sum + payment, 0)
    expect(total).toBeCloseTo(outcome.total * 24 * 730, 6)
    expect(metricsOf(outcome, 730)).toMatchObject({ upfront: 52_560, amortisedMonthly: expect.closeTo(outcome.total * 730, 9) })
  })
})

describe('present value', () => {
  it('counts payments later by twelfths of the annual rate, compounded monthly', () => {
    expect(presentValue([100, 0, 101], 0.12)).toBeCloseTo(100 + 101 / 1.01 ** 2, 12)
    expect(presentValue([1, 2, 3], 0)).toBe(6)
  })

  it('of an annuity is the textbook’s: 12 payments of 100 at 12 % are worth 1,125.51', () => {
    expect(presentValue([0, ...Array.from({ length: 12 }, () => 100)], 0.12)).toBeCloseTo(1125.51, 2)
  })

  it('of the price per hour over the horizon is that of the payments', () => {
    const prices = fc.record({
      hourly: fc.double({ min: 0, max: 2, noNaN: true }),
      upfront: fc.double({ min: 0, max: 20_000, noNaN: true }),
      term: fc.constantFrom('1y' as const, '3y' as const),
      rate: fc.double({ min: 0, max: 0.3, noNaN: true }),
      terms: fc.integer({ min: 1, max: 2 }),
    })
    fc.assert(
      fc.property(prices, ({ hourly, upfront, term, rate, terms }) => {
        const months = terms * (term === '1y' ? 12 : 36)
        const one = offer('r', 1, { a: 1 }, { hourly, upfront, term })
        const flow = cashFlowOf(applyPlan([line('a', 1, [1])], [one], new Map([['r', 1]])), months, 730)
        const even = hourlyOver(one, { months, annualRate: rate }) * 730
        const spread = presentValue([0, ...Array.from({ length: months }, () => even)], rate)
        expect(spread).toBeCloseTo(presentValue(flow, rate), 5)
      }),
    )
  })

  it('counts the months inside the horizon of a renewal, and all of a first term', () => {
    const one = { hourly: 0, upfront: 8760, term: '1y' } as const
    expect(hourlyOver(one, { months: 18, annualRate: 0 })).toBeCloseTo(1, 12)
    expect(hourlyOver(one, { months: 6, annualRate: 0 })).toBeCloseTo(2, 12)
    expect(hourlyOver({ hourly: 1, upfront: 0, term: '3y' }, { months: 12, annualRate: 0 })).toBeCloseTo(3, 12)
  })
})

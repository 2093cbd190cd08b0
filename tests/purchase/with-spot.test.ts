import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { optimise } from '#pricing/purchase/optimise/optimise.ts'
import { spotCost, withoutMoved } from '#pricing/purchase/optimise/movers.ts'
import type { SpotMover } from '#pricing/purchase/optimise/movers.ts'
import { optimiseWithSpot } from '#pricing/purchase/optimise/with-spot.ts'
import { line, offer, unevenMarkets, uniformMarkets } from './arbitrary.ts'
import type { Market } from './arbitrary.ts'
import { cheapestByTrying } from './brute.ts'

const year = { months: 12, annualRate: 0 }
const percent = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 100)

/** Movers of one line each, so many percent off its price. */
const moversOf = ({ lines }: Market, off: readonly number[], most: readonly number[]): readonly SpotMover[] =>
  off.map((share, at) => ({
    most: most[at] ?? 1,
    lines: new Map([[lines[at]?.id ?? '', { part: 1, hourly: (lines[at]?.onDemandHourly ?? 0) * share }]]),
  }))

/** Two rows that may both go to spot, a reservation of one of them, and a plan for both: few enough for every plan there is. */
const small: fc.Arbitrary<Market> = fc
  .record({
    hours: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), { minLength: 2, maxLength: 4 }),
    prices: fc.tuple(percent(10, 40), percent(10, 40)),
    reserved: percent(25, 95),
    plan: percent(30, 95),
    which: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ hours, prices: [a, b], reserved, plan, which }) => {
    const all = [
      offer('reserved', 1, { line0: 1 }, { hourly: a * reserved, step: 1 }),
      offer('plan', 3, { line0: a * plan, line1: b * plan }, { step: 0.1 }),
    ]
    const levels = (at: 0 | 1) => hours.map((row) => row[at])
    return {
      lines: [line('line0', a, levels(0)), line('line1', b, levels(1))],
      offers: all.filter((_, at) => (which & (1 << at)) !== 0),
    }
  })

/** The cheapest of all plans, tried one by one, with these shares on spot. */
function triedAt({ lines, offers }: Market, movers: readonly SpotMover[], shares: readonly number[]): number {
  return cheapestByTrying({ lines: withoutMoved(lines, movers, shares), offers }) + spotCost(lines, movers, shares)
}

describe('the cheapest plan with several groups that may go to spot', () => {
  it('is as cheap as every combination of their shares with every plan, on a thousand designs', () => {
    const levels = [0, 0.25, 0.5, 0.75, 1]
    fc.assert(
      fc.property(small, fc.tuple(percent(20, 95), percent(20, 95)), fc.tuple(percent(25, 100), percent(25, 100)), (market, off, most) => {
        const movers = moversOf(market, off, most)
        const found = optimiseWithSpot(market.lines, market.offers, year, movers)
        expect(found.isProven).toBe(true)
        const noise = 1.1e-6 * found.uncommitted
        const real = triedAt(market, movers, found.shares)
        // A quantity within a ten-millionth of a step counts as whole.
        expect(found.cost).toBeGreaterThanOrEqual(real - 1e-7 * found.uncommitted)
        expect(found.cost).toBeLessThanOrEqual(real + noise)
        for (const first of levels)
          for (const second of levels) {
            const tried = triedAt(market, movers, [first * most[0], second * most[1]])
            expect(found.cost).toBeLessThanOrEqual(tried + noise)
            expect(found.bound).toBeLessThanOrEqual(tried + 1e-9)
          }
      }),
      { numRuns: 1000 },
    )
  }, 120_000)

  it('is no dearer than any shares with the best plan for them, however many groups share which offers', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
    const off = fc.array(percent(20, 95), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.oneof(uniformMarkets, unevenMarkets),
        off,
        fc.array(shares, { minLength: 4, maxLength: 4 }),
        (market, prices, tries) => {
          const movers = moversOf(market, prices.slice(0, market.lines.length), [1, 1, 1])
          const found = optimiseWithSpot(market.lines, market.offers, year, movers)
          for (const tried of [movers.map(() => 0), movers.map(() => 1), ...tries]) {
            const at = optimise(withoutMoved(market.lines, movers, tried), market.offers, year)
            const cost = at.cost + spotCost(market.lines, movers, tried)
            expect(found.bound).toBeLessThanOrEqual(cost + 1e-9)
            expect(!found.isProven || found.cost <= cost + 1.1e-6 * found.uncommitted).toBe(true)
          }
          expect(found.cost).toBeLessThanOrEqual(optimise(market.lines, market.offers, year).cost + 1e-9)
        },
      ),
      { numRuns: 60 },
    )
  }, 120_000)

  it('moves two groups together where moving either alone would be dearer', () => {
    // The plan, in one piece, serves both by turns; one of them alone leaves half of it unused.
    const market: Market = {
      lines: [line('day', 1, [1, 0]), line('night', 1, [0, 1])],
      offers: [offer('plan', 3, { day: 0.5, night: 0.5 }, { step: 0.5, hourly: 1 })],
    }
    const found = optimiseWithSpot(market.lines, market.offers, year, moversOf(market, [0.45, 0.45], [1, 1]))
    expect(found.shares).toEqual([1, 1])
    expect(found.plan.size).toBe(0)
    expect(found.cost).toBeCloseTo(0.45, 9)
  })

  it('takes what no offer covers to spot as far as it may, where spot is cheaper', () => {
    const market: Market = { lines: [line('a', 1, [2, 4]), line('b', 1, [1, 1])], offers: [] }
    const found = optimiseWithSpot(market.lines, market.offers, year, moversOf(market, [0.4, 1.3], [0.5, 1]))
    expect(found.shares).toEqual([0.5, 0])
    expect(found.cost).toBeCloseTo(1.5 + 1.5 * 0.4 + 1, 12)
    expect(found.isProven).toBe(true)
  })
})

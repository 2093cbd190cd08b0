import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { optimise } from '#pricing/purchase/optimise/optimise.ts'
import { bestSpotShares } from '#pricing/purchase/optimise/spot-share.ts'
import type { Mover } from '#pricing/purchase/optimise/spot-share.ts'
import { line, offer, uniformMarkets } from './arbitrary.ts'
import type { Market } from './arbitrary.ts'
import { cheapestByTrying } from './brute.ts'

const horizon = { months: 12, annualRate: 0 }

/** A market with so much of its first lines on spot at these prices; the rest as cheap as `least` finds. */
function costWith(
  { lines, offers }: Market,
  spot: readonly number[],
  shares: readonly number[],
  least: (market: Market) => number,
): number {
  const left = lines.map((one, at) => ({ ...one, hours: one.hours.map((units) => units * (1 - (shares[at] ?? 0))) }))
  const gone = lines.map((one, at) => (one.hours.reduce((sum, units) => sum + units, 0) / one.hours.length) * (shares[at] ?? 0))
  return gone.reduce((sum, units, at) => sum + units * (spot[at] ?? 0), least({ lines: left, offers }))
}

const optimum = ({ lines, offers }: Market) => optimise(lines, offers, horizon).cost
const movers = (count: number, most: number, isStepped: boolean): readonly Mover[] =>
  Array.from({ length: count }, () => ({ most, isStepped }))
const part = fc.integer({ min: 20, max: 95 }).map((percent) => percent / 100)

describe('how much goes to spot', () => {
  it('is as cheap as the cheapest of all plans tried one by one, spot in them', () => {
    fc.assert(
      fc.property(uniformMarkets, part, (market, off) => {
        const spot = [(market.lines[0]?.onDemandHourly ?? 0) * off]
        const found = bestSpotShares(movers(1, 1, true), (shares) => costWith(market, spot, shares, optimum))
        const cost = costWith(market, spot, found, optimum)
        for (const share of [0, 0.25, 0.5, 0.75, 1])
          expect(cost).toBeLessThanOrEqual(costWith(market, spot, [share], cheapestByTrying) + 1e-6)
      }),
      { numRuns: 5 },
    )
  })

  it('never gets dearer by allowing more of it, and never costs more than none', () => {
    const freely = uniformMarkets.map(({ lines, offers }) => ({ lines, offers: offers.map((one) => ({ ...one, step: 0 })) }))
    fc.assert(
      fc.property(freely, part, part, (market, first, second) => {
        const spot = [(market.lines[0]?.onDemandHourly ?? 0) * first, (market.lines[1]?.onDemandHourly ?? 0) * second]
        const costs = (count: number) =>
          [0, 0.3, 0.8, 1].map((most) => {
            const shares = bestSpotShares(movers(count, most, false), (tried) => costWith(market, spot, tried, optimum))
            return costWith(market, spot, shares, optimum)
          })
        const alone = costs(1)
        for (const [at, cost] of alone.entries()) expect(cost).toBeLessThanOrEqual((alone[Math.max(0, at - 1)] ?? 0) + 1e-6)
        const both = costs(2)
        for (const cost of both) expect(cost).toBeLessThanOrEqual((both[0] ?? 0) + 1e-9)
      }),
      { numRuns: 6 },
    )
  })

  it('is a part where only a part of the hours is dearer committed than on spot', () => {
    const market: Market = {
      lines: [line('batch', 0.096, [2, 0]), line('night', 0.096, [0, 1])],
      offers: [offer('plan', 2, { batch: 0.062, night: 0.062 })],
    }
    const shares = bestSpotShares([{ most: 1, isStepped: false }], (tried) => costWith(market, [0.0712], tried, optimum))
    expect(shares).toEqual([0.5])
  })
})

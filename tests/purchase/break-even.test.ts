import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PriceTier } from '#pricing/catalog/types.ts'
import { reservedCapacityBreakEven } from '#pricing/purchase/break-even.ts'
import { graded } from '#tests/golden/kit.ts'

const terabyte = 1024
const flat = (price: number) => graded([Infinity, price])

/** What the graduated steps charge for an amount, the slow way. */
function costOf(amount: number, tiers: readonly PriceTier[]): number {
  return tiers.reduce((sum, { from, to, price }) => sum + Math.max(0, Math.min(amount, to) - from) * price, 0)
}

describe('the break-even of reserved storage, as the vendor works it out', () => {
  it('cool, one year: 966 a month at 0.0115 a GB is 84,000 GB, or 82 TB', () => {
    const found = reservedCapacityBreakEven(966, flat(0.0115))
    expect(found).toBeCloseTo(84_000, 8)
    expect(Math.round((found ?? 0) / terabyte)).toBe(82)
  })

  it('archive, one year: 183 a month at 0.002 a GB is 89 TB', () => {
    expect(Math.round((reservedCapacityBreakEven(183, flat(0.002)) ?? 0) / terabyte)).toBe(89)
  })

  it('cool, three years: 872 a month is 74.05 TB by the same division (the page prints 76)', () => {
    expect((reservedCapacityBreakEven(872, flat(0.0115)) ?? 0) / terabyte).toBeCloseTo(74.05, 2)
  })

  it('hot, one year: 1,747 a month over two steps is 84 TB, rounded up', () => {
    const hot = graded([50 * terabyte, 0.0208], [500 * terabyte, 0.019968])
    expect(Math.ceil((reservedCapacityBreakEven(1747, hot) ?? 0) / terabyte)).toBe(84)
  })
})

describe('the break-even of reserved storage', () => {
  it('is never reached where use is free, and not known beyond the last price', () => {
    expect(reservedCapacityBreakEven(10, flat(0))).toBe(Infinity)
    expect(reservedCapacityBreakEven(10, graded([100, 0.05]))).toBeNull()
    expect(reservedCapacityBreakEven(10, [])).toBeNull()
  })

  it('begins above what is free, and is nothing for a reservation that costs nothing', () => {
    expect(reservedCapacityBreakEven(10, graded([100, 0], [Infinity, 0.1]))).toBeCloseTo(200, 10)
    expect(reservedCapacityBreakEven(0, flat(0.1))).toBe(0)
  })

  it('refuses a price that is negative or not finite', () => {
    expect(() => reservedCapacityBreakEven(-1, flat(0.1))).toThrow(RangeError)
    expect(() => reservedCapacityBreakEven(Number.NaN, flat(0.1))).toThrow(RangeError)
  })

  it('is the amount that costs as much by use, whatever the steps', () => {
    const steps = fc.array(
      fc.record({ width: fc.double({ min: 1, max: 1e6, noNaN: true }), price: fc.double({ min: 1e-4, max: 10, noNaN: true }) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    fc.assert(
      fc.property(steps, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (drawn, monthly) => {
        let end = 0
        const bounds = drawn.map(({ width, price }, index) => [index === drawn.length - 1 ? Infinity : (end += width), price] as const)
        const tiers = graded(...bounds)
        const found = reservedCapacityBreakEven(monthly, tiers)
        expect(found).not.toBeNull()
        expect(Math.abs(costOf(found ?? 0, tiers) / monthly - 1)).toBeLessThan(1e-9)
      }),
    )
  })
})

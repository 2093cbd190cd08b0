import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundAt, tableOf } from '#pricing/purchase/optimise/bound.ts'
import { Master } from '#pricing/purchase/optimise/master.ts'
import { nestingOf } from '#pricing/purchase/optimise/nesting.ts'
import { poolsOf } from '#pricing/purchase/optimise/pool.ts'
import { separableBound } from '#pricing/purchase/optimise/separable.ts'
import { costOfPool, ordersOf } from '#pricing/purchase/optimise/truth.ts'
import { crossingMarkets, unevenMarkets, uniformMarkets } from './arbitrary.ts'

const anyMarket = fc.oneof(uniformMarkets, unevenMarkets, crossingMarkets)
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })

describe('the bound of a pool', () => {
  it('lies with its plane and by its worths below what any plan costs in the clouds’ own order', () => {
    fc.assert(
      fc.property(anyMarket, shares, shares, ({ lines, offers }, one, other) => {
        for (const pool of poolsOf(lines, offers, ({ hourly }) => hourly).pools) {
          const nesting = nestingOf(pool)
          const table = tableOf(pool, nesting)
          const [from, to] = [one, other].map((part) => Float64Array.from(pool.choices, ({ limit }, index) => limit * (part[index] ?? 0)))
          if (from === undefined || to === undefined) return
          const plane = boundAt(table, from)
          const cost = costOfPool(pool, ordersOf(pool), to)
          const across = plane.gradient.reduce((sum, slope, index) => sum + slope * ((to[index] ?? 0) - (from[index] ?? 0)), plane.value)
          expect(across).toBeLessThanOrEqual(cost + 1e-9)
          expect(separableBound(table, from)).toBeLessThanOrEqual(cost + 1e-9)
          expect(nesting.isExact ? boundAt(table, to).value : cost).toBeCloseTo(cost, 9)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the lowest point under planes', () => {
  it('of a convex function’s planes is found, and bounded from below', () => {
    const coefficient = fc.double({ min: -1, max: 1, noNaN: true })
    const planes = fc.array(fc.record({ value: coefficient, gradient: fc.tuple(coefficient, coefficient) }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(planes, (given) => {
        const master = new Master(2)
        for (const { value, gradient } of given) master.add({ value, gradient: Float64Array.from(gradient) }, new Float64Array(2))
        const box = { low: new Float64Array(2), high: new Float64Array([1, 1]) }
        const { at, bound } = master.lowest(box, box)
        const highest = (x: number, y: number) => Math.max(...given.map(({ value, gradient }) => value + gradient[0] * x + gradient[1] * y))
        expect(highest(at[0] ?? 0, at[1] ?? 0)).toBeCloseTo(bound, 7)
        for (let x = 0; x <= 1; x += 0.1) for (let y = 0; y <= 1; y += 0.1) expect(highest(x, y)).toBeGreaterThanOrEqual(bound - 1e-9)
      }),
      { numRuns: 300 },
    )
  })
})

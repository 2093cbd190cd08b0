import { describe, expect, it } from 'vitest'
import { applyPlan } from '#pricing/purchase/apply.ts'
import { optimise } from '#pricing/purchase/optimise/optimise.ts'
import type { Offer } from '#pricing/purchase/usage.ts'
import { design } from './large-design.ts'

describe('a large design', () => {
  it.each([
    [168, 1e-6],
    [8760, 1e-4],
  ])('of 500 rows and %i hours is answered to a share of %f of the best there can be', (hours, gap) => {
    const { lines, offers } = design(500, hours)
    const found = optimise(lines, offers, { months: 36, annualRate: 0 })
    expect(found.cost - found.bound).toBeLessThanOrEqual(gap * found.cost)
    expect(found.cost).toBeLessThan(0.5 * found.uncommitted)
    expect(applyPlan(lines, offers, found.plan).total).toBeCloseTo(found.cost, 6)
  })

  it('of many offers that each cover one size, priced below every plan, still has a plan and a bound near each other', () => {
    const { lines, offers } = design(500, 168)
    const wide = offers.filter(({ id }) => id.startsWith('wide'))
    const single = lines.slice(0, 120).map((one): Offer => ({
      ...(wide[2] ?? offers[0]!),
      id: `r ${one.id}`,
      precedence: 1,
      hourly: one.onDemandHourly * 0.4,
      upfront: 0,
      step: 1,
      covers: new Map([[one.id, 1]]),
    }))
    const found = optimise(lines, [...single, ...wide], { months: 36, annualRate: 0 })
    const without = optimise(lines, wide, { months: 36, annualRate: 0 })
    expect(found.cost).toBeLessThan(without.cost)
    expect(found.cost - found.bound).toBeLessThan(0.1 * found.cost)
  })
})

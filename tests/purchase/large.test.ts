import { describe, expect, it } from 'vitest'
import { applyPlan } from '#pricing/purchase/apply.ts'
import { familySavingsPlan, savingsPlan, sizeFlexibleReservation } from '#pricing/purchase/offers.ts'
import { optimise } from '#pricing/purchase/optimise/optimise.ts'
import type { Offer, UsageLine } from '#pricing/purchase/usage.ts'
import { line } from './arbitrary.ts'

const families = ['m5', 'c5', 'r5', 'm6i', 'c6i', 'r6i', 'm7g', 't3']
const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-1']
const terms = [
  ['1y', 'no-upfront', 0.63],
  ['1y', 'all-upfront', 0.585],
  ['3y', 'no-upfront', 0.43],
  ['3y', 'all-upfront', 0.375],
] as const

/** Rows of three regions, eight families and five sizes with days, noise and phases of their own: with 8,760 hours no two hours are alike. */
function design(rows: number, hours: number): { readonly lines: readonly UsageLine[]; readonly offers: readonly Offer[] } {
  let seed = 7
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
  const lines = Array.from({ length: rows }, (_, row) => {
    const [region, family, size] = [regions[row % 3] ?? '', families[Math.floor(row / 3) % 8] ?? '', Math.floor(row / 24) % 5]
    const [base, swing, phase] = [1 + random() * 10, random() * 10, random() * 24]
    const profile = Array.from({ length: hours }, (_, hour) =>
      Math.max(0, Math.round(base + swing * Math.sin(((hour - phase) * Math.PI) / 12) + 4 * random())),
    )
    const scope = { cloud: 'aws', region, family, size: String(size), units: 4 * 2 ** size, platform: 'linux' } as const
    return line(`row${row}`, 0.1 * 2 ** size * (1 + families.indexOf(family) / 10), profile, { scope })
  })
  const offers = terms.flatMap(([term, payment, rate]) => {
    const own = regions
      .flatMap((region) => families.map((family) => ({ region, family })))
      .flatMap(({ region, family }): Offer[] => {
        const like = lines.find(({ scope }) => scope.region === region && scope.family === family)
        if (like === undefined) return []
        const id = `${region} ${family} ${term} ${payment}`
        const bought = { id, label: id, term, payment, hourly: like.onDemandHourly * rate * 1.001, upfront: 0 }
        const plan = { id: `plan ${id}`, label: id, term, payment, rate: (one: UsageLine) => one.onDemandHourly * rate }
        return [sizeFlexibleReservation(bought, like.scope, lines), familySavingsPlan(plan, { region, family }, lines)]
      })
    const rateOf = (one: UsageLine) => one.onDemandHourly * (rate + 0.06 + families.indexOf(one.scope.family) / 200)
    return [...own, savingsPlan({ id: `wide ${term} ${payment}`, label: 'Compute', term, payment, rate: rateOf }, lines)]
  })
  return { lines, offers }
}

describe('a large design', () => {
  it.each([
    [168, 1e-6],
    [8760, 1e-4],
  ])('of 500 rows and %i hours is answered at once, to a share of %f of the best there can be', (hours, gap) => {
    const { lines, offers } = design(500, hours)
    const before = process.cpuUsage().user
    const found = optimise(lines, offers, { months: 36, annualRate: 0 })
    const seconds = (process.cpuUsage().user - before) / 1e6
    expect(found.cost - found.bound).toBeLessThanOrEqual(gap * found.cost)
    expect(found.cost).toBeLessThan(0.5 * found.uncommitted)
    expect(applyPlan(lines, offers, found.plan).total).toBeCloseTo(found.cost, 6)
    // Seconds of processor time, with room for slow machines: well under one on a machine of today.
    expect(seconds).toBeLessThan(6)
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

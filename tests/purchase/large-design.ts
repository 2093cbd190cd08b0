import { familySavingsPlan, savingsPlan, sizeFlexibleReservation } from '#pricing/purchase/offers.ts'
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
export function design(rows: number, hours: number): { readonly lines: readonly UsageLine[]; readonly offers: readonly Offer[] } {
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

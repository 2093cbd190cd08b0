import { hourlyOver, type Horizon } from '../horizon.ts'
import { checkUsage, type Offer, type Plan, type UsageLine } from '../usage.ts'
import { spotCost, withoutMoved, type SpotMover } from './movers.ts'
import { defaultEffort, optimise, type Optimum, type Searching } from './optimise.ts'
import { poolsOf } from './pool.ts'
import { search } from './search.ts'
import { weightsOf } from './weights.ts'

/**
 * The cheapest plan with the share of each mover that goes to spot; all figures count what is on spot. `unmoved`: the best plan with nothing
 * there.
 */
export type WithSpot = Optimum & { readonly shares: readonly number[]; readonly unmoved: Plan }

/**
 * The cheapest quantities of offers and shares of movers, all found together. An hour's cost is convex in quantities and shares at once
 * (`bound.ts`), so that the search that finds the quantities finds the shares beside them, and its bound holds for every combination. Shares are
 * rounded to a ten-thousandth of a percent, well below what `isProven` tells apart. Never dearer than with nothing on spot.
 */
export function optimiseWithSpot(
  lines: readonly UsageLine[],
  offers: readonly Offer[],
  horizon: Horizon,
  movers: readonly SpotMover[],
  wanted: Searching = {},
): WithSpot {
  if (movers.length === 0) {
    const found = optimise(lines, offers, horizon, wanted)
    return { ...found, shares: [], unmoved: found.plan }
  }
  const { effort = defaultEffort, progress = () => {}, month } = wanted
  const weights = weightsOf(lines, month, horizon)
  const third = (done: number): Searching => ({ ...wanted, effort: effort / 3, progress: (part) => progress((done + part) / 3) })
  const at = (shares: readonly number[], done: number): Optimum & { readonly shares: readonly number[] } => {
    const found = optimise(withoutMoved(lines, movers, shares), offers, horizon, third(done))
    return { ...found, cost: found.cost + spotCost(lines, movers, shares, weights), shares }
  }
  const none = movers.map(() => 0)
  const nothing = at(none, 0)
  const joint = jointly(lines, offers, horizon, movers, third(1))
  const moved = at(joint.shares, 2)
  const best = moved.cost < nothing.cost - 1e-12 * nothing.uncommitted ? moved : nothing
  const { uncommitted } = nothing
  const bound = Math.min(joint.bound, best.cost)
  return { ...best, unmoved: nothing.plan, uncommitted, bound, isProven: best.cost - bound <= 1.01e-6 * uncommitted }
}

/** The best shares, and what no plan with any shares goes below. */
function jointly(
  lines: readonly UsageLine[],
  offers: readonly Offer[],
  horizon: Horizon,
  movers: readonly SpotMover[],
  { effort = defaultEffort, progress = () => {}, month }: Searching,
): { readonly shares: readonly number[]; readonly bound: number } {
  checkUsage(lines, offers)
  const { pools, fixed, settled } = poolsOf(lines, offers, (offer) => hourlyOver(offer, horizon), movers, weightsOf(lines, month, horizon))
  const shares = movers.map((_, index) => settled.get(index) ?? 0)
  let bound = fixed
  for (const [at, pool] of pools.entries()) {
    const found = search(pool, effort / pools.length, (done) => progress((at + done) / pools.length))
    bound += found.bound
    pool.movers.forEach(({ index, most }, place) => {
      const share = found.quantities[pool.choices.length + place] ?? 0
      shares[index] = Math.min(most, Math.round(share * 1e6) / 1e6)
    })
  }
  return { shares, bound }
}

import { applyPlan } from '../apply.ts'
import type { Horizon } from '../horizon.ts'
import { sustainedDiscount } from '../sustained.ts'
import { sustainedSaving, type SustainedCurves } from '../sustained-pool.ts'
import type { Offer, Plan, UsageLine } from '../usage.ts'
import { exchanged } from './exchange.ts'
import { spotCost, withoutMoved, type SpotMover } from './movers.ts'
import { defaultEffort, paidFor, type Optimum, type Searching } from './optimise.ts'
import { weightsOf } from './weights.ts'
import { optimiseWithSpot } from './with-spot.ts'

/** Parts of the whole sustained-use discount by which usage is made cheaper for the plans that are tried. */
const parts = [0, 0.25, 0.5, 0.75, 1]

/**
 * The cheapest plan where what is not committed earns sustained-use discounts. These make an hour's price depend on all the others, so that the
 * cost is no longer convex: plans are found for prices between none and the whole of the discount, each is priced with the discount it
 * really gets, and the cheapest is taken and changed offer by offer while that makes it cheaper (`exchange.ts`). The bound holds: no hour
 * costs less than at the whole discount. The shares of movers that go best with each of the prices are tried, and nothing on spot. What is
 * on spot earns no discount.
 */
export function sustainedWithSpot(
  lines: readonly UsageLine[],
  offers: readonly Offer[],
  horizon: Horizon,
  curves: SustainedCurves,
  movers: readonly SpotMover[],
  wanted: Searching = {},
): Optimum & { readonly shares: readonly number[] } {
  const { effort = defaultEffort, progress = () => {}, month } = wanted
  const weights = weightsOf(lines, month, horizon)
  const costLeft = (left: readonly UsageLine[], plan: Plan): number => {
    const outcome = applyPlan(left, offers, plan)
    return paidFor(plan, outcome, offers, horizon, weights) - sustainedSaving(outcome, curves, month, weights)
  }
  const priced = (plan: Plan, shares: readonly number[]): Tried => {
    return { plan, shares, cost: costLeft(withoutMoved(lines, movers, shares), plan) + spotCost(lines, movers, shares, weights) }
  }
  const none = movers.map(() => 0)
  const nothing = priced(new Map(), none)
  let [best, bound] = [nothing, Infinity]
  const take = (one: Tried) => (best = one.cost < best.cost ? one : best)
  for (const [at, part] of parts.entries()) {
    const searching: Searching = {
      ...wanted,
      effort: effort / parts.length,
      progress: (done) => progress((at + done) / parts.length),
    }
    const cheaper = lines.map((line) => discounted(line, part, curves))
    const found = optimiseWithSpot(cheaper, offers, horizon, movers, searching)
    take(priced(found.plan, found.shares))
    if (movers.length > 0) take(priced(found.unmoved, none))
    bound = found.bound
  }
  const { shares } = best
  const left = withoutMoved(lines, movers, shares)
  const onSpot = spotCost(lines, movers, shares, weights)
  best = { ...exchanged(best, left, offers, (plan) => costLeft(left, plan) + onSpot), shares }
  const { cost: uncommitted } = nothing
  bound = Math.min(bound, best.cost)
  return { ...best, uncommitted, bound, isProven: best.cost - bound <= 1.01e-6 * uncommitted }
}

type Tried = { readonly plan: Plan; readonly shares: readonly number[]; readonly cost: number }

function discounted(line: UsageLine, part: number, curves: SustainedCurves): UsageLine {
  const curve = curves.get(line.id)
  return curve === undefined ? line : { ...line, onDemandHourly: line.onDemandHourly * (1 - part * sustainedDiscount(curve, 1)) }
}

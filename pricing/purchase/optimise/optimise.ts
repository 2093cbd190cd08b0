import { Fault } from '#shared/document/fault.ts'
import { applyPlan } from '../apply.ts'
import { hourlyOver, type Horizon } from '../horizon.ts'
import { checkUsage, type Offer, type Plan, type UsageLine } from '../usage.ts'
import { poolsOf, type Pool } from './pool.ts'
import { search } from './search.ts'
import { bestSingle } from './single.ts'

/** Dollars per hour as means over the horizon. */
export type Optimum = {
  /** What to buy; offers that are not worth buying are absent. */
  readonly plan: Plan
  readonly cost: number
  /** The same usage with nothing bought (interruptible parts on spot). */
  readonly uncommitted: number
  /** No other quantities of these offers cost less than this. */
  readonly bound: number
  /** Whether the plan is proven to be the cheapest: cost and bound are the same but for a millionth of the uncommitted cost. */
  readonly isProven: boolean
}

/**
 * `effort`: visits of a commodity in an hour class; `progress` is told how much is done, 0 to 1, and may throw to end the search. `month`: hours of
 * the profile that are one month, by which sustained use is counted; absent: all of them.
 */
export type Searching = { readonly effort?: number; readonly progress?: (done: number) => void; readonly month?: number }

/** Under a second of processor time for 500 rows and 8,760 hours, measured on two busy cores. */
export const defaultEffort = 1.8e7

/**
 * The quantities of the offers that make the usage cheapest over the horizon, the hours' profile going on as it is: sizes, terms, payments
 * and plans all at once, pooled over the lines, with spot for what may be interrupted wherever a commitment does not cover it.
 *
 * Proven to be the cheapest whenever narrower offers are applied before wider ones and every offer but the widest discounts all of its
 * scope alike, as the clouds' own do (one percentage per family and platform): the hour's cost is then a convex function of the
 * quantities (see `bound.ts`) and the search ends at its minimum. Otherwise `cost` is the best plan met, priced in the clouds' own order,
 * and `bound` says how much better a plan could be at the most. The same input gives the same plan. For usage with
 * sustained-use discounts see `sustained.ts` beside this.
 */
export function optimise(lines: readonly UsageLine[], offers: readonly Offer[], horizon: Horizon, wanted: Searching = {}): Optimum {
  const { effort = defaultEffort, progress = () => {} } = wanted
  checkUsage(lines, offers)
  if (!Number.isInteger(horizon.months) || horizon.months < 1 || !(horizon.annualRate >= 0)) {
    throw new Fault('A horizon has one month or more and a rate of zero or more.')
  }
  const { pools, fixed } = poolsOf(lines, offers, (offer) => hourlyOver(offer, horizon))
  const plan = new Map<string, number>()
  let [cost, bound, uncommitted] = [fixed, fixed, fixed]
  let isExact = true
  for (const [at, pool] of pools.entries()) {
    const found = bestSingle(pool) ?? search(pool, effort / pools.length, (done) => progress((at + done) / pools.length))
    progress((at + 1) / pools.length)
    pool.choices.forEach(({ offer, limit }, index) => {
      const quantity = onStep(found.quantities[index] ?? 0, offer.step)
      if (quantity > 1e-9 * limit) plan.set(offer.id, quantity)
    })
    cost += found.cost
    bound += found.bound
    uncommitted += pool.uncovered
    isExact &&= found.isExact
  }
  const met = { plan, cost: isExact ? cost : costOf(plan, lines, offers, horizon) }
  const best = isExact ? met : cheapestStepAlone(met, lines, pools, horizon)
  return { ...best, uncommitted, bound, isProven: best.cost - bound <= 1.01e-6 * uncommitted }
}

type Priced = { readonly plan: Plan; readonly cost: number }

/**
 * The plan, with one offer alone in its best whole steps in place of a pool's several where that is cheaper: whole steps can hide from the search
 * among several offers. The cost of one offer alone is convex in its quantity.
 */
function cheapestStepAlone(met: Priced, lines: readonly UsageLine[], pools: readonly Pool[], horizon: Horizon): Priced {
  return pools.reduce((best, { choices }) => {
    const stepped = choices.length > 1 ? choices.filter(({ offer }) => offer.step > 0) : []
    if (stepped.length === 0) return best
    const offers = choices.map(({ offer }) => offer)
    const ids = new Set(offers.map(({ id }) => id))
    const own = lines.filter(({ id }) => offers.some(({ covers }) => covers.has(id)))
    const before = costOf(new Map([...best.plan].filter(([id]) => ids.has(id))), own, offers, horizon)
    const found = stepped
      .map(({ offer, limit }) => bestAlone(offer, limit, own, offers, horizon))
      .reduce((least, one) => (one.cost < least.cost ? one : least))
    if (found.cost >= before - 1e-12) return best
    const others = [...best.plan].filter(([id]) => !ids.has(id))
    return { plan: new Map([...others, ...found.plan]), cost: best.cost - before + found.cost }
  }, met)
}

/** `limit`: the most of it that any hour could use. */
function bestAlone(offer: Offer, limit: number, lines: readonly UsageLine[], offers: readonly Offer[], horizon: Horizon): Priced {
  const at = (steps: number): Priced => {
    const plan = new Map(steps === 0 ? [] : [[offer.id, steps * offer.step]])
    return { plan, cost: costOf(plan, lines, offers, horizon) }
  }
  let [low, high] = [0, Math.ceil(limit / offer.step)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (at(middle + 1).cost < at(middle).cost - 1e-12) low = middle + 1
    else high = middle
  }
  return at(low)
}

/** Dollars per hour over the horizon of a plan, applied line by line in the clouds' own order. */
export function costOf(plan: Plan, lines: readonly UsageLine[], offers: readonly Offer[], horizon: Horizon): number {
  const { onDemand, spot } = applyPlan(lines, offers, plan)
  return offers.reduce((sum, offer) => sum + (plan.get(offer.id) ?? 0) * hourlyOver(offer, horizon), onDemand + spot)
}

function onStep(quantity: number, step: number): number {
  return step === 0 ? quantity : Math.round(quantity / step) * step
}

import { Fault } from '#shared/document/fault.ts'
import { applyPlan } from '../apply.ts'
import type { Outcome } from '../apply.ts'
import { hourlyOver, type Horizon } from '../horizon.ts'
import { checkUsage, type Offer, type Plan, type UsageLine } from '../usage.ts'
import { poolsOf, type Pool } from './pool.ts'
import { search } from './search.ts'
import { bestSingle } from './single.ts'
import { weightedMean, weightsOf, type HourWeights } from './weights.ts'

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
 * the profile that are one month, by which sustained use is counted; absent: all of them. Where they are several months, one after the other, later
 * ones are worth less by the horizon's rate.
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
  const { effort = defaultEffort, progress = () => {}, month } = wanted
  checkUsage(lines, offers)
  if (!Number.isInteger(horizon.months) || horizon.months < 1 || !(horizon.annualRate >= 0)) {
    throw new Fault('A horizon has one month or more and a rate of zero or more.')
  }
  const weights = weightsOf(lines, month, horizon)
  const { pools, fixed } = poolsOf(lines, offers, (offer) => hourlyOver(offer, horizon), [], weights)
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
  const met = { plan, cost: isExact ? cost : costOf(plan, lines, offers, horizon, weights) }
  const best = isExact ? met : cheapestStepAlone(met, lines, pools, horizon, weights)
  return { ...best, uncommitted, bound, isProven: best.cost - bound <= 1.01e-6 * uncommitted }
}

type Priced = { readonly plan: Plan; readonly cost: number }

/**
 * The plan, with one offer alone in its best whole steps in place of a pool's several where that is cheaper: whole steps can hide from the search
 * among several offers. The cost of one offer alone is convex in its quantity.
 */
function cheapestStepAlone(
  met: Priced,
  lines: readonly UsageLine[],
  pools: readonly Pool[],
  horizon: Horizon,
  weights: HourWeights,
): Priced {
  return pools.reduce((best, { choices }) => {
    const stepped = choices.length > 1 ? choices.filter(({ offer }) => offer.step > 0) : []
    if (stepped.length === 0) return best
    const offers = choices.map(({ offer }) => offer)
    const ids = new Set(offers.map(({ id }) => id))
    const own = lines.filter(({ id }) => offers.some(({ covers }) => covers.has(id)))
    const before = costOf(new Map([...best.plan].filter(([id]) => ids.has(id))), own, offers, horizon, weights)
    const found = stepped
      .map(({ offer, limit }) => bestAlone(offer, limit, own, offers, horizon, weights))
      .reduce((least, one) => (one.cost < least.cost ? one : least))
    if (found.cost >= before - 1e-12) return best
    const others = [...best.plan].filter(([id]) => !ids.has(id))
    return { plan: new Map([...others, ...found.plan]), cost: best.cost - before + found.cost }
  }, met)
}

/** `limit`: the most of it that any hour could use. */
function bestAlone(
  offer: Offer,
  limit: number,
  lines: readonly UsageLine[],
  offers: readonly Offer[],
  horizon: Horizon,
  weights: HourWeights,
): Priced {
  const planOf = (steps: number) => new Map(steps === 0 ? [] : [[offer.id, steps * offer.step]])
  const alike = alikeFor(offer, lines)
  const at = (steps: number) => costOf(planOf(steps), alike.lines, [alike.offer], horizon, weights)
  let [low, high] = [0, Math.ceil(limit / offer.step)]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (at(middle + 1) < at(middle) - 1e-12) low = middle + 1
    else high = middle
  }
  return { plan: planOf(low), cost: costOf(planOf(low), lines, offers, horizon, weights) }
}

/** An offer over what it covers, lines of one price and use as one line: to one offer alone they are the same usage. */
function alikeFor(offer: Offer, lines: readonly UsageLine[]): { readonly offer: Offer; readonly lines: readonly UsageLine[] } {
  const found = new Map<string, { readonly line: UsageLine; readonly hours: Float64Array }>()
  for (const line of lines) {
    const uses = offer.covers.get(line.id)
    if (uses === undefined) continue
    const key = JSON.stringify([line.onDemandHourly, uses, line.interruptible ?? null])
    const same = found.get(key)
    if (same === undefined) found.set(key, { line, hours: line.hours.slice() })
    else line.hours.forEach((units, hour) => (same.hours[hour]! += units))
  }
  const alike = [...found.values()].map(({ line, hours }) => ({ ...line, hours }))
  return { offer: { ...offer, covers: new Map(alike.map(({ id }) => [id, offer.covers.get(id)!])) }, lines: alike }
}

/** Dollars per hour over the horizon of a plan, applied line by line in the clouds' own order. */
export function costOf(plan: Plan, lines: readonly UsageLine[], offers: readonly Offer[], horizon: Horizon, weights?: HourWeights): number {
  return paidFor(plan, applyPlan(lines, offers, plan), offers, horizon, weights)
}

/** Dollars per hour over the horizon of a plan that was applied. */
export function paidFor(plan: Plan, outcome: Outcome, offers: readonly Offer[], horizon: Horizon, weights?: HourWeights): number {
  const onDemand =
    weights === undefined
      ? outcome.onDemand
      : outcome.lines.reduce((sum, { line, onDemandHours }) => sum + weightedMean(onDemandHours, weights) * line.onDemandHourly, 0)
  return offers.reduce((sum, offer) => sum + (plan.get(offer.id) ?? 0) * hourlyOver(offer, horizon), onDemand + outcome.spot)
}

function onStep(quantity: number, step: number): number {
  return step === 0 ? quantity : Math.round(quantity / step) * step
}

import { levelWorth } from './level.ts'
import type { Found } from './search.ts'
import type { Pool } from './pool.ts'

/**
 * The best quantity of one offer over usage that it discounts alike, in closed form (the newsvendor's rule): buy the unit that is used in
 * more than cost × uses of the hours, and no further one. The cost is convex in the quantity, so that of the two whole steps around
 * that quantity the cheaper one is best. Null where there are several offers or several discounts.
 */
export function bestSingle(pool: Pool): Found | null {
  const [choice, second] = pool.choices
  const [demand, other] = pool.demand
  if (pool.movers.length > 0 || choice === undefined || demand === undefined || second !== undefined || other !== undefined) return null
  const taken = choice.uses[0] ?? 1
  const level = levelWorth(choice.cost * taken, demand, pool.weights) * taken
  const step = choice.offer.step
  const candidates = step === 0 ? [level] : [Math.floor(level / step + 1e-9) * step, Math.ceil(level / step - 1e-9) * step]
  const costs = candidates.map((quantity) => ({ quantity, cost: costAt(quantity, choice.cost, taken, demand, pool.weights) }))
  const best = costs.reduce((least, one) => (one.cost < least.cost ? one : least))
  return { quantities: Float64Array.of(best.quantity), cost: best.cost, bound: best.cost, isExact: true }
}

function costAt(quantity: number, cost: number, taken: number, demand: Float64Array, weights: Float64Array): number {
  let total = quantity * cost
  demand.forEach((dollars, index) => (total += Math.max(0, dollars - quantity / taken) * (weights[index] ?? 0)))
  return total
}

import { coverHour, type Table } from './bound.ts'
import { levelWorth } from './level.ts'

/**
 * A level that no plan goes below, for pools of so many narrow offers that the planes do not reach all of them. What a dollar covered by the wide
 * offers is worth in each hour is taken from a plan (`quantities`) and lowered until each of them is worth no more than it costs; with these
 * worths every commodity is on its own, and the best quantity of its cheapest narrow offer is known in closed form. By duality the sum is a
 * bound for any such worths, and the better the plan is, the nearer it is.
 */
export function separableBound(table: Table, quantities: Float64Array): number {
  const worths = worthsOf(table, quantities, lowered(table, quantities))
  const narrow = cheapestNarrow(table)
  let bound = 0
  for (let commodity = 0; commodity < table.size; commodity++) {
    const usage = Float64Array.from(table.weights, (_, hour) => table.demand[hour * table.size + commodity] ?? 0)
    const own = Float64Array.from(table.weights, (weight, hour) => weight * (worths[hour * table.size + commodity] ?? 0))
    const cost = narrow[commodity] ?? Infinity
    const level = cost === Infinity ? 0 : levelWorth(cost, usage, own)
    bound += level === 0 ? 0 : cost * level
    usage.forEach((dollars, hour) => (bound += Math.max(0, dollars - level) * (own[hour] ?? 0)))
  }
  return bound
}

/** Dollars per hour for a dollar of capacity of the cheapest choice that covers a commodity alone. */
function cheapestNarrow({ levels, costs, size }: Table): Float64Array {
  const cheapest = new Float64Array(size).fill(Infinity)
  levels.forEach(({ choice, commodities, uses }, depth) => {
    const [commodity, second] = commodities
    if (commodity === undefined || second !== undefined || depth === levels.length - 1) return
    cheapest[commodity] = Math.min(cheapest[commodity] ?? Infinity, (costs[choice] ?? 0) * (uses[0] ?? 1))
  })
  return cheapest
}

/** By what each wide level's worth has to be multiplied to be no more than its cost. */
function lowered(table: Table, quantities: Float64Array): Float64Array {
  const sums = new Float64Array(table.levels.length)
  const full = new Float64Array(table.levels.length).fill(1)
  worthsOf(table, quantities, full, sums)
  return sums.map((sum, depth) => {
    const cost = table.costs[table.levels[depth]?.choice ?? 0] ?? 0
    return sum > cost ? cost / sum : 1
  })
}

/** For each hour and commodity what a dollar less of it would save beside the wide levels; adds up what each level is worth into `sums`. */
function worthsOf(table: Table, quantities: Float64Array, scale: Float64Array, sums?: Float64Array): Float64Array {
  const { levels, demand, weights, size } = table
  const worths = new Float64Array(demand.length).fill(1)
  const left = new Float64Array(size)
  const stops = new Int32Array(levels.length)
  for (let hour = 0; hour < weights.length; hour++) {
    coverHour(table, hour, quantities, left, stops)
    const saving = worths.subarray(hour * size, hour * size + size)
    for (let depth = levels.length - 1; depth >= 0; depth--) {
      const level = levels[depth]
      const isWidest = depth === levels.length - 1
      if (level === undefined || (level.commodities.length === 1 && !isWidest)) continue
      const stop = stops[depth] ?? -1
      const marginal = stop === -1 ? 0 : (saving[level.commodities[stop] ?? 0] ?? 0) * (scale[depth] ?? 1)
      const perQuantity = marginal / (level.uses[Math.max(0, stop)] ?? 1)
      if (sums !== undefined) sums[depth] = (sums[depth] ?? 0) + perQuantity * (weights[hour] ?? 0)
      level.commodities.forEach((commodity, place) => {
        saving[commodity] = Math.min(saving[commodity] ?? 1, isWidest ? (level.uses[place] ?? 0) * perQuantity : marginal)
      })
    }
  }
  return worths
}

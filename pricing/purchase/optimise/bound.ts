import type { Level, Nesting } from './nesting.ts'
import type { Pool } from './pool.ts'

/** A plane below the cost of every plan: cost ≥ value + gradient · (quantity − at), touching it where it was taken. */
export type Plane = { readonly value: number; readonly gradient: Float64Array }

/**
 * Cost per hour of a pool when its usage is given to the commitments in the best way, and the plane that touches it there.
 *
 * For one hour this is a linear program (cover dollars d_i with quantities K_j, minimise what is left over), and so its cost is convex in the
 * quantities, and the mean over the hours is. Because scopes are nested the program is solved by covering from the narrowest level to
 * the widest. Its dual gives the plane: t is what one more unit of the widest plan would save, alpha_i = min(1, uses_i × t) what one
 * dollar less of commodity i would, and from wide to narrow s_j is the alpha of the commodity at which level j ran out (0 where it did not),
 * which then caps the alpha of its scope. These satisfy every constraint of the dual, so that the plane is a bound everywhere.
 */
export function boundAt(table: Table, quantities: Float64Array): Plane {
  const { levels, demand, weights, costs, size } = table
  const gradient = costs.slice()
  let value = 0
  for (let index = 0; index < costs.length; index++) value += (costs[index] ?? 0) * (quantities[index] ?? 0)
  const left = new Float64Array(size)
  const saving = new Float64Array(size)
  const stops = new Int32Array(levels.length)
  for (let hour = 0; hour < weights.length; hour++) {
    const weight = weights[hour] ?? 0
    left.set(demand.subarray(hour * size, hour * size + size))
    for (let depth = 0; depth < levels.length; depth++) {
      const level = levels[depth]
      if (level !== undefined) stops[depth] = cover(level, quantities[level.choice] ?? 0, left)
    }
    for (let commodity = 0; commodity < size; commodity++) value += weight * (left[commodity] ?? 0)
    saving.fill(1)
    for (let depth = levels.length - 1; depth >= 0; depth--) {
      const level = levels[depth]
      if (level !== undefined)
        gradient[level.choice] =
          (gradient[level.choice] ?? 0) - weight * price(level, depth === levels.length - 1, stops[depth] ?? -1, saving)
    }
  }
  return { value, gradient }
}

/** A pool laid out for being read hour after hour: `demand` holds the commodities of the first class, then those of the second … */
export type Table = {
  readonly levels: readonly Level[]
  readonly demand: Float64Array
  readonly weights: Float64Array
  readonly costs: Float64Array<ArrayBuffer>
  readonly size: number
}

export function tableOf(pool: Pool, { levels }: Nesting): Table {
  const size = pool.demand.length
  const demand = new Float64Array(size * pool.weights.length)
  pool.demand.forEach((profile, commodity) => profile.forEach((dollars, hour) => (demand[hour * size + commodity] = dollars)))
  return { levels, demand, weights: pool.weights, costs: Float64Array.from(pool.choices, ({ cost }) => cost), size }
}

/** Covers what is left of one hour; where in its own order the level ran out, or -1 where it did not. */
export function cover({ commodities, uses }: Level, quantity: number, left: Float64Array): number {
  let free = quantity
  for (let place = 0; place < commodities.length; place++) {
    const commodity = commodities[place] ?? 0
    const open = left[commodity] ?? 0
    if (open <= 0) continue
    const need = open * (uses[place] ?? 1)
    if (need > free) {
      left[commodity] = open - free / (uses[place] ?? 1)
      return place
    }
    left[commodity] = 0
    free -= need
  }
  return -1
}

/** What one more unit of a level would save in the hour; caps what a dollar less of its commodities would. */
export function price({ commodities, uses }: Level, isWidest: boolean, stop: number, saving: Float64Array): number {
  const marginal = stop === -1 ? 0 : (saving[commodities[stop] ?? 0] ?? 0)
  const perQuantity = stop === -1 ? 0 : marginal / (uses[stop] ?? 1)
  for (let place = 0; place < commodities.length; place++) {
    const commodity = commodities[place] ?? 0
    const cap = isWidest ? (uses[place] ?? 0) * perQuantity : marginal
    if (cap < (saving[commodity] ?? 1)) saving[commodity] = cap
  }
  return perQuantity
}

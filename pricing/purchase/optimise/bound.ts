import type { Level, Nesting } from './nesting.ts'
import type { PoolMover } from './movers.ts'
import type { Pool } from './pool.ts'

/** A plane below the cost of every plan: cost ≥ value + gradient · (quantities − at), touching it where it was taken. */
export type Plane = { readonly value: number; readonly gradient: Float64Array }

/**
 * Cost per hour of a pool when its usage is given to the commitments in the best way, and the plane that touches it there.
 *
 * For one hour this is a linear program (cover dollars d_i with quantities K_j, minimise what is left over), and so its cost is convex in the
 * quantities, and the mean over the hours is. Because scopes are nested the program is solved by covering from the narrowest level to
 * the widest. Its dual gives the plane: t is what one more unit of the widest plan would save, alpha_i = min(1, uses_i × t) what one
 * dollar less of commodity i would, and from wide to narrow s_j is the alpha of the commodity at which level j ran out (0 where it did not),
 * which then caps the alpha of its scope. These satisfy every constraint of the dual, so that the plane is a bound everywhere.
 * What a mover takes off a commodity saves alpha of it, so that the plane holds for quantities and shares together.
 */
export function boundAt(table: Table, quantities: Float64Array): Plane {
  const { levels, movers, weights, costs, size, choices } = table
  const gradient = costs.slice()
  let value = 0
  for (let index = 0; index < costs.length; index++) value += costs[index]! * quantities[index]!
  const left = new Float64Array(size)
  const saving = new Float64Array(size)
  const stops = new Int32Array(levels.length)
  for (let hour = 0; hour < weights.length; hour++) {
    const weight = weights[hour]!
    coverHour(table, hour, quantities, left, stops)
    for (let commodity = 0; commodity < size; commodity++) value += weight * left[commodity]!
    priceHour(table, weight, stops, saving, gradient)
    for (let at = 0; at < movers.length; at++) {
      let saved = 0
      for (const { commodity, dollars } of movers[at]!.parts) saved += saving[commodity]! * dollars[hour]!
      gradient[choices + at]! -= weight * saved
    }
  }
  return { value, gradient }
}

/**
 * A pool laid out for being read hour after hour: `demand` holds the commodities of the first class, then those of the second … Quantities are
 * those of the choices, then the shares of the movers.
 */
export type Table = {
  readonly levels: readonly Level[]
  readonly movers: readonly PoolMover[]
  readonly demand: Float64Array
  readonly weights: Float64Array
  readonly costs: Float64Array<ArrayBuffer>
  readonly size: number
  readonly choices: number
  /** The levels in one piece: `commodities` and `uses` of a level stand from its `starts` on to the next one's. */
  readonly choiceOf: Int32Array
  readonly starts: Int32Array
  readonly commodities: Int32Array
  readonly uses: Float64Array
  /** How many of the first levels cover one commodity only: most of them, and the quick ones. */
  readonly singles: number
}

export function tableOf(pool: Pool, { levels }: Nesting): Table {
  const size = pool.demand.length
  const demand = new Float64Array(size * pool.weights.length)
  pool.demand.forEach((profile, commodity) => profile.forEach((dollars, hour) => (demand[hour * size + commodity] = dollars)))
  const starts = new Int32Array(levels.length + 1)
  levels.forEach(({ commodities }, depth) => (starts[depth + 1] = starts[depth]! + commodities.length))
  const several = levels.findIndex(({ commodities }) => commodities.length !== 1)
  return {
    levels,
    movers: pool.movers,
    demand,
    weights: pool.weights,
    costs: Float64Array.from([...pool.choices, ...pool.movers], ({ cost }) => cost),
    size,
    choices: pool.choices.length,
    choiceOf: Int32Array.from(levels, ({ choice }) => choice),
    starts,
    commodities: Int32Array.from(levels.flatMap(({ commodities }) => [...commodities])),
    uses: Float64Array.from(levels.flatMap(({ uses }) => [...uses])),
    singles: several === -1 ? levels.length : several,
  }
}

/** Covers one hour's usage: what is `left` of each commodity, and where in its own order each level ran out, -1 where it did not. */
export function coverHour(table: Table, hour: number, quantities: Float64Array, left: Float64Array, stops: Int32Array): void {
  const { movers, demand, size, choices, choiceOf, commodities, uses, singles } = table
  const first = hour * size
  for (let commodity = 0; commodity < size; commodity++) left[commodity] = demand[first + commodity]!
  for (let at = 0; at < movers.length; at++) moveOut(movers[at]!, quantities[choices + at]!, hour, left)
  for (let depth = 0; depth < singles; depth++) {
    const commodity = commodities[depth]!
    const open = left[commodity]!
    const free = quantities[choiceOf[depth]!]!
    const isShort = open * uses[depth]! > free
    left[commodity] = isShort ? open - free / uses[depth]! : 0
    stops[depth] = isShort ? 0 : -1
  }
  for (let depth = singles; depth < choiceOf.length; depth++) stops[depth] = coverLevel(table, depth, quantities[choiceOf[depth]!]!, left)
}

function coverLevel({ starts, commodities, uses }: Table, depth: number, quantity: number, left: Float64Array): number {
  const from = starts[depth]!
  const end = starts[depth + 1]!
  let free = quantity
  for (let place = from; place < end; place++) {
    const commodity = commodities[place]!
    const open = left[commodity]!
    if (open <= 0) continue
    const need = open * uses[place]!
    if (need > free) {
      left[commodity] = open - free / uses[place]!
      return place - from
    }
    left[commodity] = 0
    free -= need
  }
  return -1
}

/** Takes a mover's share of an hour off what is left of its commodities. */
export function moveOut({ parts }: PoolMover, share: number, hour: number, left: Float64Array): void {
  if (share === 0) return
  for (const { commodity, dollars } of parts) left[commodity] = Math.max(0, left[commodity]! - share * dollars[hour]!)
}

/**
 * From the widest level to the narrowest: takes what one more unit of it would save off the gradient, and leaves in `saving` what a dollar
 * less of each commodity would.
 */
function priceHour(table: Table, weight: number, stops: Int32Array, saving: Float64Array, gradient: Float64Array): void {
  const { choiceOf, commodities, uses, singles } = table
  saving.fill(1)
  for (let depth = choiceOf.length - 1; depth >= singles; depth--)
    gradient[choiceOf[depth]!]! -= weight * priceLevel(table, depth, stops[depth]!, saving)
  for (let depth = singles - 1; depth >= 0; depth--) {
    const commodity = commodities[depth]!
    if (stops[depth] === -1) saving[commodity] = 0
    else gradient[choiceOf[depth]!]! -= weight * (saving[commodity]! / uses[depth]!)
  }
}

/** What one more unit of a level would save in the hour; caps what a dollar less of its commodities would. */
export function priceLevel({ choiceOf, starts, commodities, uses }: Table, depth: number, stop: number, saving: Float64Array): number {
  const isWidest = depth === choiceOf.length - 1
  const from = starts[depth]!
  const end = starts[depth + 1]!
  const marginal = stop === -1 ? 0 : saving[commodities[from + stop]!]!
  const perQuantity = stop === -1 ? 0 : marginal / uses[from + stop]!
  for (let place = from; place < end; place++) {
    const commodity = commodities[place]!
    const cap = isWidest ? uses[place]! * perQuantity : marginal
    if (cap < saving[commodity]!) saving[commodity] = cap
  }
  return perQuantity
}

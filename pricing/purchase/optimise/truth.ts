import { moveOut } from './bound.ts'
import type { Pool } from './pool.ts'

/**
 * Cost per hour of a pool for quantities (and shares of its movers, which come after them), with usage covered in the clouds' own order.
 * Where an offer discounts two commodities alike the clouds go by the price of the single lines, of which a pool has but the lowest;
 * `optimise` prices the plan it ends with line by line.
 */
export function costOfPool(pool: Pool, order: readonly ChoiceOrder[], quantities: Float64Array): number {
  const left = new Float64Array(pool.demand.length)
  let cost = 0
  const first = pool.choices.length
  pool.choices.forEach((choice, index) => (cost += choice.cost * (quantities[index] ?? 0)))
  pool.movers.forEach((mover, index) => (cost += mover.cost * (quantities[first + index] ?? 0)))
  for (let hour = 0; hour < pool.weights.length; hour++) {
    for (let commodity = 0; commodity < left.length; commodity++) left[commodity] = pool.demand[commodity]?.[hour] ?? 0
    pool.movers.forEach((mover, index) => moveOut(mover, quantities[first + index] ?? 0, hour, left))
    for (const { choice, commodities, uses } of order) coverInOrder(left, commodities, uses, quantities[choice] ?? 0)
    let uncovered = 0
    for (const dollars of left) uncovered += dollars
    cost += uncovered * (pool.weights[hour] ?? 0)
  }
  return cost
}

/** Commodities of a choice, those first on which it saves most. */
export type ChoiceOrder = { readonly choice: number; readonly commodities: Int32Array; readonly uses: Float64Array }

export function ordersOf(pool: Pool): readonly ChoiceOrder[] {
  return pool.choices
    .map((choice, index) => {
      const covered = [...choice.uses.keys()].filter((commodity) => (choice.uses[commodity] ?? 0) > 0)
      const commodities = Int32Array.from(
        covered.sort((a, b) => plainly(choice.uses[a]) - plainly(choice.uses[b]) || (choice.unit[a] ?? 0) - (choice.unit[b] ?? 0)),
      )
      const uses = Float64Array.from(commodities, (commodity) => choice.uses[commodity] ?? 0)
      return { choice: index, commodities, uses, precedence: choice.offer.precedence }
    })
    .sort((a, b) => a.precedence - b.precedence)
}

/** Discounts that are the same but for the noise of a division are the same. */
function plainly(uses: number | undefined): number {
  return Number((uses ?? 0).toPrecision(10))
}

function coverInOrder(left: Float64Array, commodities: Int32Array, uses: Float64Array, quantity: number): void {
  let free = quantity
  for (let place = 0; place < commodities.length; place++) {
    const commodity = commodities[place] ?? 0
    const open = left[commodity] ?? 0
    const taken = uses[place] ?? 1
    if (open * taken > free) {
      left[commodity] = open - free / taken
      return
    }
    left[commodity] = 0
    free -= open * taken
  }
}

import type { Pool } from './pool.ts'

/** A plan of a pool in quantities, and its cost per hour. */
export type Candidate = { readonly quantities: Float64Array; readonly cost: number }

/** Plans that a direct search may price; beyond them it takes the best so far. */
type Budget = { left: number }

/**
 * A direct search (Hooke and Jeeves 1961) for where the clouds' own order makes the cost no longer convex: from the plan given, and from the
 * best quantity of each offer alone, one quantity is raised or lowered, or one raised while another is lowered, by ever smaller steps.
 * It finds a plan that none of these moves improves, and never a dearer one than any single offer.
 */
export function polish(pool: Pool, costOf: (quantities: Float64Array) => number, start: Float64Array, visits: number): Candidate {
  const budget = { left: visits }
  const price = (quantities: Float64Array): Candidate => {
    budget.left--
    return { quantities, cost: costOf(quantities) }
  }
  const nothing = price(new Float64Array(pool.choices.length))
  const alone = pool.choices.map((_, index) => descend(pool, price, nothing, [[index, -1]], budget))
  const all = movesOf(pool.choices.length)
  return [price(start), nothing, ...alone]
    .map((from) => descend(pool, price, from, all, budget))
    .reduce((best, one) => (one.cost < best.cost ? one : best))
}

/** A quantity that is moved, and one that is moved the other way (-1: none). */
type Move = readonly [number, number]

function movesOf(size: number): readonly Move[] {
  const indexes = Array.from({ length: size }, (_, index) => index)
  const single = indexes.map((index): Move => [index, -1])
  return size > 8
    ? single
    : [...single, ...indexes.flatMap((one) => indexes.filter((other) => other > one).map((other): Move => [one, other]))]
}

function descend(
  pool: Pool,
  price: (quantities: Float64Array) => Candidate,
  from: Candidate,
  moves: readonly Move[],
  budget: Budget,
): Candidate {
  let best = from
  for (let part = 0.5; part > 1e-9 && budget.left > 0; part /= 2) {
    let isTooSmall = true
    for (let again = true; again && budget.left > 0;) {
      again = false
      for (const [one, other] of moves) {
        for (const sign of [1, -1]) {
          const moved = moveBy(moveBy(best.quantities, pool, one, sign * part), pool, other, -sign * part)
          if (moved === best.quantities) continue
          isTooSmall = false
          const candidate = price(moved)
          if (candidate.cost >= best.cost - 1e-13 * pool.uncovered) continue
          best = candidate
          again = true
        }
      }
    }
    if (isTooSmall) break
  }
  return best
}

/** The quantities with one of them moved by a part of its limit, in whole steps; the same object where that is no move. */
function moveBy(quantities: Float64Array, pool: Pool, index: number, part: number): Float64Array {
  const choice = pool.choices[index]
  if (choice === undefined) return quantities
  const { limit } = choice
  const { step } = choice.offer
  const top = step === 0 ? limit : Math.ceil(limit / step - 1e-9) * step
  const move = step === 0 ? part * limit : Math.round((part * limit) / step + (part > 0 ? 0.01 : -0.01)) * step
  const from = quantities[index] ?? 0
  const to = Math.min(top, Math.max(0, from + move))
  if (to === from) return quantities
  const copy = quantities.slice()
  copy[index] = to
  return copy
}

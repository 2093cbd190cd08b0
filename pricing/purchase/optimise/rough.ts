import { tableOf } from './bound.ts'
import { nestingOf } from './nesting.ts'
import { everyFourth, type Choice, type Pool } from './pool.ts'
import { responses } from './response.ts'

/** Shares of the choices' limits that are about the best, as if nothing were sold in steps; from a start where there is one. */
export type Rough = (pool: Pool, effort: number, start: Shares | null) => Shares

export type Shares = Float64Array<ArrayBuffer>

/** Most classes, and most offers, that are looked at without a rough answer first; of more offers so many of the widest are solved together. */
const few = { classes: 500, choices: 40, wide: 30 }
const rounds = 6

/**
 * About where the best quantities of a large pool are, so that the whole of it only needs to be looked at near by: of many classes from every
 * fourth (and for these from every fourth of theirs), of many offers from the widest together and the others one by one. Null for a small pool.
 */
export function roughly(pool: Pool, effort: number, rough: Rough): Shares | null {
  if (pool.weights.length > few.classes) {
    const some = everyFourth(pool)
    const start = roughly(some, effort / 2, rough)
    const found = start !== null && isWide(pool) ? start : rough(some, effort / 2, start)
    return found.map((share, index) => {
      const [choice, sampled] = [pool.choices[index], some.choices[index]]
      return choice === undefined || sampled === undefined ? share : Math.min(1, (share * sampled.limit) / choice.limit)
    })
  }
  return isWide(pool) ? byTurns(pool, effort, rough) : null
}

/** Movers are looked at together with all offers. */
function isWide({ choices, movers }: Pool): boolean {
  return choices.length > few.choices && movers.length === 0
}

/**
 * Wide offers together, given what the narrow ones cover; then each narrow one alone, given what a dollar covered by it saves in each hour
 * beside the wide ones; half-way each time, since all of them answer at once. At the end the narrow ones are in
 * whole steps and the wide ones fit them.
 */
function byTurns(pool: Pool, effort: number, rough: Rough): Shares {
  const table = tableOf(pool, nestingOf(pool))
  const wide = widest(pool.choices, few.wide)
  const isWide = new Set(wide)
  const quantities = new Float64Array(pool.choices.length)
  let start: Shares | null = null
  for (let round = 0; ; round++) {
    const left = withoutNarrow(pool, quantities, isWide, wide)
    start = rough(left, effort / (rounds + 1), start)
    wide.forEach((choice, index) => (quantities[choice] = (start?.[index] ?? 0) * (pool.choices[choice]?.limit ?? 0)))
    if (round === rounds) break
    for (const [choice, quantity] of responses(table, pool, quantities)) {
      if (!isWide.has(choice)) quantities[choice] = ((quantities[choice] ?? 0) + quantity) / 2
    }
    if (round === rounds - 1) quantities.forEach((quantity, choice) => (quantities[choice] = onStep(quantity, pool.choices[choice])))
  }
  return quantities.map((quantity, index) => Math.min(1, quantity / (pool.choices[index]?.limit ?? 1)))
}

function onStep(quantity: number, choice: Choice | undefined): number {
  const step = choice?.offer.step ?? 0
  return step === 0 ? quantity : Math.round(quantity / step) * step
}

/** The pool of the wide choices over what the narrow ones of a single commodity leave. */
function withoutNarrow(pool: Pool, quantities: Float64Array, isWide: ReadonlySet<number>, wide: readonly number[]): Pool {
  const covered = new Float64Array(pool.demand.length)
  pool.choices.forEach(({ uses }, index) => {
    const own = uses.findIndex((taken) => taken > 0)
    if (!isWide.has(index)) covered[own] = (covered[own] ?? 0) + (quantities[index] ?? 0) / (uses[own] ?? 1)
  })
  const demand = pool.demand.map((profile, index) => profile.map((dollars) => Math.max(0, dollars - (covered[index] ?? 0))))
  return { ...pool, demand, choices: wide.flatMap((index) => pool.choices[index] ?? []) }
}

/** The indexes of so many choices that cover the most commodities, and of all that cover more than one, in their order. */
function widest(choices: readonly Choice[], count: number): readonly number[] {
  const covered = choices.map(({ uses }) => uses.reduce((sum, taken) => sum + Number(taken > 0), 0))
  const several = [...choices.keys()].filter((index) => (covered[index] ?? 0) > 1)
  const byWidth = several.sort((a, b) => (covered[b] ?? 0) - (covered[a] ?? 0) || a - b)
  return byWidth.slice(0, Math.max(count, 1)).sort((a, b) => a - b)
}

import type { Choice, Pool } from './pool.ts'

/** A choice as the bound sees it. */
export type Level = {
  readonly choice: number
  /** Commodities it covers, in the order in which the bound covers them. */
  readonly commodities: Int32Array
  /** Quantity per dollar of each of these commodities. */
  readonly uses: Float64Array
}

/** Choices from the narrowest scope to the widest, and whether the clouds' own order costs exactly what the bound says. */
export type Nesting = { readonly levels: readonly Level[]; readonly isExact: boolean }

/**
 * Puts a pool's choices inside one another. The bound treats an hour as if the usage were given to the commitments in the best way, which
 * is simple when scopes are nested and a narrower choice takes the same quantity of every dollar in its scope: narrow before wide,
 * and what the widest plan discounts least goes to the narrow ones first. Where scopes cross or quantities differ, the choices are first
 * made better than they are (the wider scope takes in the other; every dollar takes the least quantity), which keeps the bound a bound.
 */
export function nestingOf(pool: Pool): Nesting {
  const scopes = pool.choices.map(({ uses }) => new Map([...uses.entries()].filter(([, taken]) => taken > 0)))
  const wasWidened = widenCrossing(scopes)
  const order = pool.choices
    .map((_, index) => index)
    .sort((a, b) => sizeOf(scopes[a]) - sizeOf(scopes[b]) || precedence(pool, a) - precedence(pool, b) || a - b)
  const widest = scopes[order.at(-1) ?? 0] ?? new Map<number, number>()
  const levels = order.map((choice, depth): Level => {
    const isWidest = depth === order.length - 1
    const scope = scopes[choice] ?? new Map<number, number>()
    const worstFirst = (a: number, b: number) => (widest.get(b) ?? Infinity) - (widest.get(a) ?? Infinity) || a - b
    const commodities = [...scope.keys()].sort((a, b) => (isWidest ? worstFirst(b, a) : worstFirst(a, b)))
    const least = Math.min(...scope.values())
    return {
      choice,
      commodities: Int32Array.from(commodities),
      uses: Float64Array.from(commodities, (index) => (isWidest ? (scope.get(index) ?? 0) : least)),
    }
  })
  return { levels, isExact: !wasWidened && isOrderExact(pool.choices, order) }
}

/** Until no two scopes cross: the larger one takes in the other, at the best it has. Says whether anything was changed. */
function widenCrossing(scopes: readonly Map<number, number>[]): boolean {
  let changed = false
  for (let again = true; again;) {
    again = false
    for (const one of scopes) {
      for (const other of scopes) {
        if (one === other || sizeOf(one) < sizeOf(other) || !crosses(one, other)) continue
        const best = Math.min(...one.values())
        for (const commodity of other.keys()) if (!one.has(commodity)) one.set(commodity, best)
        again = true
        changed = true
      }
    }
  }
  return changed
}

function crosses(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): boolean {
  const shared = [...other.keys()].filter((commodity) => one.has(commodity)).length
  return shared > 0 && shared < other.size && shared < one.size
}

/**
 * The clouds apply offers by precedence, each by its own discounts. That is the best way where the narrower of two offers comes first and
 * both treat every dollar in the narrower scope alike: then it does not matter which of these dollars the narrower one covers.
 */
function isOrderExact(choices: readonly Choice[], order: readonly number[]): boolean {
  return order.every((inner, depth) => {
    const narrow = choices[inner]
    const scope = narrow === undefined ? [] : [...narrow.uses.keys()].filter((commodity) => (narrow.uses[commodity] ?? 0) > 0)
    return order.slice(depth + 1).every((outer) => {
      const wide = choices[outer]
      if (narrow === undefined || wide === undefined || !scope.some((commodity) => (wide.uses[commodity] ?? 0) > 0)) return true
      const comesFirst =
        narrow.offer.precedence < wide.offer.precedence || (narrow.offer.precedence === wide.offer.precedence && inner < outer)
      return comesFirst && isUniform(narrow.uses, scope) && isUniform(wide.uses, scope)
    })
  })
}

function isUniform(uses: Float64Array, scope: readonly number[]): boolean {
  const first = uses[scope[0] ?? 0] ?? 0
  return scope.every((commodity) => Math.abs((uses[commodity] ?? 0) - first) <= 1e-9 * first)
}

function precedence(pool: Pool, index: number): number {
  return pool.choices[index]?.offer.precedence ?? 0
}

function sizeOf(scope: ReadonlyMap<number, number> | undefined): number {
  return scope?.size ?? 0
}

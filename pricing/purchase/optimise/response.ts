import { coverHour, priceLevel, type Table } from './bound.ts'
import { levelWorth } from './level.ts'
import type { Pool } from './pool.ts'

/**
 * For every choice that covers a single commodity, the quantity that would be best if all others stayed as they are: the newsvendor's rule of
 * `single.ts`, each hour counting by what a dollar covered saves in it beside the wider choices (less than a dollar where their quantity would
 * have covered it anyway). Pairs of choice and quantity.
 */
export function responses(table: Table, pool: Pool, quantities: Float64Array): readonly (readonly [number, number])[] {
  const { levels, weights, size } = table
  const worth = levels.map(({ commodities }, depth) =>
    commodities.length === 1 && depth < levels.length - 1 ? new Float64Array(weights.length) : null,
  )
  const left = new Float64Array(size)
  const saving = new Float64Array(size)
  const stops = new Int32Array(levels.length)
  for (let hour = 0; hour < weights.length; hour++) {
    coverHour(table, hour, quantities, left, stops)
    saving.fill(1)
    for (let depth = levels.length - 1; depth >= 0; depth--) {
      const level = levels[depth]
      if (level === undefined) continue
      const own = worth[depth] ?? null
      if (own !== null) own[hour] = (saving[level.commodities[0] ?? 0] ?? 0) * (weights[hour] ?? 0)
      priceLevel(table, depth, stops[depth] ?? -1, saving)
    }
  }
  return levels.flatMap((level, depth): readonly (readonly [number, number])[] => {
    const own = worth[depth] ?? null
    const usage = pool.demand[level.commodities[0] ?? 0]
    if (own === null || usage === undefined) return []
    const uses = level.uses[0] ?? 1
    return [[level.choice, levelWorth((pool.choices[level.choice]?.cost ?? 0) * uses, usage, own) * uses]]
  })
}

import type { Outcome } from './apply.ts'
import { sustainedDiscount, type SustainedCurve } from './sustained.ts'

/** The sustained-use curve of each line that has one, by line id. */
export type SustainedCurves = ReadonlyMap<string, SustainedCurve>

/**
 * Dollars per hour that sustained use takes off what commitments and spot leave on demand. Usage of one region, series and resource is counted
 * together, as if the machines that ran at different times were one: a unit is discounted by the share of the hours in which at least
 * so many are in use. Committed hours are not part of it.
 * Source: https://cloud.google.com/compute/docs/sustained-use-discounts
 */
export function sustainedSaving(outcome: Outcome, curves: SustainedCurves): number {
  const pools = new Map<string, { readonly curve: SustainedCurve; readonly dollars: Float64Array }>()
  for (const { line, onDemandHours } of outcome.lines) {
    const curve = curves.get(line.id)
    if (curve === undefined) continue
    const { region, family, platform } = line.scope
    const key = JSON.stringify([region, family, platform, curve])
    const pool = pools.get(key) ?? { curve, dollars: new Float64Array(onDemandHours.length) }
    onDemandHours.forEach((units, hour) => (pool.dollars[hour] = (pool.dollars[hour] ?? 0) + units * line.onDemandHourly))
    pools.set(key, pool)
  }
  return [...pools.values()].reduce((sum, { curve, dollars }) => sum + savingOf(dollars, curve), 0)
}

/** Slice by slice: what lies between two neighbouring levels runs in the hours of the higher ones. */
function savingOf(levels: Float64Array, curve: SustainedCurve): number {
  const highestFirst = levels.slice().sort((a, b) => b - a)
  let saving = 0
  highestFirst.forEach((level, index) => {
    const share = (index + 1) / levels.length
    saving += (level - (highestFirst[index + 1] ?? 0)) * share * sustainedDiscount(curve, share)
  })
  return saving
}

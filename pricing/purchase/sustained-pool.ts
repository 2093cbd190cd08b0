import type { LineOutcome, Outcome } from './apply.ts'
import { sustainedDiscount, type SustainedCurve } from './sustained.ts'

/** The sustained-use curve of each line that has one, by line id. */
export type SustainedCurves = ReadonlyMap<string, SustainedCurve>

/** What is left on demand of each line in each hour. */
type OnDemand = { readonly lines: readonly Pick<LineOutcome, 'line' | 'onDemandHours'>[] }

/**
 * Share that sustained use takes off what commitments and spot leave on demand of each line. Usage of one region, series and resource is
 * counted together, as if the machines that ran at different times were one: a unit is discounted by the share of the hours in which at
 * least so many are in use; what is saved is shared back by dollars. Committed hours are not part of it. A line that is the same in all
 * hours lies below every other level and has the whole discount by itself.
 * Source: https://cloud.google.com/compute/docs/sustained-use-discounts (inferred instances, counted per region)
 */
export function sustainedShares({ lines }: OnDemand, curves: SustainedCurves): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  const pools = new Map<string, Pool>()
  for (const { line, onDemandHours } of lines) {
    const curve = curves.get(line.id)
    if (curve === undefined) continue
    if (isEven(onDemandHours)) {
      shares.set(line.id, sustainedDiscount(curve, 1))
      continue
    }
    const { region, family, platform } = line.scope
    const key = JSON.stringify([region, family, platform, curve])
    const pool = pools.get(key) ?? { curve, dollars: new Float64Array(onDemandHours.length), members: [] }
    onDemandHours.forEach((units, hour) => (pool.dollars[hour] = (pool.dollars[hour] ?? 0) + units * line.onDemandHourly))
    pool.members.push(line.id)
    pools.set(key, pool)
  }
  for (const { curve, dollars, members } of pools.values()) {
    const share = savingOf(dollars, curve) / (dollars.reduce((sum, one) => sum + one, 0) / dollars.length)
    for (const id of members) shares.set(id, share)
  }
  return shares
}

type Pool = { readonly curve: SustainedCurve; readonly dollars: Float64Array; readonly members: string[] }

/** Dollars per hour that sustained use takes off what is left on demand. */
export function sustainedSaving(outcome: Outcome, curves: SustainedCurves): number {
  const shares = sustainedShares(outcome, curves)
  return outcome.lines.reduce((sum, one) => sum + onDemandDollars(one) * (shares.get(one.line.id) ?? 0), 0)
}

/** Dollars per hour of a line on demand, before any discount. */
export function onDemandDollars({ line, onDemand }: LineOutcome): number {
  return onDemand * line.onDemandHourly
}

export function isEven(hours: Float64Array): boolean {
  return hours.every((one) => one === hours[0])
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

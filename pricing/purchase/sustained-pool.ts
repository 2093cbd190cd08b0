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

/**
 * Dollars per hour that sustained use takes off what is left on demand. `month`: hours of the profile that are one month, by which it is
 * counted; `weights`: what its hours count in the mean.
 */
export function sustainedSaving(outcome: Outcome, curves: SustainedCurves, month?: number, weights?: Float64Array): number {
  if (curves.size === 0) return 0
  const months = inMonths(outcome, month)
  const weightOf = (at: number) => weights?.[at * (month ?? 0)] ?? 1
  return months.reduce((sum, one, at) => sum + weightOf(at) * savingOfMonth(one, curves), 0) / months.length
}

/** What is left on demand by month: dollars of a mean hour, less what sustained use takes off. `month`: as above. */
export function onDemandByMonth(outcome: Outcome, curves: SustainedCurves, month?: number): readonly number[] {
  return inMonths(outcome, month).map((one) => one.reduce((sum, line) => sum + onDemandDollars(line), 0) - savingOfMonth(one, curves))
}

type LineOfMonth = Pick<LineOutcome, 'line' | 'onDemand' | 'onDemandHours'>

function inMonths({ lines }: Outcome, month: number | undefined): readonly (readonly LineOfMonth[])[] {
  const all = lines[0]?.line.hours.length ?? 0
  if (month === undefined || month >= all) return [lines]
  return Array.from({ length: all / month }, (_, at) =>
    lines.map(({ line, onDemandHours }) => {
      const hours = onDemandHours.subarray(at * month, (at + 1) * month)
      return { line, onDemandHours: hours, onDemand: hours.reduce((sum, one) => sum + one, 0) / month }
    }),
  )
}

function savingOfMonth(lines: readonly LineOfMonth[], curves: SustainedCurves): number {
  const shares = sustainedShares({ lines }, curves)
  return lines.reduce((sum, one) => sum + onDemandDollars(one) * (shares.get(one.line.id) ?? 0), 0)
}

/** Dollars per hour of a line on demand, before any discount. */
export function onDemandDollars({ line, onDemand }: Pick<LineOutcome, 'line' | 'onDemand'>): number {
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

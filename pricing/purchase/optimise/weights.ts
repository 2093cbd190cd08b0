import type { Horizon } from '../horizon.ts'
import type { UsageLine } from '../usage.ts'

/** What each hour of a profile counts in its mean, 1 on average; absent: all alike. */
export type HourWeights = Float64Array | undefined

/**
 * The hours of a profile by what a dollar is worth at the end of their month, when they are paid: the profile is month after month of the
 * horizon, `month` hours each. Undefined where every hour counts alike: without a rate, or where one month stands for all.
 */
export function weightsOf(lines: readonly UsageLine[], month: number | undefined, { annualRate }: Horizon): HourWeights {
  const hours = lines[0]?.hours.length ?? 0
  if (annualRate === 0 || month === undefined || month >= hours) return undefined
  const worth = Float64Array.from({ length: hours }, (_, hour) => (1 + annualRate / 12) ** -(Math.floor(hour / month) + 1))
  const mean = worth.reduce((sum, one) => sum + one, 0) / hours
  return worth.map((one) => one / mean)
}

/** Mean of the hours of a profile, each by its weight. */
export function weightedMean(values: Float64Array | undefined, weights: HourWeights): number {
  if (values === undefined || values.length === 0) return 0
  let sum = 0
  for (let hour = 0; hour < values.length; hour += 1) sum += values[hour]! * (weights?.[hour] ?? 1)
  return sum / values.length
}

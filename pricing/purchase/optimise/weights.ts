import type { Horizon } from '../horizon.ts'

/** What each hour of a profile counts in its mean, 1 on average; absent: all alike. */
export type HourWeights = Float64Array | undefined

/**
 * What money later is worth less: hours of a profile that are month after month of the horizon (`month` hours each), paid at the month's end, by
 * what a dollar is worth then. Undefined where every hour counts alike: without a rate, or where one month stands for all.
 */
export function presentWeights(hours: number, month: number, { annualRate }: Horizon): HourWeights {
  if (annualRate === 0 || !(hours > month)) return undefined
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

import { applyPlan } from './apply.ts'
import { metricsOf, type Metrics } from './metrics.ts'
import type { Offer, Plan, UsageLine } from './usage.ts'

/** A plan that is signed, when usage turns out to be `factor` times the planned. Dollars per hour. */
export type Turn = {
  readonly factor: number
  readonly cost: number
  readonly allOnDemand: number
  /** allOnDemand − cost: below zero where not having signed would be cheaper. */
  readonly saved: number
  readonly metrics: Metrics
}

/** What a signed plan costs when every hour's usage is so many times the planned; 0.7, 1 and 1.3 unless other factors are given. */
export function whatIf(
  lines: readonly UsageLine[],
  offers: readonly Offer[],
  plan: Plan,
  monthHours: number,
  factors: readonly number[] = [0.7, 1, 1.3],
): readonly Turn[] {
  return factors.map((factor) => {
    const scaled = lines.map((line) => ({ ...line, hours: line.hours.map((units) => units * factor) }))
    const outcome = applyPlan(scaled, offers, plan)
    const { total: cost, allOnDemand } = outcome
    return { factor, cost, allOnDemand, saved: allOnDemand - cost, metrics: metricsOf(outcome, monthHours) }
  })
}

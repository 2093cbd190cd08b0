import type { Outcome } from './apply.ts'

/** The figures by which commitments are judged. Shares are 0 to 1; money is dollars per hour unless said otherwise. */
export type Metrics = {
  /** Share of the usage, at on-demand prices, that commitments cover; 0 where there is no usage. */
  readonly coverage: number
  /** Share of what was committed to that is used; 1 where nothing is. */
  readonly utilisation: number
  /** Committed and not used. */
  readonly unused: number
  /** 1 - cost / the same usage on demand; below 0 where the plan costs more. */
  readonly effectiveSavingsRate: number
  /** Paid at the start, in dollars. */
  readonly upfront: number
  /** Everything for one month, upfront payments spread over their terms, in dollars. */
  readonly amortisedMonthly: number
}

/**
 * Coverage, utilisation and effective savings rate as the FinOps Foundation defines them
 * (https://www.finops.org/framework/capabilities/rate-optimization/).
 */
export function metricsOf(outcome: Outcome, monthHours: number): Metrics {
  const { offers, allOnDemand, total, commitments } = outcome
  const covered = offers.reduce((sum, one) => sum + one.covered, 0)
  const unused = offers.reduce((sum, one) => sum + one.unused, 0)
  return {
    coverage: allOnDemand === 0 ? 0 : Math.min(1, covered / allOnDemand),
    utilisation: commitments === 0 ? 1 : 1 - unused / commitments,
    unused,
    effectiveSavingsRate: allOnDemand === 0 ? 0 : 1 - total / allOnDemand,
    upfront: offers.reduce((sum, { offer, quantity }) => sum + offer.upfront * quantity, 0),
    amortisedMonthly: total * monthHours,
  }
}

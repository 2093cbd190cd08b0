import type { CommitmentPlan } from '#pricing/analysis/commitment-plan.ts'

/** What the totals of a plan do not say: `2 figures are not known …`; empty where they say everything. */
export function leftOutWords({ before, after }: CommitmentPlan['leftOut']): string {
  const figures = (count: number) => (count === 1 ? '1 figure' : `${String(count)} figures`)
  if (before === after) return before === 0 ? '' : `${figures(before)} not known or in error: in none of these sums.`
  return `Not known or in error: ${figures(before)} of the month now, ${figures(after)} of the month with the plan.`
}

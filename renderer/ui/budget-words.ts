import type { BudgetEstimate, BudgetStatus } from '#pricing/calculator/types.ts'
import type { Printer } from './printer.ts'

/** `59.6 % of $500`; `at least 59.6 % of $500` where the scope leaves something out. */
export function shareOfLimit(budget: BudgetEstimate, printer: Printer): string {
  const share = `${printer.share(budget.ratio)} of ${printer.round(budget.limit)}`
  return leavesOut(budget) ? `at least ${share}` : share
}

/** How sure a budget's status is: what is left out can only add to it, so that over stays over and nothing else is certain. */
export function shownStatus(budget: BudgetEstimate): BudgetStatus | 'unchecked' {
  if (budget.problem !== undefined) return 'unchecked'
  return leavesOut(budget) && budget.status !== 'over' ? 'unchecked' : budget.status
}

/** Where a budget stands in a word or few: `within`, `over, 2 figures not known`, `2 figures not known`, `cannot be checked`. */
export function budgetVerdict(budget: BudgetEstimate): string {
  if (budget.problem !== undefined) return 'cannot be checked'
  if (!leavesOut(budget)) return budget.status
  return budget.status === 'over' ? `over, ${leftOutWords(budget)}` : leftOutWords(budget)
}

export function leavesOut({ unknown, problems }: BudgetEstimate): boolean {
  return unknown + problems > 0
}

/** `2 figures not known, 1 in error`. */
export function leftOutWords({ unknown, problems }: BudgetEstimate): string {
  const figures = (count: number) => (count === 1 ? '1 figure' : `${String(count)} figures`)
  if (problems === 0) return `${figures(unknown)} not known`
  return unknown === 0 ? `${figures(problems)} in error` : `${figures(unknown)} not known, ${String(problems)} in error`
}

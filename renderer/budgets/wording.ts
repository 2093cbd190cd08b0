import type { BudgetEstimate, BudgetStatus } from '#pricing/calculator/types.ts'
import { shownStatus } from '#renderer/ui/budget-words.ts'

const RANK: Readonly<Record<BudgetStatus | 'unchecked', number>> = { within: 0, unchecked: 1, near: 2, over: 3 }

/** How much a budget wants to be looked at: one that is near even without what it leaves out is near at least. */
function concern(budget: BudgetEstimate): BudgetStatus | 'unchecked' {
  const shown = shownStatus(budget)
  return shown === 'unchecked' && budget.problem === undefined && budget.status === 'near' ? 'near' : shown
}

/** The budget the band shows: the one in the worst state; of several the one of the whole workbook, else the one closest to its limit. */
export function headlineBudget(budgets: readonly BudgetEstimate[]): BudgetEstimate | null {
  const worse = (one: BudgetEstimate, other: BudgetEstimate) =>
    RANK[concern(one)] - RANK[concern(other)] || Number(isOfAll(one)) - Number(isOfAll(other)) || one.ratio - other.ratio
  return budgets.reduce<BudgetEstimate | null>((worst, budget) => (worst === null || worse(budget, worst) > 0 ? budget : worst), null)
}

function isOfAll({ scope }: BudgetEstimate): boolean {
  return scope.trim() === 'total'
}

/** What the other budgets have to say beside the headline: `2 more over`, `1 more not checked`; nothing when all are well. */
export function otherBudgets(
  budgets: readonly BudgetEstimate[],
  headline: BudgetEstimate,
): { readonly text: string; readonly status: BudgetStatus | 'unchecked' } | null {
  const others = budgets.filter((budget) => budget.id !== headline.id).map(concern)
  const worst = others.reduce((so, status) => (RANK[status] > RANK[so] ? status : so), 'within')
  if (worst === 'within') return null
  const count = others.filter((status) => status === worst).length
  return { text: `${count} more ${worst === 'unchecked' ? 'not checked' : worst}`, status: worst }
}

/** A limit to begin with: the next round amount above what is spent now, so that a fresh budget is kept. */
export function firstLimit(monthly: number): number {
  if (monthly <= 0) return 100
  const step = 10 ** Math.max(1, Math.floor(Math.log10(monthly)))
  return Math.ceil((monthly * 1.1) / step) * step
}

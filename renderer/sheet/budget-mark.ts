import type { BudgetEstimate, BudgetStatus } from '#pricing/calculator/types.ts'
import { leavesOut, scopeLabel, shareOfLimit, shownStatus, statusWords } from '#renderer/ui/budget-words.ts'
import type { Printer } from '#renderer/ui/printer.ts'

/** How the budget of a heading stands, beside its name: a sign and a share, so that colour is never the only sign. */
export type BudgetMark = { readonly status: BudgetStatus | 'unchecked'; readonly text: string; readonly tip: string }

const signs: Readonly<Record<BudgetMark['status'], string>> = { within: '✓', near: '▲', over: '✕', unchecked: '?' }

export function budgetMark(budget: BudgetEstimate, printer: Printer): BudgetMark {
  const status = shownStatus(budget)
  const share = `${leavesOut(budget) ? '≥ ' : ''}${printer.share(budget.ratio)}`
  return {
    status,
    text: `${signs[status]} ${share}`,
    tip: `Budget of ${scopeLabel(budget.scope)}: ${shareOfLimit(budget, printer)}, ${statusWords(budget, printer)}.`,
  }
}

/** Of several budgets of one scope the one that is worst off is shown. */
export function worstByScope(
  budgets: readonly BudgetEstimate[],
  scopeOf: (budget: BudgetEstimate) => string,
): ReadonlyMap<string, BudgetEstimate> {
  const worst = new Map<string, BudgetEstimate>()
  for (const budget of budgets) {
    const known = worst.get(scopeOf(budget))
    if (known === undefined || budget.ratio > known.ratio) worst.set(scopeOf(budget), budget)
  }
  return worst
}

import type { BudgetEstimate } from '#pricing/calculator/types.ts'
import { scopeLabel, shareOfLimit, shownStatus, statusWords } from '#renderer/ui/budget-words.ts'
import { usePrinter } from '#renderer/ui/use-printer.ts'

/** The budgets in words, for paper. */
export function PrintedBudgets({ budgets }: { readonly budgets: readonly BudgetEstimate[] }) {
  const printer = usePrinter()
  if (budgets.length === 0) return null
  return (
    <ul className="budgets-printed" aria-label="Budgets">
      {budgets.map((budget) => (
        <li key={budget.id} data-status={shownStatus(budget)}>
          {scopeLabel(budget.scope)}: {shareOfLimit(budget, printer)}, {statusWords(budget, printer)}
        </li>
      ))}
    </ul>
  )
}

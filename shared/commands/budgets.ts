import { squash } from '#shared/document/change.ts'
import { rows } from '#shared/document/rows.ts'
import type { Budget, BudgetScope, CellText, Id, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { added, placed, removed, replaced } from './records.ts'
import { refuse } from './refusal.ts'
import type { DocumentCommand, Refusal } from './types.ts'

/** `monthly` is in the workbook's currency, above zero; `warnAt` a share such as `80%`. */
export type BudgetFields = { readonly scope?: BudgetScope; readonly monthly?: number; readonly warnAt?: CellText }

export const addBudget: DocumentCommand<BudgetFields & { readonly id?: Id; readonly monthly: number }> = {
  id: 'budgets.add',
  label: 'Add budget',
  keywords: ['limit', 'warn'],
  run: (workbook, args, supplies) => {
    const sorted = rows(workbook.budgets)
    const blank: Budget = { id: args.id ?? supplies.newId(), order: 0, scope: 'total', monthly: args.monthly, warnAt: '80%' }
    const budget = withFields(blank, args)
    const problem = budgetProblem(workbook, budget, null)
    if (problem !== null) return problem
    return placed(sorted, sorted.at(-1)?.id ?? null, [budget]).map((record) => {
      const before = workbook.budgets.get(record.id)
      return before === undefined ? added('budgets', record) : replaced('budgets', before, record)
    })
  },
}

export const setBudget: DocumentCommand<{ readonly id: Id; readonly fields: BudgetFields }> = {
  id: 'budgets.set',
  label: 'Change budget',
  keywords: ['limit', 'warn', 'amount', 'scope'],
  run: (workbook, { id, fields }) => {
    const before = workbook.budgets.get(id)
    if (before === undefined) return refuse('budget-gone', refusals.budgetGone())
    const after = withFields(before, fields)
    return budgetProblem(workbook, after, id) ?? squash([replaced('budgets', before, after)])
  },
}

export const deleteBudget: DocumentCommand<{ readonly id: Id }> = {
  id: 'budgets.delete',
  label: 'Delete budget',
  keywords: ['limit', 'remove'],
  run: (workbook, { id }) => {
    const budget = workbook.budgets.get(id)
    return budget === undefined ? refuse('budget-gone', refusals.budgetGone()) : [removed('budgets', budget)]
  },
}

function withFields(budget: Budget, fields: BudgetFields): Budget {
  return {
    ...budget,
    scope: fields.scope?.trim() ?? budget.scope,
    monthly: fields.monthly ?? budget.monthly,
    warnAt: fields.warnAt?.trim() ?? budget.warnAt,
  }
}

/** `of`: the budget it replaces, null for a new one. */
function budgetProblem(workbook: Workbook, budget: Budget, of: Id | null): Refusal | null {
  if (!Number.isFinite(budget.monthly) || budget.monthly <= 0) return refuse('budget-amount', refusals.budgetAmount())
  if (!/^(?:total|(?:group|environment|category|cloud):.+|tag:[^=]+(?:=.*)?)$/u.test(budget.scope))
    return refuse('budget-scope', refusals.budgetScope(budget.scope))
  const taken = [...workbook.budgets.values()].some((other) => other.id !== of && other.scope === budget.scope)
  return taken ? refuse('budget-taken', refusals.budgetTaken(budget.scope)) : null
}

export const budgetCommands = [addBudget, setBudget, deleteBudget] as const

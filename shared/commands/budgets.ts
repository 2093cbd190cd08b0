import { squash } from '#shared/document/change.ts'
import { LIMITS } from '#shared/document/limits.ts'
import { rows } from '#shared/document/rows.ts'
import type { Budget, BudgetScope, CellText, Id, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { added, placed, removed, replaced } from './records.ts'
import { refuse } from './refusal.ts'
import type { DocumentCommand, Refusal } from './types.ts'

/** From month on (1 is the first of the horizon) another limit holds. */
export type BudgetPhase = NonNullable<Budget['phases']>[number]

/**
 * `monthly` is in the workbook's currency, above zero; `warnAt` and `failAt` are shares (`80%`) or amounts. An empty `failAt` and no
 * `phases` take them away.
 */
export type BudgetFields = {
  readonly scope?: BudgetScope
  readonly monthly?: number
  readonly warnAt?: CellText
  readonly failAt?: CellText
  readonly phases?: readonly BudgetPhase[]
}

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
  const { failAt, phases } = { ...budget, ...fields }
  const level = failAt?.trim() ?? ''
  return {
    id: budget.id,
    order: budget.order,
    scope: fields.scope?.trim() ?? budget.scope,
    monthly: fields.monthly ?? budget.monthly,
    warnAt: fields.warnAt?.trim() ?? budget.warnAt,
    ...(level === '' ? {} : { failAt: level }),
    ...(phases === undefined || phases.length === 0 ? {} : { phases: phases.toSorted((a, b) => a.month - b.month) }),
  }
}

/** `of`: the budget it replaces, null for a new one. */
function budgetProblem(workbook: Workbook, budget: Budget, of: Id | null): Refusal | null {
  if (!Number.isFinite(budget.monthly) || budget.monthly <= 0) return refuse('budget-amount', refusals.budgetAmount())
  if (!/^(?:total|(?:group|environment|category|cloud):.+|tag:[^=]+(?:=.*)?)$/u.test(budget.scope))
    return refuse('budget-scope', refusals.budgetScope(budget.scope))
  const phases = budget.phases ?? []
  if (phases.some(({ monthly }) => !Number.isFinite(monthly) || monthly <= 0)) return refuse('budget-amount', refusals.budgetAmount())
  const isMonth = (month: number) => Number.isInteger(month) && month >= 2 && month <= LIMITS.months
  const rising = phases.every(({ month }, at) => isMonth(month) && month > (phases[at - 1]?.month ?? 1))
  if (!rising) return refuse('budget-phases', refusals.budgetPhases(LIMITS.months))
  const taken = [...workbook.budgets.values()].some((other) => other.id !== of && other.scope === budget.scope)
  return taken ? refuse('budget-taken', refusals.budgetTaken(budget.scope)) : null
}

export const budgetCommands = [addBudget, setBudget, deleteBudget] as const

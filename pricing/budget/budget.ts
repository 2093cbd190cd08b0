import type { Budget } from '#shared/document/types.ts'
import type { Problem } from '#shared/formula/types.ts'
import type { BudgetEstimate, BudgetStatus, Money } from '#pricing/calculator/types.ts'
import { DEFAULT_WARN_AT, levelsProblem, readFailAt, readWarnAt } from './levels.ts'
import { emptyScope, readScope } from './scope.ts'
import type { Scope } from './scope.ts'

/** Sums of doubles carry noise; a total this close (relative) to a bound is at the bound. */
const NOISE = 1e-9

/**
 * Compares what each scope costs with its limit, in the workbook's currency for one month, in the order given.
 * `moneyOf` answers the money of a scope, or `undefined` when no row belongs to it. `month`: which month of the horizon the money is of, 0 for
 * the first. What a scope leaves out (no price, in error) is counted beside the figure; a budget that cannot be read says why.
 * `currency`: the code of the workbook's; amounts with another one's sign are refused.
 */
export function budgetEstimates(
  budgets: Iterable<Budget>,
  moneyOf: (scope: Scope) => Money | undefined,
  month = 0,
  currency?: string,
): BudgetEstimate[] {
  return Array.from(budgets, (budget) => budgetEstimate(budget, moneyOf, month, currency))
}

/** `near` from `warnAt` on, `over` only above `failAt`; both are shares of the limit. */
export function budgetStatus(actual: number, limit: number, warnAt: number, failAt = 1): BudgetStatus {
  if (actual > limit * failAt * (1 + NOISE)) return 'over'
  return actual >= limit * warnAt * (1 - NOISE) ? 'near' : 'within'
}

/** The limit in force in a month, 0 for the first: that of the last phase that has begun, else the budget's own. */
export function limitIn({ monthly, phases = [] }: Pick<Budget, 'monthly' | 'phases'>, month: number): number {
  let limit = monthly
  let since = 0
  for (const phase of phases) {
    if (phase.month > month + 1 || phase.month < since) continue
    limit = phase.monthly
    since = phase.month
  }
  return limit
}

function budgetEstimate(
  budget: Budget,
  moneyOf: (scope: Scope) => Money | undefined,
  month: number,
  currency: string | undefined,
): BudgetEstimate {
  const limit = limitIn(budget, month)
  const watched = watch(budget, moneyOf)
  const warnAt = readWarnAt(budget.warnAt, limit, currency)
  const failAt = readFailAt(budget.failAt ?? '', limit, currency)
  const problem = watched.problem ?? levelsProblem(budget, currency) ?? phasesProblem(budget)
  const actual = watched.money?.monthly ?? 0
  const warns = typeof warnAt === 'number' ? warnAt : DEFAULT_WARN_AT
  const fails = typeof failAt === 'number' ? failAt : 1
  return {
    id: budget.id,
    scope: budget.scope,
    limit,
    warnsFrom: limit * warns,
    failsAbove: limit * fails,
    actual,
    ratio: actual / limit,
    status: budgetStatus(actual, limit, warns, fails),
    unknown: watched.money?.unknown ?? 0,
    problems: watched.money?.problems ?? 0,
    ...(problem === null ? {} : { problem }),
  }
}

/** Which of two limits from the same month on would hold is anybody's guess. */
function phasesProblem({ phases = [] }: Pick<Budget, 'phases'>): Problem | null {
  const months = phases.map(({ month }) => month)
  const twice = months.find((month, at) => months.indexOf(month) < at)
  if (twice === undefined) return null
  return {
    code: '#NUM!',
    message: `Two limits of this budget begin in month ${twice}.`,
    fix: 'Leave one of them, or give it another month.',
  }
}

function watch(budget: Budget, moneyOf: (scope: Scope) => Money | undefined): { readonly money?: Money; readonly problem?: Problem } {
  const scope = readScope(budget.scope)
  if ('code' in scope) return { problem: scope }
  const money = moneyOf(scope)
  if (money !== undefined) return { money }
  return scope.by === 'total' ? {} : { problem: emptyScope(scope) }
}

import type { Budget } from '#shared/document/types.ts'
import type { Problem } from '#shared/formula/types.ts'
import type { BudgetEstimate, BudgetStatus, Money } from '#pricing/calculator/types.ts'
import { emptyScope, readScope } from './scope.ts'
import type { Scope } from './scope.ts'

/** From this share of its limit a budget is near, unless it says otherwise. */
export const DEFAULT_WARN_AT = 0.8

/** Sums of doubles carry noise; a total this close (relative) to a bound is at the bound. */
const NOISE = 1e-9

/**
 * Compares what each scope costs with its limit, in the workbook's currency for one month, in the order given.
 * `moneyOf` answers the money of a scope, or `undefined` when no row belongs to it.
 * What a scope leaves out (no price, in error) is counted beside the figure; a budget that cannot be read says why.
 */
export function budgetEstimates(budgets: Iterable<Budget>, moneyOf: (scope: Scope) => Money | undefined): BudgetEstimate[] {
  return Array.from(budgets, (budget) => budgetEstimate(budget, moneyOf))
}

/** `near` from `warnAt` (a share of the limit) on, `over` only above the limit. */
export function budgetStatus(actual: number, limit: number, warnAt: number): BudgetStatus {
  if (actual > limit * (1 + NOISE)) return 'over'
  return actual >= limit * warnAt * (1 - NOISE) ? 'near' : 'within'
}

/** Reads a warn level: `80%` or `0.8`, above 0 and at most the whole limit. */
export function readWarnAt(text: string): number | Problem {
  if (text.trim() === '') return DEFAULT_WARN_AT
  const written = /^(\d+(?:\.\d*)?|\.\d+)\s*(%?)$/.exec(text.trim())
  const share = written === null ? Number.NaN : Number(written[1]) / (written[2] === '%' ? 100 : 1)
  if (share > 0 && share <= 1) return share
  return {
    code: '#NUM!',
    message: `The warn level “${text}” is not a share of the limit.`,
    fix: 'Write a share above 0% and up to 100%, such as 80%.',
  }
}

function budgetEstimate(budget: Budget, moneyOf: (scope: Scope) => Money | undefined): BudgetEstimate {
  const watched = watch(budget, moneyOf)
  const warnAt = readWarnAt(budget.warnAt)
  const problem = watched.problem ?? (typeof warnAt === 'number' ? undefined : warnAt)
  const actual = watched.money?.monthly ?? 0
  return {
    id: budget.id,
    scope: budget.scope,
    limit: budget.monthly,
    actual,
    ratio: actual / budget.monthly,
    status: budgetStatus(actual, budget.monthly, typeof warnAt === 'number' ? warnAt : DEFAULT_WARN_AT),
    unknown: watched.money?.unknown ?? 0,
    problems: watched.money?.problems ?? 0,
    ...(problem === undefined ? {} : { problem }),
  }
}

function watch(budget: Budget, moneyOf: (scope: Scope) => Money | undefined): { readonly money?: Money; readonly problem?: Problem } {
  const scope = readScope(budget.scope)
  if ('code' in scope) return { problem: scope }
  const money = moneyOf(scope)
  if (money !== undefined) return { money }
  return scope.by === 'total' ? {} : { problem: emptyScope(scope) }
}

import type { Budget } from '#shared/document/types.ts'
import { isWrittenWithDollar } from '#shared/formula/index.ts'
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

/**
 * Reads a warn level as a share of the limit: `80%` or `0.8`, above 0 and at most the whole limit; or an amount above 1 in the workbook's
 * currency (`400`, `$400`), where the limit it belongs to is given. `currency`: its code; the sign of another one is refused.
 */
export function readWarnAt(text: string, limit?: number, currency?: string): number | Problem {
  const foreign = foreignSign('warn', text, currency)
  if (foreign !== null) return foreign
  const share = readLevel(text, limit, DEFAULT_WARN_AT)
  if (share > 0 && share <= 1) return share
  return levelProblem('warn', text, limit === undefined ? '80%' : `80% or ${limit * 0.8}`)
}

/** Reads a fail level the same way; it may lie above the limit, up to ten times. Empty: the limit itself. */
export function readFailAt(text: string, limit: number, currency?: string): number | Problem {
  const foreign = foreignSign('fail', text, currency)
  if (foreign !== null) return foreign
  const share = readLevel(text, limit, 1)
  return share > 0 && share <= 10 ? share : levelProblem('fail', text, `110% or ${limit}`)
}

function readLevel(text: string, limit: number | undefined, usual: number): number {
  if (text.trim() === '') return usual
  const written = /^[$€£¥₹]?\s*(\d+(?:,\d{3})*(?:\.\d*)?|\.\d+)\s*(%?)$/.exec(text.trim())
  const number = written === null ? Number.NaN : Number(written[1]?.replaceAll(',', ''))
  if (written?.[2] === '%') return number / 100
  return number > 1 && limit !== undefined ? number / limit : number
}

/** Currencies written with a sign that belongs to no dollar. */
const codesOfSigns: ReadonlyMap<string, readonly string[]> = new Map([
  ['€', ['EUR']],
  ['£', ['GBP']],
  ['¥', ['JPY', 'CNY']],
  ['₹', ['INR']],
])

/** No rate between currencies is known here: a sign of another one would be taken for the workbook's own. */
function foreignSign(which: 'warn' | 'fail', text: string, currency: string | undefined): Problem | null {
  const [sign = ''] = text.trim()
  if (currency === undefined || (sign !== '$' && !codesOfSigns.has(sign))) return null
  if (sign === '$' ? isWrittenWithDollar(currency) : codesOfSigns.get(sign)?.includes(currency) === true) return null
  return {
    code: '#UNIT!',
    message: `The ${which} level “${text}” is in ${sign}, but the workbook counts in ${currency}.`,
    fix: `Write the amount in ${currency} without a sign, or a share of the limit such as 80%.`,
  }
}

function levelProblem(which: 'warn' | 'fail', text: string, example: string): Problem {
  return {
    code: '#NUM!',
    message: `The ${which} level “${text}” is not a share of the limit${which === 'warn' ? '' : ' or an amount'}.`,
    fix: `Write ${which === 'warn' ? 'a share above 0% and up to 100%' : 'a share of the limit or an amount'}, such as ${example}.`,
  }
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
  const levels = [warnAt, failAt].find((level) => typeof level !== 'number')
  const problem = watched.problem ?? (typeof levels === 'number' ? undefined : levels)
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

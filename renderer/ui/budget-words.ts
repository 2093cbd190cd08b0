import type { BudgetEstimate, BudgetStatus } from '#pricing/calculator/types.ts'
import { readScope } from '#pricing/budget/scope.ts'
import type { Cloud } from '#pricing/services/declare.ts'
import { categoryNames } from './category-names.ts'
import type { Printer } from './printer.ts'

const KINDS: Readonly<Record<string, string>> = {
  group: 'Group',
  environment: 'Environment',
  category: 'Category',
  cloud: 'Cloud',
  tag: 'Tag',
}

const CLOUDS: Readonly<Record<Cloud, string>> = { aws: 'AWS', google: 'Google Cloud', azure: 'Azure', general: 'of no provider' }

/** Scopes whose names are ours: categories and clouds. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(categoryNames).map(([id, name]) => [`category:${id}`, name] as const),
  ...Object.entries(CLOUDS).map(([id, name]) => [`cloud:${id}`, name] as const),
])

/** What a budget watches, for a person: `Whole workbook`, `Group Serving`. An unreadable scope is shown as it stands. */
export function scopeLabel(text: string): string {
  const scope = readScope(text)
  if ('code' in scope) return text
  return scope.by === 'total' ? 'Whole workbook' : `${KINDS[scope.by] ?? scope.by} ${NAMES.get(text) ?? scope.name}`
}

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

/** The status in words, so that colour is never the only sign. */
export function statusWords(budget: BudgetEstimate, printer: Printer): string {
  if (budget.problem !== undefined) return 'cannot be checked'
  const words: Readonly<Record<BudgetStatus, string>> = {
    within: `within, ${printer.money(budget.failsAbove - budget.actual)} left`,
    near: `near the limit, ${printer.money(Math.max(0, budget.failsAbove - budget.actual))} left`,
    over: `over${budget.failsAbove === budget.limit ? '' : ` ${printer.money(budget.failsAbove)}`} by ${printer.money(budget.actual - budget.failsAbove)}`,
  }
  if (!leavesOut(budget)) return words[budget.status]
  return budget.status === 'over' ? `${words.over}, ${leftOutWords(budget)}` : leftOutWords(budget)
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

import type { BudgetEstimate, BudgetStatus } from '#pricing/calculator/types.ts'
import { readScope } from '#pricing/budget/scope.ts'
import type { Cloud } from '#pricing/services/declare.ts'
import { categoryNames } from '#renderer/ui/category-names.ts'
import { leavesOut, leftOutWords, shownStatus } from '#renderer/ui/budget-words.ts'
import type { Printer } from '#renderer/ui/printer.ts'

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

/** The status in words, so that colour is never the only sign. */
export function statusWords(budget: BudgetEstimate, printer: Printer): string {
  if (budget.problem !== undefined) return 'cannot be checked'
  const words: Readonly<Record<BudgetStatus, string>> = {
    within: `within, ${printer.money(budget.failsAbove - budget.actual)} left`,
    near: `near the limit, ${printer.money(Math.max(0, budget.failsAbove - budget.actual))} left`,
    over: `over by ${printer.money(budget.actual - budget.failsAbove)}`,
  }
  if (!leavesOut(budget)) return words[budget.status]
  return budget.status === 'over' ? `${words.over}, ${leftOutWords(budget)}` : leftOutWords(budget)
}

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

import { differences } from '#shared/document/scenarios/record.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { addPart, emptySum, moneyOf } from '#pricing/calculator/sums.ts'
import type { MoneySum } from '#pricing/calculator/sums.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { BudgetEstimate, Calculator, Context, Money } from '#pricing/calculator/types.ts'

/** What is compared of a priced workbook. */
export type Figures = {
  readonly total: Money
  /** In the order of first appearance. */
  readonly groups: ReadonlyMap<string, Money>
  readonly categories: ReadonlyMap<string, Money>
  readonly budgets: readonly BudgetEstimate[]
  readonly rows: ReadonlyMap<Id, Money>
}

export type Pricing = (workbook: Workbook, context: Context) => Figures

/** Each workbook from nothing, by the calculator that explains. */
export const priceFromNothing: Pricing = (workbook, context) => {
  const made = estimate(workbook, context)
  const categories = new Map<string, MoneySum>()
  for (const row of made.components) {
    const category = serviceOf(workbook.components.get(row.id)!, workbook, context)?.category ?? 'other'
    const sum = categories.get(category) ?? emptySum()
    categories.set(category, sum)
    addPart(sum, row)
  }
  return {
    total: made.total,
    groups: made.groups,
    categories: new Map(Array.from(categories, ([category, sum]) => [category, moneyOf(sum)])),
    budgets: made.budgets,
    rows: new Map(made.components.map((row) => [row.id, row])),
  }
}

/**
 * A pricing for designs that have most of their rows in common: the first is computed, every other by what is different from the one
 * before it. The figures are those of `priceFromNothing`.
 */
export function pricingByDifference(): Pricing {
  let last: { readonly calculator: Calculator; readonly context: Context; readonly workbook: Workbook } | null = null
  return (workbook, context) => {
    const moved = last !== null && isSamePrices(last.context, context) ? broughtTo(last.calculator, last.workbook, workbook) : null
    const calculator = moved ?? createCalculator(workbook, context)
    last = { calculator, context, workbook }
    return figuresOf(calculator, workbook)
  }
}

function isSamePrices(a: Context, b: Context): boolean {
  return a.book === b.book && a.services === b.services
}

/** `null` where a calculator cannot follow: a workbook's own services are part of what it was made of. */
function broughtTo(calculator: Calculator, before: Workbook, after: Workbook): Calculator | null {
  const changes = differences(before, after)
  if (changes.some((change) => change.table === 'services')) return null
  if (changes.length > 0) calculator.apply(changes, after)
  return calculator
}

function figuresOf(calculator: Calculator, workbook: Workbook): Figures {
  return {
    total: calculator.total(),
    groups: calculator.subtotals('group'),
    categories: calculator.subtotals('category'),
    budgets: calculator.budgets(),
    rows: new Map(Array.from(workbook.components.keys(), (id) => [id, calculator.row(id)])),
  }
}

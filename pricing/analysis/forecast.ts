import { readRate } from '#shared/commands/growth.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { LIMITS } from '#shared/document/limits.ts'
import type { Id, Settings, Workbook } from '#shared/document/types.ts'
import type { BudgetEstimate, Calculator, Context, Money } from '#pricing/calculator/types.ts'
import { presentValue } from '#pricing/purchase/horizon.ts'
import { termHours } from '#pricing/purchase/usage.ts'
import { monthsOf } from './months.ts'

/** A month of the horizon in the workbook's currency; `month` counts from 0, `name` is `2026-12` where the horizon has a start. */
export type ForecastMonth = {
  readonly month: number
  readonly name: string
  readonly total: Money
  readonly groups: ReadonlyMap<string, Money>
  readonly categories: ReadonlyMap<string, Money>
  readonly budgets: readonly BudgetEstimate[]
  /** Paid in this month: upfront payments whole when they are made, not spread. */
  readonly cash: number
  /** Rows whose commitment or reservation ended with the month before. */
  readonly expired: readonly Id[]
}

export type Forecast = {
  readonly months: readonly ForecastMonth[]
  /** What all months cost, and what all that is paid is worth at the start at the horizon's yearly rate; null where that is not one. */
  readonly total: number
  readonly presentValue: number | null
  readonly yearlyRate: number | null
  /** For each budget the first month that is over it, or null. */
  readonly crossings: readonly { readonly id: Id; readonly scope: string; readonly month: number | null }[]
}

/** The workbook month by month (pricing/analysis/months.ts). `months`: 1 to 60. */
export function forecast(workbook: Workbook, context: Context, months: number): Forecast {
  const count = Math.max(1, Math.min(LIMITS.months, Math.floor(months)))
  const paid = new Map<Id, Paid>()
  const found: ForecastMonth[] = []
  const upfront: number[] = []
  for (const { month, calculator, total, moved, begun, expired } of monthsOf(workbook, context, count)) {
    for (const id of moved) keepPaid(paid, id, calculator, settingsOf(workbook))
    const atOnce = [...begun].reduce((sum, id) => sum + (paid.get(id)?.begun ?? 0), 0)
    const spread = [...paid.values()].reduce((sum, one) => sum + one.spread, 0)
    upfront.push(atOnce)
    found.push({
      month,
      name: monthName(workbook, month),
      total,
      groups: calculator.subtotals('group'),
      categories: calculator.subtotals('category'),
      budgets: calculator.budgets(),
      cash: total.monthly - spread + atOnce,
      expired,
    })
  }
  return { ...summed(workbook, found, upfront), months: found }
}

function summed(workbook: Workbook, months: readonly ForecastMonth[], upfront: readonly number[]) {
  const yearlyRate = readRate(settingsOf(workbook).horizon?.yearlyRate ?? '0%')
  const flow = Array.from({ length: months.length + 1 }, () => 0)
  for (const [at, { cash }] of months.entries()) {
    flow[at]! += upfront[at]!
    flow[at + 1]! += cash - upfront[at]!
  }
  const budgets = months[0]?.budgets ?? []
  return {
    total: months.reduce((sum, { total }) => sum + total.monthly, 0),
    presentValue: yearlyRate === null ? null : presentValue(flow, yearlyRate),
    yearlyRate,
    crossings: budgets.map(({ id, scope }) => ({
      id,
      scope,
      month: months.find((one) => one.budgets.some((budget) => budget.id === id && budget.status === 'over'))?.month ?? null,
    })),
  }
}

/** Upfront payments of a row: what is paid when they are made, and the part of a month's cost that is a payment spread over its term. */
type Paid = { readonly begun: number; readonly spread: number }

/** A payment is spread over the hours of its term, and a month has as many of them as the workbook says. */
function keepPaid(paid: Map<Id, Paid>, id: Id, calculator: Calculator, { month }: Settings): void {
  paid.delete(id)
  if (calculator.row(id).upfront === 0) return
  let [begun, spread] = [0, 0]
  for (const { upfront = 0, term } of calculator.explain(id).charges.flatMap(({ discounts }) => discounts)) {
    if (term === undefined) continue
    begun += upfront
    spread += (upfront * month.hours) / termHours(term)
  }
  paid.set(id, { begun, spread })
}

/** `2026-12` where the horizon has a start, else `Month 1`. */
function monthName(workbook: Workbook, month: number): string {
  const [, year, first] = /^(\d{4})-(\d\d)$/.exec(settingsOf(workbook).horizon?.start ?? '') ?? []
  if (year === undefined) return `Month ${month + 1}`
  const months = Number(year) * 12 + Number(first) - 1 + month
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

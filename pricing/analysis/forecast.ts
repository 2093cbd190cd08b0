import { readRate } from '#shared/commands/growth.ts'
import type { Change } from '#shared/document/change.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { LIMITS } from '#shared/document/limits.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id, Settings, Workbook } from '#shared/document/types.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { chosen } from '#pricing/calculator/prices.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { BudgetEstimate, Calculator, Context, Money } from '#pricing/calculator/types.ts'
import { presentValue } from '#pricing/purchase/horizon.ts'
import { termHours, termMonths } from '#pricing/purchase/usage.ts'

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

/**
 * The workbook month by month: drivers grow, budgets change, commitments and reservations end with their terms (they begin in month 0, or in
 * the month that the row's `start` says). `months`: 1 to 60. Nothing that ended is renewed: what it covered is bought on demand.
 */
export function forecast(workbook: Workbook, context: Context, months: number): Forecast {
  const count = Math.max(1, Math.min(LIMITS.months, Math.floor(months)))
  const calculator = createCalculator(workbook, { ...context, month: 0 })
  const begins = startsOf(workbook, context, calculator)
  const paid = new Map<Id, Paid>()
  const found: ForecastMonth[] = []
  const upfront: number[] = []
  let before = workbook
  for (let month = 0; month < count; month += 1) {
    const shown = inMonth(workbook, context, begins, month)
    const moved = calculator.apply(changesTo(shown, before), shown, month)
    before = shown
    for (const id of month === 0 ? shown.components.keys() : moved.components) keepPaid(paid, id, calculator, settingsOf(workbook))
    const begun = [...paid].reduce((sum, [id, one]) => (month === (begins.get(id) ?? 0) ? sum + one.begun : sum), 0)
    const spread = [...paid.values()].reduce((sum, one) => sum + one.spread, 0)
    upfront.push(begun)
    const total = calculator.total()
    found.push({
      month,
      name: monthName(workbook, month),
      total,
      groups: calculator.subtotals('group'),
      categories: calculator.subtotals('category'),
      budgets: calculator.budgets(),
      cash: total.monthly - spread + begun,
      expired: expiredIn(workbook, context, begins, month),
    })
  }
  return { ...summed(workbook, found, upfront), months: found }
}

/** The rows that are others than the month before. */
function changesTo(shown: Workbook, before: Workbook): readonly Change[] {
  return rows(shown.components).flatMap((after): Change[] => {
    const was = before.components.get(after.id)!
    return was === after ? [] : [{ table: 'components', id: after.id, before: was, after }]
  })
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

/** The month in which each commitment row begins, by what its `start` says at first (1 is month 0). */
function startsOf(workbook: Workbook, context: Context, calculator: Calculator): ReadonlyMap<Id, number> {
  const commitments = rows(workbook.components).filter((row) => serviceOf(row, workbook, context)?.commitment !== undefined)
  return new Map(
    commitments.map(({ id }) => {
      const start = calculator.input(id, 'start')
      return [id, start.kind === 'number' ? Math.round(start.value) - 1 : 0]
    }),
  )
}

function termOf(row: Component, workbook: Workbook, context: Context): number {
  return termMonths(chosen(row, serviceOf(row, workbook, context)!, 'term') === '3y' ? '3y' : '1y')
}

/** The workbook with nothing of what has not begun or has ended: a commitment of zero keeps its row, which formulas may name. */
function inMonth(workbook: Workbook, context: Context, begins: ReadonlyMap<Id, number>, month: number): Workbook {
  const changed = rows(workbook.components).flatMap((row): Component[] => {
    const begin = begins.get(row.id)
    if (begin !== undefined) {
      const { commitment } = serviceOf(row, workbook, context)!
      const runs = month >= begin && month < begin + termOf(row, workbook, context)
      return runs ? [] : [{ ...row, inputs: { ...row.inputs, [commitment!.quantity]: '0' } }]
    }
    const purchase = row.purchase.filter((share) => share.kind !== 'reserved' || month < termMonths(share.term))
    return purchase.length === row.purchase.length ? [] : [{ ...row, purchase }]
  })
  if (changed.length === 0) return workbook
  return { ...workbook, components: new Map([...workbook.components, ...changed.map((row) => [row.id, row] as const)]) }
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

function expiredIn(workbook: Workbook, context: Context, begins: ReadonlyMap<Id, number>, month: number): readonly Id[] {
  return rows(workbook.components).flatMap((row) => {
    const begin = begins.get(row.id)
    if (begin !== undefined) return month === begin + termOf(row, workbook, context) ? [row.id] : []
    return row.purchase.some((share) => share.kind === 'reserved' && termMonths(share.term) === month) ? [row.id] : []
  })
}

/** `2026-12` where the horizon has a start, else `Month 1`. */
function monthName(workbook: Workbook, month: number): string {
  const [, year, first] = /^(\d{4})-(\d\d)$/.exec(settingsOf(workbook).horizon?.start ?? '') ?? []
  if (year === undefined) return `Month ${month + 1}`
  const months = Number(year) * 12 + Number(first) - 1 + month
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

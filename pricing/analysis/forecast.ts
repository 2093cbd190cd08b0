import { settingsOf } from '#shared/document/empty.ts'
import { LIMITS } from '#shared/document/limits.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id, PurchaseTerm, Workbook } from '#shared/document/types.ts'
import { limitIn } from '#pricing/budget/budget.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { chosen } from '#pricing/calculator/prices.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { BudgetEstimate, Calculator, Context, Money } from '#pricing/calculator/types.ts'
import { presentValue } from '#pricing/purchase/horizon.ts'
import { growthFactor } from '#pricing/schedule/growth.ts'

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
  /** What all months cost, and what all that is paid is worth at the start at the horizon's yearly rate. */
  readonly total: number
  readonly presentValue: number
  readonly yearlyRate: number
  /** For each budget the first month that is over it, or null. */
  readonly crossings: readonly { readonly id: Id; readonly scope: string; readonly month: number | null }[]
}

/**
 * The workbook month by month: drivers grow, budgets change, commitments and reservations end with their terms (they begin in month 0, or in
 * the month that the row's `start` says). `months`: 1 to 60. Nothing that ended is renewed: what it covered is bought on demand.
 */
export function forecast(workbook: Workbook, context: Context, months: number): Forecast {
  const count = Math.max(1, Math.min(LIMITS.months, Math.floor(months)))
  const begins = startsOf(workbook, context)
  const found: ForecastMonth[] = []
  const upfront: number[] = []
  let known: Known | undefined
  for (let month = 0; month < count; month += 1) {
    const shown = inMonth(workbook, context, begins, month)
    const key = keyOf(workbook, shown, month)
    known = known?.key === key ? known : { key, calculator: createCalculator(shown, { ...context, month }), workbook: shown }
    const paid = paymentsOf(known.calculator, known.workbook, begins, month)
    upfront.push(paid.begun)
    found.push({
      month,
      name: monthName(workbook, month),
      total: known.calculator.total(),
      groups: known.calculator.subtotals('group'),
      categories: known.calculator.subtotals('category'),
      budgets: known.calculator.budgets(),
      cash: known.calculator.total().monthly - paid.spread + paid.begun,
      expired: expiredIn(workbook, context, begins, month),
    })
  }
  return { ...summed(workbook, found, upfront), months: found }
}

/** The figures made last, which are those of the next month too where its key is the same. */
type Known = { readonly key: string; readonly calculator: Calculator; readonly workbook: Workbook }

function summed(workbook: Workbook, months: readonly ForecastMonth[], upfront: readonly number[]) {
  const yearlyRate = rateOf(settingsOf(workbook).horizon?.yearlyRate ?? '0%')
  const flow = Array.from({ length: months.length + 1 }, () => 0)
  for (const [at, { cash }] of months.entries()) {
    flow[at]! += upfront[at]!
    flow[at + 1]! += cash - upfront[at]!
  }
  const budgets = months[0]?.budgets ?? []
  return {
    total: months.reduce((sum, { total }) => sum + total.monthly, 0),
    presentValue: presentValue(flow, yearlyRate),
    yearlyRate,
    crossings: budgets.map(({ id, scope }) => ({
      id,
      scope,
      month: months.find((one) => one.budgets.some((budget) => budget.id === id && budget.status === 'over'))?.month ?? null,
    })),
  }
}

/** `8%` or `0.08`; anything else counts every dollar alike. */
function rateOf(text: string): number {
  const written = /^(\d+(?:\.\d*)?|\.\d+)\s*(%?)$/.exec(text.trim())
  return written === null ? 0 : Number(written[1]) / (written[2] === '%' ? 100 : 1)
}

const termMonths: Readonly<Record<PurchaseTerm, number>> = { '1y': 12, '3y': 36 }

/** The month in which each commitment row begins, by what its `start` says at first (1 is month 0). */
function startsOf(workbook: Workbook, context: Context): ReadonlyMap<Id, number> {
  const commitments = rows(workbook.components).filter((row) => serviceOf(row, workbook, context)?.commitment !== undefined)
  if (commitments.length === 0) return new Map()
  const calculator = createCalculator(workbook, context)
  return new Map(
    commitments.map(({ id }) => {
      const start = calculator.input(id, 'start')
      return [id, start.kind === 'number' ? Math.round(start.value) - 1 : 0]
    }),
  )
}

function termOf(row: Component, workbook: Workbook, context: Context): number {
  return termMonths[chosen(row, serviceOf(row, workbook, context)!, 'term') === '3y' ? '3y' : '1y']
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
    const purchase = row.purchase.filter((share) => share.kind !== 'reserved' || month < termMonths[share.term])
    return purchase.length === row.purchase.length ? [] : [{ ...row, purchase }]
  })
  if (changed.length === 0) return workbook
  return { ...workbook, components: new Map([...workbook.components, ...changed.map((row) => [row.id, row] as const)]) }
}

/** Months of one key have the same figures. */
function keyOf(workbook: Workbook, shown: Workbook, month: number): string {
  const factors = rows(workbook.drivers).map(({ growth }) => (growth === undefined ? 1 : growthFactor(growth, month)))
  const limits = rows(workbook.budgets).map((budget) => limitIn(budget, month))
  const ended = rows(shown.components).flatMap((row) =>
    row === workbook.components.get(row.id) ? [] : [`${row.id} ${row.purchase.length}`],
  )
  return JSON.stringify([factors.map((factor) => (typeof factor === 'number' ? factor : 'problem')), limits, ended])
}

/** Upfront payments: those made in this month, and the part of the month's cost that is a payment spread over its term. */
function paymentsOf(
  calculator: Calculator,
  workbook: Workbook,
  begins: ReadonlyMap<Id, number>,
  month: number,
): { readonly begun: number; readonly spread: number } {
  let begun = 0
  let spread = 0
  if (calculator.total().upfront === 0) return { begun, spread }
  for (const row of rows(workbook.components)) {
    if (calculator.row(row.id).upfront === 0) continue
    for (const charge of calculator.explain(row.id).charges) {
      for (const { upfront = 0, term } of charge.discounts) {
        if (term === undefined) continue
        spread += upfront / termMonths[term]
        if (month === (begins.get(row.id) ?? 0)) begun += upfront
      }
    }
  }
  return { begun, spread }
}

function expiredIn(workbook: Workbook, context: Context, begins: ReadonlyMap<Id, number>, month: number): readonly Id[] {
  return rows(workbook.components).flatMap((row) => {
    const begin = begins.get(row.id)
    if (begin !== undefined) return month === begin + termOf(row, workbook, context) ? [row.id] : []
    return row.purchase.some((share) => share.kind === 'reserved' && termMonths[share.term] === month) ? [row.id] : []
  })
}

/** `2026-12` where the horizon has a start, else `Month 1`. */
function monthName(workbook: Workbook, month: number): string {
  const [, year, first] = /^(\d{4})-(\d\d)$/.exec(settingsOf(workbook).horizon?.start ?? '') ?? []
  if (year === undefined) return `Month ${month + 1}`
  const months = Number(year) * 12 + Number(first) - 1 + month
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

import { LIMITS } from '#shared/document/limits.ts'
import { rows } from '#shared/document/rows.ts'
import type { Workbook } from '#shared/document/types.ts'
import type { PlannedMonth } from '#pricing/calculator/commitments/planned.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { Calculator, Context, Money } from '#pricing/calculator/types.ts'
import { monthsOf } from './months.ts'

/** A month that is planned for, with what the whole workbook costs in it. */
export type MonthAhead = PlannedMonth & { readonly total: Money }

/**
 * The months of a horizon that is planned for, 1 to 60; one alone where all of them are alike, as they are unless a driver grows or something bought
 * begins or ends. `now`: the first month's figures.
 */
export function monthsAhead(workbook: Workbook, context: Context, count: number, now: Calculator): readonly MonthAhead[] {
  const first: MonthAhead = { workbook, moment: {}, isLikeBefore: false, total: now.total() }
  if (!mayDiffer(workbook, context)) return [first]
  const months = [...monthsOf(workbook, context, Math.min(LIMITS.months, count))].map(
    ({ workbook: shown, moment, moved, total }): MonthAhead => ({ workbook: shown, moment, isLikeBefore: moved.size === 0, total }),
  )
  return months.slice(1).every(({ isLikeBefore }) => isLikeBefore) ? [first] : months
}

function mayDiffer(workbook: Workbook, context: Context): boolean {
  return (
    rows(workbook.drivers).some(({ growth }) => growth !== undefined) ||
    rows(workbook.components).some(
      (row) => row.purchase.some(({ kind }) => kind === 'reserved') || serviceOf(row, workbook, context)?.commitment !== undefined,
    )
  )
}

/** The mean over months, or over the one that stands for all. */
export function meanOf(months: readonly number[]): number {
  return months.reduce((sum, one) => sum + one, 0) / months.length
}

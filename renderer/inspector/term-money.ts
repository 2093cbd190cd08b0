import { presentValue } from '#pricing/purchase/horizon.ts'
import { hoursPerMonth, termMonths } from '#pricing/purchase/usage.ts'
import type { Term } from '#pricing/purchase/usage.ts'

/** What is paid for a commitment over its term, in the workbook's currency, and what its usage would cost on demand. */
export type TermMoney = {
  readonly months: number
  readonly atStart: number
  readonly monthly: number
  readonly onDemand: number
}

/**
 * `amortised`: a month of `monthHours` with the upfront payment spread over the hours of the term; `onDemand`: the same usage a month, on
 * demand.
 */
export function termMoney(
  term: Term,
  paid: { readonly upfront: number; readonly amortised: number; readonly onDemand: number },
  monthHours: number,
): TermMoney {
  const months = termMonths(term)
  const monthly = paid.amortised - (paid.upfront * monthHours) / (months * hoursPerMonth)
  return { months, atStart: paid.upfront, monthly, onDemand: paid.onDemand }
}

/** What a term saves against on demand, worth at its start: payments at the end of each month, at a nominal yearly rate (0.08 for 8 %). */
export function presentSaving({ months, atStart, monthly, onDemand }: TermMoney, yearlyRate: number): number {
  const flow = (start: number, each: number) => Array.from({ length: months + 1 }, (_, month) => (month === 0 ? start : each))
  return presentValue(flow(0, onDemand), yearlyRate) - presentValue(flow(atStart, monthly), yearlyRate)
}

import { hoursPerMonth, termMonths, type Offer } from './usage.ts'

/** How far a plan looks, in whole months, and what money later is worth less a year (0.08 for 8 %; 0 counts every dollar alike). */
export type Horizon = { readonly months: number; readonly annualRate: number }

/**
 * Dollars per hour over the horizon that one unit of an offer costs. A term that ends before the horizon is renewed; of the last renewal
 * the months inside the horizon are counted. A first term that is longer than the horizon is counted whole: it is paid to its end, whatever
 * is planned after. With a rate the payments are brought to today and spread evenly over the hours of the horizon.
 */
export function hourlyOver(offer: Pick<Offer, 'hourly' | 'upfront' | 'term'>, horizon: Horizon): number {
  const term = termMonths(offer.term)
  const paid = Math.max(term, horizon.months)
  let [upfront, recurring] = [0, 0]
  for (let month = 0; month < paid; month++) {
    if (month % term === 0) upfront += (offer.upfront * Math.min(term, paid - month)) / term / growth(horizon, month)
    recurring += (offer.hourly * hoursPerMonth) / growth(horizon, month + 1)
  }
  let spread = 0
  for (let month = 1; month <= horizon.months; month++) spread += hoursPerMonth / growth(horizon, month)
  return (upfront + recurring) / spread
}

/** What one dollar of today is after so many months: the annual rate by twelfths, compounded monthly. */
function growth(horizon: Horizon, months: number): number {
  return (1 + horizon.annualRate / 12) ** months
}

/** Money of each month: index 0 is what is paid at the start, index k what is paid by the end of month k. Dollars, paid out is positive. */
export type CashFlow = readonly number[]

/**
 * Worth today of payments at a nominal annual rate compounded monthly: Σ payment_k / (1 + rate / 12)^k, payments at the start (k = 0) counted
 * whole. The sign is the payments' own: what is paid is positive, and the lower figure is the better plan.
 */
export function presentValue(flow: CashFlow, annualRate: number): number {
  return flow.reduce((sum, payment, month) => sum + payment / (1 + annualRate / 12) ** month, 0)
}

import { effectiveHourly, hoursPerMonth, termMonths, type Offer } from './usage.ts'

type Prices = Pick<Offer, 'hourly' | 'upfront' | 'term'>

/**
 * Share of the term that usage must run for a reservation to pay: effective hourly / on-demand hourly, the effective one being recurring +
 * upfront / (8,760 × years). Above 1 where it never pays; null where on demand is free.
 */
export function breakEvenUtilisation(reserved: Prices, onDemandHourly: number): number | null {
  return onDemandHourly === 0 ? null : effectiveHourly(reserved) / onDemandHourly
}

/**
 * Months after which a reservation of usage that runs all hours has paid its upfront price back: upfront / (on-demand month − recurring month).
 * 0 without an upfront payment that already costs no more; null where it is not paid back within the term.
 * Source: EstimatedBreakEvenInMonths, https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_ReservationPurchaseRecommendationDetail.html
 */
export function breakEvenMonth(reserved: Prices, onDemandHourly: number): number | null {
  const savedMonthly = (onDemandHourly - reserved.hourly) * hoursPerMonth
  if (reserved.upfront === 0) return savedMonthly >= 0 ? 0 : null
  const months = savedMonthly > 0 ? reserved.upfront / savedMonthly : Infinity
  return months <= termMonths(reserved.term) ? months : null
}

import type { Outcome } from './apply.ts'
import type { CashFlow } from './horizon.ts'
import { termMonths } from './usage.ts'

/**
 * What is paid month by month while the profile goes on as it is: upfront payments at the start of a term, the rest at the end of each month.
 * Terms that end are renewed while the horizon lasts; a first term longer than the horizon is paid to its end (the flow is then longer
 * than the horizon). `monthHours`: hours of one month.
 */
export function cashFlowOf(outcome: Outcome, months: number, monthHours: number): CashFlow {
  const bought = outcome.offers.filter(({ quantity }) => quantity > 0)
  const last = bought.reduce((longest, { offer }) => Math.max(longest, termMonths(offer.term)), months)
  const flow = Array.from({ length: last + 1 }, () => 0)
  const pay = (month: number, amount: number) => {
    flow[month] = (flow[month] ?? 0) + amount
  }
  for (let month = 1; month <= months; month++) pay(month, (outcome.onDemand + outcome.spot) * monthHours)
  for (const { offer, quantity } of bought) {
    const term = termMonths(offer.term)
    for (let month = 0; month < Math.max(term, months); month++) {
      if (month % term === 0) pay(month, offer.upfront * quantity)
      pay(month + 1, offer.hourly * quantity * monthHours)
    }
  }
  return flow
}

/**
 * The month by whose end a plan has cost no more than the same usage on demand, for good: 0 where it never costs more, null where it does not
 * get there within the flow.
 */
export function breakEvenMonthOf(flow: CashFlow, onDemand: CashFlow): number | null {
  const most = onDemand.reduce((largest, payment) => Math.max(largest, payment), 1)
  let behind = 0
  let even: number | null = 0
  flow.forEach((payment, month) => {
    behind += payment - (onDemand[month] ?? 0)
    if (behind > 1e-9 * most) even = null
    else even ??= month
  })
  return even
}

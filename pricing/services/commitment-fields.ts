import { choice, percent, price, quantity } from './fields.ts'

/** What every commitment is asked: how long, paid how, and how much of it. */

export const term = choice({
  label: 'Term',
  help: 'How long the commitment runs; it is paid in every hour of it, used or not.',
  options: { '1y': '1 year', '3y': '3 years' },
  default: '1y',
})

export const payment = choice({
  label: 'Payment',
  help: 'How much of it is paid at the start; the rest is paid month by month.',
  options: { 'no-upfront': 'No upfront', 'partial-upfront': 'Partial upfront', 'all-upfront': 'All upfront' },
  default: 'no-upfront',
})

export const atOnce = choice({
  label: 'Payment',
  help: 'Monthly, or all of it at the start; the price is the same.',
  options: { 'no-upfront': 'Monthly', 'all-upfront': 'All upfront' },
  default: 'no-upfront',
})

export const dollarsPerHour = price({
  label: 'Commitment per hour',
  help: 'Money committed to in each hour, at the rates of the plan, in the workbook’s currency.',
  steady: true,
})

export const discount = percent({
  label: 'Discount of the plan',
  help: 'What the plan takes off the on-demand price, such as 27%; empty for the rates of the price book.',
  steady: true,
})

/** The vendor's lists that the price book is made of have no rates of plans for Fargate. */
export const fargateDiscount = percent({
  label: 'Discount on Fargate',
  help: 'What the plan takes off vCPUs and memory of Fargate, as the vendor’s page of your term and payment says; empty leaves Fargate uncovered.',
  steady: true,
})

export const machines = quantity({
  label: 'Machines reserved',
  help: 'How many machines of this size are reserved, a whole number.',
  unit: 'machines',
  integer: true,
  steady: true,
})

export const start = quantity({
  label: 'Begins in month',
  help: 'The month of the forecast in which it is bought, 1 for the first.',
  unit: 'month',
  default: '1',
  min: 1,
  max: 60,
  integer: true,
  steady: true,
  minor: true,
})

/** The charge of a commitment: its list is zero, what rows use of it stands on those rows, and what nothing uses is its cost. */
export function unused(quantityOf: string) {
  return { label: 'Unused commitment', unit: 'hour', quantity: `${quantityOf} * hours_in_month`, typed: [{ price: '0' }] } as const
}

import { printNumber } from '#shared/money/index.ts'
import type { ExportMeta } from './meta.ts'
import type { Report } from './report.ts'

/** One thing to know about the figures: what it is, and what it says. */
export type Fact = readonly [what: string, says: string]

const locale = 'en-US'

export const disclaimer =
  'An estimate made before anything was built: what is billed depends on what is used, on the vendor’s prices of the day, on taxes and on agreements. It is no offer.'

/** What stands beside the figures of every export: prices, dates, currency, month, rounding, what is not known. */
export function factsOf({ book, settings, estimate, problems }: Report, meta: ExportMeta): readonly Fact[] {
  const { currency, month, freeTier, priceBook } = settings
  const { unknown, problems: errors } = estimate.total
  const notes = problems.filter(({ severity }) => severity === 'warning').length
  return [
    ['Made', `${meta.at} by ${meta.by}`],
    ['Prices', `${book.id} of ${book.asOf}`],
    ['Price book SHA-256', book.hash],
    [
      'Currency',
      currency.code === 'USD' && currency.perUsd === 1 ? 'USD' : `${currency.code}, ${currency.perUsd} per USD (${currency.asOf})`,
    ],
    ['Month', `${printNumber(month.hours, locale)} hours`],
    ['Rounding', estimate.rounding === 'vendor' ? 'each charge to the cent, then added' : 'none before printing'],
    ['Free allowances', freeTier ? 'counted, once per account' : 'not counted'],
    [
      'Negotiated',
      priceBook.adjustments.length === 0 ? 'nothing' : priceBook.adjustments.map(({ match, percent }) => `${match} ${percent}%`).join(', '),
    ],
    ['Not known', unknown === 0 ? 'nothing' : `${unknown} ${unknown === 1 ? 'charge is' : 'charges are'} not in the figures`],
    ['In error', errors === 0 ? 'nothing' : `${errors} ${errors === 1 ? 'figure is' : 'figures are'} not in the figures`],
    ...(notes === 0 ? [] : [['Notes', `${notes}, listed below`] as const]),
    ['What this is', disclaimer],
  ]
}

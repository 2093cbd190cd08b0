import { ImportFault } from '#pricing/catalog/import/fault.ts'

/** A number as price lists write one: digits with a point, or an exponent. Neither negative nor infinite. Throws ImportFault. */
export function amount(text: string, what: string, place: string): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : NaN
  return checkedAmount(value, text, what, place)
}

/** A number that came as one. Throws ImportFault when it is negative or not finite. */
export function checkedAmount(value: unknown, shown: string, what: string, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new ImportFault(
      place,
      `The ${what} "${shown}" is not a number.`,
      'Write digits with a point, such as 0.0225, and import the file again.',
    )
  if (value < 0) throw new ImportFault(place, `The ${what} is ${shown}, below zero.`, 'Correct it and import the file again.')
  return value
}

/**
 * What one unit costs of `count` sold together. Fifteen digits, which every decimal of a price list has left after the division: 0.8 for a
 * million is 8e-7, not 8.000000000000001e-7.
 */
export function forOne(price: number, count: number): number {
  return count === 1 ? price : Number((price / count).toPrecision(15))
}

/** Only US dollars are kept: a rate of exchange is the workbook's own. Throws ImportFault. */
export function checkCurrency(currency: string, place: string): void {
  if (currency.trim().toUpperCase() === 'USD') return
  const shown = currency.trim() === '' ? 'no currency' : `prices in ${currency.trim()}`
  throw new ImportFault(place, `The list has ${shown}.`, 'Fetch the list in US dollars (USD); a workbook converts by its own rate.')
}

/** The date part of an ISO time; `undated` where there is none. */
export function dateOf(text: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? 'undated'
}

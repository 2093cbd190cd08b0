import { roundTo } from './rounding.ts'

/**
 * Printing numbers in a locale. Figures are rounded decimal-faithfully first (see rounding.ts) and only then handed to Intl, which
 * never sees a half. Nothing here changes a number that is calculated with.
 */

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options)
  formats.set(key, known)
  return known
}

const digitsOf = new Map<string, number>()

/** Decimal places the currency is paid in: 2 for USD, 0 for JPY. */
export function currencyDigits(currency: string): number {
  const known = digitsOf.get(currency)
  if (known !== undefined) return known
  const digits = formatOf('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  digitsOf.set(currency, digits)
  return digits
}

/** An amount as it is paid: `$1,204.50`. A missing currency prints the bare number. `digits` defaults to the currency's own. */
export function printMoney(amount: number, currency: string, locale: string, digits: number = currencyDigits(currency)): string {
  const options: Intl.NumberFormatOptions = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }
  return formatOf(locale, options).format(roundTo(amount, digits) + 0)
}

/** A price per unit keeps the digits of its source: `$0.0000166667`, `$0.09`, `$3.06`; at least the currency's own. */
export function printPrice(price: number, currency: string, locale: string): string {
  const least = currencyDigits(currency)
  const digits = Math.max(least, decimalsOf(price))
  return printMoney(price, currency, locale, digits)
}

/** Decimal places of the shortest decimal that is this number, up to 15 significant digits and 15 places. */
export function decimalsOf(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0
  const [mantissa = '', exponent = '0'] = Number(value.toPrecision(15)).toExponential().split('e')
  const fraction = mantissa.split('.')[1]?.length ?? 0
  return Math.min(15, Math.max(0, fraction - Number(exponent)))
}

/** A plain number with thousands: `1,234,567.5`; at most `digits` decimal places (default 6), none that are not needed. */
export function printNumber(value: number, locale: string, digits = 6): string {
  return formatOf(locale, { maximumFractionDigits: digits }).format(roundTo(value, digits) + 0)
}

/** A share: `59.6%` for 0.596. */
export function printPercent(share: number, locale: string, digits = 1): string {
  return formatOf(locale, { style: 'percent', maximumFractionDigits: digits }).format(roundTo(share, digits + 2) + 0)
}

/** A part of a whole: `59.6%`; one that is there but too small to be seen is `<0.1%`, never zero. */
export function printShare(share: number, locale: string, digits = 1): string {
  const least = 10 ** -(digits + 2)
  if (share === 0 || roundTo(share, digits + 2) !== 0) return printPercent(share, locale, digits)
  return share > 0 ? `<${printPercent(least, locale, digits)}` : `>${printPercent(-least, locale, digits)}`
}

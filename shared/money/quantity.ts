import { printNumber } from './print.ts'

/** Units that are written the same for one and for many. */
const unchanging = /^(?:[KMGTP]?i?B|%|ms|s|min|h|vCPU|IOPS|[$€£¥₹]|[A-Z]{3})$/

/** A quantity with its unit: `1,234,567.5 requests`, `1 request`, `500 GB-months`, `730 LCU-hours`. Small ones keep their digits. */
export function printQuantity(value: number, unit: string, locale = 'en-US'): string {
  const number = printNumber(value, locale, decimalPlaces(value))
  return unit === '' ? number : `${number} ${value === 1 ? unit : pluralUnit(unit)}`
}

/** Six significant digits for numbers below one, else at most four places. */
function decimalPlaces(value: number): number {
  const size = Math.abs(value)
  return size === 0 || size >= 1 ? 4 : Math.min(15, 5 - Math.floor(Math.log10(size)))
}

/** The last word of the part before ` per ` or `/` takes the plural: `GB-months`, `requests/s`, `vCPU-hours`. */
export function pluralUnit(unit: string): string {
  const [, counted = '', rest = ''] = /^(.*?)(\s*(?:\/|\sper\s).*)?$/s.exec(unit) ?? []
  const last = /[^\s-]+$/.exec(counted)?.[0] ?? ''
  if (last === '' || unchanging.test(last) || last.endsWith('s')) return unit
  return `${counted.slice(0, counted.length - last.length)}${plural(last)}${rest}`
}

function plural(word: string): string {
  if (/(?:x|ch|sh)$/.test(word)) return `${word}es`
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}

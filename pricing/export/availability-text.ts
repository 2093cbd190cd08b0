import { printNumber, printPercent } from '#shared/money/index.ts'
import { downtime, nines } from '#pricing/analysis/availability.ts'
import type { Availability } from '#pricing/analysis/availability.ts'

const HOURS_A_YEAR = 8760

/** `99.95%`, with as many digits as tell it from always; `at most 99.95%` where rows do not say; null where none does. */
export function availabilityText({ share, silent }: Availability, locale: string): string | null {
  if (share === null) return null
  const digits = share === 1 ? 0 : Math.max(2, Math.floor(nines(share)))
  return `${silent > 0 ? 'at most ' : ''}${printPercent(share, locale, Math.min(digits, 10))}`
}

/** `4.4 hours a year down`; what is left out of it is said. */
export function downtimeText({ share, silent }: Availability, locale: string): string | null {
  if (share === null) return null
  const hours = downtime(share, HOURS_A_YEAR)
  const time = hours >= 1 ? `${printNumber(hours, locale, 2)} hours` : `${printNumber(hours * 60, locale, 2)} minutes`
  const rows = silent === 1 ? '1 row does not say' : `${silent} rows do not say`
  return `${silent > 0 ? 'at least ' : ''}${time} a year down${silent > 0 ? `, ${rows}` : ''}`
}

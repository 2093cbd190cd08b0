import { printNumber, printPercent } from '#shared/money/index.ts'
import { downtime, nines } from '#pricing/analysis/availability.ts'
import type { Availability } from '#pricing/analysis/availability.ts'

const HOURS_A_YEAR = 8760

/** `99.95%`, with as many digits as tell it from always; `at most 99.95%` where rows do not say; null where none does. */
export function availabilityText({ share, silent, unread }: Availability, locale: string): string | null {
  if (share === null) return null
  const digits = share === 1 ? 0 : Math.max(2, Math.floor(nines(share)))
  return `${silent + unread.length > 0 ? 'at most ' : ''}${printPercent(share, locale, Math.min(digits, 10))}`
}

/** `4.4 hours a year down`; what is left out of it is said. */
export function downtimeText({ share, silent, unread }: Availability, locale: string): string | null {
  if (share === null) return null
  const hours = downtime(share, HOURS_A_YEAR)
  const time = hours >= 1 ? `${printNumber(hours, locale, 2)} hours` : `${printNumber(hours * 60, locale, 2)} minutes`
  const leftOut = [
    ...(silent > 0 ? [silent === 1 ? '1 row does not say' : `${silent} rows do not say`] : []),
    ...(unread.length > 0 ? [unread.length === 1 ? '1 row cannot be read' : `${unread.length} rows cannot be read`] : []),
  ]
  return [`${leftOut.length > 0 ? 'at least ' : ''}${time} a year down`, ...leftOut].join(', ')
}

/** More rows than anybody mends from one list. */
const AT_ONCE = 5

/** A sentence for each row whose availability cannot be read: which, what it says, and the form wanted. */
export function unreadTexts({ unread }: Availability): readonly string[] {
  const others = unread.length - AT_ONCE
  return [
    ...unread
      .slice(0, AT_ONCE)
      .map(({ row, text }) => `The availability of “${row}” cannot be read: “${text}”. Write it as 99.95% or as 0.9995.`),
    ...(others > 0
      ? [others === 1 ? 'That of 1 other row cannot be read either.' : `That of ${others} other rows cannot be read either.`]
      : []),
  ]
}

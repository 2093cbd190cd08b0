import { printMoney } from '#shared/money/index.ts'
import type { WorkbookSummary } from '#renderer/storage/types.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** When a workbook was last kept, as people say it: `5 minutes ago`, `yesterday`, a date. `savedAt` is an ISO time, `now` in ms. */
export function printWhen(savedAt: string, now: number, locale: string): string {
  const at = Date.parse(savedAt)
  if (Number.isNaN(at)) return 'not dated'
  const ago = Math.max(now - at, 0)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (ago < minute) return relative.format(0, 'second')
  if (ago < 60 * minute) return relative.format(-Math.floor(ago / minute), 'minute')
  if (ago < day) return relative.format(-Math.floor(ago / (60 * minute)), 'hour')
  if (ago < 7 * day) return relative.format(-Math.floor(ago / day), 'day')
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at)
}

/** A summary's total, and in words how many of its charges it leaves out. */
export function printTotal(
  total: NonNullable<WorkbookSummary['total']>,
  locale: string,
): { readonly amount: string; readonly without: string | null } {
  return {
    amount: printMoney(total.monthly, total.currency, locale),
    without: total.unknown === 0 ? null : `+ ${total.unknown.toLocaleString(locale)} without a price`,
  }
}

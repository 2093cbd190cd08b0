import { isKnown, leftOut } from '#pricing/calculator/known.ts'
import type { Money } from '#pricing/calculator/types.ts'
import type { Printer } from './printer.ts'

/** What stands for a figure that is not known. */
export const NOT_KNOWN = '—'

/** Stands behind an amount that leaves out what is not known. */
export const LEAVES_OUT = ' +?'

/** `$12.00`; `$12.00 +?` where something is missing from it; a dash where nothing of it is known. */
export function knownText(
  money: Pick<Money, 'list' | 'monthly' | 'unknown' | 'problems'>,
  amount: number,
  printer: Pick<Printer, 'money'>,
): string {
  if (!isKnown(money)) return NOT_KNOWN
  return `${printer.money(amount)}${leftOut(money) > 0 ? LEAVES_OUT : ''}`
}

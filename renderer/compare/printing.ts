import { printPercent } from '#shared/money/index.ts'
import { availabilityText } from '#pricing/export/availability-text.ts'
import { budgetVerdict, shareOfLimit } from '#renderer/ui/budget-words.ts'
import { LEAVES_OUT, NOT_KNOWN } from '#renderer/ui/known.ts'
import type { Printer } from '#renderer/ui/printer.ts'
import type { Line, LineCell } from './lines.ts'

/** What stands for something a design does not have. */
export const ABSENT = '–'

/** Behind a difference that may be more or less, because something on either side is not known. */
export const UNSURE = ' ±?'

/** The amount of a design on a line, as a person reads it. */
export function amountText({ kind }: Line, { amount, unknown, budget, availability }: LineCell, printer: Printer, locale: string): string {
  if (kind === 'effect') return ''
  if (budget !== undefined) return `${shareOfLimit(budget, printer)}, ${budgetVerdict(budget)}`
  if (availability !== undefined) return availabilityText(availability, locale) ?? NOT_KNOWN
  if (amount === null) return unknown > 0 ? NOT_KNOWN : ABSENT
  return `${printer.money(amount)}${unknown > 0 ? LEAVES_OUT : ''}`
}

/** `+$12.40 (+8.1%)`; `=` where nothing differs, a dash where it is not known. */
export function differenceText({ difference, shown, ratio, unsure }: LineCell, printer: Printer, locale: string): string {
  if (difference === null) return unsure ? NOT_KNOWN : ''
  const share = ratio === null ? '' : ` (${signedShare(ratio, locale)})`
  const text = difference === 0 ? '=' : `${signed(shown ?? difference, printer)}${share}`
  return `${text}${unsure ? UNSURE : ''}`
}

export function signed(amount: number, printer: Printer): string {
  const text = printer.money(amount)
  return amount > 0 ? `+${text}` : text
}

function signedShare(ratio: number, locale: string): string {
  const text = printPercent(ratio, locale)
  return ratio > 0 ? `+${text}` : text
}

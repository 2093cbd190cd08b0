import { printPercent } from '#shared/money/index.ts'
import type { BudgetStatus } from '#pricing/calculator/types.ts'
import { NOT_KNOWN } from '#renderer/ui/known.ts'
import type { Printer } from '#renderer/ui/printer.ts'
import type { Line, LineCell } from './lines.ts'

/** What stands for something a design does not have. */
export const ABSENT = '–'

/** The amount of a design on a line, as a person reads it. */
export function amountText({ kind }: Line, { amount, unknown, budget }: LineCell, printer: Printer): string {
  if (kind === 'effect') return ''
  if (budget !== undefined) return `${printer.share(budget.ratio)} of ${printer.round(budget.limit)}, ${statusWords[budget.status]}`
  if (amount === null) return ABSENT
  if (unknown > 0 && amount === 0) return NOT_KNOWN
  return `${printer.money(amount)}${unknown > 0 ? ' +?' : ''}`
}

export const statusWords: Readonly<Record<BudgetStatus, string>> = { within: 'within', near: 'near', over: 'over' }

/** `+$12.40 (+8.1%)`; `=` where nothing differs. */
export function differenceText({ difference, ratio }: LineCell, printer: Printer, locale: string): string {
  if (difference === null) return ''
  if (difference === 0) return '='
  return ratio === null ? signed(difference, printer) : `${signed(difference, printer)} (${signedShare(ratio, locale)})`
}

export function signed(amount: number, printer: Printer): string {
  const text = printer.money(amount)
  return amount > 0 ? `+${text}` : text
}

function signedShare(ratio: number, locale: string): string {
  const text = printPercent(ratio, locale)
  return ratio > 0 ? `+${text}` : text
}

import type { Printer } from '#renderer/ui/printer.ts'
import type { Line } from './lines.ts'
import { amountText, differenceText } from './printing.ts'

/** Widths of a design's columns in letters: its amounts, and what differs from the baseline. */
export type Widths = { readonly amount: number; readonly difference: number }

/** What a comparison of common figures needs, so that columns of one comparison are not of another width in the next. */
const least: Widths = { amount: 16, difference: 19 }

/** Signs of East Asian scripts, such as ￥, are twice as wide as a digit. */
function lettersIn(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/gu)?.length ?? 0)
}

/**
 * As wide as the longest figure of any line, also of those out of sight: a figure is never cut, for what is cut first is the mark that it may
 * be more or less. What a budget or an availability says is in words and smaller, and stands whole in its tip.
 */
export function widthsOf(lines: readonly Line[], printer: Printer, locale: string): Widths {
  let { amount, difference } = least
  for (const line of lines) {
    if (line.kind === 'budget' || line.kind === 'availability') continue
    for (const cell of line.cells) {
      amount = Math.max(amount, lettersIn(amountText(line, cell, printer, locale)))
      difference = Math.max(difference, lettersIn(differenceText(cell, printer, locale)))
    }
  }
  return { amount, difference }
}

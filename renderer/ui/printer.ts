import { localise } from '#shared/formula/index.ts'
import {
  currencyDigits,
  decimalsOf,
  printMoney,
  printNumber,
  printPrice,
  printQuantity,
  printShare,
  roundTo,
  shownParts,
} from '#shared/money/index.ts'

/** Numbers as this person reads them, in the workbook's currency. Only printing: exact numbers stay beside what is printed. */
export type Printer = {
  /** To the cent: `$298.23`. */
  readonly money: (amount: number) => string
  /** At least to the cent, and as far as six decimals where there are more: `$121.472`. */
  readonly precise: (amount: number) => string
  /** An amount a person chose: `$500`, `$499.50`. */
  readonly round: (amount: number) => string
  /** A price with all its digits: `$0.0000166667`. */
  readonly price: (price: number) => string
  readonly quantity: (quantity: number, unit: string) => string
  readonly number: (value: number) => string
  /** All digits and no grouping, as one would type it into a field. */
  readonly plain: (value: number) => string
  /** A share of one: `59.6 %`. */
  readonly share: (share: number) => string
  /** Parts of a total to the cent; what is shown adds up to the total as it is shown. */
  readonly parts: (total: number, amounts: readonly number[]) => string[]
}

/** Prints sums as well as figures. */
export type SumPrinter = Printer & {
  /** A formula's text with its numbers and separators as this person writes them: `0,5 * 730`. */
  readonly formula: (canonical: string) => string
}

/** Decimal places a working figure may show; the twelfth digit of a double is noise to a reader. */
const WORKING_DIGITS = 6

/** `locale` is a BCP 47 tag, `currency` a code such as USD. */
export function makePrinter(locale: string, currency: string): SumPrinter {
  const cents = currencyDigits(currency)
  const money = (amount: number) => printMoney(amount, currency, locale)
  return {
    money,
    precise: (amount) =>
      printMoney(amount, currency, locale, Math.max(cents, Math.min(WORKING_DIGITS, decimalsOf(roundTo(amount, WORKING_DIGITS))))),
    round: (amount) => printMoney(amount, currency, locale, Number.isInteger(amount) ? 0 : cents),
    price: (price) => printPrice(Number(price.toPrecision(12)), currency, locale),
    quantity: (quantity, unit) => printQuantity(quantity, unit, locale),
    number: (value) => printNumber(value, locale),
    plain: (value) => new Intl.NumberFormat(locale, { useGrouping: false, maximumSignificantDigits: 15 }).format(value),
    formula: (canonical) => localise(canonical, locale),
    share: (share) => printShare(share, locale),
    parts: (total, amounts) => shownParts(amounts, cents, total).map(money),
  }
}

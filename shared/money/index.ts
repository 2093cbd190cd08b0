/** The door of money: sums, rounding, sharing out, printing and reading numbers. */
export { shownParts } from './allocation.ts'
export { currencyDigits, decimalsOf, printMoney, printNumber, printPercent, printPrice, printShare } from './print.ts'
export { pluralUnit, printQuantity } from './quantity.ts'
export { readNumber } from './read.ts'
export { roundTo, roundToCent } from './rounding.ts'
export { accumulate, accumulated, accumulator, sum, type Accumulator } from './sum.ts'

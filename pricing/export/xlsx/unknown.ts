import { isKnown, leftOut } from '#pricing/calculator/known.ts'
import type { Money } from '#pricing/calculator/types.ts'
import { computed } from './sheet.ts'
import type { Computed } from './sheet.ts'

/**
 * What stands for an amount of which nothing is known, where cells are added up: sums pass over a text, an error would spread to all of them.
 * Where cells are only set against each other it is #N/A.
 */
export const notKnown = 'unknown'

type Known = Pick<Money, 'list' | 'monthly' | 'unknown' | 'problems'>

/** The cells that count what a line leaves out, and the sums that its list price and its monthly cost would be. */
type Sums = { readonly unknown: string; readonly errors: string; readonly list: string; readonly monthly: string }

/** The list price of a line: unknown where figures are left out and what is left comes to nothing. The line's other amounts follow it. */
export function listOr({ unknown, errors, list, monthly }: Sums, money: Known): Computed {
  return computed(`IF(AND(${unknown}+${errors}>0,${list}=0,${monthly}=0),"${notKnown}",${list})`, isKnown(money) ? money.list : notKnown)
}

/** An amount that is unknown where the one in `cell` is. */
export function followedBy(cell: string, formula: string, value: number | string, money: Known): Computed {
  return computed(`IF(ISTEXT(${cell}),${cell},${formula})`, isKnown(money) ? value : notKnown)
}

/** An amount that has no list price beside it: unknown where figures are left out and it comes to nothing. */
export function amountOr(unknown: string, errors: string, formula: string, { amount, ...money }: Amount): Computed {
  return computed(
    `IF(AND(${unknown}+${errors}>0,${formula}=0),"${notKnown}",${formula})`,
    amount === 0 && leftOut(money) > 0 ? notKnown : amount,
  )
}

type Amount = { readonly amount: number; readonly unknown: number; readonly problems: number }

import type { Money } from '#pricing/calculator/types.ts'

/** Whether anything of a figure is known: a sum of nothing but missing prices and errors is not zero, it is not known. */
export function isKnown(money: Pick<Money, 'list' | 'monthly' | 'unknown' | 'problems'>): boolean {
  return money.list !== 0 || money.monthly !== 0 || money.unknown + money.problems === 0
}

/** What stands for a figure that is not known. */
export const NOT_KNOWN = '—'

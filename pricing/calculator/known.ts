import type { Money } from './types.ts'

type Known = Pick<Money, 'list' | 'monthly' | 'unknown' | 'problems'>

/** Whether anything of a figure is known: a sum of nothing but missing prices and errors is not zero, it is not known. */
export function isKnown(money: Known): boolean {
  return money.list !== 0 || money.monthly !== 0 || leftOut(money) === 0
}

/** How many figures a sum leaves out because nobody knows them. */
export function leftOut({ unknown, problems }: Pick<Money, 'unknown' | 'problems'>): number {
  return unknown + problems
}

import { accumulate, accumulated, accumulator } from '#shared/money/index.ts'
import type { Accumulator } from '#shared/money/index.ts'
import type { Money } from './types.ts'

/** Sums of one scope while they are being added. */
export type MoneySum = {
  readonly list: Accumulator
  readonly negotiated: Accumulator
  readonly monthly: Accumulator
  readonly upfront: Accumulator
  unknown: number
  problems: number
}

export function emptySum(): MoneySum {
  return { list: accumulator(), negotiated: accumulator(), monthly: accumulator(), upfront: accumulator(), unknown: 0, problems: 0 }
}

/** What a row (or a subtotal) contributes. */
export type Part = Pick<Money, 'list' | 'negotiated' | 'monthly' | 'upfront' | 'unknown' | 'problems'>

export function addPart(sum: MoneySum, part: Part): void {
  accumulate(sum.list, part.list)
  accumulate(sum.negotiated, part.negotiated)
  accumulate(sum.monthly, part.monthly)
  accumulate(sum.upfront, part.upfront)
  sum.unknown += part.unknown
  sum.problems += part.problems
}

/** Adds a subtotal to a total without losing what its compensation kept. */
export function addSum(sum: MoneySum, other: MoneySum): void {
  for (const field of ['list', 'negotiated', 'monthly', 'upfront'] as const) {
    accumulate(sum[field], other[field].total)
    accumulate(sum[field], other[field].lost)
  }
  sum.unknown += other.unknown
  sum.problems += other.problems
}

export function moneyOf(sum: MoneySum): Money {
  const list = accumulated(sum.list)
  const monthly = accumulated(sum.monthly)
  return {
    list,
    discount: list - monthly,
    negotiated: accumulated(sum.negotiated),
    monthly,
    upfront: accumulated(sum.upfront),
    unknown: sum.unknown,
    problems: sum.problems,
  }
}

/** The one way a total is made: rows in order into groups, groups in order of first appearance into the total. */
export function totalOf(groups: Iterable<MoneySum>): Money {
  const total = emptySum()
  for (const group of groups) addSum(total, group)
  return moneyOf(total)
}

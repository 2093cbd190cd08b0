import type { Money } from './types.ts'

/** A running compensated (Neumaier) sum: `total + rest` is the sum as if kept in about twice the digits. */
export type Running = { total: number; rest: number }

export function running(): Running {
  return { total: 0, rest: 0 }
}

export function add(into: Running, amount: number): void {
  const next = into.total + amount
  into.rest += Math.abs(into.total) >= Math.abs(amount) ? into.total - next + amount : amount - next + into.total
  into.total = next
}

export function valueOf(sum: Running): number {
  return sum.total + sum.rest
}

/** Sums of one scope while they are being added. */
export type MoneySum = { readonly list: Running; readonly monthly: Running; readonly upfront: Running; unknown: number; problems: number }

export function emptySum(): MoneySum {
  return { list: running(), monthly: running(), upfront: running(), unknown: 0, problems: 0 }
}

/** What a row (or a subtotal) contributes. */
export type Part = Pick<Money, 'list' | 'monthly' | 'upfront' | 'unknown' | 'problems'>

export function addPart(sum: MoneySum, part: Part): void {
  add(sum.list, part.list)
  add(sum.monthly, part.monthly)
  add(sum.upfront, part.upfront)
  sum.unknown += part.unknown
  sum.problems += part.problems
}

/** Adds a subtotal to a total without losing what its compensation kept. */
export function addSum(sum: MoneySum, other: MoneySum): void {
  for (const field of ['list', 'monthly', 'upfront'] as const) {
    add(sum[field], other[field].total)
    add(sum[field], other[field].rest)
  }
  sum.unknown += other.unknown
  sum.problems += other.problems
}

export function moneyOf(sum: MoneySum): Money {
  const list = valueOf(sum.list)
  const monthly = valueOf(sum.monthly)
  return { list, discount: list - monthly, monthly, upfront: valueOf(sum.upfront), unknown: sum.unknown, problems: sum.problems }
}

/** The one way a total is made: rows in order into groups, groups in order of first appearance into the total. */
export function totalOf(groups: Iterable<MoneySum>): Money {
  const total = emptySum()
  for (const group of groups) addSum(total, group)
  return moneyOf(total)
}

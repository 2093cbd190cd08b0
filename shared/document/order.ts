import { rows } from './rows.ts'
import type { Id, Ordered } from './types.ts'

/** Distance between fresh neighbours: room for about ten insertions at one place before a renumbering. */
export const ORDER_STEP = 1024

/**
 * `count` order numbers, rising, strictly between two neighbours (`null`: nothing on that side).
 * `null` when doubles have no room left there: `renumber` the table first.
 */
export function ordersBetween(before: number | null, after: number | null, count = 1): readonly number[] | null {
  const orders = Array.from({ length: count }, (_, index) => orderAt(before, after, index + 1, count))
  let last = before ?? Number.NEGATIVE_INFINITY
  for (const order of orders) {
    if (!(order > last) || !Number.isFinite(order)) return null
    last = order
  }
  return after !== null && last >= after ? null : orders
}

function orderAt(before: number | null, after: number | null, nth: number, count: number): number {
  if (before === null && after === null) return nth * ORDER_STEP
  if (before === null) return (after ?? 0) - (count + 1 - nth) * ORDER_STEP
  if (after === null) return before + nth * ORDER_STEP
  return before + ((after - before) / (count + 1)) * nth
}

/** The records, in the order given, with even order numbers; a record that has its number already is the same object. */
export function renumber<T extends Ordered>(records: readonly T[]): readonly T[] {
  return records.map((record, index) => {
    const order = (index + 1) * ORDER_STEP
    return record.order === order ? record : { ...record, order }
  })
}

/** Order numbers that a file gives lie between this and its negative: wide enough for any list, and still to be added and divided. */
export const ORDER_LIMIT = 1e15

/**
 * Where an order number stands once the table has been written to a file and read again, when its records are numbered evenly.
 * Rises with the number; what stands between two records stays between them.
 */
export function placeInFile(table: ReadonlyMap<Id, Ordered>, order: number): number {
  return Math.min(ORDER_LIMIT, Math.max(-ORDER_LIMIT, renumbered(table, order)))
}

function renumbered(table: ReadonlyMap<Id, Ordered>, order: number): number {
  const orders = rows(table).map((record) => record.order)
  const above = orders.findIndex((one) => one >= order)
  const next = orders[above]
  const previous = next === undefined ? orders.at(-1) : orders[above - 1]
  if (next !== undefined && (next === order || previous === undefined)) return order + ((above + 1) * ORDER_STEP - next)
  if (previous === undefined) return order
  if (next === undefined) return order + (orders.length * ORDER_STEP - previous)
  return above * ORDER_STEP + ((order - previous) / (next - previous)) * ORDER_STEP
}

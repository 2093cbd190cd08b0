import { ORDER_LIMIT, ORDER_STEP } from '../order.ts'
import { rows } from '../rows.ts'
import type { Id, Ordered } from '../types.ts'

type Table = ReadonlyMap<Id, Ordered>

/**
 * Where a scenario's own row stands in the merged list, when a copy has it at `order` among its rows: behind the same row, as far
 * towards the next one. Rises with the number.
 */
export function placeAmong(copy: Table, merged: Table): (order: number) => number {
  const before = rows(copy)
  const after = rows(merged)
  const at = new Map(after.map(({ id }, index) => [id, index]))
  const isUnmoved = before.length === after.length && before.every((row, index) => same(row, after[index]))
  return (order) => (isUnmoved ? order : Math.min(ORDER_LIMIT, Math.max(-ORDER_LIMIT, place(order))))

  function place(order: number): number {
    const index = lastUpTo(before, order)
    const [first] = after
    let skipped = 0
    let from = index
    while (from >= 0 && !at.has(before[from]?.id ?? '')) {
      from -= 1
      skipped += 1
    }
    const previous = before[from]
    if (previous === undefined) {
      const ahead = (before[0]?.order ?? ORDER_STEP) - order
      return first === undefined ? order : first.order - (ahead > 0 ? ahead : ORDER_STEP / (2 + skipped))
    }
    const target = at.get(previous.id) ?? 0
    const here = after[target]?.order ?? 0
    const next = after[target + 1]
    const share = (skipped + shareOf(order, before[index], before[index + 1])) / (skipped + 1)
    if (next !== undefined) return here + share * (next.order - here)
    return before[index + 1] === undefined && skipped === 0 ? here + (order - previous.order) : here + share * ORDER_STEP
  }
}

function same(one: Ordered, other: Ordered | undefined): boolean {
  return other !== undefined && one.id === other.id && one.order === other.order
}

function lastUpTo(list: readonly Ordered[], order: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.order ?? 0) <= order) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** From 0, at the one before, towards 1, at the one after. */
function shareOf(order: number, before: Ordered | undefined, after: Ordered | undefined): number {
  if (before === undefined) return 0
  const beyond = order - before.order
  return after === undefined ? beyond / (beyond + ORDER_STEP) : beyond / (after.order - before.order)
}

import type { ChangeIn } from '#shared/document/change.ts'
import { ORDER_STEP, ordersBetween, renumber } from '#shared/document/order.ts'
import type { Id, Ordered, TableName, Tables } from '#shared/document/types.ts'

/** A record as it stands and as it shall stand, as a change. */
export function replaced<T extends TableName>(table: T, before: Tables[T], after: Tables[T]): ChangeIn<T> {
  return { table, id: before.id, before, after }
}

export function added<T extends TableName>(table: T, after: Tables[T]): ChangeIn<T> {
  return { table, id: after.id, before: null, after }
}

export function removed<T extends TableName>(table: T, before: Tables[T]): ChangeIn<T> {
  return { table, id: before.id, before, after: null }
}

/**
 * Puts records behind `after` (null: at the head) of the others as they are shown. Returns them with their order numbers.
 * Where no number is left between the neighbours, or the numbers do not rise as the rows are shown, all are renumbered
 * and those that changed are returned too. `shown` may hold the records themselves at their old place.
 */
export function placed<T extends Ordered>(shown: readonly T[], after: Id | null, records: readonly T[]): readonly T[] {
  const moving = new Set(records.map((record) => record.id))
  const others = shown.filter((record) => !moving.has(record.id))
  const at = after === null ? 0 : others.findIndex((record) => record.id === after) + 1
  const rising = others.every((record, index) => index === 0 || record.order > (others[index - 1]?.order ?? 0))
  const orders = !rising ? null : ordersBetween(others[at - 1]?.order ?? null, others[at]?.order ?? null, records.length)
  if (orders !== null) return records.map((record, index) => ({ ...record, order: orders[index] ?? ORDER_STEP }))
  const fresh = renumber([...others.slice(0, at), ...records, ...others.slice(at)])
  const unchanged = new Set<T>(others)
  return fresh.filter((record) => !unchanged.has(record))
}

/** `base`, or `base 2`, `base 3` … : the first that is not taken, letter case aside. */
export function uniqueName(base: string, taken: Iterable<string>, join = ' '): string {
  const names = new Set([...taken].map((name) => name.toLowerCase()))
  if (!names.has(base.toLowerCase())) return base
  let number = 2
  while (names.has(`${base}${join}${String(number)}`.toLowerCase())) number += 1
  return `${base}${join}${String(number)}`
}

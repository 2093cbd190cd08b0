import type { Id, Ordered } from './types.ts'

const known = new WeakMap<ReadonlyMap<Id, Ordered>, readonly Ordered[]>()

/** A table's records in their order (equal numbers: by id). Sorted once per table, so the same table gives the same array. */
export function rows<T extends Ordered>(table: ReadonlyMap<Id, T>): readonly T[] {
  const found = known.get(table)
  if (found && areOf(table, found)) return found
  const sorted = [...table.values()].sort(byOrder)
  known.set(table, sorted)
  return sorted
}

/** What was sorted from a table holds its records; a table somebody has changed in place is sorted again. */
function areOf<T extends Ordered>(table: ReadonlyMap<Id, T>, sorted: readonly Ordered[]): sorted is readonly T[] {
  return sorted.length === table.size
}

function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order - b.order
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

import type { Id, Ordered } from './types.ts'

const known = new WeakMap<ReadonlyMap<Id, Ordered>, readonly Ordered[]>()

/** A table's records in their order (equal numbers: by id). Sorted once per table, so the same table gives the same array. */
export function rows<T extends Ordered>(table: ReadonlyMap<Id, T>): readonly T[] {
  const found = known.get(table)
  // The array was made below from this very map, so its items are this map's items.
  if (found) return found as readonly T[]
  const sorted = [...table.values()].sort(byOrder)
  known.set(table, sorted)
  return sorted
}

function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order - b.order
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

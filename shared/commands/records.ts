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

/** Gives out names that nobody bears, letter case aside. */
export type FreeNames = {
  /** `base`, or `base 2`, `base 3` …: the first that is free. It is taken from then on. */
  readonly take: (base: string) => string
  readonly add: (name: string) => void
}

/** The names besides `taken`. A number once passed stays passed, so that thousands of rows of one name take no longer than others. */
export function freeNames(taken: Iterable<string>, join = ' '): FreeNames {
  const names = new Set([...taken].map((name) => name.toLowerCase()))
  const next = new Map<string, number>()
  const numbered = (base: string): string => {
    const lower = base.toLowerCase()
    let number = next.get(lower) ?? 2
    while (names.has(`${lower}${join}${String(number)}`)) number += 1
    next.set(lower, number + 1)
    return `${base}${join}${String(number)}`
  }
  const add = (name: string): void => void names.add(name.toLowerCase())
  return {
    add,
    take: (base) => {
      const name = names.has(base.toLowerCase()) ? numbered(base) : base
      add(name)
      return name
    },
  }
}

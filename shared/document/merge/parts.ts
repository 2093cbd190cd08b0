import { divided } from '../scenarios/fields.ts'
import type { TableName } from '../types.ts'

/**
 * How a value is merged: as one cell, or part by part. Anything that is not built as its part says is one cell too, and what one copy
 * has whole and the other not at all.
 */
export type Part =
  | 'cell'
  /** An object, each of whose keys is a part of the same kind. */
  | { readonly each: Part }
  /** An object with parts of unlike kinds; those not named here are cells. */
  | { readonly fields: Readonly<Record<string, Part>> }
  /** A list of as many items, of the same kinds, in every copy: what is added to it or taken away changes the meaning of the others. */
  | { readonly rows: Part }
  /** A list of items told apart by the text or number in this field. `isBefore`: which of two comes first that the copies put at one place. */
  | { readonly by: string; readonly item: Part; readonly isBefore: (one: string, other: string) => boolean }

const cells: Part = { each: 'cell' }
const byText = (one: string, other: string): boolean => one < other
const byNumber = (one: string, other: string): boolean => Number(one) < Number(other)

/** A rule for one row comes behind rules for many, which it is an exception from. */
function rowsLast(one: string, other: string): boolean {
  const [first, second] = [one.startsWith('row:'), other.startsWith('row:')]
  return first === second ? one < other : second
}

/** What is merged part by part; every other field of a record is a cell. A currency is one: its rate is worth nothing without its code. */
const PARTS: { readonly [T in TableName]?: Readonly<Record<string, Part>> } = {
  settings: { priceBook: { fields: { adjustments: { by: 'match', item: cells, isBefore: byText } } }, horizon: cells },
  components: { inputs: cells, tags: cells, prices: { each: cells }, purchase: { rows: cells } },
  budgets: { phases: { by: 'month', item: cells, isBefore: byNumber } },
  schedules: { scaling: cells },
  environments: { rules: { by: 'match', item: { fields: { set: cells } }, isBefore: rowsLast } },
  services: { inputs: { each: cells }, charges: { each: { fields: { price: { rows: cells } } } } },
  scenarios: { decision: cells },
}

/** The part that a field of a record is. */
export function partOf(table: TableName, field: string): Part {
  const parts = PARTS[table] ?? {}
  return (Object.hasOwn(parts, field) ? parts[field] : undefined) ?? 'cell'
}

/** The part that a field of a record is, as an override names it (`inputs.count`). */
export function partOfOverride(table: TableName, field: string): Part {
  const [key, inner] = divided(field)
  const part = partOf(table, key)
  return inner === null ? part : partWithin(part, inner)
}

/** The part that a key of a part is. */
export function partWithin(part: Part, key: string): Part {
  if (part === 'cell') return part
  if ('each' in part) return part.each
  if ('fields' in part) return (Object.hasOwn(part.fields, key) ? part.fields[key] : undefined) ?? 'cell'
  return 'rows' in part ? part.rows : part.item
}

/** The parts of a value by their keys; null where it is not built as it should be and is a cell. What is not there has none. */
export function partsOf(part: Part, value: unknown): ReadonlyMap<string, unknown> | null {
  if (part === 'cell') return null
  if (value === undefined) return new Map()
  if ('each' in part || 'fields' in part)
    return isObject(value) ? new Map(Object.entries(value).filter(([, one]) => one !== undefined)) : null
  if (!Array.isArray(value)) return null
  const items: readonly unknown[] = value
  const found = new Map(items.map((item, index) => ['rows' in part ? rowKey(item, index) : keyOf(item, part.by), item] as const))
  return found.size === items.length && !found.has('') ? found : null
}

/** A value of these parts, in their order. */
export function ofParts(part: Part, parts: ReadonlyMap<string, unknown>): unknown {
  return part !== 'cell' && ('rows' in part || 'by' in part) ? [...parts.values()] : Object.fromEntries(parts)
}

/** The place, and what kind of item stands there where items are of unlike kinds: `2`, `1 spot`. */
function rowKey(item: unknown, index: number): string {
  const kind = keyOf(item, 'kind')
  return kind === '' ? String(index + 1) : `${String(index + 1)} ${kind}`
}

function keyOf(item: unknown, field: string): string {
  const key: unknown = isObject(item) && Object.hasOwn(item, field) ? Reflect.get(item, field) : undefined
  return typeof key === 'string' || typeof key === 'number' ? String(key) : ''
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

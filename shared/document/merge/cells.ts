import type { TableName, Tables } from '../types.ts'

export type AnyRecord = Tables[TableName]

/** Parts of a record whose keys are cells of their own, as `inputs.count`; every other part is one cell as a whole. */
const DIVIDED: { readonly [T in TableName]?: ReadonlySet<string> } = {
  components: new Set(['inputs', 'tags', 'prices']),
  scenarios: new Set(['decision']),
  settings: new Set(['priceBook']),
}

/** The id tells which record it is; its place and a scenario's overrides are merged by themselves. */
const NO_CELLS = new Set(['id', 'order', 'overrides'])

/** The cells of a record with what stands in them. */
export function cellsOf(table: TableName, record: AnyRecord): ReadonlyMap<string, unknown> {
  const cells = new Map<string, unknown>()
  for (const [key, value] of Object.entries(record)) {
    if (NO_CELLS.has(key) || value === undefined) continue
    if (DIVIDED[table]?.has(key) === true && isObject(value)) {
      for (const [inner, one] of Object.entries(value)) cells.set(`${key}.${inner}`, one)
    } else cells.set(key, value)
  }
  return cells
}

/** The record with the cell at this value; `undefined` takes the cell away. */
export function withCell<R extends AnyRecord>(table: TableName, record: R, cell: string, value: unknown): R {
  const point = cell.indexOf('.')
  const key = point < 0 ? cell : cell.slice(0, point)
  if (point < 0 || DIVIDED[table]?.has(key) !== true) return withKey(record, cell, value)
  const part: unknown = Reflect.get(record, key)
  return withKey(record, key, withKey(isObject(part) ? part : {}, cell.slice(point + 1), value))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Defined, not assigned, so that `__proto__` stays a plain key. */
function withKey<R extends object>(record: R, key: string, value: unknown): R {
  const copy = { ...record }
  if (value === undefined) Reflect.deleteProperty(copy, key)
  else Object.defineProperty(copy, key, { value, enumerable: true, writable: true, configurable: true })
  return copy
}

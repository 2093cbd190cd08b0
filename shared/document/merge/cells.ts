import type { TableName, Tables } from '../types.ts'
import { isObject, partOf } from './parts.ts'

export type AnyRecord = Tables[TableName]

/** The id tells which record it is; its place and a scenario's overrides are merged by themselves. */
const NO_CELLS = new Set(['id', 'order', 'overrides'])

/** The cells of a record with what stands in them. */
export function cellsOf(table: TableName, record: AnyRecord): ReadonlyMap<string, unknown> {
  const cells = new Map<string, unknown>()
  for (const [key, value] of Object.entries(record)) {
    if (NO_CELLS.has(key) || value === undefined) continue
    if (partOf(table, key) !== 'cell' && isObject(value)) {
      for (const [inner, one] of Object.entries(value)) cells.set(`${key}.${inner}`, one)
    } else cells.set(key, value)
  }
  return cells
}

/** The fields of a record that are merged, each with what stands in it. */
export function fieldsOf(record: AnyRecord): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(record).filter(([key, value]) => !NO_CELLS.has(key) && value !== undefined))
}

/** The record with the field at this value; `undefined` takes it away. Defined, not assigned, so that `__proto__` stays a plain key. */
export function withField<R extends object>(record: R, key: string, value: unknown): R {
  const copy = { ...record }
  if (value === undefined) Reflect.deleteProperty(copy, key)
  else Object.defineProperty(copy, key, { value, enumerable: true, writable: true, configurable: true })
  return copy
}

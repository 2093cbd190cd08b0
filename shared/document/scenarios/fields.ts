import { equal } from '../equal.ts'
import type { OverriddenTable, Tables } from '../types.ts'

type AnyRecord = Tables[OverriddenTable]

/** Maps of a component whose keys are overridden one by one; everything else is a field of its own. */
const MAPS = new Set(['inputs', 'tags', 'prices'])

/** A field as an override names it: `region`, or `inputs.count` for a key of one of a component's maps. */
export function fieldValue(record: AnyRecord, field: string): unknown {
  const [key, inner] = divided(field)
  const value = own(record, key)
  return inner === null ? value : own(value, inner)
}

/** The record with the field at this value; `null` takes the key away. */
export function withField<R extends AnyRecord>(record: R, field: string, value: unknown): R {
  const [key, inner] = divided(field)
  if (inner === null) return withKey(record, key, value)
  const map = own(record, key)
  return withKey(record, key, withKey(typeof map === 'object' && map !== null ? map : {}, inner, value))
}

/** Fields in which two records of one id differ, with the value each has (`null`: absent). */
export function differentFields(
  before: AnyRecord,
  after: AnyRecord,
): readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[] {
  return [...new Set([...fieldsOf(before), ...fieldsOf(after)])].flatMap((field) => {
    const values = { field, before: fieldValue(before, field), after: fieldValue(after, field) }
    return equal(values.before, values.after) ? [] : [values]
  })
}

function fieldsOf(record: AnyRecord): readonly string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (key === 'id') return []
    if (!MAPS.has(key) || !isMapOf(record, value)) return [key]
    return Object.keys(value).map((inner) => `${key}.${inner}`)
  })
}

/** Only components have maps of cell texts; a service's `inputs` are declarations and stand together. */
function isMapOf(record: AnyRecord, value: unknown): value is object {
  return 'service' in record && typeof value === 'object' && value !== null
}

/**
 * A field's key in the record, and in one of a component's maps the key in there. The name of an input may itself hold a point: only
 * the first one divides.
 */
export function divided(field: string): readonly [key: string, inner: string | null] {
  const point = field.indexOf('.')
  if (point < 0 || !MAPS.has(field.slice(0, point))) return [field, null]
  return [field.slice(0, point), field.slice(point + 1)]
}

function own(record: unknown, key: string): unknown {
  if (typeof record !== 'object' || record === null || !Object.hasOwn(record, key)) return null
  return Reflect.get(record, key) ?? null
}

/** A copy in which the key has this value (`null`: is not there); defined, not assigned, so that `__proto__` stays a plain key. */
function withKey<R extends object>(record: R, key: string, value: unknown): R {
  const copy = { ...record }
  if (value === null) Reflect.deleteProperty(copy, key)
  else Object.defineProperty(copy, key, { value, enumerable: true, writable: true, configurable: true })
  return copy
}

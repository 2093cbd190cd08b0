import { equal } from '../equal.ts'
import type { Id, TableName } from '../types.ts'
import { cellsOf, fieldsOf, withField, type AnyRecord } from './cells.ts'
import { partOf } from './parts.ts'
import { nameOf, fieldText, shortened, valueText } from './text.ts'
import type { Choices, Conflict, Side } from './types.ts'
import { mergedValue, type Values } from './value.ts'

/** One merge under way: the choices it was given, and the conflicts it has met. */
export type Merging = {
  /** Is it known what the copies have in common? */
  readonly isBaseKnown: boolean
  /** Whose cell is taken; the conflict is noted. */
  readonly settle: (conflict: Omit<Conflict, 'key' | 'choice'> & { readonly within?: Id; readonly path?: readonly string[] }) => Side
  readonly conflicts: readonly Conflict[]
}

export function merging(isBaseKnown: boolean, choices: Choices): Merging {
  const conflicts = new Map<string, Conflict>()
  return {
    isBaseKnown,
    settle: ({ within, path, ...conflict }) => {
      const { table, id, field } = conflict
      // Keys may hold points, so that two paths can read the same.
      const at = path ?? field
      const key = JSON.stringify(within === undefined ? [table, id, at] : [table, id, at, within])
      const choice = choices(key)
      conflicts.set(key, { key, ...conflict, choice })
      return choice
    },
    get conflicts() {
      return [...conflicts.values()]
    },
  }
}

/** The scenario in whose overrides a record stands. */
export type Within = { readonly id: Id; readonly name: string } | null

/** A record of both copies, cell by cell; its place and the overrides of a scenario are ours. */
export function mergedRecord<R extends AnyRecord>(
  table: TableName,
  { base, ours, theirs }: { readonly base: AnyRecord | null; readonly ours: R; readonly theirs: R },
  merge: Merging,
  within: Within,
): R {
  const isKnown = merge.isBaseKnown && base !== null
  const was = base === null ? new Map<string, unknown>() : fieldsOf(base)
  const here = fieldsOf(ours)
  const there = fieldsOf(theirs)
  let merged = ours
  for (const field of new Set([...here.keys(), ...there.keys()])) {
    const values = { base: was.get(field), ours: here.get(field), theirs: there.get(field) }
    const value = mergedValue(partOf(table, field), [field], values, isKnown, (path, at) =>
      merge.settle({ ...placeOf(table, ours, within), ...cellTexts(path, at) }),
    )
    if (value !== values.ours) merged = withField(merged, field, value)
  }
  return merged
}

/** A conflict's cell and what each copy has there. */
export function cellTexts(path: readonly string[], { base, ours, theirs }: Values) {
  const field = path.join('.')
  return { path, field, base: valueText(field, base), ours: valueText(field, ours), theirs: valueText(field, theirs) }
}

/** Where a conflict of this record stands. */
export function placeOf(table: TableName, record: AnyRecord, within: Within) {
  const place = { table, id: record.id, name: nameOf(record), scenario: within?.name ?? null }
  return within === null ? place : { ...place, within: within.id }
}

/** The cells of a record that its base has otherwise, as text: what somebody did to a record that the other side deleted. */
export function changesText(table: TableName, record: AnyRecord, base: AnyRecord | null): string {
  const was = base === null ? new Map<string, unknown>() : cellsOf(table, base)
  const is = cellsOf(table, record)
  const changed = [...new Set([...is.keys(), ...was.keys()])].filter((cell) => !equal(is.get(cell) ?? '', was.get(cell) ?? ''))
  const texts = changed.map((cell) => `${fieldText(cell)}: ${valueText(cell, is.get(cell)) ?? 'nothing'}`)
  return texts.length === 0 ? 'changed' : shortened(texts.join('; '))
}

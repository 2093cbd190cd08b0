import { equal } from '../equal.ts'
import type { Id, TableName } from '../types.ts'
import { cellsOf, withCell, type AnyRecord } from './cells.ts'
import { nameOf, fieldText, shortened, valueText } from './text.ts'
import type { Choices, Conflict, Side } from './types.ts'

/** One merge under way: the choices it was given, and the conflicts it has met. */
export type Merging = {
  /** Is it known what the copies have in common? */
  readonly isBaseKnown: boolean
  /** Whose cell is taken; the conflict is noted. */
  readonly settle: (conflict: Omit<Conflict, 'key' | 'choice'> & { readonly within?: Id }) => Side
  readonly conflicts: readonly Conflict[]
}

export function merging(isBaseKnown: boolean, choices: Choices): Merging {
  const conflicts = new Map<string, Conflict>()
  return {
    isBaseKnown,
    settle: ({ within, ...conflict }) => {
      const { table, id, field } = conflict
      const key = JSON.stringify(within === undefined ? [table, id, field] : [table, id, field, within])
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
  const was = base === null ? new Map<string, unknown>() : cellsOf(table, base)
  const here = cellsOf(table, ours)
  const there = cellsOf(table, theirs)
  let merged = ours
  for (const cell of new Set([...here.keys(), ...there.keys()])) {
    const [b, o, t] = [was.get(cell), here.get(cell), there.get(cell)]
    const isKnown = merge.isBaseKnown && base !== null
    if (equal(o, t) || (isKnown && equal(t, b))) continue
    if (isKnown && equal(o, b)) merged = withCell(table, merged, cell, t)
    else {
      const side = merge.settle({
        ...placeOf(table, ours, within),
        field: cell,
        base: valueText(cell, b),
        ours: valueText(cell, o),
        theirs: valueText(cell, t),
      })
      if (side === 'theirs') merged = withCell(table, merged, cell, t)
    }
  }
  return merged
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

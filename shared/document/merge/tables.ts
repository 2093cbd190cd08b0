import { equal } from '../equal.ts'
import { rows } from '../rows.ts'
import type { Id, Ordered, Scenario, TableName, Tables } from '../types.ts'
import type { AnyRecord } from './cells.ts'
import { changesText, mergedRecord, placeOf, type Merging } from './merging.ts'
import { mergedOverrides, sameLists, type Among } from './overrides.ts'
import { mergedSequence, numbered } from './sequence.ts'

type Table<T extends TableName> = ReadonlyMap<Id, Tables[T]>
type Copies<R> = { readonly base: R | null; readonly ours: R; readonly theirs: R }

/** One table of both copies: its records, then the order they stand in. */
export function mergedTable<T extends TableName>(table: T, { base, ours, theirs }: Copies<Table<T>>, merge: Merging): Table<T> {
  return mergedBy(table, { base, ours, theirs }, merge, (copies) => mergedRecord(table, copies, merge, null))
}

/** The scenarios, whose overrides count places among the merged rows already. */
export function mergedScenarios(copies: Copies<Table<'scenarios'>>, among: Among, merge: Merging): Table<'scenarios'> {
  return mergedBy('scenarios', copies, merge, ({ base, ours, theirs }) => ({
    ...mergedRecord('scenarios', { base, ours, theirs }, merge, null),
    overrides: mergedOverrides({ base, ours, theirs }, among, merge),
  }))
}

function mergedBy<T extends TableName>(
  table: T,
  { base, ours, theirs }: Copies<Table<T>>,
  merge: Merging,
  mergeBoth: (copies: Copies<Tables[T]>) => Tables[T],
): Table<T> {
  const records = new Map<Id, Tables[T]>()
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    const copies = { base: base?.get(id) ?? null, ours: ours.get(id) ?? null, theirs: theirs.get(id) ?? null }
    const merged = mergedOne(table, copies, merge, mergeBoth)
    if (merged !== null) records.set(id, merged)
  }
  return inOrder(table, { base, ours, theirs }, records, merge)
}

function mergedOne<T extends TableName>(
  table: T,
  { base, ours, theirs }: { readonly [S in 'base' | 'ours' | 'theirs']: Tables[T] | null },
  merge: Merging,
  mergeBoth: (copies: Copies<Tables[T]>) => Tables[T],
): Tables[T] | null {
  if (same(ours, theirs)) return ours
  if (merge.isBaseKnown && same(theirs, base)) return ours
  if (merge.isBaseKnown && same(ours, base)) return theirs
  if (ours !== null && theirs !== null) return mergeBoth({ base, ours, theirs })
  const there = ours ?? theirs
  if (there === null) return null
  const text = (one: Tables[T] | null) => (one === null ? null : changesText(table, one, base))
  const side = merge.settle({
    ...placeOf(table, there, null),
    field: null,
    base: base === null ? null : changesText(table, base, null),
    ours: text(ours),
    theirs: text(theirs),
  })
  return side === 'ours' ? ours : theirs
}

/** Where they stand says nothing about what they are. */
function same(one: AnyRecord | null, other: AnyRecord | null): boolean {
  if (one === null || other === null) return one === other
  if (isScenario(one) && isScenario(other)) {
    return equal({ ...one, order: 0, overrides: [] }, { ...other, order: 0, overrides: [] }) && sameLists(one.overrides, other.overrides)
  }
  return one === other || equal({ ...one, order: 0 }, { ...other, order: 0 })
}

function isScenario(record: AnyRecord): record is Scenario {
  return 'overrides' in record
}

function inOrder<T extends TableName>(table: T, { base, ours, theirs }: Copies<Table<T>>, records: Table<T>, merge: Merging): Table<T> {
  if (table === 'settings') return records
  const list = mergedSequence(
    { base: base === null ? null : idsOf(base), ours: idsOf(ours), theirs: idsOf(theirs), kept: new Set(records.keys()) },
    (id) => {
      const record = records.get(id)
      if (record === undefined) return 'ours'
      const behind = (copy: Table<T>) => placeText(copy, id)
      return merge.settle({
        ...placeOf(table, record, null),
        field: 'order',
        base: base === null ? null : behind(base),
        ours: behind(ours),
        theirs: behind(theirs),
      })
    },
  )
  const orders = numbered(list, (id) => ours.get(id)?.order)
  return new Map(
    list.flatMap((id) => {
      const record = records.get(id)
      return record === undefined ? [] : [[id, withOrder(record, orders.get(id) ?? record.order)] as const]
    }),
  )
}

function idsOf(table: ReadonlyMap<Id, Ordered>): readonly Id[] {
  return rows(table).map(({ id }) => id)
}

function withOrder<R extends AnyRecord>(record: R, order: number): R {
  return record.order === order ? record : { ...record, order }
}

function placeText<T extends TableName>(copy: Table<T>, id: Id): string | null {
  const list = rows<Ordered>(copy)
  const index = list.findIndex((one) => one.id === id)
  const before = list[index - 1]
  if (index < 0) return null
  if (before === undefined) return 'first'
  const record = copy.get(before.id)
  return record === undefined ? null : `behind “${placeOf('components', record, null).name}”`
}

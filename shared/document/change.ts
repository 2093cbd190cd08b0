import { equal } from './equal.ts'
import { Fault } from './fault.ts'
import type { Id, TableName, Tables, Workbook } from './types.ts'

/**
 * The one change type: undo, saving, recalculation and the grid all read it.
 * `before: null` adds the record, `after: null` removes it. A record is replaced whole.
 */
export type Change = { [T in TableName]: ChangeIn<T> }[TableName]

export type ChangeIn<T extends TableName> = {
  readonly table: T
  readonly id: Id
  readonly before: Tables[T] | null
  readonly after: Tables[T] | null
}

type AnyRecord = Tables[TableName]

/**
 * The workbook after the changes, in their order; the one given is untouched, and so are tables without a change.
 * Throws a Fault when a change's `before` is not what stands there: it was made for another workbook.
 */
export function apply(workbook: Workbook, changes: readonly Change[]): Workbook {
  if (changes.length === 0) return workbook
  const tables = new Map<TableName, Map<Id, AnyRecord>>()
  for (const change of changes) {
    let records = tables.get(change.table)
    if (!records) {
      records = new Map<Id, AnyRecord>(workbook[change.table])
      tables.set(change.table, records)
    }
    applyOne(records, change)
  }
  return { ...workbook, ...Object.fromEntries(tables) }
}

function applyOne(records: Map<Id, AnyRecord>, change: Change): void {
  const there = records.get(change.id) ?? null
  const where = `${change.table} ${JSON.stringify(change.id)}`
  if (there !== change.before && !equal(there, change.before)) {
    throw new Fault(`A change of ${where} expects another record than the one that stands there.`)
  }
  if (change.after === null) {
    if (change.table === 'settings') throw new Fault('The settings of a workbook cannot be removed.')
    records.delete(change.id)
    return
  }
  if (change.after.id !== change.id) throw new Fault(`A change of ${where} holds the record ${JSON.stringify(change.after.id)}.`)
  if (change.table === 'settings' && change.id !== 'settings') throw new Fault(`A workbook has one settings record, not ${where}.`)
  records.set(change.id, change.after)
}

/** The changes that undo these: `apply(apply(w, changes), invert(changes))` equals `w`. */
export function invert(changes: readonly Change[]): readonly Change[] {
  return changes.map(inverted).reverse()
}

function inverted<C extends Change>(change: C): C {
  return { ...change, before: change.after, after: change.before }
}

function endingIn<C extends Change>(change: C, after: C['after']): C {
  return { ...change, after }
}

/**
 * The same effect with one change per record, at the place of the record's first; what ends where it began is
 * left out. Records do not depend on each other, so changes of one record combine across changes of others.
 */
export function squash(changes: readonly Change[]): readonly Change[] {
  const squashed: Change[] = []
  const places = new Map<TableName, Map<Id, number>>()
  for (const change of changes) {
    const ofTable = places.get(change.table) ?? new Map<Id, number>()
    places.set(change.table, ofTable)
    const place = ofTable.get(change.id)
    const first = place === undefined ? undefined : squashed[place]
    if (place === undefined || first === undefined) {
      ofTable.set(change.id, squashed.push(change) - 1)
    } else {
      squashed[place] = endingIn(first, change.after)
    }
  }
  return squashed.filter((change) => !equal(change.before, change.after))
}

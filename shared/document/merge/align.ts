import type { Id, Override, TableName, Workbook } from '../types.ts'
import { rows } from '../rows.ts'
import type { AnyRecord } from './cells.ts'
import { nameOf } from './text.ts'
import type { MergeInput } from './types.ts'

const TABLES = ['drivers', 'components', 'budgets', 'schedules', 'environments', 'services', 'scenarios', 'snapshots'] as const
type Listed = (typeof TABLES)[number]

/** New ids of a copy, by table. */
type Renames = ReadonlyMap<TableName, ReadonlyMap<Id, Id>>

/**
 * The copies with one id for one thing. Ids tell records apart, but a file written by hand has none: `made` are the ids its reader
 * made up, and such a record is the one of the same name (the second of a name is the second) in the other copies. Two records of
 * one name that both copies added are one thing too, so that what differs in them is told cell by cell.
 */
export function aligned({ base, ours, theirs }: MergeInput, made: ReadonlySet<Id>): MergeInput {
  let copies = { base, ours, theirs }
  if (copies.base !== null && made.size > 0) {
    const first = matchedMade(copies.base, copies.ours, made)
    copies = { ...copies, base: renamed(copies.base, first.left), ours: renamed(copies.ours, first.right) }
    const second = matchedMade(copies.base ?? copies.ours, copies.theirs, made)
    copies = {
      base: copies.base === null ? null : renamed(copies.base, second.left),
      ours: renamed(copies.ours, second.left),
      theirs: renamed(copies.theirs, second.right),
    }
  }
  const both = matchedNames(copies, made)
  return { ...copies, ours: renamed(copies.ours, both.left), theirs: renamed(copies.theirs, both.right) }
}

type Pairs = { readonly left: Renames; readonly right: Renames }

/** Records of one name, pair by pair, where the id of one of the two was made up: it takes the other's. */
function matchedMade(left: Workbook, right: Workbook, made: ReadonlySet<Id>): Pairs {
  const renames = { left: new Map<TableName, Map<Id, Id>>(), right: new Map<TableName, Map<Id, Id>>() }
  for (const table of TABLES) {
    const ofRight = byName(unknownTo(right, left, table))
    for (const [name, ones] of byName(unknownTo(left, right, table))) {
      const others = ofRight.get(name) ?? []
      ones.forEach((one, index) => {
        const other = others[index]
        if (other === undefined) return
        if (made.has(other)) put(renames.right, table, other, one)
        else if (made.has(one)) put(renames.left, table, one, other)
      })
    }
  }
  return renames
}

/**
 * What both added under one name, where there is one of the name on each side. The smaller id stays, whoever is called ours; ours does
 * where nobody knows what the copies have in common.
 */
function matchedNames({ base, ours, theirs }: MergeInput, made: ReadonlySet<Id>): Pairs {
  const renames = { left: new Map<TableName, Map<Id, Id>>(), right: new Map<TableName, Map<Id, Id>>() }
  for (const table of TABLES) {
    if (table === 'snapshots') continue
    const isNew = (id: Id) => base === null || !base[table].has(id)
    const ofTheirs = byName(unknownTo(theirs, ours, table).filter(({ id }) => isNew(id)))
    for (const [name, [one, ...more]] of byName(unknownTo(ours, theirs, table).filter(({ id }) => isNew(id)))) {
      const [other, ...others] = ofTheirs.get(name) ?? []
      if (one === undefined || other === undefined || more.length > 0 || others.length > 0 || name === '') continue
      const staysOurs = base === null || (made.has(one) === made.has(other) ? one < other : made.has(other))
      if (staysOurs) put(renames.right, table, other, one)
      else put(renames.left, table, one, other)
    }
  }
  return renames
}

function put(renames: Map<TableName, Map<Id, Id>>, table: TableName, from: Id, to: Id): void {
  const ofTable = renames.get(table) ?? new Map<Id, Id>()
  ofTable.set(from, to)
  renames.set(table, ofTable)
}

function unknownTo(copy: Workbook, other: Workbook, table: Listed): readonly AnyRecord[] {
  const known: ReadonlyMap<Id, AnyRecord> = other[table]
  return rows<AnyRecord>(copy[table]).filter(({ id }) => !known.has(id))
}

/** Ids by name; letters count as written. */
function byName(records: readonly AnyRecord[]): ReadonlyMap<string, readonly Id[]> {
  const found = new Map<string, Id[]>()
  for (const record of records) {
    const name = 'text' in record ? `${record.name} ${record.at}` : 'scope' in record || record.name !== '' ? nameOf(record) : ''
    const list = found.get(name)
    if (list === undefined) found.set(name, [record.id])
    else list.push(record.id)
  }
  return found
}

/** The workbook with other ids, and everything that refers to them by id. */
function renamed(workbook: Workbook, renames: Renames): Workbook {
  if (renames.size === 0) return workbook
  const to = (table: TableName, id: Id) => renames.get(table)?.get(id) ?? id
  const components = withIds(
    workbook.components,
    (id) => to('components', id),
    (row) => ({ ...row, service: serviceId(row.service, to) }),
  )
  const scenarios = withIds(
    workbook.scenarios,
    (id) => to('scenarios', id),
    (one) => ({
      ...one,
      parent: one.parent === null ? null : to('scenarios', one.parent),
      overrides: one.overrides.map((override) => overrideTo(override, to)),
    }),
  )
  const environments = withIds(
    workbook.environments,
    (id) => to('environments', id),
    (one) => ({
      ...one,
      rules: one.rules.map((rule) => ({
        ...rule,
        match: rule.match.startsWith('row:') ? `row:${to('components', rule.match.slice(4))}` : rule.match,
      })),
    }),
  )
  const same = <R extends AnyRecord>(record: R) => record
  return {
    ...workbook,
    components,
    scenarios,
    environments,
    drivers: withIds(workbook.drivers, (id) => to('drivers', id), same),
    budgets: withIds(workbook.budgets, (id) => to('budgets', id), same),
    schedules: withIds(workbook.schedules, (id) => to('schedules', id), same),
    services: withIds(workbook.services, (id) => to('services', id), same),
    snapshots: withIds(workbook.snapshots, (id) => to('snapshots', id), same),
  }
}

type To = (table: TableName, id: Id) => Id

function withIds<R extends AnyRecord>(table: ReadonlyMap<Id, R>, to: (id: Id) => Id, also: (record: R) => R): ReadonlyMap<Id, R> {
  return new Map([...table].map(([id, record]) => [to(id), also({ ...record, id: to(id) })]))
}

function serviceId(service: string, to: To): string {
  return service.startsWith('user.') ? `user.${to('services', service.slice(5))}` : service
}

function overrideTo(one: Override, to: To): Override {
  const id = to(one.table, one.id)
  return one.kind === 'add' ? { ...one, id, record: { ...one.record, id } } : { ...one, id }
}

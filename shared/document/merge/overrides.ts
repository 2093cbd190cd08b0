import { equal } from '../equal.ts'
import type { Id, OverriddenTable, Override, Scenario } from '../types.ts'
import type { AnyRecord } from './cells.ts'
import { cellTexts, mergedRecord, placeOf, type Merging, type Within } from './merging.ts'
import { partOfOverride } from './parts.ts'
import { mergedSequence } from './sequence.ts'
import { nameOf, overridesText, valueText } from './text.ts'
import { mergedValue, type Values } from './value.ts'

/** What is known of the merged rows, for an override that only knows ids and order numbers. */
export type Among = {
  /** What a record is called. */
  readonly name: (table: OverriddenTable, id: Id) => string
  /** The place an order number stands for: `first`, or behind which row. */
  readonly place: (table: OverriddenTable, order: number) => string
}

type Lists = { readonly base: readonly Override[]; readonly ours: readonly Override[]; readonly theirs: readonly Override[] }

/**
 * What a scenario holds differently, merged record by record: fields one by one, a record of its own cell by cell, and a record that
 * one copy changes and the other leaves out as a whole. Order numbers count among the merged rows already.
 */
export function mergedOverrides(
  { base, ours, theirs }: { readonly base: Scenario | null; readonly ours: Scenario; readonly theirs: Scenario },
  among: Among,
  merge: Merging,
): readonly Override[] {
  const all = { base: byRecord(base?.overrides ?? []), ours: byRecord(ours.overrides), theirs: byRecord(theirs.overrides) }
  const within = { id: ours.id, name: nameOf(ours) }
  const isBaseKnown = merge.isBaseKnown && base !== null
  const merged = [...new Set([...all.base.keys(), ...all.ours.keys(), ...all.theirs.keys()])].flatMap((record) =>
    mergedOfRecord(
      { base: all.base.get(record) ?? [], ours: all.ours.get(record) ?? [], theirs: all.theirs.get(record) ?? [] },
      { isBaseKnown, among, merge, within },
    ),
  )
  const keyed = new Map(keys(merged).map((key, index) => [key, merged[index]]))
  const list = mergedSequence(
    {
      base: base === null ? null : keys(base.overrides),
      ours: keys(ours.overrides),
      theirs: keys(theirs.overrides),
      kept: new Set(keyed.keys()),
    },
    () => 'ours',
  )
  return list.flatMap((key) => keyed.get(key) ?? [])
}

/** A key for each; several for one cell, as a file written by hand may hold, are told apart by their number. */
function keys(overrides: readonly Override[]): readonly string[] {
  const seen = new Map<string, number>()
  return overrides.map((one) => {
    const key = JSON.stringify([one.table, one.id, one.kind, one.kind === 'set' ? one.field : null])
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key}${String(count)}`
  })
}

function byRecord(overrides: readonly Override[]): ReadonlyMap<string, readonly Override[]> {
  const found = new Map<string, Override[]>()
  for (const one of overrides) {
    const key = JSON.stringify([one.table, one.id])
    const list = found.get(key)
    if (list === undefined) found.set(key, [one])
    else list.push(one)
  }
  return found
}

type Context = {
  readonly isBaseKnown: boolean
  readonly among: Among
  readonly merge: Merging
  readonly within: NonNullable<Within>
}

function mergedOfRecord({ base, ours, theirs }: Lists, context: Context): readonly Override[] {
  const { isBaseKnown, among, merge, within } = context
  if (sameLists(ours, theirs) || (isBaseKnown && sameLists(theirs, base))) return ours
  if (isBaseKnown && sameLists(ours, base)) return theirs
  if ([base, ours, theirs].every(areFields)) return mergedFields({ base, ours, theirs }, context)
  const [added, other] = [onlyAdded(ours), onlyAdded(theirs)]
  if (added !== null && other !== null && added.table === other.table) {
    const was = onlyAdded(base)?.record ?? null
    const record = mergedRecord(added.table, { base: was, ours: added.record, theirs: other.record }, merge, within)
    const places = { base: was?.order ?? null, ours: added.record.order, theirs: other.record.order }
    return [{ ...added, record: { ...record, order: mergedPlace({ table: added.table, record, places }, context) } }]
  }
  const [first] = [...ours, ...theirs]
  if (first === undefined) return []
  const side = merge.settle({
    table: first.table,
    id: first.id,
    name: added === null ? among.name(first.table, first.id) : nameOf(added.record),
    scenario: within.name,
    within: within.id,
    field: null,
    base: overridesText(base),
    ours: overridesText(ours),
    theirs: overridesText(theirs),
  })
  return side === 'ours' ? ours : theirs
}

type Placed = {
  readonly table: OverriddenTable
  readonly record: AnyRecord
  readonly places: { readonly base: number | null; readonly ours: number; readonly theirs: number }
}

/** Where a scenario's own row of both copies stands: as the copy that moved it has it, and asked about where both put it somewhere. */
function mergedPlace({ table, record, places }: Placed, { isBaseKnown, among, merge, within }: Context): number {
  const { base, ours, theirs } = places
  const isKnown = isBaseKnown && base !== null
  if (close(ours, theirs) || (isKnown && close(theirs, base))) return ours
  if (isKnown && close(ours, base)) return theirs
  const side = merge.settle({
    ...placeOf(table, record, within),
    field: 'order',
    base: base === null ? null : among.place(table, base),
    ours: among.place(table, ours),
    theirs: among.place(table, theirs),
  })
  return side === 'ours' ? ours : theirs
}

type Field = Extract<Override, { readonly kind: 'set' }>

function areFields(list: readonly Override[]): list is readonly Field[] {
  return list.every((one) => one.kind === 'set') && new Set(list.map((one) => one.kind === 'set' && one.field)).size === list.length
}

function onlyAdded(list: readonly Override[]) {
  const [one] = list
  return list.length === 1 && one?.kind === 'add' ? one : null
}

function mergedFields({ base, ours, theirs }: Lists, { isBaseKnown, among, merge, within }: Context): readonly Override[] {
  const [was, here, there] = [fields(base), fields(ours), fields(theirs)]
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((field): readonly Override[] => {
    const [b, o, t] = [was.get(field), here.get(field), there.get(field)]
    const kept = o ?? t
    if (kept === undefined) return []
    const chosen = (side: Field | undefined) => (side === undefined ? [] : [side])
    if (sameOne(o, t) || (isBaseKnown && sameOne(t, b))) return chosen(o)
    if (isBaseKnown && sameOne(o, b)) return chosen(t)
    const place = { table: kept.table, id: kept.id, name: among.name(kept.table, kept.id), scenario: within.name, within: within.id }
    if (o !== undefined && t !== undefined && field !== 'order') {
      const values = { base: b?.value ?? undefined, ours: o.value ?? undefined, theirs: t.value ?? undefined }
      const value = mergedValue(partOfOverride(kept.table, field), [field], values, isBaseKnown && b !== undefined, (path, at) =>
        merge.settle({ ...place, ...heldTexts(path, at, b !== undefined) }),
      )
      return [{ ...o, value: value ?? null }]
    }
    const text = (one: Field | undefined) => (one === undefined ? null : fieldValueText(one, among))
    const side = merge.settle({ ...place, field, base: text(b), ours: text(o), theirs: text(t) })
    return chosen(side === 'ours' ? o : t)
  })
}

/** A cell that both hold otherwise; where one of them takes away what stood there it holds nothing. */
function heldTexts(path: readonly string[], values: Values, isBaseHeld: boolean) {
  const { base, ours, theirs, ...cell } = cellTexts(path, values)
  return { ...cell, base: isBaseHeld ? (base ?? 'nothing') : base, ours: ours ?? 'nothing', theirs: theirs ?? 'nothing' }
}

function fieldValueText({ table, field, value }: Field, among: Among): string {
  if (field === 'order' && typeof value === 'number') return among.place(table, value)
  return valueText(field, value ?? undefined) ?? 'nothing'
}

function fields(list: readonly Override[]): ReadonlyMap<string, Field> {
  return new Map(list.flatMap((one) => (one.kind === 'set' ? [[one.field, one] as const] : [])))
}

export function sameLists(one: readonly Override[], other: readonly Override[]): boolean {
  return one.length === other.length && one.every((override, index) => sameOne(override, other[index]))
}

/** Places were counted anew among the merged rows, so they are the same when they are as good as the same. */
function sameOne(one: Override | undefined, other: Override | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  if (one.kind === 'add' && other.kind === 'add') {
    return one.table === other.table && close(one.record.order, other.record.order) && equal(placeless(one.record), placeless(other.record))
  }
  if (one.kind === 'set' && other.kind === 'set' && one.field === 'order' && other.field === 'order') {
    return one.table === other.table && one.id === other.id && close(one.value, other.value)
  }
  return equal(one, other)
}

function placeless(record: AnyRecord): AnyRecord {
  return { ...record, order: 0 }
}

function close(one: unknown, other: unknown): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return equal(one, other)
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other))
}

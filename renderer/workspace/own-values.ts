import { useMemo } from 'react'
import { BASE_NAME, pushOverrides, resetOverrides } from '#shared/commands/scenarios.ts'
import type { OverridePlace } from '#shared/commands/scenarios.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { printPurchase } from '#shared/commands/purchase-text.ts'
import { rows } from '#shared/document/rows.ts'
import { recordIn } from '#shared/document/scenarios/record.ts'
import { fieldValue } from '#shared/document/scenarios/fields.ts'
import { parentWorkbook } from '#shared/document/scenarios/resolve.ts'
import type { Budget, Component, Driver, Id, Ordered, OverriddenTable, Scenario, Workbook } from '#shared/document/types.ts'
import { localise } from '#shared/formula/locale.ts'
import { edit } from './edit.ts'
import { useWorkspace, workspace } from './store.ts'

/** What the shown scenario holds differently from what it stands on. */
export type OwnValues = {
  readonly scenario: Scenario
  /** What it stands on, and what that is called. */
  readonly parent: Workbook
  readonly parentName: string
  /** Fields it sets, by record. A record it added stands in `added` instead. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>
  readonly added: ReadonlySet<string>
  /** Rows, drivers and budgets of the parent that it does without, in their order. */
  readonly dropped: readonly Component[]
  readonly droppedDrivers: readonly Driver[]
  readonly droppedBudgets: readonly Budget[]
}

let made: { readonly document: Workbook; readonly own: OwnValues } | null = null

/** `null` while the base is shown. The same object as long as the document is. */
export function ownValues(document: Workbook | null, id: Id | null): OwnValues | null {
  const scenario = document === null || id === null ? undefined : document.scenarios.get(id)
  if (document === null || scenario === undefined) return null
  if (made?.document !== document || made.own.scenario !== scenario) made = { document, own: valuesOf(document, scenario) }
  return made.own
}

export function useOwnValues(): OwnValues | null {
  return useWorkspace(({ document, scenario }) => ownValues(document, scenario))
}

function valuesOf(document: Workbook, scenario: Scenario): OwnValues {
  const parent = parentWorkbook(document, scenario)
  const fields = new Map<string, Set<string>>()
  const added = new Set<string>()
  const dropped = new Map<OverriddenTable, Id[]>()
  for (const one of scenario.overrides) {
    const key = keyOf(one.table, one.id)
    if (one.kind === 'add') added.add(key)
    else if (one.kind === 'drop') dropped.set(one.table, [...(dropped.get(one.table) ?? []), one.id])
    else if (one.kind === 'set' && recordIn(parent, one.table, one.id) !== undefined)
      fields.set(key, (fields.get(key) ?? new Set()).add(one.field))
  }
  return {
    scenario,
    parent,
    parentName: scenario.parent === null ? BASE_NAME : (document.scenarios.get(scenario.parent)?.name ?? BASE_NAME),
    fields,
    added,
    dropped: droppedOf(parent.components, dropped.get('components')),
    droppedDrivers: droppedOf(parent.drivers, dropped.get('drivers')),
    droppedBudgets: droppedOf(parent.budgets, dropped.get('budgets')),
  }
}

const nothing: readonly never[] = []

/** The same empty list whenever nothing is dropped, so that nobody takes it for another one. */
function droppedOf<T extends Ordered>(records: ReadonlyMap<Id, T>, ids: readonly Id[] | undefined): readonly T[] {
  if (ids === undefined) return nothing
  const wanted = ids.flatMap((id) => records.get(id) ?? [])
  return rows(new Map(wanted.map((record) => [record.id, record])))
}

function keyOf(table: OverriddenTable, id: Id): string {
  return `${table} ${id}`
}

const none: ReadonlySet<string> = new Set()

/** The fields of a record that the scenario sets. */
export function ownFields(own: OwnValues, table: OverriddenTable, id: Id): ReadonlySet<string> {
  return own.fields.get(keyOf(table, id)) ?? none
}

export function isAddedHere(own: OwnValues, table: OverriddenTable, id: Id): boolean {
  return own.added.has(keyOf(table, id))
}

/** A field as the parent has it, as this person would read it; empty where it has none. */
export function parentText(own: OwnValues, table: OverriddenTable, id: Id, field: string, locale: string): string {
  const record = recordIn(own.parent, table, id)
  return record === undefined ? '' : valueText(fieldValue(record, field), locale)
}

/** A value of a record as words: texts and numbers as they are, how a row is bought as the Buys column says it. */
export function valueText(value: unknown, locale: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return localise(value, locale)
  if (typeof value === 'number') return value.toLocaleString(locale, { maximumSignificantDigits: 15 })
  if (Array.isArray(value) && value.every(isShare)) return printPurchase(value)
  return JSON.stringify(value)
}

function isShare(value: unknown): value is Component['purchase'][number] {
  return typeof value === 'object' && value !== null && 'kind' in value && 'coverage' in value
}

/** A field of a record that the scenario sets: what the parent has there, and the ways back. */
export type OwnField = {
  readonly parentName: string
  /** The parent's value; `null` where the whole record stands only here. */
  readonly before: string | null
  readonly reset: () => Refusal | null
  readonly push: () => Refusal | null
}

/** `null` where the shown scenario holds nothing of its own. `matches` says which fields belong together, such as all of a row's tags. */
export function useOwnField(table: OverriddenTable, id: Id, matches: (field: string) => boolean): OwnField | null {
  const own = useOwnValues()
  const locale = useWorkspace((state) => state.locale)
  return useMemo(() => (own === null ? null : ownFieldOf(own, table, id, matches, locale)), [own, table, id, matches, locale])
}

function ownFieldOf(own: OwnValues, table: OverriddenTable, id: Id, matches: (field: string) => boolean, locale: string): OwnField | null {
  const fields = [...ownFields(own, table, id)].filter(matches)
  if (fields.length === 0) return null
  const places = fields.map((field) => ({ table, id, field }))
  const texts = fields.map((field) => parentText(own, table, id, field, locale)).filter((text) => text !== '')
  return { parentName: own.parentName, before: texts.join(', '), reset: () => resetPlaces(places), push: () => pushPlaces(places) }
}

/** Whether a record stands only in the shown scenario, with the ways to do away with it and to give it to the parent. */
export function useAddedHere(table: OverriddenTable, id: Id): OwnField | null {
  const own = useOwnValues()
  if (own === null || !isAddedHere(own, table, id)) return null
  const places = [{ table, id }]
  return { parentName: own.parentName, before: null, reset: () => resetPlaces(places), push: () => pushPlaces(places) }
}

/** The parent's values come back at these places of the shown scenario. */
export function resetPlaces(places: readonly OverridePlace[]): Refusal | null {
  const { scenario } = workspace.getState()
  return scenario === null ? null : edit(resetOverrides, { scenario, places })
}

/** What the shown scenario holds at these places becomes what its parent holds. */
export function pushPlaces(places: readonly OverridePlace[]): Refusal | null {
  const { scenario } = workspace.getState()
  return scenario === null ? null : edit(pushOverrides, { scenario, places })
}

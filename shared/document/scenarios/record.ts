import type { Change, ChangeIn } from '../change.ts'
import { equal } from '../equal.ts'
import { Fault } from '../fault.ts'
import type { AddedRecord, FieldOverride, Id, OverriddenTable, Override, Scenario, Tables, Workbook } from '../types.ts'
import { differentFields, fieldValue, withField } from './fields.ts'
import { parentWorkbook, scenarioWorkbook } from './resolve.ts'

type AnyRecord = Tables[OverriddenTable]

/**
 * Edits made while a scenario is shown, as edits of the document: what they change becomes overrides of the scenario, and what they
 * set back to the parent's value is overridden no longer. Changes of the list of scenarios and of the snapshots go through as they are.
 * Throws a Fault when there is no such scenario.
 */
export function inScenario(workbook: Workbook, scenario: Id | null, changes: readonly Change[]): readonly Change[] {
  const own = changes.filter(isOverridable)
  if (scenario === null || own.length === 0) return changes
  const others = changes.filter((change) => !isOverridable(change))
  const changed = others.findLast((change) => change.table === 'scenarios' && change.id === scenario)
  const before = (changed?.table === 'scenarios' ? changed.after : null) ?? workbook.scenarios.get(scenario)
  if (before === undefined) throw new Fault(`There is no scenario ${scenario} to edit.`)
  const parent = parentWorkbook(workbook, before)
  const overrides = own.reduce((held, change) => withChange(held, change, parent), before.overrides)
  return [...others, { table: 'scenarios', id: scenario, before, after: { ...before, overrides } }]
}

/** What belongs to the document as a whole is the same in every scenario. */
function isOverridable(change: Change): change is OverridableChange {
  return change.table !== 'scenarios' && change.table !== 'snapshots'
}

type OverridableChange = Exclude<Change, { readonly table: 'scenarios' | 'snapshots' }>

function withChange(overrides: readonly Override[], change: OverridableChange, parent: Workbook): readonly Override[] {
  const { table, id, before, after } = change
  const isOfRecord = (one: Override) => one.table === table && one.id === id
  const others = overrides.filter((one) => !isOfRecord(one))
  const inParent = recordIn(parent, table, id)
  if (after === null) return inParent === undefined ? others : [...others, { kind: 'drop', table, id }]
  const added = overrides.find((one) => one.kind === 'add' && isOfRecord(one))
  if (table !== 'settings' && (inParent === undefined || added !== undefined)) {
    const record: AddedRecord = { kind: 'add', table, id, record: after }
    return added === undefined ? [...others, record] : overrides.map((one) => (one === added ? record : one))
  }
  if (inParent === undefined) return overrides
  if (before === null) return [...others, ...differentFields(inParent, after).map(setTo)]
  return differentFields(before, after).reduce((held, difference) => withSet(held, setTo(difference), inParent), overrides)

  function setTo(difference: { readonly field: string; readonly after: unknown }): FieldOverride {
    return { kind: 'set', table, id, field: difference.field, value: difference.after }
  }
}

/** A field at a new value: overridden where it differs from the parent's, at its old place in the list. */
function withSet(overrides: readonly Override[], set: FieldOverride, inParent: AnyRecord): readonly Override[] {
  const there = overrides.find((one) => isSame(one, set))
  if (equal(fieldValue(inParent, set.field), set.value)) return there === undefined ? overrides : overrides.filter((one) => one !== there)
  return there === undefined ? [...overrides, set] : overrides.map((one) => (one === there ? set : one))
}

function isSame(one: Override, set: FieldOverride): boolean {
  return one.kind === 'set' && one.table === set.table && one.id === set.id && one.field === set.field
}

export function recordIn(workbook: Workbook, table: OverriddenTable, id: Id): AnyRecord | undefined {
  return workbook[table].get(id)
}

/** The overrides of a parent and then of its child as one list: what a grandchild needs to stand on the grandparent. */
export function joined(parent: readonly Override[], child: readonly Override[]): readonly Override[] {
  return child.reduce((held, one) => withOverride(held, one), parent)
}

function withOverride(overrides: readonly Override[], one: Override): readonly Override[] {
  const isOfRecord = (other: Override) => other.table === one.table && other.id === one.id
  const added = overrides.find((other): other is AddedRecord => other.kind === 'add' && isOfRecord(other))
  if (one.kind === 'drop') {
    const others = overrides.filter((other) => !isOfRecord(other))
    return added === undefined ? [...others, one] : others
  }
  if (one.kind === 'add') return [...overrides.filter((other) => !isOfRecord(other)), one]
  if (added !== undefined) {
    const record = { ...added, record: withField(added.record, one.field, one.value) }
    return overrides.map((other) => (other === added ? record : other))
  }
  return [...overrides.filter((other) => !isSame(other, one)), one]
}

/** The changes of the document that make these overrides of a scenario the parent's own: they leave the scenario, the figures stay. */
export function pushedDown(workbook: Workbook, scenario: Scenario, overrides: readonly Override[]): readonly Change[] {
  const parent = parentWorkbook(workbook, scenario)
  const wanted = new Set(overrides)
  const kept = scenario.overrides.filter((one) => !wanted.has(one))
  const after = differences(parent, scenarioWorkbookOf(parent, overrides))
  const change: Change = { table: 'scenarios', id: scenario.id, before: scenario, after: { ...scenario, overrides: kept } }
  return [...inScenario(workbook, scenario.parent, after), change]
}

function scenarioWorkbookOf(parent: Workbook, overrides: readonly Override[]): Workbook {
  const id = 'pushed'
  const none = { what: '', why: '', who: '', by: '' }
  const alone: Scenario = { id, order: 0, name: '', parent: null, colour: '', decision: none, overrides }
  return scenarioWorkbook({ ...parent, scenarios: new Map([[id, alone]]) }, id)
}

/** The changes that lead from one workbook to another, the list of scenarios aside. Linear in the number of records. */
export function differences(before: Workbook, after: Workbook): readonly Change[] {
  return [
    ...differencesIn('settings', before.settings, after.settings),
    ...differencesIn('drivers', before.drivers, after.drivers),
    ...differencesIn('components', before.components, after.components),
    ...differencesIn('budgets', before.budgets, after.budgets),
    ...differencesIn('schedules', before.schedules, after.schedules),
    ...differencesIn('environments', before.environments, after.environments),
    ...differencesIn('services', before.services, after.services),
  ]
}

function differencesIn<T extends OverriddenTable>(
  table: T,
  before: ReadonlyMap<Id, Tables[T]>,
  after: ReadonlyMap<Id, Tables[T]>,
): readonly ChangeIn<T>[] {
  if (before === after) return []
  const ids = new Set([...before.keys(), ...after.keys()])
  return [...ids].flatMap((id) => {
    const was = before.get(id) ?? null
    const is = after.get(id) ?? null
    return was === is || equal(was, is) ? [] : [{ table, id, before: was, after: is }]
  })
}

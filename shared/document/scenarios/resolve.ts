import type { AddedRecord, Id, OverriddenTable, Override, Scenario, Tables, Workbook } from '../types.ts'
import { withField } from './fields.ts'

type AnyRecord = Tables[OverriddenTable]

const known = new WeakMap<Workbook, Map<Id, Workbook>>()

/**
 * The workbook as a scenario has it: the base, with the overrides of its ancestors and then its own. `null`, or a scenario that does
 * not exist, gives the workbook itself. Records and tables nobody overrides are the very same objects; the same workbook gives the
 * same answer. An override of a record that its parent no longer has is passed over: it counts again when the record comes back.
 */
export function scenarioWorkbook(workbook: Workbook, scenario: Id | null): Workbook {
  if (scenario === null) return workbook
  const ofWorkbook = known.get(workbook) ?? new Map<Id, Workbook>()
  known.set(workbook, ofWorkbook)
  const found = ofWorkbook.get(scenario) ?? ancestry(workbook, scenario).reduce((below, one) => overridden(below, one.overrides), workbook)
  ofWorkbook.set(scenario, found)
  return found
}

/** What a scenario stands on. */
export function parentWorkbook(workbook: Workbook, scenario: Scenario): Workbook {
  return scenarioWorkbook(workbook, scenario.parent)
}

/** The scenario and what it stands on, from the base upwards. A scenario that stands on itself is cut at its first repetition. */
export function ancestry(workbook: Workbook, scenario: Id): readonly Scenario[] {
  const chain: Scenario[] = []
  for (let at: Id | null = scenario; at !== null;) {
    const one: Scenario | undefined = workbook.scenarios.get(at)
    if (one === undefined || chain.includes(one)) break
    chain.unshift(one)
    at = one.parent
  }
  return chain
}

/** The workbook with these overrides applied in their order. */
export function overridden(workbook: Workbook, overrides: readonly Override[]): Workbook {
  const tables = new Map<OverriddenTable, Map<Id, AnyRecord>>()
  for (const override of overrides) {
    const records = tables.get(override.table) ?? new Map<Id, AnyRecord>(workbook[override.table])
    if (applyOne(records, override)) tables.set(override.table, records)
  }
  return tables.size === 0 ? workbook : { ...workbook, ...Object.fromEntries(tables) }
}

/** Answers whether it changed anything. */
function applyOne(records: Map<Id, AnyRecord>, override: Override): boolean {
  if (override.kind === 'drop') return override.table !== 'settings' && records.delete(override.id)
  if (override.kind === 'add') return addOne(records, override)
  const record = records.get(override.id)
  if (record === undefined) return false
  records.set(override.id, withField(record, override.field, override.value))
  return true
}

function addOne(records: Map<Id, AnyRecord>, { id, record }: AddedRecord): boolean {
  records.set(id, record)
  return true
}

import { settingsOf } from './empty.ts'
import { FILE_VERSION } from './migrations.ts'
import { placeInFile } from './order.ts'
import { rows } from './rows.ts'
import type {
  AddableTable,
  AddedTo,
  Budget,
  Component,
  Decision,
  Driver,
  Environment,
  Override,
  PurchaseShare,
  RowPrice,
  SavedState,
  ScalingRule,
  Scenario,
  Schedule,
  Tables,
  UserService,
  Workbook,
} from './types.ts'

export { readWorkbook, type ReadResult } from './read.ts'

/** The extension of a workbook's file, with its point. */
export const FILE_EXTENSION = '.skytally'

/**
 * The text of a `*.skytally` file: JSON made to be read in a diff. Tables are lists in their order, keys stand in a
 * fixed order, what is empty or usual is left out, so that an unchanged thing gives unchanged lines.
 */
export function writeWorkbook(workbook: Workbook): string {
  const settings = settingsOf(workbook)
  const file = {
    format: 'skytally',
    version: FILE_VERSION,
    id: workbook.id,
    name: settings.name,
    currency: { code: settings.currency.code, perUsd: settings.currency.perUsd, asOf: settings.currency.asOf },
    priceBook: {
      id: settings.priceBook.id,
      adjustments: filled(settings.priceBook.adjustments.map(({ match, percent, note }) => ({ match, percent, note: filled(note) }))),
    },
    month: { hours: settings.month.hours },
    rounding: settings.rounding === 'exact' ? undefined : settings.rounding,
    freeTier: settings.freeTier ? true : undefined,
    horizon: settings.horizon,
    note: filled(settings.note),
    drivers: filled(rows(workbook.drivers).map(driverJson)),
    components: filled(rows(workbook.components).map(componentJson)),
    budgets: filled(rows(workbook.budgets).map(budgetJson)),
    schedules: filled(rows(workbook.schedules).map(scheduleJson)),
    environments: filled(rows(workbook.environments).map(environmentJson)),
    services: filled(rows(workbook.services).map(serviceJson)),
    scenarios: filled(rows(workbook.scenarios).map((scenario) => scenarioJson(scenario, workbook))),
    snapshots: filled(rows(workbook.snapshots).map(savedStateJson)),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** `undefined`, which JSON leaves out, for an empty text or list. */
function filled<T extends string | readonly unknown[]>(value: T): T | undefined {
  return value.length === 0 ? undefined : value
}

function driverJson({ id, name, value, unit, low, high, growth, confidence, note }: Driver) {
  return { id, name, value, unit: filled(unit), low, high, growth, confidence, note }
}

function componentJson(component: Component) {
  const { id, name, service, region, group, environment, inputs, purchase, prices, tags, note } = component
  return {
    id,
    name,
    service,
    region: filled(region),
    group: filled(group),
    environment: filled(environment),
    inputs: sortedKeys(inputs),
    purchase: purchaseJson(purchase),
    prices: sortedKeys(prices, priceJson),
    tags: sortedKeys(tags),
    note: filled(note),
  }
}

function sortedKeys<T>(record: Readonly<Record<string, T>>, json: (value: T) => unknown = (value) => value) {
  const entries = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.length === 0 ? undefined : Object.fromEntries(entries.map(([key, value]) => [key, json(value)]))
}

function priceJson({ price, note }: RowPrice) {
  return { price, note: filled(note) }
}

function purchaseJson(shares: readonly PurchaseShare[]) {
  const [first, ...more] = shares.map(shareJson)
  return first === undefined || more.length === 0 ? first : [first, ...more]
}

function shareJson(share: PurchaseShare) {
  if (share.kind === 'reserved') {
    const { kind, term, payment, offering, coverage, discount } = share
    return { kind, term, payment, offering, coverage, discount }
  }
  const { kind, coverage, discount, interruption, checkpoint, restart } = share
  return { kind, coverage, discount, interruption, checkpoint, restart }
}

function budgetJson({ id, scope, monthly, warnAt, failAt, phases }: Budget) {
  return { id, scope, monthly, warnAt, failAt, phases: phases?.map((phase) => ({ month: phase.month, monthly: phase.monthly })) }
}

function scheduleJson({ id, name, weekly, scaling }: Schedule) {
  return { id, name: name === id ? undefined : name, weekly: filled(weekly), scaling: scaling && scalingJson(scaling) }
}

function scalingJson({ load, capacity, target, minimum, maximum, coolDownMinutes, stabilisationMinutes }: ScalingRule) {
  return { load, capacity, target, minimum, maximum, coolDownMinutes, stabilisationMinutes }
}

function environmentJson({ id, name, from, rules }: Environment) {
  return { id, name, from, rules: filled(rules.map(({ match, leaveOut, set }) => ({ match, leaveOut, set }))) }
}

function serviceJson({ id, name, category, inputs, charges }: UserService) {
  return {
    id,
    name,
    category,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([key, input]) => [key, { label: input.label, unit: filled(input.unit), default: input.default }]),
    ),
    charges: Object.fromEntries(
      Object.entries(charges).map(([key, { label, unit, quantity, price, discount }]) => [
        key,
        { label, unit: filled(unit), quantity, price: price.map((tier) => ({ upTo: tier.upTo, price: tier.price })), discount },
      ]),
    ),
  }
}

function scenarioJson(scenario: Scenario, workbook: Workbook) {
  const { id, name, parent, colour, decision, overrides } = scenario
  return {
    id,
    name,
    parent,
    colour: filled(colour),
    decision: decisionJson(decision),
    overrides: filled(overrides.map((one) => overrideJson(one, workbook))),
  }
}

/** The state stands in the file as the document it is, so that a diff shows what it holds. */
function savedStateJson({ id, name, note, at, total, text }: SavedState) {
  const document: unknown = JSON.parse(text)
  return { id, name, note: filled(note), at, total: total ?? undefined, document }
}

function decisionJson({ what, why, who, by }: Decision) {
  const written = { what: filled(what), why: filled(why), who: filled(who), by: filled(by) }
  return Object.values(written).every((text) => text === undefined) ? undefined : written
}

/** Order numbers are written as a reader of the file will number the base, so that what stands between two rows stays there. */
function overrideJson(one: Override, workbook: Workbook) {
  switch (one.kind) {
    case 'drop':
      return { kind: one.kind, table: one.table, id: one.id }
    case 'set': {
      const value = one.field === 'order' && typeof one.value === 'number' ? placeInFile(workbook[one.table], one.value) : one.value
      return { kind: one.kind, table: one.table, id: one.id, field: one.field, value }
    }
    case 'add':
      return { kind: one.kind, table: one.table, order: placeInFile(workbook[one.table], one.record.order), record: addedJson(one) }
  }
}

function addedJson<T extends AddableTable>({ table, record }: AddedTo<T>) {
  return recordJson[table](record)
}

const recordJson: { readonly [T in AddableTable]: (record: Tables[T]) => object } = {
  drivers: driverJson,
  components: componentJson,
  budgets: budgetJson,
  schedules: scheduleJson,
  environments: environmentJson,
  services: serviceJson,
}

import fc from 'fast-check'
import type { Change } from '#shared/document/change.ts'
import { defaultSettings, newWorkbook } from '#shared/document/empty.ts'
import { writeWorkbook } from '#shared/document/file.ts'
import type {
  Budget,
  Component,
  Driver,
  Environment,
  EnvironmentRule,
  Id,
  Override,
  PurchaseShare,
  SavedState,
  ScalingRule,
  Scenario,
  Schedule,
  Settings,
  UserService,
  Workbook,
} from '#shared/document/types.ts'

/** Texts with the corners in them: quotes, line ends, lone surrogates, prototype keys. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '__proto__', 'constructor', 'toString', '\ud800', '"\\\n\u2028'),
)
const key = fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.constantFrom('__proto__', 'constructor', 'size', '0', '10'))
// JSON has no minus zero, and nothing depends on one.
const order = fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((number) => number + 0)
const cell = fc.oneof(fc.constantFrom('4', '1,000', '10 TB', '=requests * 30', ''), text)
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'toString', '__proto__')

function keyed<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.array(fc.tuple(key, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))))
}

export const driverOf = (id: Id): fc.Arbitrary<Driver> =>
  fc.record(
    {
      id: fc.constant(id),
      order,
      name: fc.constantFrom('requests', '_x', 'Users_2'),
      value: cell,
      unit: text,
      low: cell,
      growth: cell,
      confidence: fc.constantFrom('known' as const, 'guessed' as const),
    },
    { requiredKeys: ['id', 'order', 'name', 'value', 'unit'] },
  )

const share: fc.Arbitrary<PurchaseShare> = fc.oneof(
  fc.record({
    kind: fc.constant('reserved' as const),
    term: fc.constantFrom('1y' as const, '3y' as const),
    payment: fc.constantFrom('no-upfront' as const, 'all-upfront' as const),
    coverage: cell,
  }),
  fc.record({ kind: fc.constant('spot' as const), coverage: cell, discount: cell }),
)

export const componentOf = (id: Id): fc.Arbitrary<Component> =>
  fc.record({
    id: fc.constant(id),
    order,
    name: text,
    service: fc.constantFrom('aws.ec2', 'user.x'),
    region: text,
    group: text,
    environment: text,
    inputs: keyed(cell),
    purchase: fc.array(share, { maxLength: 3 }),
    prices: keyed(fc.record({ price: cell.filter((one) => one.trim() !== ''), note: text })),
    tags: keyed(text),
    note: text,
  })

const limit = fc.double({ min: 1e-9, max: 1e12, noNaN: true })
const phase = fc.record({ month: fc.integer({ min: 1, max: 60 }), monthly: limit })
const budgetOf = (id: Id): fc.Arbitrary<Budget> =>
  fc.record(
    { id: fc.constant(id), order, scope: text, monthly: limit, warnAt: cell, failAt: cell, phases: fc.array(phase, { maxLength: 2 }) },
    { requiredKeys: ['id', 'order', 'scope', 'monthly', 'warnAt'] },
  )
const scaling: fc.Arbitrary<ScalingRule> = fc.record(
  { load: cell, capacity: cell, target: cell, minimum: cell, maximum: cell, coolDownMinutes: cell },
  { requiredKeys: ['load', 'capacity', 'target', 'minimum', 'maximum'] },
)
const scheduleOf = (id: Id): fc.Arbitrary<Schedule> =>
  fc.record({ id: fc.constant(id), order, name: text, weekly: text, scaling }, { requiredKeys: ['id', 'order', 'name', 'weekly'] })
const rule: fc.Arbitrary<EnvironmentRule> = fc.record(
  {
    match: text,
    leaveOut: fc.constant(true as const),
    set: fc.dictionary(fc.constantFrom('region', 'inputs.count', 'tags.a'), cell, { noNullPrototype: true }),
  },
  { requiredKeys: ['match'] },
)
const environmentOf = (id: Id): fc.Arbitrary<Environment> =>
  fc.record({ id: fc.constant(id), order, name: fc.constantFrom('dev', 'staging'), from: text, rules: fc.array(rule, { maxLength: 2 }) })
const serviceOf = (id: Id): fc.Arbitrary<UserService> =>
  fc.record({
    id: fc.constant(id),
    order,
    name: text,
    category: text,
    inputs: keyed(fc.record({ label: text, unit: text, default: cell })),
    charges: keyed(
      fc.record({ label: text, unit: text, quantity: cell, price: fc.array(fc.record({ upTo: cell, price: cell }), { maxLength: 2 }) }),
    ),
  })
const override: fc.Arbitrary<Override> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    table: fc.constant('components' as const),
    id: ids,
    field: key.map((one) => `inputs.${one}`),
    value: fc.option(cell, { nil: null }),
  }),
  fc.record({
    kind: fc.constant('set' as const),
    table: fc.constant('drivers' as const),
    id: ids,
    field: fc.constant('value'),
    value: cell,
  }),
  fc.record({
    kind: fc.constant('set' as const),
    table: fc.constant('components' as const),
    id: ids,
    field: fc.constant('order'),
    value: order,
  }),
  ids.chain((id) =>
    fc.record({
      kind: fc.constant('add' as const),
      table: fc.constant('components' as const),
      id: fc.constant(id),
      record: componentOf(id),
    }),
  ),
  fc.record({ kind: fc.constant('drop' as const), table: fc.constantFrom('components' as const, 'budgets' as const), id: ids }),
)

const scenarioOf = (id: Id): fc.Arbitrary<Scenario> =>
  fc.record({
    id: fc.constant(id),
    order,
    name: text,
    parent: fc.option(ids, { nil: null }),
    colour: fc.constantFrom('', 'blue'),
    decision: fc.record({ what: text, why: text, who: text, by: text }),
    overrides: fc.array(override, { maxLength: 3 }),
  })

/** Every scenario stands on the base or on one that stands before it in the table. */
function lineage(scenarios: ReadonlyMap<Id, Scenario>): ReadonlyMap<Id, Scenario> {
  const earlier = new Set<Id>()
  return new Map(
    Array.from(scenarios, ([id, scenario]) => {
      const parent = scenario.parent !== null && earlier.has(scenario.parent) ? scenario.parent : null
      earlier.add(id)
      return [id, { ...scenario, parent }]
    }),
  )
}

const settings: fc.Arbitrary<Settings> = fc
  .record({
    name: text,
    note: text,
    rounding: fc.constantFrom('exact' as const, 'vendor' as const),
    perUsd: fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    percent: fc.double({ min: -100, max: 1000, noNaN: true }),
    freeTier: fc.boolean(),
  })
  .map(({ name, note, rounding, perUsd, percent, freeTier }) => ({
    ...defaultSettings(name, '2026-11-01'),
    currency: { code: 'EUR', perUsd, asOf: '2026-10-31' },
    priceBook: { id: 'p', adjustments: [{ match: 'aws.*', percent: percent + 0, note }] },
    rounding,
    freeTier,
    note,
  }))

function tableOf<T extends { readonly id: Id }>(record: (id: Id) => fc.Arbitrary<T>): fc.Arbitrary<ReadonlyMap<Id, T>> {
  return fc
    .uniqueArray(ids, { maxLength: 4 })
    .chain((chosen) => fc.tuple(...chosen.map(record)).map((records) => new Map(records.map((one) => [one.id, one]))))
}

const savedStateOf = (id: Id): fc.Arbitrary<SavedState> =>
  fc.record({
    id: fc.constant(id),
    order,
    name: text,
    note: text,
    at: fc.constantFrom('2026-11-01T09:30:00Z', '2025-01-31T23:59:59.999Z'),
    total: fc.option(fc.record({ monthly: order, currency: fc.constant('USD'), unknown: fc.nat(9) }), { nil: null }),
    text: keyed(cell).map((inputs) => writeWorkbook({ ...newWorkbook('then', 'Then', '2026-11-01'), components: rowWith(inputs) })),
  })

function rowWith(inputs: Readonly<Record<string, string>>): ReadonlyMap<Id, Component> {
  const others = { name: 'r', service: 'aws.ec2', region: '', group: '', environment: '', purchase: [], prices: {}, tags: {}, note: '' }
  return new Map([['r', { id: 'r', order: 1024, ...others, inputs }]])
}

/** Workbooks with small tables whose texts and keys are as awkward as JSON allows. */
export const workbooks: fc.Arbitrary<Workbook> = fc.record({
  id: fc.constantFrom('book-1', 'x'),
  settings: settings.map((record) => new Map([['settings', record]])),
  drivers: tableOf(driverOf),
  components: tableOf(componentOf),
  budgets: tableOf(budgetOf),
  schedules: tableOf(scheduleOf),
  environments: tableOf(environmentOf),
  services: tableOf(serviceOf),
  scenarios: tableOf(scenarioOf).map(lineage),
  snapshots: tableOf(savedStateOf),
})

/** A wish for a record: what should stand at an id afterwards, or nothing. */
export type Wish =
  | { readonly table: 'components'; readonly id: Id; readonly after: Component | null }
  | { readonly table: 'drivers'; readonly id: Id; readonly after: Driver | null }

export const wishes: fc.Arbitrary<readonly Wish[]> = fc.array(
  fc.oneof(
    ids.chain((id) =>
      fc.record({ table: fc.constant('components' as const), id: fc.constant(id), after: fc.option(componentOf(id), { nil: null }) }),
    ),
    ids.chain((id) =>
      fc.record({ table: fc.constant('drivers' as const), id: fc.constant(id), after: fc.option(driverOf(id), { nil: null }) }),
    ),
  ),
  { maxLength: 12 },
)

/** The wishes as changes whose `before` fits, one after the other. */
export function changesFor(workbook: Workbook, wanted: readonly Wish[]): readonly Change[] {
  const components = new Map(workbook.components)
  const drivers = new Map(workbook.drivers)
  return wanted.map((wish): Change => {
    if (wish.table === 'components') {
      const before = components.get(wish.id) ?? null
      if (wish.after) components.set(wish.id, wish.after)
      else components.delete(wish.id)
      return { table: 'components', id: wish.id, before, after: wish.after }
    }
    const before = drivers.get(wish.id) ?? null
    if (wish.after) drivers.set(wish.id, wish.after)
    else drivers.delete(wish.id)
    return { table: 'drivers', id: wish.id, before, after: wish.after }
  })
}

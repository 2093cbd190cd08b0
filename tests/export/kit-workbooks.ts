import { newWorkbook } from '#shared/document/empty.ts'
import type { Component, Driver, Scenario, Settings, Workbook } from '#shared/document/types.ts'

/** A row of a test; what is not said is empty. */
export function row(id: string, service: string, inputs: Readonly<Record<string, string>>, more: Partial<Component> = {}): Component {
  return {
    id,
    order: 0,
    name: id,
    service,
    region: service.startsWith('general') ? '' : 'us-east-1',
    group: 'Serving',
    environment: 'prod',
    inputs,
    purchase: [],
    prices: {},
    tags: {},
    note: '',
    ...more,
  }
}

export function driver(name: string, value: string, more: Partial<Driver> = {}): Driver {
  return { id: name, order: 0, name, value, unit: '', ...more }
}

/** A workbook of these rows and drivers, in this order. */
export function workbookOf(
  components: readonly Component[],
  drivers: readonly Driver[] = [],
  settings: Partial<Settings> = {},
  scenarios: readonly Scenario[] = [],
): Workbook {
  const empty = newWorkbook('test', 'Test', '2026-11-01')
  const ordered = <T extends { readonly id: string }>(records: readonly T[]) =>
    new Map(records.map((record, order) => [record.id, { ...record, order }]))
  const all = empty.settings.get('settings')!
  return {
    ...empty,
    settings: new Map([['settings', { ...all, ...settings }]]),
    components: ordered(components),
    drivers: ordered(drivers),
    scenarios: ordered(scenarios),
  }
}

/** Texts that a spreadsheet would run if it took them for formulas. */
export const hostileTexts: readonly string[] = [
  '=1+1',
  '=HYPERLINK("http://example.com","x")',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  "'=1+1",
  '＝1+1',
  '#REF!',
  "=cmd|'/c calc'!A1",
]

const attack = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&\u202e'

/** A workbook whose texts a page would run if it took them for markup. */
export const attacked = workbookOf(
  [
    row('a', 'general.flat', { monthly: '10' }, { name: attack, group: attack, note: attack }),
    row('b', 'aws.ec2', { size: 't3.medium', count: '' }),
  ],
  [driver('d', '1', { note: attack, unit: 'users' })],
  { name: attack, note: attack },
  [{ id: 's', order: 0, name: attack, parent: null, colour: '', decision: { what: attack, why: '', who: '', by: '' }, overrides: [] }],
)

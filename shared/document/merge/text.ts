import { printPurchase } from '#shared/commands/purchase-text.ts'
import type { Override, PurchaseShare, RowPrice, Settings, TableName } from '../types.ts'
import type { AnyRecord } from './cells.ts'

/** What kind of record a table holds, for a person. */
export const KINDS: Readonly<Record<TableName, string>> = {
  settings: 'workbook',
  drivers: 'driver',
  components: 'row',
  budgets: 'budget',
  schedules: 'schedule',
  environments: 'environment',
  services: 'service',
  scenarios: 'scenario',
  snapshots: 'snapshot',
}

/** What a record is called. */
export function nameOf(record: AnyRecord): string {
  const own = 'scope' in record ? record.scope : record.name
  return own === '' ? 'without a name' : own
}

const FIELDS: Readonly<Record<string, string>> = {
  order: 'place in the list',
  purchase: 'how it is bought',
  monthly: 'limit',
  warnAt: 'warns at',
  failAt: 'over at',
  growth: 'growth by month',
  weekly: 'week',
  parent: 'stands on',
  perUsd: 'rate',
  freeTier: 'free tier',
  'priceBook.id': 'price book',
  'priceBook.adjustments': 'negotiated discounts',
  'month.hours': 'hours of a month',
}

/** Cells within lists and objects, by what their paths begin with. */
const WITHIN: readonly (readonly [RegExp, string])[] = [
  [/^tags\./, 'tag '],
  [/^decision\./, 'decision: '],
  [/^purchase\.(\d+)(?: \w+)?(\.)?/, 'how it is bought, share $1$2'],
  [/^prices\.(.+)\.(price|note)$/, '$2 of $1'],
  [/^prices\./, 'price of '],
  [/^priceBook\.adjustments\.(.+)\.(percent|note)$/, 'negotiated discount $1: $2'],
  [/^priceBook\.adjustments\./, 'negotiated discount '],
  [/^phases\.(\d+)(?:\.monthly)?$/, 'limit from month $1'],
  [/^scaling\./, 'scaling: '],
  [/^horizon\./, 'horizon: '],
  [/^rules\.(.+?)\.set\.?/, 'rule for $1: '],
  [/^rules\.(.+)\.leaveOut$/, 'rule for $1: leaves out'],
  [/^rules\./, 'rule for '],
  [/^charges\./, 'charge '],
]

/** A cell by name: `count`, `tag team`, `price of storage`; for a record as a whole `null` gives the word for it. */
export function fieldText(field: string | null): string {
  if (field === null) return 'as a whole'
  const known = FIELDS[field]
  if (known !== undefined) return known
  const [start, words] = WITHIN.find(([begins]) => begins.test(field)) ?? [/^[^.]*\./, '']
  return field.replace(start, words).replace(/(share \d+)\./, '$1: ')
}

/** Characters of a text at most: more than anybody compares by eye. */
const LONGEST = 4000

/** What stands in a cell, as text; null where nothing does. */
export function valueText(field: string, value: unknown): string | null {
  if (value === undefined) return null
  if (typeof value === 'string') return value
  if (field === 'purchase' && isShares(value)) return printPurchase(value)
  if (field === 'currency' && isCurrency(value)) return `${value.code}, ${String(value.perUsd)} for one USD on ${value.asOf}`
  if (field.startsWith('prices.') && isPrice(value)) return value.note === '' ? value.price : `${value.price} (${value.note})`
  if (field === 'parent' && value === null) return 'the base'
  return shortened(JSON.stringify(value) ?? '')
}

/** A text cut after so many characters. */
export function shortened(text: string, most = LONGEST): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}

function isShares(value: unknown): value is readonly PurchaseShare[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'kind' in one && 'coverage' in one)
}

function isCurrency(value: unknown): value is Settings['currency'] {
  return typeof value === 'object' && value !== null && 'code' in value && 'perUsd' in value && 'asOf' in value
}

function isPrice(value: unknown): value is RowPrice {
  return typeof value === 'object' && value !== null && 'price' in value && 'note' in value
}

/** What a scenario holds of one record, as text. */
export function overridesText(overrides: readonly Override[]): string | null {
  if (overrides.length === 0) return null
  const texts = overrides.map((one) => {
    if (one.kind === 'drop') return 'left out'
    if (one.kind === 'add') return 'added'
    return `${fieldText(one.field)}: ${valueText(one.field, one.value ?? undefined) ?? 'nothing'}`
  })
  return shortened(texts.join('; '))
}

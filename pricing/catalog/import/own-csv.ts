import { amount, checkCurrency, dateOf } from '#pricing/catalog/import/amounts.ts'
import { csvRows } from '#pricing/catalog/import/csv-rows.ts'
import type { CsvRow } from '#pricing/catalog/import/csv-rows.ts'
import { ImportFault } from '#pricing/catalog/import/fault.ts'
import type { Gatherer } from '#pricing/catalog/import/gather.ts'
import type { KnownPrices } from '#pricing/catalog/import/own-known.ts'
import type { Outcome, Reader } from '#pricing/catalog/import/reader.ts'
import type { SizeFact } from '#pricing/catalog/facts.ts'
import type { PricedCloud } from '#pricing/catalog/library.ts'
import type { ComputeTerm } from '#pricing/catalog/types.ts'

/** Columns of our own price lists; docs/prices.md explains each. */
const columns = [
  'key',
  'region',
  'unit',
  'from',
  'to',
  'price',
  'free',
  'currency',
  'as-of',
  'sku',
  'source',
  'note',
  'cloud',
  'size',
  'on-demand',
  'spot',
  '1y',
  '3y',
  'family',
  'vcpu',
  'memory',
  'gpu',
  'gpu-model',
  'architecture',
] as const
type Column = (typeof columns)[number]

type Line = { readonly place: string; readonly text: (column: Column) => string }

const terms: readonly (readonly [Column, ComputeTerm])[] = [
  ['on-demand', 'on-demand'],
  ['spot', 'spot'],
  ['1y', 'reserved-1y-no-upfront'],
  ['3y', 'reserved-3y-no-upfront'],
]

/**
 * Reads a price list in our own columns: rows with a `key` are prices of anything, rows with a `size` prices of a machine. The first row
 * names the columns, in any order. A row that contradicts another, itself, or the unit that a price has always had, refuses the whole
 * file; keys and regions nobody knows are noted in the report.
 */
export function ownCsv(gatherer: Gatherer, known: KnownPrices, name: string, asOf: string): Reader {
  let places: ReadonlyMap<Column, number> | null = null
  return csvRows((row) => {
    if (places === null) {
      places = columnPlaces(row)
      return
    }
    const at = places
    const line: Line = { place: `line ${row.line}`, text: (column) => (at.has(column) ? row.text(at.get(column) ?? 0).trim() : '') }
    checkWidth(row, at.size)
    gatherer.tally.count(takeLine(line, gatherer, known, { source: name, date: dateIn(line) ?? asOf }))
  })
}

/** A comma too many moves every field behind it into another column: `0,5` would be a price of 0. */
function checkWidth(row: CsvRow, width: number): void {
  if (row.length <= width) return
  throw new ImportFault(
    `line ${row.line}`,
    `The row has ${row.length} fields, and the first row names ${width} columns.`,
    'Write numbers with a point (0.5), and put quotation marks around a field with a comma in it.',
  )
}

/** The day a row says its price was found; null where it says none. */
function dateIn(line: Line): string | null {
  const text = line.text('as-of')
  if (text === '') return null
  const day = dateOf(text)
  const date = new Date(`${day}T00:00:00Z`)
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)) return day
  throw new ImportFault(line.place, `"${text}" under as-of is no date.`, 'Write it as 2026-11-01, or leave it empty for today.')
}

function columnPlaces(row: CsvRow): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>()
  const names = Array.from({ length: row.length }, (_, i) => row.text(i).trim().toLowerCase())
  for (const [i, name] of names.entries()) {
    const column = columns.find((known) => known === name)
    if (column === undefined) throw headFault(row, `There is no column "${name}".`)
    if (places.has(column)) throw headFault(row, `The column "${name}" stands there twice.`)
    places.set(column, i)
  }
  if (!places.has('key') && !places.has('size')) throw headFault(row, 'The first row names neither a column "key" nor "size".')
  if (!places.has('currency')) throw headFault(row, 'The column "currency" is missing.')
  return places
}

function headFault(row: CsvRow, message: string): ImportFault {
  return new ImportFault(`line ${row.line}`, message, `Name the columns of docs/prices.md in the first row: ${columns.join(', ')}.`)
}

type Origin = { readonly source: string; readonly date: string }

function takeLine(line: Line, gatherer: Gatherer, known: KnownPrices, origin: Origin): Outcome {
  checkCurrency(line.text('currency'), line.place)
  const isRate = line.text('key') !== ''
  if (isRate === (line.text('size') !== ''))
    throw new ImportFault(
      line.place,
      'The row needs a key or a size, and not both.',
      'Write aws.ebs-gp3/storage under key, or t3.medium under size.',
    )
  const outcome = isRate ? takeRate(line, gatherer, known, origin) : takeMachine(line, gatherer, known, origin)
  if (outcome.kind === 'left-out')
    throw new ImportFault(line.place, 'The list gives another price for the same thing before this row.', 'Keep one of the two rows.')
  return outcome
}

function found(line: Line, { source, date }: Origin) {
  const named = line.text('source')
  return { place: line.place, date, sku: line.text('sku'), source: named === '' ? source : named, note: line.text('note') }
}

function takeRate(line: Line, gatherer: Gatherer, known: KnownPrices, origin: Origin): Outcome {
  const key = line.text('key')
  const [, cloud = ''] = /^(aws|google|azure)\.[a-z0-9-]+\/[A-Za-z0-9._-]+$/.exec(key) ?? []
  if (!isCloud(cloud))
    throw new ImportFault(line.place, `"${key}" is not a key.`, 'Write it like aws.ebs-gp3/storage: cloud, service, dimension.')
  const from = optional(line, 'from', 'start of the tier') ?? 0
  const to = optional(line, 'to', 'end of the tier')
  const sku = line.text('sku')
  const free = optional(line, 'free', 'free allowance')
  const [region, unit] = [required(line, 'region'), required(line, 'unit')]
  known.checkKey(key, unit, line.place)
  known.checkRegion(cloud, region, key, line.place)
  return gatherer.rate({
    ...found(line, origin),
    sku: sku === '' ? `${key}@${line.text('region')}` : sku,
    key,
    region,
    unit,
    from,
    to,
    price: amount(required(line, 'price'), 'price', line.place),
    included: true,
    ...(free === null ? {} : { free }),
  })
}

function takeMachine(line: Line, gatherer: Gatherer, known: KnownPrices, origin: Origin): Outcome {
  const cloud = cloudNamed(line)
  const machine = machineOf(line)
  const prices = terms.flatMap(([column, term]) => {
    const hourly = optional(line, column, `${column} price`)
    return hourly === null ? [] : [{ term, hourly }]
  })
  if (prices.length === 0)
    throw new ImportFault(line.place, 'The row has no price.', 'Write one under on-demand, spot, 1y or 3y, or take the row out.')
  known.checkRegion(cloud, required(line, 'region'), null, line.place)
  const outcomes = prices.map(({ term, hourly }) =>
    gatherer.machine({
      ...found(line, origin),
      cloud,
      size: required(line, 'size'),
      region: required(line, 'region'),
      term,
      hourly,
      machine,
    }),
  )
  return outcomes.find(({ kind }) => kind !== 'understood') ?? outcomes[0] ?? { kind: 'understood' }
}

function cloudNamed(line: Line): PricedCloud {
  const cloud = line.text('cloud').toLowerCase()
  if (isCloud(cloud)) return cloud
  throw new ImportFault(line.place, `"${cloud}" is no cloud.`, 'Write aws, google or azure under cloud.')
}

function isCloud(text: string): text is PricedCloud {
  return text === 'aws' || text === 'google' || text === 'azure'
}

function machineOf(line: Line): Partial<SizeFact> {
  const said: { -readonly [K in keyof SizeFact]?: SizeFact[K] } = {}
  const [vcpu, memory, gpu] = (['vcpu', 'memory', 'gpu'] as const).map((column) => optional(line, column, column))
  if (typeof vcpu === 'number') said.vcpu = vcpu
  if (typeof memory === 'number') said.memory = memory
  if (typeof gpu === 'number') said.gpu = gpu
  if (line.text('family') !== '') said.family = line.text('family')
  if (line.text('gpu-model') !== '') said.model = line.text('gpu-model')
  if (line.text('architecture') !== '') said.architecture = line.text('architecture')
  return said
}

/** An empty field is not known, never zero. */
function optional(line: Line, column: Column, what: string): number | null {
  const text = line.text(column)
  return text === '' || (column === 'to' && /^inf(inity)?$/i.test(text)) ? null : amount(text, what, line.place)
}

function required(line: Line, column: Column): string {
  const text = line.text(column)
  if (text === '') throw new ImportFault(line.place, `The field "${column}" is empty.`, `Write the ${column}, or take the row out.`)
  return text
}

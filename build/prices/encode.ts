import { millionths, unknownPrice } from '#pricing/catalog/tables.ts'
import { FactFault, fault } from './lines.ts'
import type { ComputeFacts, Price } from './compute.ts'
import { clouds } from './facts.ts'
import type { FactCloud, Facts } from './facts.ts'
import type { BookParts, ColumnFact } from './pack.ts'
import type { ReservedRow } from './reserved.ts'
import type { Origin } from './sources.ts'

/** Numbers a list as its items come. */
type Dictionary = { readonly items: string[]; readonly at: (item: string) => number }

function dictionary(): Dictionary {
  const items: string[] = []
  const places = new Map<string, number>()
  const at = (item: string): number => {
    const known = places.get(item)
    if (known !== undefined) return known
    places.set(item, items.length)
    return items.push(item) - 1
  }
  return { items, at }
}

type Writer = {
  readonly strings: Record<string, readonly string[]>
  readonly columns: Record<string, ColumnFact>
  readonly words: Dictionary
  readonly origin: (origin: Origin) => number
}

/** The facts as the lists and columns of a price book. */
export function encode(facts: Facts): BookParts {
  const sources = dictionary()
  const dates = dictionary()
  const notes = dictionary()
  const places = dictionary()
  const origins: (readonly [number, number, number, number])[] = []
  const origin = (from: Origin): number => {
    const at = places.at(JSON.stringify([from.source, from.date, from.note, from.derived]))
    if (at === origins.length) origins.push([sources.at(from.source), dates.at(from.date), notes.at(from.note), from.derived ? 1 : 0])
    return at
  }
  const writer: Writer = { strings: {}, columns: {}, words: dictionary(), origin }
  for (const cloud of clouds) writeCompute(writer, cloud, facts)
  writeReserved(writer, facts)
  writeRates(writer, facts)
  const part = (i: 0 | 1 | 2 | 3): number[] => origins.map((entry) => entry[i])
  return {
    id: facts.name.id,
    asOf: facts.name.gathered,
    strings: {
      ...writer.strings,
      words: writer.words.items,
      'origin.sources': sources.items,
      'origin.dates': dates.items,
      'origin.notes': notes.items,
    },
    columns: {
      ...writer.columns,
      'origin.source': { type: 'u16', values: part(0) },
      'origin.date': { type: 'u16', values: part(1) },
      'origin.note': { type: 'u16', values: part(2) },
      'origin.derived': { type: 'u8', values: part(3) },
    },
  }
}

const priceNames = ['on-demand', 'spot', 'reserved-1y-no-upfront', 'reserved-3y-no-upfront'] as const

/** Sizes × regions of a cloud; `at` is the cell of a size in a region. */
type Grid = {
  readonly regions: readonly string[]
  readonly cells: number
  readonly at: (row: { readonly size: string; readonly region: string }) => number
}

function gridOf({ sizes, rows }: ComputeFacts): Grid {
  const regions = [...new Set(rows.map((row) => row.region))].sort()
  const sizeAt = new Map(sizes.map((size, i) => [size.size, i]))
  const at: Grid['at'] = (row) => (sizeAt.get(row.size) ?? 0) * regions.length + regions.indexOf(row.region)
  return { regions, cells: sizes.length * regions.length, at }
}

const filled = (length: number, value: number): number[] => Array.from({ length }, () => value)

function writeCompute(writer: Writer, cloud: FactCloud, facts: Facts): void {
  const { sizes, rows } = facts.compute[cloud]
  const grid = gridOf(facts.compute[cloud])
  const prices = priceNames.map(() => filled(grid.cells, unknownPrice))
  const origin = filled(grid.cells, 0)
  const quadruples = dictionary()
  for (const row of rows) {
    const cell = grid.at(row)
    const known = cloud === 'aws' ? withDerived(row.prices, facts.derived.get(`${row.size} ${row.region}`)) : row.prices
    known.forEach((price, i) => {
      if (price !== null) (prices[i] ?? [])[cell] = Math.round(price.value * millionths)
    })
    origin[cell] = quadruples.at(known.map((price) => (price === null ? 0 : writer.origin(price.origin))).join(' '))
  }
  const word = (text: (size: (typeof sizes)[number]) => string): ColumnFact => ({
    type: 'u16',
    values: sizes.map((size) => writer.words.at(text(size))),
  })
  const real = (value: (size: (typeof sizes)[number]) => number): ColumnFact => ({ type: 'f64', values: sizes.map(value) })
  writer.strings[`${cloud}.sizes`] = sizes.map((size) => size.size)
  writer.strings[`${cloud}.regions`] = grid.regions
  priceNames.forEach((name, i) => (writer.columns[`${cloud}.${name}`] = { type: 'u32', values: prices[i] ?? [] }))
  Object.assign(writer.columns, {
    [`${cloud}.origin`]: { type: 'u16', values: origin },
    [`${cloud}.quadruples`]: { type: 'u16', values: quadruples.items.flatMap((text) => text.split(' ').map(Number)) },
    [`${cloud}.vcpu`]: real((size) => size.vcpu),
    [`${cloud}.memory`]: real((size) => size.memory),
    [`${cloud}.gpu`]: real((size) => size.gpu),
    [`${cloud}.family`]: word((size) => size.family),
    [`${cloud}.gpu-model`]: word((size) => size.model),
    [`${cloud}.architecture`]: word((size) => size.architecture),
  } satisfies Record<string, ColumnFact>)
}

/** A sourced price wins over a computed one. */
function withDerived(prices: readonly [Price, Price, Price, Price], derived: readonly [Price, Price] | undefined): readonly Price[] {
  return [prices[0], prices[1], prices[2] ?? derived?.[0] ?? null, prices[3] ?? derived?.[1] ?? null]
}

function writeReserved(writer: Writer, facts: Facts): void {
  const grid = gridOf(facts.compute.aws)
  const columns = { '1y': emptyUpfront(grid.cells), '3y': emptyUpfront(grid.cells) }
  const hourly = new Map(facts.compute.aws.rows.map((row) => [`${row.size} ${row.region}`, row.prices]))
  const stray = [...facts.derived.keys()].find((key) => !hourly.has(key))
  if (stray !== undefined)
    throw new FactFault('build/facts/reserved/aws-derived.txt', 1, `compute/aws.txt does not know "${stray}"; add it there.`)
  const others: ReservedRow[] = []
  for (const row of facts.reserved) {
    const prices = hourly.get(`${row.size} ${row.region}`)
    if (prices === undefined) throw fault(row.at, `compute/aws.txt does not know ${row.size} in ${row.region}; add it there.`)
    if (row.offering !== 'standard') {
      others.push(row)
    } else if (row.payment === 'no-upfront') {
      if (prices[row.term === '1y' ? 2 : 3]?.value !== row.value)
        throw fault(row.at, `compute/aws.txt has another ${row.term} price of ${row.size} in ${row.region}.`)
    } else {
      const cell = grid.at(row)
      columns[row.term].prices[cell] = row.value
      columns[row.term].origins[cell] = writer.origin(row.origin)
    }
  }
  for (const term of ['1y', '3y'] as const) {
    writer.columns[`aws.upfront-${term}`] = { type: 'u32', values: columns[term].prices }
    writer.columns[`aws.upfront-${term}.origin`] = { type: 'u16', values: columns[term].origins }
  }
  writer.strings['aws.other-reserved'] = others.map((row) => `${row.size} ${row.region} ${row.term} ${row.payment} ${row.offering}`)
  const amounts = (payment: ReservedRow['payment']): number[] => others.map((row) => (row.payment === payment ? row.value : 0))
  writer.columns['aws.other-reserved.upfront'] = { type: 'f64', values: amounts('all-upfront') }
  writer.columns['aws.other-reserved.hourly'] = { type: 'f64', values: amounts('no-upfront') }
  writer.columns['aws.other-reserved.origin'] = { type: 'u16', values: others.map((row) => writer.origin(row.origin)) }
}

function emptyUpfront(cells: number): { readonly prices: number[]; readonly origins: number[] } {
  return { prices: filled(cells, unknownPrice), origins: filled(cells, 0) }
}

function writeRates(writer: Writer, facts: Facts): void {
  const rates = [...facts.rates].sort((a, b) => compare(a.key, b.key) || compare(a.region, b.region))
  const keys = dictionary()
  const regions = dictionary()
  const units = dictionary()
  const tiers = rates.flatMap((rate) => rate.tiers)
  const first = [0]
  for (const rate of rates) first.push((first.at(-1) ?? 0) + rate.tiers.length)
  Object.assign(writer.columns, {
    'rate.key': { type: 'u16', values: rates.map((rate) => keys.at(rate.key)) },
    'rate.region': { type: 'u16', values: rates.map((rate) => regions.at(rate.region)) },
    'rate.unit': { type: 'u16', values: rates.map((rate) => units.at(rate.unit)) },
    'rate.origin': { type: 'u16', values: rates.map((rate) => writer.origin(rate.origin)) },
    'rate.free': { type: 'f64', values: rates.map((rate) => rate.free) },
    'rate.first': { type: 'u16', values: first },
    'tier.to': { type: 'f64', values: tiers.map((tier) => tier.to) },
    'tier.price': { type: 'f64', values: tiers.map((tier) => tier.price) },
  } satisfies Record<string, ColumnFact>)
  writer.strings['rate.keys'] = keys.items
  writer.strings['rate.regions'] = regions.items
  writer.strings['rate.units'] = units.items
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

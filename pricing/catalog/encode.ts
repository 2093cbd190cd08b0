import { pricedClouds } from '#pricing/catalog/facts.ts'
import type { BookFacts, ComputeFacts, Origin, RateFact, ReservedFact } from '#pricing/catalog/facts.ts'
import type { PricedCloud } from '#pricing/catalog/library.ts'
import type { BookParts, ColumnFact } from '#pricing/catalog/pack.ts'
import { millionths, unknownPrice } from '#pricing/catalog/tables.ts'

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
export function encode(facts: BookFacts): BookParts {
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
  for (const cloud of pricedClouds) writeCompute(writer, cloud, facts.compute[cloud])
  writeReserved(writer, facts)
  writeRates(writer, facts.rates)
  const part = (i: 0 | 1 | 2 | 3): number[] => origins.map((entry) => entry[i])
  const { source, note } = facts.about
  return {
    id: facts.id,
    asOf: facts.asOf,
    strings: {
      ...writer.strings,
      words: writer.words.items,
      'origin.sources': sources.items,
      'origin.dates': dates.items,
      'origin.notes': notes.items,
      ...(source === 'bundled' ? {} : { about: [source, note] }),
    },
    columns: {
      ...writer.columns,
      'origin.source': places16(part(0)),
      'origin.date': places16(part(1)),
      'origin.note': places16(part(2)),
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
  const regionAt = new Map(regions.map((region, i) => [region, i]))
  const sizeAt = new Map(sizes.map((size, i) => [size.size, i]))
  const at: Grid['at'] = (row) => (sizeAt.get(row.size) ?? 0) * regions.length + (regionAt.get(row.region) ?? 0)
  return { regions, cells: sizes.length * regions.length, at }
}

const filled = (length: number, value: number): number[] => Array.from({ length }, () => value)

/** Places in a list, as narrow as they fit: two bytes each, or four. */
function places16(values: readonly number[]): ColumnFact {
  return { type: values.some((value) => value > 0xffff) ? 'u32' : 'u16', values }
}

/** Hourly prices: whole millionths where the sources have no more digits, which halves the file; else dollars, Infinity for unknown. */
function hourlyColumn(values: readonly (number | null)[]): ColumnFact {
  const isWhole = values.every((value) => value === null || isMillionths(value))
  if (!isWhole) return { type: 'f64', values: values.map((value) => value ?? Infinity) }
  return { type: 'u32', values: values.map((value) => (value === null ? unknownPrice : Math.round(value * millionths))) }
}

function isMillionths(value: number): boolean {
  const whole = Math.round(value * millionths)
  return whole < unknownPrice && whole / millionths === value
}

function writeCompute(writer: Writer, cloud: PricedCloud, facts: ComputeFacts): void {
  const { sizes, rows } = facts
  const grid = gridOf(facts)
  const prices = priceNames.map(() => Array.from({ length: grid.cells }, (): number | null => null))
  const origin = filled(grid.cells, 0)
  const quadruples = dictionary()
  for (const row of rows) {
    const cell = grid.at(row)
    row.prices.forEach((price, i) => {
      if (price !== null) (prices[i] ?? [])[cell] = price.value
    })
    origin[cell] = quadruples.at(row.prices.map((price) => (price === null ? 0 : writer.origin(price.origin))).join(' '))
  }
  const word = (text: (size: (typeof sizes)[number]) => string): ColumnFact => places16(sizes.map((size) => writer.words.at(text(size))))
  const real = (value: (size: (typeof sizes)[number]) => number): ColumnFact => ({ type: 'f64', values: sizes.map(value) })
  writer.strings[`${cloud}.sizes`] = sizes.map((size) => size.size)
  writer.strings[`${cloud}.regions`] = grid.regions
  priceNames.forEach((name, i) => (writer.columns[`${cloud}.${name}`] = hourlyColumn(prices[i] ?? [])))
  Object.assign(writer.columns, {
    [`${cloud}.origin`]: places16(origin),
    [`${cloud}.quadruples`]: places16(quadruples.items.flatMap((text) => text.split(' ').map(Number))),
    [`${cloud}.vcpu`]: real((size) => size.vcpu),
    [`${cloud}.memory`]: real((size) => size.memory),
    [`${cloud}.gpu`]: real((size) => size.gpu),
    [`${cloud}.family`]: word((size) => size.family),
    [`${cloud}.gpu-model`]: word((size) => size.model),
    [`${cloud}.architecture`]: word((size) => size.architecture),
  } satisfies Record<string, ColumnFact>)
  const skus = filled(grid.cells, 0)
  for (const row of rows) if (row.sku !== undefined) skus[grid.at(row)] = 1
  if (skus.includes(1)) writeSkus(writer, cloud, rows, grid)
}

function writeSkus(writer: Writer, cloud: PricedCloud, rows: ComputeFacts['rows'], grid: Grid): void {
  const skus = dictionary()
  const places = filled(grid.cells, skus.at(''))
  for (const row of rows) places[grid.at(row)] = skus.at(row.sku ?? '')
  writer.strings[`${cloud}.skus`] = skus.items
  writer.columns[`${cloud}.sku`] = places16(places)
}

function writeReserved(writer: Writer, facts: BookFacts): void {
  const grid = gridOf(facts.compute.aws)
  const columns = { '1y': emptyUpfront(grid.cells), '3y': emptyUpfront(grid.cells) }
  const priced = new Set(facts.compute.aws.rows.map((row) => `${row.size} ${row.region}`))
  const others: ReservedFact[] = []
  for (const row of facts.reserved) {
    if (isWholeUpfront(row) && priced.has(`${row.size} ${row.region}`)) {
      const cell = grid.at(row)
      columns[row.term].prices[cell] = row.upfront
      columns[row.term].origins[cell] = writer.origin(row.origin)
    } else {
      others.push(row)
    }
  }
  for (const term of ['1y', '3y'] as const) {
    writer.columns[`aws.upfront-${term}`] = { type: 'u32', values: columns[term].prices }
    writer.columns[`aws.upfront-${term}.origin`] = places16(columns[term].origins)
  }
  writer.strings['aws.other-reserved'] = others.map((row) => `${row.size} ${row.region} ${row.term} ${row.payment} ${row.offering}`)
  writer.columns['aws.other-reserved.upfront'] = { type: 'f64', values: others.map((row) => row.upfront) }
  writer.columns['aws.other-reserved.hourly'] = { type: 'f64', values: others.map((row) => row.hourly) }
  writer.columns['aws.other-reserved.origin'] = places16(others.map((row) => writer.origin(row.origin)))
}

/** What the column of upfront payments can hold: whole dollars paid at once for a standard reservation. */
function isWholeUpfront({ offering, payment, upfront, hourly }: ReservedFact): boolean {
  return offering === 'standard' && payment === 'all-upfront' && hourly === 0 && Number.isInteger(upfront) && upfront < unknownPrice
}

function emptyUpfront(cells: number): { readonly prices: number[]; readonly origins: number[] } {
  return { prices: filled(cells, unknownPrice), origins: filled(cells, 0) }
}

function writeRates(writer: Writer, facts: readonly RateFact[]): void {
  const rates = [...facts].sort((a, b) => compare(a.key, b.key) || compare(a.region, b.region))
  const keys = dictionary()
  const regions = dictionary()
  const units = dictionary()
  const tiers = rates.flatMap((rate) => rate.tiers)
  const first = [0]
  for (const rate of rates) first.push((first.at(-1) ?? 0) + rate.tiers.length)
  Object.assign(writer.columns, {
    'rate.key': places16(rates.map((rate) => keys.at(rate.key))),
    'rate.region': places16(rates.map((rate) => regions.at(rate.region))),
    'rate.unit': places16(rates.map((rate) => units.at(rate.unit))),
    'rate.origin': places16(rates.map((rate) => writer.origin(rate.origin))),
    'rate.free': { type: 'f64', values: rates.map((rate) => rate.free) },
    'rate.first': places16(first),
    'tier.to': { type: 'f64', values: tiers.map((tier) => tier.to) },
    'tier.price': { type: 'f64', values: tiers.map((tier) => tier.price) },
  } satisfies Record<string, ColumnFact>)
  if (rates.some((rate) => rate.sku !== undefined)) {
    const skus = dictionary()
    writer.columns['rate.sku'] = places16(rates.map((rate) => skus.at(rate.sku ?? '')))
    writer.strings['rate.skus'] = skus.items
  }
  writer.strings['rate.keys'] = keys.items
  writer.strings['rate.regions'] = regions.items
  writer.strings['rate.units'] = units.items
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

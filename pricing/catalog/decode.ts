import { machineTerms } from '#pricing/catalog/library.ts'
import { readCompute, readOtherReserved, readUpfront } from '#pricing/catalog/compute-table.ts'
import type { ComputeTable } from '#pricing/catalog/compute-table.ts'
import { unpack } from '#pricing/catalog/container.ts'
import type { Container } from '#pricing/catalog/container.ts'
import type { About, BookFacts, ComputeFacts, ComputeRow, Origin, Price, RateFact, ReservedFact, SizeFact } from '#pricing/catalog/facts.ts'
import { BookFault } from '#pricing/catalog/fault.ts'
import type { PricedCloud } from '#pricing/catalog/library.ts'
import { readOrigins } from '#pricing/catalog/origins.ts'
import { readRates } from '#pricing/catalog/rate-table.ts'
import { indexColumn, strings, unknownPrice } from '#pricing/catalog/tables.ts'

/**
 * The records a book was written from, in the book's order; `encode` makes the same book of them again.
 * @throws BookFault as `openBook` does.
 */
export function decode(bytes: Uint8Array): BookFacts {
  const file = unpack(bytes)
  const { length, source } = readOrigins(file)
  const made: Origin[] = []
  const origin = (at: number): Origin => {
    const found = source('', at)
    return (made[at] ??= { source: found.source, date: found.asOf, note: found.note, derived: found.derived })
  }
  const tables = {
    aws: readCompute(file, 'aws', length),
    google: readCompute(file, 'google', length),
    azure: readCompute(file, 'azure', length),
  }
  return {
    id: file.id,
    asOf: file.asOf,
    about: aboutOf(file),
    compute: {
      aws: computeFacts(tables.aws, origin),
      google: computeFacts(tables.google, origin),
      azure: computeFacts(tables.azure, origin),
    } satisfies Record<PricedCloud, ComputeFacts>,
    reserved: reservedFacts(file, tables.aws, length, origin),
    rates: rateFacts(file, length, origin),
  }
}

/** The machine sizes a book knows, without its prices. Throws BookFault. */
export function decodeSizes(bytes: Uint8Array): Readonly<Record<PricedCloud, readonly SizeFact[]>> {
  const file = unpack(bytes)
  const { length } = readOrigins(file)
  const sizes = (cloud: PricedCloud): readonly SizeFact[] => sizeFacts(readCompute(file, cloud, length))
  return { aws: sizes('aws'), google: sizes('google'), azure: sizes('azure') }
}

/** How the book came to be; one that does not say is the bundled one. */
function aboutOf(file: Container): About {
  const [source, note] = Object.hasOwn(file.strings, 'about') ? strings(file, 'about') : ['bundled', '']
  if (source !== 'bundled' && source !== 'import' && source !== 'update')
    throw new BookFault(`The price book says it came from "${source ?? ''}", which this program does not know.`)
  return { source, note: note ?? '' }
}

function computeFacts(table: ComputeTable, origin: (at: number) => Origin): ComputeFacts {
  const rows: ComputeRow[] = []
  for (const [s, { size }] of table.sizes.entries()) {
    for (const [r, region] of table.regions.entries()) {
      const cell = s * table.regions.length + r
      const price = (i: 0 | 1 | 2 | 3): Price => {
        const term = machineTerms[i] ?? 'on-demand'
        const value = table.prices[term].at(cell)
        return value === null ? null : { value, origin: origin(table.origin(cell, term)) }
      }
      const prices = [price(0), price(1), price(2), price(3)] as const
      if (prices.every((known) => known === null)) continue
      const sku = table.sku(cell)
      rows.push({ size, region, prices, ...(sku === undefined ? {} : { sku }) })
    }
  }
  return { sizes: sizeFacts(table), rows }
}

function sizeFacts(table: ComputeTable): readonly SizeFact[] {
  return table.sizes.map(({ size, family, vcpu, memoryGib, gpuCount, gpuModel, architecture }) => ({
    size,
    family,
    vcpu,
    memory: memoryGib,
    gpu: gpuCount,
    model: gpuModel,
    architecture,
  }))
}

function reservedFacts(file: Container, aws: ComputeTable, origins: number, origin: (at: number) => Origin): readonly ReservedFact[] {
  const facts: ReservedFact[] = []
  const upfront = readUpfront(file, aws.sizes.length * aws.regions.length, origins)
  for (const [s, { size }] of aws.sizes.entries()) {
    for (const [r, region] of aws.regions.entries()) {
      const cell = s * aws.regions.length + r
      for (const term of ['1y', '3y'] as const) {
        const dollars = upfront[term][cell] ?? unknownPrice
        if (dollars === unknownPrice) continue
        const from = origin(upfront.origin(cell, term))
        facts.push({ size, region, term, payment: 'all-upfront', offering: 'standard', upfront: dollars, hourly: 0, origin: from })
      }
    }
  }
  for (const [key, other] of readOtherReserved(file, origins)) facts.push({ ...placeOf(key), ...other, origin: origin(other.origin) })
  return facts
}

function placeOf(key: string): Pick<ReservedFact, 'size' | 'region' | 'term' | 'payment' | 'offering'> {
  const [size = '', region = '', term, payment, offering] = key.split(' ')
  if (
    (term !== '1y' && term !== '3y') ||
    (payment !== 'no-upfront' && payment !== 'partial-upfront' && payment !== 'all-upfront') ||
    (offering !== 'standard' && offering !== 'convertible' && offering !== 'savings-plan')
  )
    throw new BookFault(`The price book has a reserved price called "${key}", which is no term and payment.`)
  return { size, region, term, payment, offering }
}

function rateFacts(file: Container, origins: number, origin: (at: number) => Origin): readonly RateFact[] {
  const table = readRates(file, origins)
  const key = indexColumn(file, 'rate.key', table.rows, table.keys.length)
  const region = indexColumn(file, 'rate.region', table.rows, table.regions.length)
  return Array.from({ length: table.rows }, (_, at): RateFact => {
    const { unit, tiers, freeAllowance, origin: from, sku } = table.row(at)
    return {
      key: table.keys[key[at] ?? 0] ?? '',
      region: table.regions[region[at] ?? 0] ?? '',
      unit,
      tiers: tiers.map(({ to, price }) => ({ to, price })),
      free: freeAllowance,
      origin: origin(from),
      ...(sku === undefined ? {} : { sku }),
    }
  })
}

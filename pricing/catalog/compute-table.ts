import { BookFault } from '#pricing/catalog/fault.ts'
import { machineTerms } from '#pricing/catalog/library.ts'
import type { Column, Container } from '#pricing/catalog/container.ts'
import type { Hourly } from '#pricing/catalog/tables.ts'
import { hourlyColumn, indexColumn, positions, priceColumn, realColumn, strings, textColumn } from '#pricing/catalog/tables.ts'
import type { Cloud } from '#pricing/services/declare.ts'
import type { ComputeSize, ComputeTerm } from '#pricing/catalog/types.ts'

/**
 * The machines of one cloud. Prices lie in columns of sizes × regions: the price of size s in region r is at `s * regions + r`.
 */
export type ComputeTable = {
  readonly cloud: Cloud
  readonly sizes: readonly ComputeSize[]
  readonly sizeAt: ReadonlyMap<string, number>
  readonly regions: readonly string[]
  readonly regionAt: ReadonlyMap<string, number>
  readonly prices: Readonly<Record<ComputeTerm, Hourly>>
  /** Position among the book's origins of the price of a cell and a term. */
  readonly origin: (cell: number, term: ComputeTerm) => number
  /** The vendor's SKUs of a cell, where the book has them; see skus.ts. */
  readonly sku: (cell: number) => string | undefined
}

export function readCompute(book: Container, cloud: Cloud, origins: number): ComputeTable {
  const names = strings(book, `${cloud}.sizes`)
  const regions = strings(book, `${cloud}.regions`)
  const cells = names.length * regions.length
  const prices = {
    'on-demand': hourlyColumn(book, `${cloud}.on-demand`, cells),
    spot: hourlyColumn(book, `${cloud}.spot`, cells),
    'reserved-1y-no-upfront': hourlyColumn(book, `${cloud}.reserved-1y-no-upfront`, cells),
    'reserved-3y-no-upfront': hourlyColumn(book, `${cloud}.reserved-3y-no-upfront`, cells),
  }
  const quadruples = book.columns.get(`${cloud}.quadruples`)?.length ?? 0
  const quadruple = indexColumn(book, `${cloud}.quadruples`, quadruples, origins)
  const cellOrigin = indexColumn(book, `${cloud}.origin`, cells, Math.floor(quadruples / machineTerms.length))
  const sizeAt = positions(names)
  if (sizeAt.size !== names.length) throw new BookFault(`The price book lists a machine size of ${cloud} twice.`)
  return {
    cloud,
    sizes: readSizes(book, cloud, names),
    sizeAt,
    regions,
    regionAt: positions(regions),
    prices,
    sku: textColumn(book, `${cloud}.skus`, `${cloud}.sku`, cells),
    origin: (cell, term) => quadruple[(cellOrigin[cell] ?? 0) * machineTerms.length + machineTerms.indexOf(term)] ?? 0,
  }
}

function readSizes(book: Container, cloud: Cloud, names: readonly string[]): readonly ComputeSize[] {
  const words = strings(book, 'words')
  const vcpu = realColumn(book, `${cloud}.vcpu`, names.length)
  const memory = realColumn(book, `${cloud}.memory`, names.length)
  const gpu = realColumn(book, `${cloud}.gpu`, names.length)
  const word = (name: string): Column => indexColumn(book, `${cloud}.${name}`, names.length, words.length)
  const family = word('family')
  const model = word('gpu-model')
  const architecture = word('architecture')
  return names.map((size, i) => ({
    cloud,
    size,
    family: words[family[i] ?? 0] ?? '',
    vcpu: vcpu[i] ?? 0,
    memoryGib: memory[i] ?? 0,
    gpuCount: gpu[i] ?? 0,
    gpuModel: words[model[i] ?? 0] ?? '',
    architecture: words[architecture[i] ?? 0] ?? '',
  }))
}

/** Regions in which a size has a price of a term. */
export function regionsOf(table: ComputeTable, size: number, term: ComputeTerm): readonly string[] {
  const prices = table.prices[term]
  return table.regions.filter((_, r) => prices.at(size * table.regions.length + r) !== null)
}

/** Reserved prices that are not an hourly no-upfront one: paid in dollars for the whole term. */
export type UpfrontTable = {
  readonly '1y': Uint32Array
  readonly '3y': Uint32Array
  readonly origin: (cell: number, term: '1y' | '3y') => number
}

export function readUpfront(book: Container, cells: number, origins: number): UpfrontTable {
  const origin = {
    '1y': indexColumn(book, 'aws.upfront-1y.origin', cells, origins),
    '3y': indexColumn(book, 'aws.upfront-3y.origin', cells, origins),
  }
  return {
    '1y': priceColumn(book, 'aws.upfront-1y', cells),
    '3y': priceColumn(book, 'aws.upfront-3y', cells),
    origin: (cell, term) => origin[term][cell] ?? 0,
  }
}

/** A reserved price of a convertible offering or a savings plan, paid partly upfront, or of broken dollars. `key` is `size region term payment offering`. */
export type OtherReserved = { readonly upfront: number; readonly hourly: number; readonly origin: number }

export function readOtherReserved(book: Container, origins: number): ReadonlyMap<string, OtherReserved> {
  const keys = strings(book, 'aws.other-reserved')
  const upfront = realColumn(book, 'aws.other-reserved.upfront', keys.length)
  const hourly = realColumn(book, 'aws.other-reserved.hourly', keys.length)
  const origin = indexColumn(book, 'aws.other-reserved.origin', keys.length, origins)
  return new Map(keys.map((key, i) => [key, { upfront: upfront[i] ?? 0, hourly: hourly[i] ?? 0, origin: origin[i] ?? 0 }]))
}

import type { Place } from '#pricing/catalog/finding/places.ts'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import type { Thing } from '#pricing/catalog/finding/things.ts'
import type { ComputeSize, ComputeTerm, PriceSource, Rate } from '#pricing/catalog/types.ts'
import type { Cloud } from '#pricing/services/declare.ts'

/** One row of the list, looked up. */
export type PriceRow = {
  readonly row: number
  readonly thing: Thing
  readonly place: Place
  /** US dollars; NaN where it is not known. */
  readonly price: (term: ComputeTerm) => number
  /** The record of a rate; null for machines, and where the book has no price. */
  readonly rate: Rate | null
}

/** Null for a row the list does not have. */
export function priceRow(list: PriceList, row: number): PriceRow | null {
  const thing = list.things[list.thing[row] ?? -1]
  const place = list.places[list.place[row] ?? -1]
  if (thing === undefined || place === undefined) return null
  const found = thing.size === null ? list.book.rate(thing.id, place.code) : null
  return { row, thing, place, price: (term) => list.prices[term][row] ?? NaN, rate: found?.ok === true ? found.value : null }
}

export const cloudNames: Readonly<Record<Cloud, string>> = { aws: 'AWS', google: 'Google Cloud', azure: 'Azure', general: '' }

/** For narrow columns. */
export const shortCloudNames: Readonly<Record<Cloud, string>> = { ...cloudNames, google: 'Google' }

/** The kind of processor: `Arm` or `x86`. */
export function chipName({ architecture }: Pick<ComputeSize, 'architecture'>): string {
  return architecture === 'arm64' ? 'Arm' : architecture === 'x86_64' ? 'x86' : architecture
}

export const termNames: Readonly<Record<ComputeTerm, string>> = {
  'on-demand': 'on demand',
  spot: 'spot',
  'reserved-1y-no-upfront': 'one year',
  'reserved-3y-no-upfront': 'three years',
}

/** A size as it is called, a rate without its cloud. */
export function nameOf({ id, size }: Thing): string {
  return size === null ? id.slice(id.indexOf('.') + 1) : id
}

/** Where a price comes from, or why there is none. */
export function sourceOf(list: PriceList, { thing, place, rate }: PriceRow, term: ComputeTerm): PriceSource | { readonly why: string } {
  if (thing.size !== null) {
    const found = list.book.compute(thing.cloud, thing.id, place.code, term)
    return found.ok ? found.value.source : { why: `${found.reason}. ${found.fix}` }
  }
  if (rate !== null) return rate.source
  const found = list.book.rate(thing.id, place.code)
  return found.ok ? found.value.source : { why: `${found.reason}. ${found.fix}` }
}

/** What one unit costs for a month: hourly prices over the month's hours, monthly ones as they are; NaN for units of use. */
export function monthly(row: PriceRow, month: number): number {
  const price = row.price('on-demand')
  const unit = unitOf(row)
  if (unit === 'hour' || unit.endsWith('-hour')) return price * month
  return unit === 'month' || unit.endsWith('-month') ? price : NaN
}

export function unitOf({ thing, rate }: PriceRow): string {
  return thing.size === null ? (rate?.unit ?? '') : 'hour'
}

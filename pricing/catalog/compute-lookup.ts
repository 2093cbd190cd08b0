import { machineTerms } from '#pricing/catalog/library.ts'
import { regionsOf } from '#pricing/catalog/compute-table.ts'
import type { ComputeTable, OtherReserved, UpfrontTable } from '#pricing/catalog/compute-table.ts'
import type { Origins } from '#pricing/catalog/origins.ts'
import { meantAmong } from '#pricing/catalog/meant.ts'
import { alike } from '#pricing/catalog/patterns.ts'
import { noReserved, noSize, noTerm, notOffered } from '#pricing/catalog/reasons.ts'
import { isRegion, nearestRegions } from '#pricing/catalog/regions.ts'
import { skuOf } from '#pricing/catalog/skus.ts'
import { unknownPrice } from '#pricing/catalog/tables.ts'
import type { ComputeTerm, PriceBook } from '#pricing/catalog/types.ts'
import type { Cloud } from '#pricing/services/declare.ts'

type Machines = {
  readonly tables: Readonly<Record<Exclude<Cloud, 'general'>, ComputeTable>>
  readonly upfront: UpfrontTable
  readonly others: ReadonlyMap<string, OtherReserved>
  readonly origins: Origins
}

type Cell = { readonly cell: number }

/** The book's look-ups of machine prices: each is one or two map reads and one read of a column. */
export function computeLookup(machines: Machines): Pick<PriceBook, 'compute' | 'hourly' | 'reserved' | 'sizes' | 'size'> {
  const table = (cloud: Cloud): ComputeTable | undefined => (cloud === 'general' ? undefined : machines.tables[cloud])
  return {
    sizes: (cloud) => table(cloud)?.sizes ?? [],
    size: (cloud, size) => {
      const found = table(cloud)
      const at = found?.sizeAt.get(size)
      return at === undefined ? undefined : found?.sizes[at]
    },
    compute: (cloud, size, region, term) => computePrice(table(cloud), machines.origins, cloud, size, region, term),
    hourly: (cloud, size, region, term) => {
      const found = table(cloud)
      const at = found === undefined ? undefined : place(found, size, region)
      return at === undefined ? NaN : (found?.prices[term].at(at.cell) ?? NaN)
    },
    reserved: (size, region, term, payment, offering = 'standard') => reservedPrice(machines, size, region, term, payment, offering),
  }
}

function place(table: ComputeTable, size: string, region: string): Cell | undefined {
  const s = table.sizeAt.get(size)
  const r = table.regionAt.get(region)
  return s === undefined || r === undefined ? undefined : { cell: s * table.regions.length + r }
}

function computePrice(
  table: ComputeTable | undefined,
  origins: Origins,
  cloud: Cloud,
  size: string,
  region: string,
  term: ComputeTerm,
): ReturnType<PriceBook['compute']> {
  if (table === undefined || !table.sizeAt.has(size)) return unknownSize(cloud, size, table)
  const at = place(table, size, region)
  const hourly = at === undefined ? null : table.prices[term].at(at.cell)
  if (at === undefined || hourly === null) return missing(table, size, region, term)
  const sku = skuOf(table.sku(at.cell), machineTerms.indexOf(term)) ?? `${cloud}.compute/${size}/${term}@${region}`
  return { ok: true, value: { hourly, source: origins.source(sku, table.origin(at.cell, term)) } }
}

function missing(table: ComputeTable, size: string, region: string, term: ComputeTerm): ReturnType<typeof noTerm> {
  const at = place(table, size, region)
  const near = nearestRegions(table.cloud, region, regionsOf(table, table.sizeAt.get(size) ?? -1, term))
  const offered = at !== undefined && machineTerms.some((other) => table.prices[other].at(at.cell) !== null)
  if (offered) return noTerm(size, region, term, near)
  const why = table.regionAt.has(region) ? 'not this size' : isRegion(table.cloud, region) ? 'no machines' : 'no region'
  return notOffered(size, region, why, near)
}

/** The names of a table's sizes, and which of them a mistyped one is; listed once a table. */
type Spelled = {
  readonly sizes: readonly string[]
  readonly meant: (typed: string) => string | null
  /** Sizes that were asked for in vain. */
  readonly missed: Map<string, ReturnType<typeof noSize>>
}
const mostMissed = 256
const spelled = new WeakMap<ComputeTable, Spelled>()

function unknownSize(cloud: Cloud, size: string, table: ComputeTable | undefined): ReturnType<typeof noSize> {
  if (table === undefined) return noSize(cloud, size, null, [])
  const known = spelled.get(table) ?? spelledOf([...table.sizeAt.keys()])
  spelled.set(table, known)
  const { sizes, meant, missed } = known
  const found = missed.get(size) ?? noSize(cloud, size, meant(size), alike(sizes, size))
  if (missed.size >= mostMissed) missed.clear()
  missed.set(size, found)
  return found
}

function spelledOf(sizes: readonly string[]): Spelled {
  return { sizes, meant: meantAmong(sizes), missed: new Map() }
}

function reservedPrice(
  { tables, upfront, others, origins }: Machines,
  size: string,
  region: string,
  term: '1y' | '3y',
  payment: 'no-upfront' | 'partial-upfront' | 'all-upfront',
  offering: 'standard' | 'convertible' | 'savings-plan',
): ReturnType<PriceBook['reserved']> {
  const table = tables.aws
  if (!table.sizeAt.has(size)) return unknownSize('aws', size, table)
  const at = place(table, size, region)
  if (at === undefined) return missing(table, size, region, 'on-demand')
  const sku = `aws.reserved/${size}/${term}-${payment}@${region}`
  const other = others.get(`${size} ${region} ${term} ${payment} ${offering}`)
  if (other !== undefined) {
    const name = offering === 'standard' ? sku : `${sku}/${offering}`
    return { ok: true, value: { upfront: other.upfront, hourly: other.hourly, source: origins.source(name, other.origin) } }
  }
  if (offering !== 'standard') return noReserved(size, region, term, `${offering} ${payment}`)
  if (payment === 'all-upfront') {
    const dollars = upfront[term][at.cell] ?? unknownPrice
    if (dollars === unknownPrice) return noReserved(size, region, term, payment)
    return { ok: true, value: { upfront: dollars, hourly: 0, source: origins.source(sku, upfront.origin(at.cell, term)) } }
  }
  const column: ComputeTerm = `reserved-${term}-no-upfront`
  const hourly = payment === 'no-upfront' ? table.prices[column].at(at.cell) : null
  if (hourly === null) return noReserved(size, region, term, payment)
  return { ok: true, value: { upfront: 0, hourly, source: origins.source(sku, table.origin(at.cell, column)) } }
}

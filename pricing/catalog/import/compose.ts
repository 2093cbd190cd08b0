import { pricedClouds } from '#pricing/catalog/facts.ts'
import type { About, BookFacts, ComputeFacts, ComputeRow, Price, RateFact, ReservedFact, SizeFact } from '#pricing/catalog/facts.ts'
import type { Gathered } from '#pricing/catalog/import/gather.ts'
import type { PricedCloud } from '#pricing/catalog/library.ts'
import { skuOf, skusText } from '#pricing/catalog/skus.ts'

type Part = Pick<BookFacts, 'compute' | 'reserved' | 'rates'>

const nothing: Part = { compute: { aws: empty(), google: empty(), azure: empty() }, reserved: [], rates: [] }

function empty(): ComputeFacts {
  return { sizes: [], rows: [] }
}

/** A book of its own: what was gathered over the books among it, over the base. What nobody gave anew stays as the base has it. */
export function compose(
  naming: { readonly id: string; readonly asOf: string; readonly about: About },
  base: BookFacts | null,
  gathered: Gathered,
): BookFacts {
  const parts: readonly Part[] = [base ?? nothing, ...gathered.books, gathered]
  return { ...naming, ...parts.reduce(over) }
}

/** Prices of `above` instead of, or beside, those of `below`: machines by size, region and term, all else by key and region. */
function over(below: Part, above: Part): Part {
  const compute = (cloud: PricedCloud): ComputeFacts => machinesOver(below.compute[cloud], above.compute[cloud])
  const [aws, google, azure] = pricedClouds.map(compute)
  return {
    compute: { aws: aws ?? empty(), google: google ?? empty(), azure: azure ?? empty() },
    reserved: listOver(below.reserved, above.reserved, reservedPlace),
    rates: listOver(below.rates, above.rates, ratePlace, withAllowance),
  }
}

const reservedPlace = ({ size, region, term, payment, offering }: ReservedFact): string => [size, region, term, payment, offering].join(' ')
const ratePlace = ({ key, region }: RateFact): string => `${key}@${region}`

/** Most lists say nothing of an account's free allowances: those of the book below stay. */
function withAllowance(below: RateFact | undefined, above: RateFact): RateFact {
  return above.free > 0 || below === undefined || below.unit !== above.unit ? above : { ...above, free: below.free }
}

function listOver<T>(
  below: readonly T[],
  above: readonly T[],
  place: (item: T) => string,
  either: (below: T | undefined, above: T) => T = (_, item) => item,
): readonly T[] {
  if (above.length === 0) return below
  const all = new Map(below.map((item) => [place(item), item]))
  for (const item of above) all.set(place(item), either(all.get(place(item)), item))
  return [...all.values()]
}

function machinesOver(below: ComputeFacts, above: ComputeFacts): ComputeFacts {
  const rows = new Map(below.rows.map((row) => [`${row.size} ${row.region}`, row]))
  for (const row of above.rows) {
    const place = `${row.size} ${row.region}`
    rows.set(place, rowOver(rows.get(place), row))
  }
  const sizes = new Map(below.sizes.map((size) => [size.size, size]))
  for (const size of above.sizes) sizes.set(size.size, sizeOver(sizes.get(size.size), size))
  return { sizes: [...sizes.values()], rows: [...rows.values()] }
}

function rowOver(below: ComputeRow | undefined, above: ComputeRow): ComputeRow {
  const price = (i: 0 | 1 | 2 | 3): Price => above.prices[i] ?? below?.prices[i] ?? null
  const prices = [price(0), price(1), price(2), price(3)] as const
  const skus = prices.map((_, i) => skuOf((above.prices[i] ?? null) === null ? below?.sku : above.sku, i))
  const sku = skusText(skus, prices)
  return { size: above.size, region: above.region, prices, ...(sku === undefined ? {} : { sku }) }
}

/** A figure that is not known above is taken from below. */
function sizeOver(below: SizeFact | undefined, above: SizeFact): SizeFact {
  if (below === undefined) return above
  return {
    size: above.size,
    family: above.family || below.family,
    vcpu: above.vcpu || below.vcpu,
    memory: above.memory || below.memory,
    gpu: above.gpu || below.gpu,
    model: above.model || below.model,
    architecture: above.architecture || below.architecture,
  }
}

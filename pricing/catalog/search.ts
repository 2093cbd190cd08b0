import { everything } from '#pricing/catalog/finding/filter.ts'
import { findRows } from '#pricing/catalog/finding/find.ts'
import { placeFinder } from '#pricing/catalog/finding/match.ts'
import { priceList } from '#pricing/catalog/finding/price-list.ts'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import { readQuery } from '#pricing/catalog/finding/query.ts'
import type { NamedRates, Thing } from '#pricing/catalog/finding/things.ts'
import type { ComputeSize, PriceBook, Rate } from '#pricing/catalog/types.ts'
import type { Cloud } from '#pricing/services/declare.ts'

/** Finds machine sizes and prices by a few letters, for the palette and for `skytally prices find`. */

export type Hit = {
  /** Region (or group of regions) of the price: one that the text names, else the one asked for; null without either. */
  readonly region: string | null
} & (
  | {
      readonly kind: 'size'
      readonly size: ComputeSize
      /** On-demand dollars an hour in the region; null where not known, or without a region. */
      readonly hourly: number | null
    }
  | { readonly kind: 'rate'; readonly key: string; readonly rate: Rate | null }
)

export type Question = {
  readonly cloud?: Cloud
  /** Region to price the hits in where the text names none. */
  readonly region?: string
  /** At most this many hits; 20 unless said. */
  readonly limit?: number
}

export type PriceSearch = (text: string, question?: Question) => readonly Hit[]

/** Lists a book once and searches it by words in any order, regions and cities, or a shape such as `8 vcpu 32 gb`. */
export function priceSearch(book: PriceBook, named?: NamedRates): PriceSearch {
  const list = priceList(book, named)
  return (text, question) => searchList(list, text, question)
}

/** One hit for each thing found; where the text names a region, one for each of its prices there. Best first. */
export function searchList(list: PriceList, text: string, question: Question = {}): readonly Hit[] {
  if (text.trim() === '') return []
  const { cloud, region, limit = 20 } = question
  const filter = cloud === undefined ? everything : { ...everything, clouds: [cloud] }
  const isFoundByPlace = placeFinder(text, list.places)
  const hits: Hit[] = []
  const isShape = Object.keys(readQuery(text).shape).length > 0
  const seen = new Set<number>()
  for (const row of findRows(list, { text, filter, ...(region === undefined ? {} : { home: region }) })) {
    if (!isShape && hits.length >= limit) break
    const at = list.thing[row] ?? 0
    const thing = list.things[at]
    const place = list.places[list.place[row] ?? 0]
    if (thing === undefined || place === undefined) continue
    const named = isFoundByPlace(thing)
    if (!named && seen.has(at)) continue
    seen.add(at)
    hits.push(hitOf(list.book, thing, named ? place.code : (region ?? null)))
  }
  return (isShape ? cheapestFirst(hits) : hits).slice(0, limit)
}

/** Machines asked for by their shape, by what they cost where they are asked for; those without a price there come last. */
function cheapestFirst(hits: readonly Hit[]): readonly Hit[] {
  if (hits.some((hit) => hit.kind !== 'size' || hit.region === null)) return hits
  const hourly = (hit: Hit): number => (hit.kind === 'size' ? (hit.hourly ?? Infinity) : Infinity)
  return [...hits].sort((a, b) => (hourly(a) < hourly(b) ? -1 : hourly(a) > hourly(b) ? 1 : 0))
}

function hitOf(book: PriceBook, { cloud, id, size }: Thing, region: string | null): Hit {
  if (size !== null) {
    const hourly = region === null ? NaN : book.hourly(cloud, id, region, 'on-demand')
    return { kind: 'size', region, size, hourly: Number.isNaN(hourly) ? null : hourly }
  }
  const found = region === null ? null : book.rate(id, region)
  return { kind: 'rate', region, key: id, rate: found?.ok === true ? found.value : null }
}

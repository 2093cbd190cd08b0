import type { ComputeTerm, PriceBook } from '#pricing/catalog/types.ts'
import { machineTerms } from '#pricing/catalog/library.ts'
import { placeOf } from './places.ts'
import type { Place } from './places.ts'
import { rateThing, sizeClouds, sizeThings } from './things.ts'
import type { NamedRates, Thing } from './things.ts'

/**
 * Every price of a book as a table: one row for a thing in a place. Rows of one thing follow each other. Columns hold US dollars for one
 * unit, NaN where the price is not known.
 */
export type PriceList = {
  readonly book: PriceBook
  readonly things: readonly Thing[]
  readonly places: readonly Place[]
  readonly rows: number
  /** Row → position in `things` and in `places`. */
  readonly thing: Uint32Array
  readonly place: Uint32Array
  /** Position in `things` → its first row; one more at the end. */
  readonly first: Uint32Array
  /** A machine's price an hour; of a rate the price of the first step, in `on-demand` alone. */
  readonly prices: Readonly<Record<ComputeTerm, Float64Array>>
}

export const listTerms = machineTerms

/** Things listed between two pauses: a few milliseconds' work at most. */
const atOnce = 64

/** Lists a book in one go: some 50,000 rows in some 200 ms. `named`: further words to find a rate by. */
export function priceList(book: PriceBook, named: NamedRates = () => ''): PriceList {
  const listing = listPrices(book, named)
  let step = listing.next()
  while (step.done !== true) step = listing.next()
  return step.value
}

/** Lists a book in many small steps, for whoever has other work in between. */
export function* listPrices(book: PriceBook, named: NamedRates): Generator<undefined, PriceList, undefined> {
  const things: Thing[] = []
  for (const cloud of sizeClouds) {
    things.push(...sizeThings(book, cloud))
    yield
  }
  for (const key of book.matches('{key}')) {
    things.push(rateThing(key, named(key)))
    if (things.length % atOnce === 0) yield
  }
  const gathering = gatheringOf(book, things)
  for (const [t, thing] of things.entries()) {
    gathering.first[t] = gathering.rows
    if (thing.size === null) gatherRate(gathering, book, thing, t)
    else gatherSize(gathering, book, thing, t)
    if (t % atOnce === 0) yield
  }
  gathering.first[things.length] = gathering.rows
  return finished(book, things, gathering)
}

/** The table while it is filled: columns with room for the most rows there can be. */
type Gathering = {
  rows: number
  readonly places: Place[]
  readonly placeAt: Map<string, number>
  readonly thing: Uint32Array
  readonly place: Uint32Array
  readonly first: Uint32Array
  readonly prices: readonly Float64Array[]
  readonly regions: ReadonlyMap<Thing['cloud'], readonly { readonly code: string; readonly place: number }[]>
}

function gatheringOf(book: PriceBook, things: readonly Thing[]): Gathering {
  const most = things.reduce((sum, { cloud, id, size }) => sum + (size === null ? book.soldIn(id) : book.regions(cloud)).length, 0)
  const places: Place[] = []
  const placeAt = new Map<string, number>()
  const column = () => new Float64Array(most)
  return {
    rows: 0,
    places,
    placeAt,
    thing: new Uint32Array(most),
    place: new Uint32Array(most),
    first: new Uint32Array(things.length + 1),
    prices: listTerms.map(column),
    // Regions first and in one order, so that the same places follow each other under every thing.
    regions: new Map(
      sizeClouds.map((cloud) => [cloud, book.regions(cloud).map((code) => ({ code, place: atPlace(places, placeAt, cloud, code) }))]),
    ),
  }
}

function atPlace(places: Place[], placeAt: Map<string, number>, cloud: Thing['cloud'], code: string): number {
  const key = `${cloud} ${code}`
  const known = placeAt.get(key) ?? places.push(placeOf(cloud, code)) - 1
  placeAt.set(key, known)
  return known
}

function gatherSize(gathering: Gathering, book: PriceBook, { cloud, id }: Thing, t: number): void {
  for (const { code, place } of gathering.regions.get(cloud) ?? []) {
    let known = false
    for (const [at, term] of listTerms.entries()) {
      const price = book.hourly(cloud, id, code, term)
      known ||= !Number.isNaN(price)
      gathering.prices[at]![gathering.rows] = price
    }
    if (known) add(gathering, t, place)
  }
}

function gatherRate(gathering: Gathering, book: PriceBook, { cloud, id }: Thing, t: number): void {
  const places = book.soldIn(id).map((code) => ({ code, place: atPlace(gathering.places, gathering.placeAt, cloud, code) }))
  for (const { code, place } of places.toSorted((a, b) => a.place - b.place)) {
    const found = book.rate(id, code)
    const price = found.ok ? (found.value.tiers[0]?.price ?? NaN) : NaN
    for (const [at, column] of gathering.prices.entries()) column[gathering.rows] = at === 0 ? price : NaN
    add(gathering, t, place)
  }
}

function add(gathering: Gathering, thing: number, place: number): void {
  gathering.thing[gathering.rows] = thing
  gathering.place[gathering.rows] = place
  gathering.rows += 1
}

function finished(book: PriceBook, things: readonly Thing[], { rows, places, thing, place, first, prices }: Gathering): PriceList {
  const column = (term: number) => prices[term]?.slice(0, rows) ?? new Float64Array(0)
  return {
    book,
    things,
    places,
    rows,
    thing: thing.slice(0, rows),
    place: place.slice(0, rows),
    first,
    prices: { 'on-demand': column(0), spot: column(1), 'reserved-1y-no-upfront': column(2), 'reserved-3y-no-upfront': column(3) },
  }
}

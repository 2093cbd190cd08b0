import { everything, isIn, isOpen, passesPlace, passesThing, regionsAt } from './filter.ts'
import type { PriceFilter } from './filter.ts'
import { matcherOf, nearness, nearnessOf, placeWords, shapeFit, thingWords } from './match.ts'
import type { Matcher } from './match.ts'
import type { PriceList } from './price-list.ts'
import { readQuery } from './query.ts'
import type { Query } from './query.ts'
import { sortRows } from './sort.ts'

export type Finding = {
  /** As people type: `m5.xlarge frankfurt`, `nat gateway ireland`, `8 vcpu 32 gb arm`. Empty: everything. */
  readonly text: string
  readonly filter?: PriceFilter
  /** Code of the region whose rows come first under each thing. */
  readonly home?: string
}

/** Rows by nearness, best first. */
type Piles = readonly number[][]

const noPiles = (): Piles => Object.keys(nearness).map(() => [])

/**
 * The rows of a list that hold every word of the text, in the thing or in its place: what is called so first, else in the list's order.
 * A shape asked for is met exactly, the cheapest first; where no size does, by those that have somewhat more; where none has, it is
 * not looked at.
 */
export function findRows(list: PriceList, finding: Finding): Uint32Array {
  const query = readQuery(finding.text)
  const filter = finding.filter ?? everything
  const exact = gather(list, query, filter, finding.home, 'exact')
  if (Object.keys(query.shape).length === 0) return exact
  if (exact.length > 0) return sortRows(list, exact, 'on-demand', false)
  const larger = gather(list, query, filter, finding.home, 'larger')
  if (larger.length > 0) return sortRows(list, larger, 'on-demand', false)
  return query.words.length === 0 ? larger : gather(list, { words: query.words, shape: {} }, filter, finding.home, 'exact')
}

function gather(list: PriceList, query: Query, filter: PriceFilter, home: string | undefined, fit: 'exact' | 'larger'): Uint32Array {
  const matcher = matcherOf(query, list.places)
  const places = placesOf(list, matcher, filter)
  const piles = noPiles()
  const isAtHome = list.places.map((place) => place.code === home)
  for (const [t, thing] of list.things.entries()) {
    if (!passesThing(filter, thing) || shapeFit(matcher.shape, thing.size) !== fit) continue
    const found = thingWords(matcher, thing)
    if ((found | places.any) !== matcher.all) continue
    const pile = piles[nearnessOf(matcher, thing, found)] ?? []
    const last = list.first[t + 1] ?? list.rows
    const begun = pile.length
    for (let row = list.first[t] ?? 0; row < last; row++) {
      const at = list.place[row] ?? 0
      const words = places.words[at] ?? -1
      if (words < 0 || (found | words) !== matcher.all || !passesPrice(list, filter, row)) continue
      if (isAtHome[at] === true) pile.splice(begun, 0, row)
      else pile.push(row)
    }
  }
  return joined(piles)
}

/** The words that name each place, -1 where the filter keeps it out; and those that name any. */
function placesOf(
  { places }: PriceList,
  matcher: Matcher,
  filter: PriceFilter,
): { readonly words: readonly number[]; readonly any: number } {
  const own = places.map((place) => placeWords(matcher, place))
  const words = places.map((place, at) => {
    if (!passesPlace(filter, place, places)) return -1
    // What holds in a whole group of regions is found by the name of each of them.
    const within = place.geography === '' ? regionsAt(place, places) : []
    return within.reduce((bits, region) => bits | (own[places.indexOf(region)] ?? 0), own[at] ?? 0)
  })
  return { words, any: words.reduce((bits, one) => (one < 0 ? bits : bits | one), 0) }
}

function passesPrice(list: PriceList, { price }: PriceFilter, row: number): boolean {
  return isOpen(price) || isIn(list.prices['on-demand'][row] ?? NaN, price)
}

function joined(piles: Piles): Uint32Array {
  const all = new Uint32Array(piles.reduce((sum, pile) => sum + pile.length, 0))
  let at = 0
  for (const pile of piles) {
    all.set(pile, at)
    at += pile.length
  }
  return all
}

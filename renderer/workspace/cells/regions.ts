import type { Component } from '#shared/document/types.ts'
import { chargePrice } from '#pricing/calculator/prices.ts'
import { geographies, placeOf } from '#pricing/catalog/finding/places.ts'
import type { Place } from '#pricing/catalog/finding/places.ts'
import { namedRegions } from '#pricing/catalog/regions.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import type { Choice } from './suggest.ts'

/** A region to stand in, by its code. */
export type RegionChoice = Choice & {
  /** `some`: charges of the row that have a price elsewhere have none there; `none`: no charge has one. */
  readonly offers: 'all' | 'some' | 'none'
}

/** Beside a region that does not price the whole row. */
const without: Readonly<Record<RegionChoice['offers'], string>> = { all: '', some: 'some prices missing', none: 'not offered' }
const rank: Readonly<Record<RegionChoice['offers'], number>> = { all: 0, some: 1, none: 2 }

/**
 * Regions of the row's cloud, those that price all of it first, by part of the world; found by code, name, city and country. Empty for
 * services sold without a region.
 */
export function regionsFor(component: Component, service: ServiceDeclaration, book: PriceBook): readonly RegionChoice[] {
  if (service.region === 'none') return []
  const regions = book
    .regions(service.cloud)
    .map((code) => ({ place: placeOf(service.cloud, code), ...pricedAt(component, service, book, code) }))
  // What no region prices says nothing about where the service is sold.
  const somewhere = new Set(regions.flatMap(({ priced }) => priced))
  const choices = regions.map(({ place, priced, unpriced }) => {
    const lacking = unpriced.filter((id) => somewhere.has(id)).length
    return { place, offers: lacking === 0 ? ('all' as const) : priced.length > 0 ? ('some' as const) : ('none' as const) }
  })
  const world = ({ geography }: Place) => geographies.findIndex((one) => one === geography)
  const named = namedRegions(service.cloud).map(({ code }) => code)
  return choices
    .toSorted(
      (a, b) =>
        rank[a.offers] - rank[b.offers] || world(a.place) - world(b.place) || named.indexOf(a.place.code) - named.indexOf(b.place.code),
    )
    .map(({ place, offers }) => choiceOf(place, offers))
}

function choiceOf(place: Place, offers: RegionChoice['offers']): RegionChoice {
  const detail = [place.name, place.geography, without[offers]].filter((part) => part !== '').join(' · ')
  return { value: place.code, detail, words: `${place.name} ${place.geography} ${place.city} ${place.words}`, offers }
}

/** The row's charges that ask the book, by whether it would answer in a region. */
function pricedAt(
  component: Component,
  service: ServiceDeclaration,
  book: PriceBook,
  region: string,
): { readonly priced: readonly string[]; readonly unpriced: readonly string[] } {
  const there = { ...component, region }
  const found = Object.entries(service.charges).map(([id, charge]) => ({ id, kind: chargePrice(charge, there, service, book).kind }))
  const of = (kind: string) => found.filter((one) => one.kind === kind).map(({ id }) => id)
  return { priced: of('rate'), unpriced: of('missing') }
}

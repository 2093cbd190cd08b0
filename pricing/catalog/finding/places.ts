import { cityOf } from '#pricing/catalog/regions/cities.ts'
import { regionGroup, regionOf } from '#pricing/catalog/regions.ts'
import type { Geography } from '#pricing/catalog/regions.ts'
import type { Cloud } from '#pricing/services/declare.ts'
import { searchText } from './text.ts'

/** Where a price holds: a region of a cloud, or the word of a price list for several. */
export type Place = {
  readonly cloud: Cloud
  readonly code: string
  /** The vendor's name for people, or what the group means. */
  readonly name: string
  /** Part of the world; empty for a group of regions. */
  readonly geography: string
  readonly city: string
  /** What it is found by; see `searchText`. */
  readonly words: string
}

/** Parts of the world, as lists show them. */
export const geographies: readonly Geography[] = ['North America', 'South America', 'Europe', 'Middle East', 'Africa', 'Asia', 'Oceania']

export function placeOf(cloud: Cloud, code: string): Place {
  const region = regionOf(cloud, code)
  const name = region?.name ?? regionGroup(code)?.name ?? ''
  const geography = region?.geography ?? ''
  const city = cityOf(code)
  return { cloud, code, name, geography, city, words: region === undefined ? searchText(code) : searchText(code, name, city, geography) }
}

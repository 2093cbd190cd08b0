import { amazonRegions } from '#pricing/catalog/regions/aws.ts'
import { azureRegions } from '#pricing/catalog/regions/azure.ts'
import { googleRegions } from '#pricing/catalog/regions/google.ts'
import type { Cloud } from '#pricing/services/declare.ts'

export type Geography = 'North America' | 'South America' | 'Europe' | 'Middle East' | 'Africa' | 'Asia' | 'Oceania'

export type Region = {
  readonly code: string
  /** The vendor's name for people: `US East (N. Virginia)`. */
  readonly name: string
  readonly geography: Geography
  /** Latitude and longitude of the city or state the vendor names, in degrees; good enough to say what is near. */
  readonly at: readonly [number, number]
}

/** A word that stands for several regions in a price list, and what it means. */
export type RegionGroup = { readonly code: string; readonly name: string }

const groups: readonly RegionGroup[] = [
  { code: 'all', name: 'the same in every region' },
  { code: 'global', name: 'sold without a region' },
  { code: 'americas', name: 'regions of the Americas' },
  { code: 'asia', name: 'regions of Asia' },
  { code: 'us', name: 'regions of the United States' },
  { code: 'us-multi', name: 'multi-region in the United States' },
  { code: 'europe-multi', name: 'multi-region in Europe' },
  { code: 'asia-multi', name: 'multi-region in Asia' },
  { code: 'tier-1', name: 'Cloud Run price tier 1' },
  { code: 'tier-2', name: 'Cloud Run price tier 2' },
  { code: 'na-eu', name: 'North America and Europe' },
  { code: 'zone-1', name: 'billing zone 1: North America and Europe' },
  { code: 'zone-2', name: 'billing zone 2: Asia Pacific' },
]

const byCloud: Readonly<Record<Cloud, ReadonlyMap<string, Region>>> = {
  aws: byCode(amazonRegions),
  google: byCode(googleRegions),
  azure: byCode(azureRegions),
  general: new Map(),
}

const groupByCode: ReadonlyMap<string, RegionGroup> = new Map(groups.map((group) => [group.code, group]))

function byCode(regions: readonly Region[]): ReadonlyMap<string, Region> {
  return new Map(regions.map((region) => [region.code, region]))
}

export function regionOf(cloud: Cloud, code: string): Region | undefined {
  return byCloud[cloud].get(code)
}

export function regionGroup(code: string): RegionGroup | undefined {
  return groupByCode.get(code)
}

/** Every region this program can name, in the vendor's order of geography. */
export function namedRegions(cloud: Cloud): readonly Region[] {
  return [...byCloud[cloud].values()]
}

/**
 * The `count` regions among `candidates` nearest to `region` (great-circle distance between the named places), nearest first.
 * Codes this program does not know come last, in the order given; from an unknown region the order given is kept.
 */
export function nearestRegions(cloud: Cloud, region: string, candidates: readonly string[], count: number = 3): readonly string[] {
  const from = regionOf(cloud, region)
  const others = candidates.filter((code) => code !== region)
  if (from === undefined) return others.slice(0, count)
  const far = (code: string): number => {
    const to = regionOf(cloud, code)
    return to === undefined ? Infinity : degreesApart(from.at, to.at)
  }
  const measured = others.map((code) => ({ code, distance: far(code) }))
  return measured
    .sort((a, b) => (a.distance === b.distance ? 0 : a.distance - b.distance))
    .slice(0, count)
    .map((item) => item.code)
}

/** Angle between two places on the globe (spherical law of cosines). */
function degreesApart([lat1, lon1]: readonly [number, number], [lat2, lon2]: readonly [number, number]): number {
  const rad = Math.PI / 180
  const cosine = Math.sin(lat1 * rad) * Math.sin(lat2 * rad) + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.cos((lon2 - lon1) * rad)
  return Math.acos(Math.min(1, Math.max(-1, cosine))) / rad
}

import { amazonRegions } from '#pricing/catalog/regions/aws.ts'
import { azureRegions } from '#pricing/catalog/regions/azure.ts'
import { googleRegions } from '#pricing/catalog/regions/google.ts'
import { alike } from '#pricing/catalog/patterns.ts'
import { groupCodes, multiRegions, regionGroups } from '#pricing/catalog/regions/groups.ts'
import type { RegionGroup } from '#pricing/catalog/regions/groups.ts'
import type { Cloud } from '#pricing/services/declare.ts'

export type Geography = 'North America' | 'South America' | 'Europe' | 'Middle East' | 'Africa' | 'Asia' | 'Oceania'

export type Region = {
  readonly code: string
  /** The vendor's name for people: `US East (N. Virginia)`. */
  readonly name: string
  /** ISO 3166 code of the country it stands in. */
  readonly country: string
  readonly geography: Geography
  /** Latitude and longitude of the city or state the vendor names, in degrees; good enough to say what is near. */
  readonly at: readonly [number, number]
}

const byCloud: Readonly<Record<Cloud, ReadonlyMap<string, Region>>> = {
  aws: byCode(amazonRegions),
  google: byCode(googleRegions),
  azure: byCode(azureRegions),
  general: new Map(),
}

const groupByCode: ReadonlyMap<string, RegionGroup> = new Map(regionGroups.map((group) => [group.code, group]))

function byCode(regions: readonly Region[]): ReadonlyMap<string, Region> {
  return new Map(regions.map((region) => [region.code, region]))
}

export function regionOf(cloud: Cloud, code: string): Region | undefined {
  return byCloud[cloud].get(code)
}

export function regionGroup(code: string): RegionGroup | undefined {
  return groupByCode.get(code)
}

const everywhere = ['all', 'global'] as const
const placesBy: Readonly<Record<Cloud, ReadonlyMap<string, readonly string[]>>> = {
  aws: placesByCode('aws'),
  google: placesByCode('google'),
  azure: placesByCode('azure'),
  general: new Map(),
}

function placesByCode(cloud: Cloud): ReadonlyMap<string, readonly string[]> {
  const regions = namedRegions(cloud).map((region) => [region.code, groupCodes(cloud, region)] as const)
  const places = [...regions, ...Object.entries(multiRegions[cloud])]
  return new Map(places.map(([code, groups]) => [code, [code, ...groups, ...everywhere]]))
}

/** Is this a region of the cloud, or a group of regions that it sells as one? */
export function isRegion(cloud: Cloud, code: string): boolean {
  return placesBy[cloud].has(code)
}

/** Where a price that holds in a region may stand in a price list: under the region itself, a group it belongs to, all or none. */
export function pricePlaces(cloud: Cloud, region: string): readonly string[] {
  return placesBy[cloud].get(region) ?? [region, ...everywhere]
}

const firstRegions: Readonly<Record<Cloud, string>> = { aws: 'us-east-1', google: 'us-central1', azure: 'eastus', general: '' }

/** The region a cloud's own consoles begin with, which every price list has: used until somebody says where things stand. */
export function firstRegion(cloud: Cloud): string {
  return firstRegions[cloud]
}

/** Every region this program can name, in the vendor's order of geography. */
export function namedRegions(cloud: Cloud): readonly Region[] {
  return [...byCloud[cloud].values()]
}

/**
 * The `count` regions among `candidates` nearest to `region`: of its country first, then of its part of the world, each by
 * great-circle distance between the named places. A region of another cloud stands where it stands; one that nobody knows
 * is taken for the known one of the most similar code. Candidates this program does not know come last, in the order given.
 */
export function nearestRegions(cloud: Cloud, region: string, candidates: readonly string[], count: number = 3): readonly string[] {
  const from = placeOf(cloud, region)
  const others = candidates.filter((code) => code !== region)
  if (from === undefined) return others.slice(0, count)
  const measured = others.map((code) => ({ code, far: farness(from, regionOf(cloud, code)) }))
  return measured
    .sort((a, b) => (a.far === b.far ? 0 : a.far - b.far))
    .slice(0, count)
    .map((item) => item.code)
}

function placeOf(cloud: Cloud, code: string): Region | undefined {
  const named = regionOf(cloud, code) ?? regionOf('aws', code) ?? regionOf('google', code) ?? regionOf('azure', code)
  if (named !== undefined || code === '') return named
  const [like] = alike([...byCloud[cloud].keys()], code)
  return like === undefined ? undefined : regionOf(cloud, like)
}

/** Degrees apart, more than any distance on the globe added where the country or the part of the world is another. */
function farness(from: Region, to: Region | undefined): number {
  if (to === undefined) return Infinity
  const border = to.geography !== from.geography ? 720 : to.country !== from.country ? 360 : 0
  return border + degreesApart(from.at, to.at)
}

/** Angle between two places on the globe (spherical law of cosines). */
function degreesApart([lat1, lon1]: readonly [number, number], [lat2, lon2]: readonly [number, number]): number {
  const rad = Math.PI / 180
  const cosine = Math.sin(lat1 * rad) * Math.sin(lat2 * rad) + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.cos((lon2 - lon1) * rad)
  return Math.acos(Math.min(1, Math.max(-1, cosine))) / rad
}

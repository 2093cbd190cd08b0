import { describe, expect, it } from 'vitest'
import { readFacts } from '#build/prices/facts.ts'
import { cloudOf } from '#pricing/catalog/rate-lookup.ts'
import { namedRegions, nearestRegions, pricePlaces, regionGroup, regionOf } from '#pricing/catalog/regions.ts'
import type { Geography } from '#pricing/catalog/regions.ts'
import { bundledBook, factsFolder } from '#tests/catalog/bundled.ts'

const book = bundledBook()
const facts = readFacts(factsFolder)

describe('regions', () => {
  it('have a name for every code of the facts, as a region or a group of regions', () => {
    const rates = facts.rateRows.map((row) => ({ cloud: cloudOf(row.key), region: row.region }))
    const machines = (['aws', 'azure', 'google'] as const).flatMap((cloud) =>
      facts.compute[cloud].rows.map(({ region }) => ({ cloud, region })),
    )
    const nameless = [...rates, ...machines].filter(
      ({ cloud, region }) => regionOf(cloud, region) === undefined && regionGroup(region) === undefined,
    )
    expect(nameless).toEqual([])
  })

  it('are named only when the facts have them', () => {
    for (const cloud of ['aws', 'azure', 'google'] as const) {
      const codes = namedRegions(cloud).map((region) => region.code)
      expect([...codes].sort()).toEqual(book.regions(cloud))
      expect(new Set(codes).size).toBe(codes.length)
    }
  })

  it('lie where their geography says', () => {
    const longitudes: Readonly<Record<Geography, readonly [number, number]>> = {
      'North America': [-130, -60],
      'South America': [-80, -30],
      Europe: [-15, 40],
      Africa: [-20, 55],
      'Middle East': [30, 60],
      Asia: [60, 150],
      Oceania: [110, 180],
    }
    const astray = (['aws', 'azure', 'google'] as const).flatMap(namedRegions).filter(({ geography, at: [latitude, longitude] }) => {
      const [west, east] = longitudes[geography]
      return Math.abs(latitude) > 70 || longitude < west || longitude > east
    })
    expect(astray).toEqual([])
  })

  it('are listed by what is priced there, without groups', () => {
    expect(book.regions('aws')).toContain('eu-south-2')
    expect(book.regions('aws')).not.toContain('global')
    expect(book.regions('google')).not.toContain('us-multi')
    expect(book.regions('general')).toEqual([])
  })

  it('have neighbours, nearest first', () => {
    const candidates = ['ap-south-1', 'eu-west-1', 'us-east-1', 'eu-west-3', 'eu-central-1']
    expect(nearestRegions('aws', 'eu-south-2', candidates)).toEqual(['eu-west-3', 'eu-central-1', 'eu-west-1'])
    expect(nearestRegions('aws', 'us-east-2', candidates, 1)).toEqual(['us-east-1'])
  })

  it('are sought in the same country and part of the world before nearer ones across a border', () => {
    expect(nearestRegions('aws', 'us-west-2', ['ca-west-1', 'us-east-1', 'us-west-1'])).toEqual(['us-west-1', 'us-east-1', 'ca-west-1'])
    expect(nearestRegions('aws', 'eu-south-1', ['af-south-1', 'il-central-1', 'eu-north-1'], 1)).toEqual(['eu-north-1'])
  })

  it('may be sought from a region of another cloud, and from one that only resembles a region', () => {
    expect(nearestRegions('aws', 'europe-west3', ['us-east-1', 'eu-west-1', 'eu-central-1'], 1)).toEqual(['eu-central-1'])
    expect(nearestRegions('aws', 'eu-south-9', ['us-east-1', 'eu-north-1', 'eu-south-2'], 1)).toEqual(['eu-south-2'])
  })

  it('are never their own neighbours, and unknown ones come last', () => {
    expect(nearestRegions('aws', 'eu-west-1', ['eu-west-1', 'moon-1', 'us-east-1'])).toEqual(['us-east-1', 'moon-1'])
    expect(nearestRegions('aws', 'moon-1', ['us-east-1', 'eu-west-1'], 1)).toEqual(['us-east-1'])
  })

  it('take the price of the narrowest group they belong to before one that holds everywhere', () => {
    expect(pricePlaces('google', 'us-central1')).toEqual(['us-central1', 'us', 'americas', 'tier-1', 'all', 'global'])
    expect(pricePlaces('google', 'asia-southeast1')).toEqual(['asia-southeast1', 'asia', 'tier-2', 'all', 'global'])
    expect(pricePlaces('azure', 'westeurope')).toEqual(['westeurope', 'na-eu', 'zone-1', 'all', 'global'])
    expect(pricePlaces('aws', 'us-east-1')).toEqual(['us-east-1', 'all', 'global'])
    expect(pricePlaces('google', 'us-multi')).toEqual(['us-multi', 'us', 'all', 'global'])
    expect(pricePlaces('google', 'europe-multi')).toEqual(['europe-multi', 'all', 'global'])
    const tier = (region: string) => {
      const found = book.rate('google.cloud-run/cpu-request-based', region)
      return found.ok ? [found.value.region, found.value.tiers[0]?.price] : found.reason
    }
    expect(tier('europe-west1')).toEqual(['tier-1', 0.000024])
    expect(tier('europe-west3')).toEqual(['tier-2', 0.0000336])
  })

  it('belong to groups that have a name', () => {
    const places = (['aws', 'azure', 'google'] as const).flatMap((cloud) =>
      namedRegions(cloud).flatMap(({ code }) => pricePlaces(cloud, code).filter((place) => place !== code)),
    )
    expect([...new Set(places)].filter((place) => regionGroup(place) === undefined)).toEqual([])
  })
})

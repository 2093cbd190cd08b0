import type { Origins } from '#pricing/catalog/origins.ts'
import { alike, matchKeys } from '#pricing/catalog/patterns.ts'
import type { RateTable } from '#pricing/catalog/rate-table.ts'
import { noRate, notPriced, startUnknown } from '#pricing/catalog/reasons.ts'
import { nearestRegions, pricePlaces, regionOf } from '#pricing/catalog/regions.ts'
import type { Found, PriceBook, Rate } from '#pricing/catalog/types.ts'
import type { Cloud } from '#pricing/services/declare.ts'

export type RateLookup = Pick<PriceBook, 'rate' | 'matches' | 'soldIn'> & { readonly regions: (cloud: Cloud) => readonly string[] }

/** The book's look-ups of everything but machines. Rates are made when first asked for and kept. */
export function rateLookup(table: RateTable, origins: Origins): RateLookup {
  const made = new Map<number, Found<Rate>>()
  const matched = new Map<string, readonly string[]>()
  const make = (key: string, at: number, region: string): Found<Rate> => {
    const { origin, sku, ...row } = table.row(at)
    if (row.tiers.length === 0) return startUnknown(key, region)
    return { ok: true, value: { key, region, ...row, source: origins.source(sku ?? `${key}@${region}`, origin) } }
  }
  return {
    rate: (key, region) => {
      const k = table.keyAt.get(key)
      if (k === undefined) return noRate(key, alike(sameService(table.keys, key), key))
      for (const code of pricePlaces(cloudOf(key), region)) {
        const row = table.rowOf(k, code)
        if (row === -1) continue
        const found = made.get(row) ?? make(key, row, code)
        made.set(row, found)
        return found
      }
      return notPriced(key, region, nearest(table, k, key, region))
    },
    matches: (pattern, region) => {
      const question = `${pattern}@${region ?? ''}`
      const found = matched.get(question) ?? matchKeys(keysIn(table, region), pattern)
      matched.set(question, found)
      return found
    },
    soldIn: (key) => {
      const k = table.keyAt.get(key)
      return k === undefined ? [] : table.regions.filter((code) => table.rowOf(k, code) !== -1)
    },
    regions: (cloud) => {
      const own = table.keys.flatMap((key, k) => (key.startsWith(`${cloud}.`) ? [k] : []))
      return table.regions.filter((code) => own.some((k) => table.rowOf(k, code) !== -1))
    },
  }
}

function keysIn(table: RateTable, region: string | undefined): readonly string[] {
  if (region === undefined) return table.keys
  return table.keys.filter((key, k) => pricePlaces(cloudOf(key), region).some((code) => table.rowOf(k, code) !== -1))
}

/** Other prices of the service that a key names, to suggest instead. */
function sameService(keys: readonly string[], key: string): readonly string[] {
  const service = key.slice(0, key.indexOf('/') + 1)
  return service === '' ? keys.filter((other) => other.startsWith(`${key}/`)) : keys.filter((other) => other.startsWith(service))
}

function nearest(table: RateTable, k: number, key: string, region: string): readonly string[] {
  const cloud = cloudOf(key)
  const priced = table.regions.filter((code) => table.rowOf(k, code) !== -1 && regionOf(cloud, code) !== undefined)
  return nearestRegions(cloud, region, priced)
}

export function cloudOf(key: string): Cloud {
  const cloud = key.slice(0, key.indexOf('.'))
  return cloud === 'aws' || cloud === 'google' || cloud === 'azure' ? cloud : 'general'
}

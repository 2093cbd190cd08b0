import { computeLookup } from '#pricing/catalog/compute-lookup.ts'
import { readCompute, readOtherReserved, readUpfront } from '#pricing/catalog/compute-table.ts'
import type { ComputeTable } from '#pricing/catalog/compute-table.ts'
import { unpack } from '#pricing/catalog/container.ts'
import { readOrigins } from '#pricing/catalog/origins.ts'
import { rateLookup } from '#pricing/catalog/rate-lookup.ts'
import { readRates } from '#pricing/catalog/rate-table.ts'
import { regionOf } from '#pricing/catalog/regions.ts'
import { unknownPrice } from '#pricing/catalog/tables.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { Cloud } from '#pricing/services/declare.ts'

/** Name of the file of the book that comes with the program, in pricing/catalog/data. */
export const bundledBookName = 'bundled-2026-11.book'

const clouds = ['aws', 'google', 'azure'] as const

/**
 * Opens a compiled price book. The whole file is checked first: form, version, SHA-256, prices finite and not negative, tiers rising.
 * @throws BookFault when anything is wrong; no part of a bad book is used.
 */
export function openBook(bytes: ArrayBuffer | Uint8Array): PriceBook {
  const file = unpack(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes))
  const origins = readOrigins(file)
  const aws = readCompute(file, 'aws', origins.length)
  const tables: Readonly<Record<Exclude<Cloud, 'general'>, ComputeTable>> = {
    aws,
    google: readCompute(file, 'google', origins.length),
    azure: readCompute(file, 'azure', origins.length),
  }
  const cells = aws.sizes.length * aws.regions.length
  const upfront = readUpfront(file, cells, origins.length)
  const others = readOtherReserved(file, origins.length)
  const rates = readRates(file, origins.length)
  const machines = computeLookup({ tables, upfront, others, origins })
  const dimensions = rateLookup(rates, origins)
  const regions = new Map<Cloud, readonly string[]>()
  const sold = (cloud: Cloud): readonly string[] => {
    if (cloud === 'general') return []
    const all = new Set([...tables[cloud].regions, ...dimensions.regions(cloud)])
    return [...all].filter((code) => regionOf(cloud, code) !== undefined).sort()
  }
  const machinePrices = clouds.flatMap((cloud) => Object.values(tables[cloud].prices))
  const hourly = machinePrices.reduce((sum, prices) => sum + countWhere(prices.length, (cell) => prices.at(cell) !== null), 0)
  const known = hourly + countUpfront(upfront['1y']) + countUpfront(upfront['3y'])
  return {
    id: file.id,
    asOf: file.asOf,
    hash: file.hash,
    ...machines,
    rate: dimensions.rate,
    matches: dimensions.matches,
    soldIn: dimensions.soldIn,
    regions: (cloud) => {
      const found = regions.get(cloud) ?? sold(cloud)
      regions.set(cloud, found)
      return found
    },
    count: known + others.size + rates.tierCount,
  }
}

function countUpfront(prices: Uint32Array): number {
  return countWhere(prices.length, (cell) => prices[cell] !== unknownPrice)
}

function countWhere(length: number, isKnown: (cell: number) => boolean): number {
  let known = 0
  for (let cell = 0; cell < length; cell++) if (isKnown(cell)) known++
  return known
}

import { ImportFault } from '#pricing/catalog/import/fault.ts'
import type { Tally } from '#pricing/catalog/import/tally.ts'
import type { PricedCloud } from '#pricing/catalog/library.ts'
import { isRegion, regionGroup } from '#pricing/catalog/regions.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'

/** Holds a person's own price list against what the program knows, so that a slip of the pen is not taken for a price. */
export type KnownPrices = {
  /** Throws ImportFault where the book counts a key by another unit; notes a key that it does not have. */
  readonly checkKey: (key: string, unit: string, place: string) => void
  /** Notes a place that is no region of the cloud. `key`: null for a machine. */
  readonly checkRegion: (cloud: PricedCloud, region: string, key: string | null, place: string) => void
}

/** Each unknown key and region is noted once, with the line where it first stands. */
export function knownPrices(book: PriceBook, tally: Tally): KnownPrices {
  const noted = new Set<string>()
  const note = (what: string, sentence: string): void => {
    if (!noted.has(what)) tally.warn(sentence)
    noted.add(what)
  }
  return {
    checkKey: (key, unit, place) => {
      const usual = unitOf(book, key)
      if (book.soldIn(key).length === 0)
        note(key, `${place}: the bundled book has no price called ${key}; only a service that asks for it by this name uses it.`)
      else if (usual !== null && usual !== unit)
        throw new ImportFault(
          place,
          `${key} is priced by the ${usual}, not by the ${unit}.`,
          `Write ${usual} under unit, and the price of one of it under price.`,
        )
    },
    checkRegion: (cloud, region, key, place) => {
      if (isRegion(cloud, region) || isGroup(region) || book.regions(cloud).includes(region)) return
      if (key !== null && book.soldIn(key).includes(region)) return
      note(`${cloud} ${region}`, `${place}: "${region}" is no known region of ${names[cloud]}; only rows that stand in it use its prices.`)
    },
  }
}

const names: Readonly<Record<PricedCloud, string>> = { aws: 'AWS', google: 'Google Cloud', azure: 'Azure' }

function isGroup(region: string): boolean {
  return region === 'all' || region === 'global' || regionGroup(region) !== undefined
}

/** The unit the book counts a key by; null where it does not have the key, or no price of its first units. */
function unitOf(book: PriceBook, key: string): string | null {
  for (const place of book.soldIn(key)) {
    const found = book.rate(key, place)
    if (found.ok) return found.value.unit
  }
  return null
}

import { openBook } from '#pricing/catalog/book.ts'
import { decode } from '#pricing/catalog/decode.ts'
import { contentHash } from '#pricing/catalog/container.ts'
import { BookFault } from '#pricing/catalog/fault.ts'
import { pricedClouds } from '#pricing/catalog/facts.ts'
import type { BookFacts } from '#pricing/catalog/facts.ts'
import { cloudOf } from '#pricing/catalog/rate-lookup.ts'
import type { BookInfo, PricedCloud } from '#pricing/catalog/library.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'

/**
 * Opens a book that came from outside, after checking all of it: form, checksum, the SHA-256 of its content recomputed, every price finite
 * and not negative. Slower than `openBook`, which trusts the hash of a file that the program wrote or shipped.
 * @throws BookFault when anything is wrong; `fix` says what to do with a file of the person's.
 */
export function openForeignBook(bytes: Uint8Array): PriceBook {
  try {
    const book = openBook(bytes)
    if (contentHash(bytes) !== book.hash) throw new BookFault('The price book is damaged: its content does not match its SHA-256.')
    return book
  } catch (error) {
    if (error instanceof BookFault) throw new BookFault(error.message, 'Import it again from its sources, or fetch a fresh copy.')
    throw error
  }
}

/** What can be said of a book without looking a price up. Throws BookFault as `openBook` does. */
export function bookInfo(bytes: Uint8Array): BookInfo {
  return infoOf(decode(bytes), openBook(bytes))
}

/** The same of a book that has been read already. */
export function infoOf(facts: BookFacts, book: Pick<PriceBook, 'id' | 'asOf' | 'hash' | 'count'>): BookInfo {
  const providers: Record<PricedCloud, number> = { aws: 0, google: 0, azure: 0 }
  const regions: Record<PricedCloud, Set<string>> = { aws: new Set(), google: new Set(), azure: new Set() }
  for (const { cloud, region, prices } of pricesByPlace(facts)) {
    if (prices === 0) continue
    providers[cloud] += prices
    regions[cloud].add(region)
  }
  const sorted = (cloud: PricedCloud): readonly string[] => [...regions[cloud]].sort()
  return {
    id: book.id,
    asOf: book.asOf,
    hash: book.hash,
    count: book.count,
    providers,
    regions: { aws: sorted('aws'), google: sorted('google'), azure: sorted('azure') },
    ...facts.about,
  }
}

type Place = { readonly cloud: PricedCloud; readonly region: string; readonly prices: number }

/** How many single prices stand at each place of the book. */
function* pricesByPlace(facts: BookFacts): Generator<Place> {
  for (const cloud of pricedClouds)
    for (const { region, prices } of facts.compute[cloud].rows)
      yield { cloud, region, prices: prices.filter((price) => price !== null).length }
  for (const { region } of facts.reserved) yield { cloud: 'aws', region, prices: 1 }
  for (const { key, region, tiers } of facts.rates) {
    const cloud = cloudOf(key)
    if (cloud !== 'general') yield { cloud, region, prices: tiers.length }
  }
}

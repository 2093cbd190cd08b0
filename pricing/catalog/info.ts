import { openBook } from '#pricing/catalog/book.ts'
import { aboutOf } from '#pricing/catalog/decode.ts'
import { bookPrices } from '#pricing/catalog/prices.ts'
import { contentHash, unpack } from '#pricing/catalog/container.ts'
import { BookFault } from '#pricing/catalog/fault.ts'
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
  const book = openBook(bytes)
  const providers: Record<PricedCloud, number> = { aws: 0, google: 0, azure: 0 }
  const regions: Record<PricedCloud, Set<string>> = { aws: new Set(), google: new Set(), azure: new Set() }
  for (const { cloud, region } of bookPrices(bytes)) {
    providers[cloud]++
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
    ...aboutOf(unpack(bytes)),
  }
}

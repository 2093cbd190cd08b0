import { useEffect, useSyncExternalStore } from 'react'
import { listPrices } from '#pricing/catalog/finding/price-list.ts'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { rateWords } from '#pricing/services/owner.ts'
import { services } from '#pricing/services/registry.ts'
import { whenIdle } from './idle.ts'
import { useWorkspace } from './store.ts'

/** The open book as a list that can be searched. Listing takes a fifth of a second, so it is done while nobody waits. */

type Listing = { list: PriceList | null; readonly steps: Generator<undefined, PriceList, undefined> }

const listings = new WeakMap<PriceBook, Listing>()
const listeners = new Set<() => void>()

/** Milliseconds of work between two looks at what else is to do. */
const slice = 6

function listingOf(book: PriceBook): Listing {
  const known = listings.get(book) ?? { list: null, steps: listPrices(book, rateWords(services)) }
  listings.set(book, known)
  return known
}

function step(listing: Listing): PriceList | null {
  const next = listing.steps.next()
  if (next.done !== true) return null
  listing.list = next.value
  for (const listener of listeners) listener()
  return next.value
}

/** The list if it is finished; until then it is being made. */
export function priceListIfReady(book: PriceBook): PriceList | null {
  listWhenIdle(book)
  return listingOf(book).list
}

/** Makes the list in idle moments. */
export function listWhenIdle(book: PriceBook): void {
  listBy(book, whenIdle)
}

/** Makes the list now, between two looks at what else is to do: somebody waits for it. */
function listSoon(book: PriceBook): void {
  listBy(book, (work) => setTimeout(work, 0))
}

function listBy(book: PriceBook, when: (work: () => void) => unknown): void {
  const listing = listingOf(book)
  const work = (): void => {
    const end = performance.now() + slice
    while (listing.list === null && performance.now() < end) step(listing)
    if (listing.list === null) when(work)
  }
  if (listing.list === null) when(work)
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  return () => {
    listeners.delete(changed)
  }
}

/** The list of the open book, or null while it is being made: then it is made soon, and the view is drawn again. */
export function usePriceList(): PriceList | null {
  const book = useWorkspace((state) => state.book)
  useEffect(() => {
    if (book !== null) listSoon(book)
  }, [book])
  return useSyncExternalStore(listen, () => (book === null ? null : listingOf(book).list))
}

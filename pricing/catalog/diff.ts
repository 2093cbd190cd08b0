import { openBook } from '#pricing/catalog/book.ts'
import { decode } from '#pricing/catalog/decode.ts'
import { infoOf } from '#pricing/catalog/info.ts'
import type { BookDiff, BookPrice } from '#pricing/catalog/library.ts'
import { pricesOf } from '#pricing/catalog/prices.ts'

/**
 * What is different in `after`: prices only there, only in `before`, and at another amount. A graduated price is compared tier by tier;
 * a tier that begins elsewhere is one removed and one added. Takes the files of two books; throws BookFault when one is bad.
 */
export function diffBooks(before: Uint8Array, after: Uint8Array): BookDiff {
  const [first, second] = [decode(before), decode(after)]
  const old = new Map(pricesOf(first).map((price) => [placeOf(price), price]))
  const added: BookPrice[] = []
  const moved: { readonly before: BookPrice; readonly after: BookPrice; readonly ratio: number | null }[] = []
  let same = 0
  for (const price of pricesOf(second)) {
    const place = placeOf(price)
    const was = old.get(place)
    old.delete(place)
    if (was === undefined) added.push(price)
    else if (was.price === price.price) same++
    else moved.push({ before: was, after: price, ratio: was.price === 0 ? null : price.price / was.price - 1 })
  }
  return {
    before: infoOf(first, openBook(before)),
    after: infoOf(second, openBook(after)),
    added: added.sort(byPlace),
    removed: [...old.values()].sort(byPlace),
    moved: moved.sort((a, b) => byPlace(a.after, b.after)),
    same,
  }
}

/** A price in another unit is another price. */
function placeOf({ key, region, unit, from }: BookPrice): string {
  return `${key} ${region} ${unit} ${from}`
}

function byPlace(a: BookPrice, b: BookPrice): number {
  return compare(a.key, b.key) || compare(a.region, b.region) || a.from - b.from
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

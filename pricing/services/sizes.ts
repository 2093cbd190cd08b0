import { meantAmong } from '#pricing/catalog/meant.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { SizeSource } from './declare.ts'

/** The sizes an input may take, in the book's order and each once; with a region only those that have a price there. */
export function sizesOf(source: SizeSource, book: PriceBook, region?: string): readonly string[] {
  if (source.from === 'compute') {
    const { cloud } = source
    const sizes = book.sizes(cloud).map((one) => one.size)
    return region === undefined ? sizes : sizes.filter((size) => !Number.isNaN(book.hourly(cloud, size, region, 'on-demand')))
  }
  const prefix = source.prefix ?? ''
  const found = source.patterns.flatMap((pattern) => (region === undefined ? book.matches(pattern) : book.matches(pattern, region)))
  return [...new Set(found)].filter((size) => size.startsWith(prefix))
}

type Listed = { readonly names: ReadonlySet<string>; readonly meant: (typed: string) => string | null }
const listed = new WeakMap<PriceBook, Map<SizeSource, Listed>>()

/** The sizes of a source; listed once a book. */
function listedOf(source: SizeSource, book: PriceBook): Listed {
  const lists = listed.get(book) ?? new Map<SizeSource, Listed>()
  listed.set(book, lists)
  const known = lists.get(source) ?? listOf(sizesOf(source, book))
  lists.set(source, known)
  return known
}

function listOf(sizes: readonly string[]): Listed {
  return { names: new Set(sizes), meant: meantAmong(sizes) }
}

/** Whether the book knows the size anywhere. */
export function isSize(source: SizeSource, size: string, book: PriceBook): boolean {
  return source.from === 'compute' ? book.size(source.cloud, size) !== undefined : listedOf(source, book).names.has(size)
}

/** The size of the book that was likely meant by a mistyped one, or null. */
export function meantSize(source: SizeSource, typed: string, book: PriceBook): string | null {
  return listedOf(source, book).meant(typed)
}

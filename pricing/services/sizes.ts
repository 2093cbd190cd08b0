import type { PriceBook } from '#pricing/catalog/types.ts'
import type { SizeSource } from './declare.ts'

/** The sizes an input may take, in the book's order and each once; with a region only those that have a price there. */
export function sizesOf(source: SizeSource, book: PriceBook, region?: string): readonly string[] {
  if (source.from === 'compute') {
    const { cloud } = source
    const sizes = book.sizes(cloud).map((one) => one.size)
    return region === undefined ? sizes : sizes.filter((size) => book.compute(cloud, size, region, 'on-demand').ok)
  }
  const prefix = source.prefix ?? ''
  const found = source.patterns.flatMap((pattern) => (region === undefined ? book.matches(pattern) : book.matches(pattern, region)))
  return [...new Set(found)].filter((size) => size.startsWith(prefix))
}

const listed = new WeakMap<PriceBook, Map<SizeSource, ReadonlySet<string>>>()

/** Whether the book knows the size anywhere; the lists of rates are made once a book. */
export function isSize(source: SizeSource, size: string, book: PriceBook): boolean {
  if (source.from === 'compute') return book.size(source.cloud, size) !== undefined
  const lists = listed.get(book) ?? new Map<SizeSource, ReadonlySet<string>>()
  listed.set(book, lists)
  const known = lists.get(source) ?? new Set(sizesOf(source, book))
  lists.set(source, known)
  return known.has(size)
}

import type { PriceBook } from '#pricing/catalog/types.ts'
import type { SizeSource } from './declare.ts'

/** The sizes an input may take, in the book's order and each once; with a region only those its rates hold there. */
export function sizesOf(source: SizeSource, book: PriceBook, region?: string): readonly string[] {
  if (source.from === 'compute') return book.sizes(source.cloud).map((size) => size.size)
  const prefix = source.prefix ?? ''
  const found = source.patterns.flatMap((pattern) => (region === undefined ? book.matches(pattern) : book.matches(pattern, region)))
  return [...new Set(found)].filter((size) => size.startsWith(prefix))
}

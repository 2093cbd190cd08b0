import { indexColumn, strings } from '#pricing/catalog/tables.ts'
import type { Column, Container } from '#pricing/catalog/container.ts'
import { BookFault } from '#pricing/catalog/fault.ts'
import type { PriceSource } from '#pricing/catalog/types.ts'

/** Where the book's prices come from: one entry for each source, date and note that occur together. */
export type Origins = {
  readonly length: number
  /** The price record of `sku` found at origin `at`. */
  readonly source: (sku: string, at: number) => PriceSource
}

export function readOrigins(book: Container): Origins {
  const sources = strings(book, 'origin.sources')
  const dates = strings(book, 'origin.dates')
  const notes = strings(book, 'origin.notes')
  const length = book.columns.get('origin.source')?.length ?? 0
  const source = indexColumn(book, 'origin.source', length, sources.length)
  const date = indexColumn(book, 'origin.date', length, dates.length)
  const note = indexColumn(book, 'origin.note', length, notes.length)
  const derived = indexColumn(book, 'origin.derived', length, 2)
  const text = (list: readonly string[], column: Column, at: number): string => {
    const found = list[column[at] ?? -1]
    if (found === undefined) throw new BookFault(`The price book has no origin ${at}.`)
    return found
  }
  return {
    length,
    source: (sku, at) => ({
      sku,
      book: book.id,
      asOf: text(dates, date, at),
      source: text(sources, source, at),
      note: text(notes, note, at),
      derived: derived[at] === 1,
    }),
  }
}

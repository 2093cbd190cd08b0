import bookAddress from '#pricing/catalog/data/bundled-2026-11.book?url'
import { openBook } from '#pricing/catalog/book.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'

/** The price book that comes with the program. Rejects when it is missing or damaged; no part of it is used then. */
export async function loadBook(): Promise<PriceBook> {
  const answer = await fetch(bookAddress)
  if (!answer.ok) throw new Error(`The price book could not be loaded (${String(answer.status)} ${answer.statusText}).`)
  return openBook(await answer.arrayBuffer())
}

import bookAddress from '#pricing/catalog/data/bundled-2026-11.book?url'
import { openBook } from '#pricing/catalog/book.ts'
import { bookInfo } from '#pricing/catalog/info.ts'
import type { BundledBook } from '#renderer/workspace/books.ts'

/** The price book that comes with the program. Rejects when it is missing or damaged; no part of it is used then. */
export async function loadBook(): Promise<BundledBook> {
  const answer = await fetch(bookAddress)
  if (!answer.ok) throw new Error(`The price book could not be loaded (${String(answer.status)} ${answer.statusText}).`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { bytes, book: openBook(bytes), info: () => bookInfo(bytes) }
}

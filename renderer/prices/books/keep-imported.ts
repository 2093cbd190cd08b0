import type { ImportedBook, ImportReport } from '#pricing/catalog/library.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { bookIdOf, keepBook } from '#renderer/workspace/books.ts'
import { priceAnew } from '#renderer/workspace/price-anew.ts'
import { workspace } from '#renderer/workspace/store.ts'

export type Kept =
  | { readonly kind: 'refused'; readonly refusal: Pick<Refusal, 'message' | 'fix'> }
  | { readonly kind: 'done'; readonly id: string; readonly count: number; readonly report: ImportReport }

/** Keeps a new book on this machine. A workbook that waits for it is priced at once. */
export async function keepImported(book: ImportedBook): Promise<Kept> {
  try {
    await keepBook(book)
  } catch (fault) {
    return { kind: 'refused', refusal: { message: fault instanceof Error ? fault.message : 'The book could not be kept.', fix: '' } }
  }
  const { workbook } = workspace.getState()
  if (workbook !== null && bookIdOf(workbook) === book.info.id) priceAnew()
  return { kind: 'done', id: book.info.id, count: book.info.count, report: book.report }
}

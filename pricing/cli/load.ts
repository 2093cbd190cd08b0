import { readFile, stat } from 'node:fs/promises'
import { openBook } from '#pricing/catalog/book.ts'
import type { Context } from '#pricing/calculator/types.ts'
import { services } from '#pricing/services/registry.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { readWorkbook } from '#shared/document/file.ts'
import type { Workbook } from '#shared/document/types.ts'
import { booksFolder, bundledBook, installed, isInstalled, readBook } from './book-folder.ts'
import { CommandFault, faultLine } from './fault.ts'

/** No workbook is larger; a larger file is something else. */
const largestFile = 64 * 1024 * 1024

/** Which book to price with, other than the one a workbook names, and where imported ones are kept. */
export type BookChoice = { readonly book?: string; readonly books?: string }

/** A price book, the bundled one unless another is asked for, and the declared services. */
export async function loadContext({ book, books }: BookChoice = {}): Promise<Context> {
  const bytes = book === undefined ? await bundledBook() : await readBook(book, booksFolder(books))
  return { book: openBook(bytes), services }
}

/**
 * The context a workbook is priced in: the book it names, or the one asked for instead. A book that is not installed is a fault: another
 * one would change the figures without a word.
 */
export async function contextFor(file: string, workbook: Workbook, choice: BookChoice): Promise<Context> {
  if (choice.book !== undefined) return loadContext(choice)
  const { id } = settingsOf(workbook).priceBook
  const folder = booksFolder(choice.books)
  if (await isInstalled(id, folder)) return loadContext({ ...choice, book: id })
  throw new CommandFault([
    faultLine(
      file,
      'priceBook',
      `This workbook is priced with the book "${id}", which is not installed.`,
      `Import that book, or price it with another: --book ID. ${await installed(folder)}`,
    ),
  ])
}

/** Reads a `.skytally` file; everything wrong with it is one fault, a line each. */
export async function loadWorkbook(file: string): Promise<Workbook> {
  return workbookFrom(file, await textOf(file), numbered())
}

/** Ids for what a file leaves without one: the same each time it is read. */
export function numbered(): () => string {
  let ids = 0
  return () => `unnamed-${(ids += 1)}`
}

/** The workbook of a file's text; everything wrong with it is one fault, a line each. `newId` makes the ids that it leaves out. */
export function workbookFrom(file: string, text: string, newId: () => string): Workbook {
  const read = readWorkbook(text, newId)
  if (read.ok) return read.workbook
  throw new CommandFault(read.problems.map((problem) => faultLine(file, problem.at, problem.message, problem.fix)))
}

/** The text of a workbook's file. */
export async function textOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => null)
  if (found === null) throw new CommandFault([faultLine(file, '', 'There is no such file.', 'Check the path.')])
  if (!found.isFile()) throw new CommandFault([faultLine(file, '', 'This is not a file.', 'Name a .skytally file.')])
  if (found.size > largestFile)
    throw new CommandFault([
      faultLine(file, '', 'The file is larger than 64 MB.', 'A workbook is never that large: name a .skytally file.'),
    ])
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new CommandFault([faultLine(file, '', 'The file cannot be read.', 'Check that you may read it.')])
  }
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bundledBookName, openBook } from '#pricing/catalog/book.ts'
import type { Context } from '#pricing/calculator/types.ts'
import { services } from '#pricing/services/registry.ts'

/** The price book that ships with the program. */
export const bundledBook = openBook(readFileSync(path.resolve('pricing/catalog/data', bundledBookName)))

export const context: Context = { book: bundledBook, services }

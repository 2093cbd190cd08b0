import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bundledBookName, openBook } from '#pricing/catalog/book.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'

export const root = path.resolve(import.meta.dirname, '../..')
export const factsFolder = path.join(root, 'build/facts')

/** The committed file, as a copy that a test may damage. */
export function bundledBytes(): Uint8Array {
  return Uint8Array.from(readFileSync(path.join(root, 'pricing/catalog/data', bundledBookName)))
}

export function bundledBook(): PriceBook {
  return openBook(bundledBytes())
}

import { BookFault } from '#pricing/catalog/fault.ts'
import type { Column, Container } from '#pricing/catalog/container.ts'

/** Reads a container's lists and columns by name and checks that they fit together. Every check throws BookFault. */

/** A price of this value is *not known*. Known prices are whole millionths of a dollar (or whole dollars, for upfront payments). */
export const unknownPrice = 0xffffffff
export const millionths = 1e6

export function strings(book: Container, name: string): readonly string[] {
  const list = Object.hasOwn(book.strings, name) ? book.strings[name] : undefined
  if (list === undefined) throw new BookFault(`The price book has no list "${name}".`)
  return list
}

export function column(book: Container, name: string, length: number): Column {
  const found = book.columns.get(name)
  if (found === undefined) throw new BookFault(`The price book has no column "${name}".`)
  if (found.length !== length) throw new BookFault(`The price book's column "${name}" has ${found.length} numbers instead of ${length}.`)
  return found
}

/** Whole numbers of 32 bits: prices in millionths of a dollar, or dollars. */
export function priceColumn(book: Container, name: string, length: number): Uint32Array {
  const found = column(book, name, length)
  if (!(found instanceof Uint32Array)) throw new BookFault(`The price book's column "${name}" is not of whole prices.`)
  return found
}

/** Real numbers that are neither negative nor infinite (infinite allowed where `open`). */
export function realColumn(book: Container, name: string, length: number, open: boolean = false): Float64Array {
  const found = column(book, name, length)
  if (!(found instanceof Float64Array)) throw new BookFault(`The price book's column "${name}" is not of real numbers.`)
  const bad = found.find((value) => !(value >= 0) || (value === Infinity && !open))
  if (bad !== undefined) throw new BookFault(`The price book's column "${name}" holds ${bad}, which is no price or quantity.`)
  return found
}

/** Places in a list: every number is below `count`. */
export function indexColumn(book: Container, name: string, length: number, count: number): Column {
  const found = column(book, name, length)
  for (let i = 0; i < length; i++) {
    const at = found[i] ?? 0
    if (!(at < count)) throw new BookFault(`The price book's column "${name}" points at entry ${at} of ${count}.`)
  }
  return found
}

/** Position of each string of a list. */
export function positions(list: readonly string[]): ReadonlyMap<string, number> {
  return new Map(list.map((item, i) => [item, i]))
}

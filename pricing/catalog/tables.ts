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

/** Hourly prices in dollars; `null` where not known. Kept as whole millionths, or as reals where a source has more digits. */
export type Hourly = { readonly length: number; readonly at: (cell: number) => number | null }

export function hourlyColumn(book: Container, name: string, length: number): Hourly {
  if (column(book, name, length) instanceof Uint32Array) {
    const whole = priceColumn(book, name, length)
    return { length, at: (cell) => (whole[cell] === undefined || whole[cell] === unknownPrice ? null : whole[cell] / millionths) }
  }
  const real = realColumn(book, name, length, true)
  return { length, at: (cell) => (real[cell] === undefined || real[cell] === Infinity ? null : real[cell]) }
}

/** A list that not every book has, with its column of places: `name`s → the text of a row, or `undefined`. */
export function textColumn(book: Container, list: string, name: string, length: number): (row: number) => string | undefined {
  if (!book.columns.has(name)) return () => undefined
  const texts = strings(book, list)
  const at = indexColumn(book, name, length, texts.length)
  return (row) => texts[at[row] ?? -1] || undefined
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

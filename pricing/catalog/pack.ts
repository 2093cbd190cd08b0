import {
  bookMagic,
  bookVersion,
  checkedFrom,
  checksumOf,
  columnWidth,
  contentHash,
  directoryFrom,
  hashedFrom,
} from '#pricing/catalog/container.ts'
import type { ColumnPlace, ColumnType, Directory } from '#pricing/catalog/container.ts'

export type ColumnFact = { readonly type: ColumnType; readonly values: readonly number[] }

export type BookParts = Pick<Directory, 'id' | 'asOf' | 'strings'> & { readonly columns: Readonly<Record<string, ColumnFact>> }

const largest: Readonly<Record<ColumnType, number>> = { f64: Infinity, u32: 0xffffffff, u16: 0xffff, u8: 0xff }

/** Writes the file that `openBook` opens. The same parts give the same bytes. */
export function pack(parts: BookParts): Uint8Array {
  const places: Record<string, ColumnPlace> = {}
  let at = 0
  for (const [name, { type, values }] of Object.entries(parts.columns)) {
    places[name] = { type, at, length: values.length }
    at += upToEight(values.length * columnWidth[type])
  }
  const directory = directoryBytes({ id: parts.id, asOf: parts.asOf, strings: parts.strings, columns: places })
  const file = new Uint8Array(directoryFrom + directory.length + at)
  const view = new DataView(file.buffer)
  file.set(Array.from(bookMagic, (letter) => letter.charCodeAt(0)))
  view.setUint32(hashedFrom, bookVersion, true)
  view.setUint32(hashedFrom + 4, directory.length, true)
  file.set(directory, directoryFrom)
  for (const [name, column] of Object.entries(parts.columns)) {
    writeColumn(view, directoryFrom + directory.length + (places[name]?.at ?? 0), name, column)
  }
  file.set(fromHex(contentHash(file)), checkedFrom)
  file.set(fromHex(checksumOf(file)), bookMagic.length)
  return file
}

function writeColumn(view: DataView, from: number, name: string, { type, values }: ColumnFact): void {
  for (const [i, value] of values.entries()) {
    const fits = type === 'f64' ? value >= 0 : Number.isInteger(value) && value >= 0 && value <= largest[type]
    if (!fits) throw new Error(`the number ${value} does not fit in column ${name} (${type})`)
    const at = from + i * columnWidth[type]
    if (type === 'f64') view.setFloat64(at, value, true)
    else if (type === 'u32') view.setUint32(at, value, true)
    else if (type === 'u16') view.setUint16(at, value, true)
    else view.setUint8(at, value)
  }
}

const upToEight = (length: number): number => Math.ceil(length / 8) * 8

/** ASCII JSON (other characters escaped), padded with spaces. */
function directoryBytes(directory: Directory): Uint8Array {
  const json = JSON.stringify(directory).replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const padded = json.padEnd(upToEight(json.length), ' ')
  return Uint8Array.from(padded, (letter) => letter.charCodeAt(0))
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

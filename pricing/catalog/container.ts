import { checksum } from '#pricing/catalog/checksum.ts'
import { BookFault } from '#pricing/catalog/fault.ts'
import { sha256 } from '#pricing/catalog/sha256.ts'

/**
 * The file a price book is kept in: named lists of strings and named columns of numbers.
 *
 * `SKYTALLY` · checksum of all that follows (8 bytes) · SHA-256 of all that follows (32 bytes) · version (u32) · length of the
 * directory (u32) · directory (JSON, padded with spaces to a multiple of 8) · columns, each at a multiple of 8. Numbers are
 * little-endian. Opening checks the checksum; `contentHash` recomputes the SHA-256.
 */
export const bookMagic = 'SKYTALLY'
export const bookVersion = 1
/** Where the checked part, the hashed part and the directory begin. */
export const checkedFrom = 16
export const hashedFrom = 48
export const directoryFrom = 56

export type ColumnType = 'f64' | 'u32' | 'u16' | 'u8'
export type Column = Float64Array | Uint32Array | Uint16Array | Uint8Array

/** What the directory says: where in the file's columns part each column begins and how many numbers it has. */
export type ColumnPlace = { readonly type: ColumnType; readonly at: number; readonly length: number }

export type Directory = {
  readonly id: string
  readonly asOf: string
  readonly strings: Readonly<Record<string, readonly string[]>>
  readonly columns: Readonly<Record<string, ColumnPlace>>
}

export type Container = Omit<Directory, 'columns'> & { readonly hash: string; readonly columns: ReadonlyMap<string, Column> }

export const columnWidth: Readonly<Record<ColumnType, number>> = { f64: 8, u32: 4, u16: 2, u8: 1 }

/** Opens the file's outer form: magic, version, hash, directory, columns. Throws BookFault. */
export function unpack(bytes: Uint8Array): Container {
  const file = aligned(bytes)
  if (!startsWithMagic(file)) throw new BookFault('The file is not a Skytally price book.')
  if (file.length < directoryFrom || file.length % 8 !== 0) throw new BookFault('The price book is cut off.')
  const view = new DataView(file.buffer, file.byteOffset, file.length)
  const version = view.getUint32(hashedFrom, true)
  const written = hexadecimal(file.subarray(bookMagic.length, checkedFrom))
  if (checksumOf(file) !== written) throw new BookFault('The price book is damaged: its content does not match its checksum.')
  if (version !== bookVersion) throw new BookFault(`The price book has format ${version}; this program reads format ${bookVersion}.`)
  const columnsFrom = directoryFrom + view.getUint32(hashedFrom + 4, true)
  if (columnsFrom > file.length || columnsFrom % 8 !== 0) throw new BookFault('The price book ends inside its directory.')
  const directory = readDirectory(file.subarray(directoryFrom, columnsFrom))
  const columns = new Map(Object.entries(directory.columns).map(([name, place]) => [name, columnOf(name, place, file, columnsFrom)]))
  const hash = hexadecimal(file.subarray(checkedFrom, hashedFrom))
  return { id: directory.id, asOf: directory.asOf, strings: directory.strings, hash, columns }
}

/** Checksum of a book's file whose first byte lies at a multiple of 4. */
export function checksumOf(file: Uint8Array): string {
  return checksum(new Uint32Array(file.buffer, file.byteOffset + checkedFrom, (file.length - checkedFrom) / 4))
}

/** SHA-256 of a book's content, recomputed; a good book's `hash` is equal to it. */
export function contentHash(file: Uint8Array): string {
  return sha256(file.subarray(hashedFrom))
}

/** Typed arrays need the file to begin at a multiple of 8; a slice of a larger buffer is copied. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
}

function startsWithMagic(file: Uint8Array): boolean {
  return file.length >= bookMagic.length && Array.from(bookMagic).every((letter, i) => file[i] === letter.charCodeAt(0))
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function columnOf(name: string, place: ColumnPlace, file: Uint8Array, columnsFrom: number): Column {
  const at = columnsFrom + place.at
  if (at % 8 !== 0 || at + place.length * columnWidth[place.type] > file.length) {
    throw new BookFault(`The price book's column "${name}" does not fit in the file.`)
  }
  const from = file.byteOffset + at
  switch (place.type) {
    case 'f64':
      return new Float64Array(file.buffer, from, place.length)
    case 'u32':
      return new Uint32Array(file.buffer, from, place.length)
    case 'u16':
      return new Uint16Array(file.buffer, from, place.length)
    case 'u8':
      return new Uint8Array(file.buffer, from, place.length)
  }
}

function readDirectory(bytes: Uint8Array): Directory {
  let parsed: unknown
  try {
    parsed = JSON.parse(ascii(bytes))
  } catch {
    throw new BookFault('The price book has no readable directory.')
  }
  if (!isDirectory(parsed)) throw new BookFault('The price book has a directory of another form.')
  return parsed
}

/** The directory is written in ASCII (other characters escaped), so that no text decoder of a host is needed. */
function ascii(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    const part: unknown = Reflect.apply(String.fromCharCode, String, bytes.subarray(at, at + 8192))
    text += String(part)
  }
  return text
}

function isDirectory(value: unknown): value is Directory {
  if (!isRecord(value) || typeof value['id'] !== 'string' || typeof value['asOf'] !== 'string') return false
  const { strings, columns } = value
  if (!isRecord(strings) || !isRecord(columns)) return false
  const listsOfStrings = Object.values(strings).every((list) => Array.isArray(list) && list.every((item) => typeof item === 'string'))
  return listsOfStrings && Object.values(columns).every(isPlace)
}

function isPlace(value: unknown): value is ColumnPlace {
  if (!isRecord(value) || typeof value['type'] !== 'string') return false
  return Object.hasOwn(columnWidth, value['type']) && isCount(value['at']) && isCount(value['length'])
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

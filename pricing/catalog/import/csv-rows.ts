import { ImportFault, fetchAgain } from '#pricing/catalog/import/fault.ts'
import type { Reader } from '#pricing/catalog/import/reader.ts'
import { decodeUtf8 } from '#pricing/catalog/import/utf8.ts'

/** One row while it is being looked at: the same object shows every row, its fields become text only when asked for. */
export type CsvRow = {
  /** Line of the file on which the row begins; 1 is the first. */
  readonly line: number
  readonly length: number
  /** Text of a field, empty where the row has fewer. Throws ImportFault when it is not UTF-8. */
  text(field: number): string
}

/** A row longer than this is something else, and would fill the memory. */
const longestRow = 1 << 20

const quote = 0x22
const comma = 0x2c
const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Reads CSV (RFC 4180, rows ended by LF or CRLF) as it comes; empty lines are passed over. `onRow` must not keep its row. */
export function csvRows(onRow: (row: CsvRow) => void): Reader {
  let bytes = new Uint8Array(1 << 14)
  let length = 0
  let fieldFrom = 0
  let ends: number[] = []
  let line = 1
  let rowLine = 1
  /** `bare`: outside quotes. `quoted`: inside. `closed`: after a closing quote, which a second quote undoes. */
  let state: 'bare' | 'quoted' | 'closed' = 'bare'
  let isFirst = true

  const row: CsvRow = {
    get line() {
      return rowLine
    },
    get length() {
      return ends.length
    },
    text: (field) => {
      const end = ends[field]
      if (end === undefined) return ''
      const text = decodeUtf8(bytes, field === 0 ? 0 : (ends[field - 1] ?? 0), end)
      if (text === null) throw new ImportFault(`line ${rowLine}`, 'The text is not UTF-8.', 'Save the file as CSV in UTF-8.')
      return text
    },
  }

  function put(byte: number): void {
    if (length === bytes.length) grow()
    bytes[length++] = byte
  }

  function grow(): void {
    if (length >= longestRow)
      throw new ImportFault(`line ${rowLine}`, 'The row is longer than a megabyte.', 'Check that this is a price list in CSV.')
    const larger = new Uint8Array(bytes.length * 2)
    larger.set(bytes)
    bytes = larger
  }

  function endField(): void {
    ends.push(length)
    fieldFrom = length
    state = 'bare'
  }

  function endRow(): void {
    if (ends.length > 0 || length > 0 || state === 'closed') {
      endField()
      onRow(row)
    }
    length = 0
    fieldFrom = 0
    ends = []
    rowLine = line
  }

  function takeQuote(): void {
    if (state === 'closed') put(quote)
    else if (length !== fieldFrom)
      throw new ImportFault(`line ${line}`, 'A quotation mark stands inside a field that does not begin with one.', fetchAgain)
    state = 'quoted'
  }

  function take(byte: number): void {
    if (byte === quote) return takeQuote()
    if (byte === comma) return endField()
    if (byte === lineFeed) {
      line++
      return endRow()
    }
    if (byte === carriageReturn) return
    if (state === 'closed') throw new ImportFault(`line ${line}`, 'Something follows a closing quotation mark.', fetchAgain)
    put(byte)
  }

  return {
    push: (chunk) => {
      let from = 0
      if (isFirst && chunk.length > 0) {
        isFirst = false
        if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) from = 3
      }
      for (let i = from; i < chunk.length; i++) {
        const byte = chunk[i] ?? 0
        if (state !== 'quoted') take(byte)
        else if (byte === quote) state = 'closed'
        else {
          if (byte === lineFeed) line++
          put(byte)
        }
      }
    },
    end: () => {
      if (state === 'quoted') throw new ImportFault(`line ${rowLine}`, 'The file is cut off: it ends inside a quoted field.', fetchAgain)
      endRow()
    },
  }
}

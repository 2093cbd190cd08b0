import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvRows } from '#pricing/catalog/import/csv-rows.ts'
import { ImportFault } from '#pricing/catalog/import/fault.ts'
import { jsonValues } from '#pricing/catalog/import/json-values.ts'
import type { JsonPath } from '#pricing/catalog/import/json-values.ts'
import type { Reader } from '#pricing/catalog/import/reader.ts'
import { decodeUtf8 } from '#pricing/catalog/import/utf8.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Gives a reader the bytes in pieces of the given lengths, over and over. */
function feed(reader: Reader, bytes: Uint8Array, lengths: readonly number[] = [1]): void {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = Math.max(1, lengths[i % lengths.length] ?? 1)
    reader.push(bytes.subarray(at, at + length))
    at += length
  }
  reader.end()
}

function rowsOf(text: string, lengths?: readonly number[]): string[][] {
  const rows: string[][] = []
  feed(
    csvRows((row) => rows.push(Array.from({ length: row.length }, (_, i) => row.text(i)))),
    bytesOf(text),
    lengths,
  )
  return rows
}

function valuesOf(text: string, wanted: readonly JsonPath[], lengths?: readonly number[]): [string, unknown][] {
  const values: [string, unknown][] = []
  feed(
    jsonValues(wanted, (path, value) => values.push([path.join('/'), value])),
    bytesOf(text),
    lengths,
  )
  return values
}

const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })

describe('rows of CSV', () => {
  it('are read with quotes, doubled quotes, commas and line ends inside fields', () => {
    expect(rowsOf('a,"b,1","say ""hi"""\r\n"two\nlines",,\n')).toEqual([
      ['a', 'b,1', 'say "hi"'],
      ['two\nlines', '', ''],
    ])
  })

  it('know the line they begin on, also after a field of several lines', () => {
    const lines: number[] = []
    feed(
      csvRows((row) => lines.push(row.line)),
      bytesOf('a\n"b\nc"\n\nd\n'),
    )
    expect(lines).toEqual([1, 2, 5])
  })

  it('are read without a byte order mark and without a last line end', () => {
    expect(rowsOf('\uFEFFkey,price\nx,1', [64])).toEqual([
      ['key', 'price'],
      ['x', '1'],
    ])
  })

  it('are what another parser reads, in whatever pieces they come', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é', '€', '😀', ' '), maxLength: 6 })
    const row = fc.array(field, { minLength: 1, maxLength: 4 }).filter((fields) => fields.join('') !== '')
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), pieces, (rows, lengths) => {
        const text = Papa.unparse(rows, { newline: '\n', quotes: true })
        expect(rowsOf(text, lengths)).toEqual(rows)
      }),
    )
  })

  it.each([
    ['a file that ends inside quotes', 'a,"b', /cut off/],
    ['a quotation mark inside a bare field', 'a,b"c\n', /quotation mark/],
    ['text after a closing quotation mark', '"a"b\n', /follows a closing/],
  ])('refuse %s', (_, text, message) => {
    expect(() => rowsOf(text)).toThrow(message)
  })

  it('refuse bytes that are not UTF-8, with their line', () => {
    const latin1 = Uint8Array.from([0x61, 0x0a, 0xe9, 0x0a])
    const read = (): void =>
      feed(
        csvRows((row) => void row.text(0)),
        latin1,
      )
    expect(read).toThrow(ImportFault)
    expect(read).toThrow(expect.objectContaining({ place: 'line 2', fix: 'Save the file as CSV in UTF-8.' }))
  })
})

describe('values of JSON', () => {
  it('are handed out where they stand, all else is passed over', () => {
    const text = '{"a":{"x":[1,2],"y":"}"},"Items":[{"p":1.5e-7},{"p":null}],"next":"n\\u0041"}'
    expect(valuesOf(text, [['Items', '*'], ['next']])).toEqual([
      ['Items/0', { p: 1.5e-7 }],
      ['Items/1', { p: null }],
      ['next', 'nA'],
    ])
    expect(
      valuesOf(text, [
        ['a', 'x', '*'],
        ['a', 'y'],
      ]),
    ).toEqual([
      ['a/x/0', 1],
      ['a/x/1', 2],
      ['a/y', '}'],
    ])
  })

  it('are those of JSON.parse for any document, in whatever pieces it comes', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true }),
        pieces,
        fc.constantFrom(0, 2),
        (object, lengths, space) => {
          const text = JSON.stringify(object, null, space)
          const whole: unknown = JSON.parse(text)
          expect(valuesOf(text, [['*']], lengths).map(([, value]) => value)).toEqual(Object.values(whole as object))
          expect(valuesOf(text, [['*']], lengths).map(([path]) => path)).toEqual(Object.keys(whole as object))
        },
      ),
    )
  })

  it('end with a word at the very end of a document', () => {
    expect(valuesOf('{"a":true , "b":[false,-1.5]}', [['a'], ['b', '*']])).toEqual([
      ['a', true],
      ['b/0', false],
      ['b/1', -1.5],
    ])
  })

  it('refuse a document cut off anywhere', () => {
    const text = '{"Items":[{"a":"b"},{"c":[1,2,{"d":true}]}],"x":12}'
    for (let length = 0; length < text.length; length++) {
      expect(() => valuesOf(text.slice(0, length), [['Items', '*']]), text.slice(0, length)).toThrow(ImportFault)
    }
  })

  it.each([
    ['brackets that do not match', '{"a":[1}'],
    ['two documents', '{} {}'],
    ['a name without a value', '{"a"}'],
    ['two values without a comma', '[1 2]'],
    ['a comma too many', '{"a":1,}'],
    ['a list that ends with a comma', '[1,]'],
    ['nothing', ''],
    ['a word that is none, where it is wanted', '{"w":nope}'],
  ])('refuse %s', (_, text) => {
    expect(() => valuesOf(text, [['w'], ['*', '*']])).toThrow(ImportFault)
  })

  it('refuse brackets without end before the memory is full', () => {
    expect(() => valuesOf('['.repeat(100_000), [['a']], [4096])).toThrow(/deeper/)
  })
})

describe('text of UTF-8 bytes', () => {
  it('is what the host’s decoder makes of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeUtf8(bytesOf(text))).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(text)))
      }),
    )
  })

  it('is none where the host’s decoder refuses', () => {
    const strict = (bytes: Uint8Array): string | null => {
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
      } catch {
        return null
      }
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), (bytes) => {
        expect(decodeUtf8(bytes)).toBe(strict(bytes))
      }),
      { numRuns: 3000 },
    )
  })
})

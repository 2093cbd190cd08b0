import { crc32 as nodeCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32 } from '#shared/document/crc32.ts'
import { decodeRecords, encodeRecord, type Utf8 } from '#shared/document/journal.ts'

const utf8: Utf8 = { bytes: (text) => new TextEncoder().encode(text), text: (bytes) => new TextDecoder().decode(bytes) }
const records = fc.array(fc.record({ workbook: fc.string({ unit: 'grapheme' }), revision: fc.nat(), json: fc.json() }), { maxLength: 5 })

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

describe('the checksum', () => {
  it('is the one of zip', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => crc32(bytes) === nodeCrc32(bytes)))
    expect(crc32(utf8.bytes('123456789'))).toBe(0xcbf43926)
  })
})

describe('journal records', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(records, (written) => {
        const bytes = joined(written.map((record) => encodeRecord(record, utf8)))
        expect(decodeRecords(bytes, utf8)).toEqual({ records: written, goodLength: bytes.length })
      }),
    )
  })

  it('cut at any byte give every whole record before the cut and no other', () => {
    fc.assert(
      fc.property(records, fc.nat(), (written, place) => {
        const parts = written.map((record) => encodeRecord(record, utf8))
        const bytes = joined(parts)
        const cut = place % (bytes.length + 1)
        const found = decodeRecords(bytes.subarray(0, cut), utf8)
        let whole = 0
        let length = 0
        while (whole < parts.length && length + (parts[whole]?.length ?? 0) <= cut) length += parts[whole++]?.length ?? 0
        expect(found).toEqual({ records: written.slice(0, whole), goodLength: length })
      }),
    )
  })

  it('with one bit turned give the records before it', () => {
    const one = { workbook: 'w', revision: 1, json: '{"a":1}' }
    const two = { workbook: 'w', revision: 2, json: '{"b":2}' }
    const first = encodeRecord(one, utf8)
    const bytes = joined([first, encodeRecord(two, utf8)])
    for (let bit = first.length * 8; bit < bytes.length * 8; bit++) {
      const damaged = Uint8Array.from(bytes)
      const byte = Math.floor(bit / 8)
      damaged[byte] = (damaged[byte] ?? 0) ^ (1 << (bit % 8))
      expect(decodeRecords(damaged, utf8).records).toEqual([one])
    }
  })

  it('end where a power cut left zeros', () => {
    const bytes = joined([encodeRecord({ workbook: 'w', revision: 1, json: '{}' }, utf8), new Uint8Array(64)])
    expect(decodeRecords(bytes, utf8)).toMatchObject({ records: [{ revision: 1 }], goodLength: bytes.length - 64 })
  })
})

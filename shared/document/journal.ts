import type { JournalRecord } from '../desktop.ts'
import { crc32 } from './crc32.ts'

/** UTF-8 comes from outside: TextEncoder and TextDecoder are no part of the language itself. */
export type Utf8 = { readonly bytes: (text: string) => Uint8Array; readonly text: (bytes: Uint8Array) => string }

/** Bytes before a record's payload: its length and its CRC-32, both 32-bit little-endian. */
const PREFIX = 8

/** One record as bytes: length, CRC-32, then the record as JSON in UTF-8. */
export function encodeRecord(record: JournalRecord, utf8: Utf8): Uint8Array {
  const payload = utf8.bytes(JSON.stringify({ workbook: record.workbook, revision: record.revision, json: record.json }))
  const bytes = new Uint8Array(PREFIX + payload.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, payload.length, true)
  view.setUint32(4, crc32(payload), true)
  bytes.set(payload, PREFIX)
  return bytes
}

/** The whole records at the head of the bytes, and where the first bad one begins: what stands from there on is torn. */
export type Decoded = { readonly records: readonly JournalRecord[]; readonly goodLength: number }

/** Reads up to the first record that is cut short, fails its checksum or is not a record. */
export function decodeRecords(bytes: Uint8Array, utf8: Utf8): Decoded {
  const records: JournalRecord[] = []
  let at = 0
  for (;;) {
    const found = recordAt(bytes, at, utf8)
    if (!found) return { records, goodLength: at }
    records.push(found.record)
    at = found.end
  }
}

function recordAt(bytes: Uint8Array, at: number, utf8: Utf8): { readonly record: JournalRecord; readonly end: number } | null {
  if (at + PREFIX > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, PREFIX)
  const length = view.getUint32(0, true)
  const end = at + PREFIX + length
  // Zeros, which a file system may leave after a power cut, read as an empty payload with the right checksum.
  if (length === 0 || end > bytes.length) return null
  const payload = bytes.subarray(at + PREFIX, end)
  if (crc32(payload) !== view.getUint32(4, true)) return null
  const record = parse(utf8.text(payload))
  return record && { record, end }
}

function parse(text: string): JournalRecord | null {
  try {
    const found: unknown = JSON.parse(text)
    return isRecord(found) ? found : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is JournalRecord {
  if (typeof value !== 'object' || value === null) return false
  const { workbook, revision, json } = value as Partial<Record<keyof JournalRecord, unknown>>
  return typeof workbook === 'string' && typeof revision === 'number' && typeof json === 'string'
}

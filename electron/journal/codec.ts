import { crc32 } from 'node:zlib'
import type { JournalRecord } from '#shared/desktop.ts'

/**
 * A journal file is this line, then records: payload length and CRC-32 of the payload, both 32-bit little-endian, then
 * the payload, a JSON object with `workbook`, `revision` and `json`.
 */
export const journalHead: Uint8Array = Buffer.from('skytally-journal 1\n', 'latin1')

/** Bytes before a record's payload. */
const prefix = 8

/** What a journal file holds: the records up to the first bad one, and where the good bytes end. */
export type Decoded = { readonly records: readonly JournalRecord[]; readonly goodLength: number }

/** One record as bytes. */
export function encodeRecord(record: JournalRecord): Uint8Array {
  const payload = Buffer.from(JSON.stringify({ workbook: record.workbook, revision: record.revision, json: record.json }), 'utf8')
  const bytes = Buffer.allocUnsafe(prefix + payload.length)
  bytes.writeUInt32LE(payload.length, 0)
  bytes.writeUInt32LE(crc32(payload), 4)
  payload.copy(bytes, prefix)
  return bytes
}

/**
 * Reads records until the first that is cut short, fails its checksum or is no record. Returns `null` when the file
 * begins with something else than a journal of this version; a file torn inside its first line counts as empty.
 */
export function decodeJournal(file: Uint8Array): Decoded | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const head = Buffer.from(journalHead)
  if (bytes.length < head.length) return head.subarray(0, bytes.length).equals(bytes) ? { records: [], goodLength: 0 } : null
  if (!bytes.subarray(0, head.length).equals(head)) return null
  const records: JournalRecord[] = []
  let at = head.length
  for (;;) {
    const record = recordAt(bytes, at)
    if (!record) return { records, goodLength: at }
    records.push(record.value)
    at = record.end
  }
}

function recordAt(bytes: Buffer, at: number): { readonly value: JournalRecord; readonly end: number } | null {
  if (at + prefix > bytes.length) return null
  const length = bytes.readUInt32LE(at)
  const end = at + prefix + length
  // A run of zeros, as a file system may leave after a power cut, reads as length 0 with the right checksum.
  if (length === 0 || end > bytes.length) return null
  const payload = bytes.subarray(at + prefix, end)
  if (crc32(payload) !== bytes.readUInt32LE(at + 4)) return null
  const value = parseRecord(payload.toString('utf8'))
  return value && { value, end }
}

function parseRecord(text: string): JournalRecord | null {
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

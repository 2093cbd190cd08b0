import type { JournalRecord } from '#shared/desktop.ts'
import { decodeRecords, encodeRecord as encode } from '#shared/document/journal.ts'
import type { Decoded, Utf8 } from '#shared/document/journal.ts'

/** A journal file is this line, then records as `shared/document/journal.ts` writes them. */
export const journalHead: Uint8Array = Buffer.from('skytally-journal 1\n', 'latin1')

const utf8: Utf8 = { bytes: (text) => Buffer.from(text, 'utf8'), text: (bytes) => Buffer.from(bytes).toString('utf8') }

/** One record as bytes. */
export function encodeRecord(record: JournalRecord): Uint8Array {
  return encode(record, utf8)
}

/**
 * Reads records until the first that is cut short, fails its checksum or is no record. Returns `null` when the file
 * begins with something else than a journal of this version; a file torn inside its first line counts as empty.
 */
export function decodeJournal(file: Uint8Array): Decoded | null {
  const head = Buffer.from(journalHead)
  const begins = Buffer.from(file.subarray(0, head.length))
  if (!head.subarray(0, begins.length).equals(begins)) return null
  if (begins.length < head.length) return { records: [], goodLength: 0 }
  const { records, goodLength } = decodeRecords(file.subarray(head.length), utf8)
  return { records, goodLength: head.length + goodLength }
}

import type { JournalRecord } from '#shared/desktop.ts'
import { decodeRecords, encodeRecord, type Utf8 } from '#shared/document/journal.ts'

/** A file held for writing by nobody else; offsets and sizes in bytes. */
export type JournalFile = {
  size(): number
  read(into: Uint8Array, at: number): void
  /** Bytes written, which may be fewer than given when there is no more room. */
  write(bytes: Uint8Array, at: number): number
  truncate(size: number): void
  /** Returns when the disk has everything. */
  flush(): void
  close(): void
}

export type JournalFolder = {
  names(): Promise<readonly string[]>
  /** Makes the file when it is missing. Rejects while somebody else holds it. */
  hold(name: string): Promise<JournalFile>
  /** A file's bytes, nothing when it is missing. */
  look(name: string): Promise<Uint8Array>
  remove(name: string): Promise<void>
}

/** The journals of one folder, a pair of files each: one is written, the other takes the next checkpoint. */
export type OpfsJournal = {
  append(record: JournalRecord): Promise<void>
  read(name: string): Promise<readonly JournalRecord[]>
  checkpoint(record: JournalRecord): Promise<void>
  /** Every journal with the revision of its last record. */
  lasts(): Promise<readonly LastRevision[]>
  forget(name: string): Promise<void>
  release(name: string): Promise<void>
}

export type LastRevision = { readonly name: string; readonly revision: number }

type Pair = { readonly name: string; readonly files: readonly [JournalFile, JournalFile]; active: 0 | 1; length: number }

const utf8: Utf8 = { bytes: (text) => new TextEncoder().encode(text), text: (bytes) => new TextDecoder().decode(bytes) }

/** Calls must come one after the other. A journal goes by its record's `workbook`. */
export function openOpfsJournal(folder: JournalFolder): OpfsJournal {
  let held: Pair | null = null

  async function pair(name: string): Promise<Pair> {
    if (held?.name === name) return held
    await letGo()
    const first = await folder.hold(fileName(name, 0))
    let second: JournalFile
    try {
      second = await folder.hold(fileName(name, 1))
    } catch (error) {
      first.close()
      throw error
    }
    held = opened(name, [first, second])
    return held
  }

  async function read(name: string): Promise<readonly JournalRecord[]> {
    const parts =
      held?.name === name ? held.files.map(contents) : await Promise.all([folder.look(fileName(name, 0)), folder.look(fileName(name, 1))])
    const records = parts.flatMap((bytes) => decodeRecords(bytes, utf8).records)
    return records.sort((a, b) => a.revision - b.revision)
  }

  async function letGo(): Promise<void> {
    for (const file of held?.files ?? []) file.close()
    held = null
  }

  return {
    append: async (record) => {
      const at = await pair(record.workbook)
      const file = at.files[at.active]
      at.length += writeAt(file, encodeRecord(record, utf8), at.length)
    },
    checkpoint: async (record) => {
      const at = await pair(record.workbook)
      const next = at.active === 0 ? 1 : 0
      at.files[next].truncate(0)
      const length = writeAt(at.files[next], encodeRecord(record, utf8), 0)
      // From here on the new file alone tells everything; the old one only takes room.
      const old = at.files[at.active]
      at.active = next
      at.length = length
      old.truncate(0)
      old.flush()
    },
    read,
    lasts: async () => {
      const names = [...new Set((await folder.names()).map(nameOfFile))]
      // Side by side: with hundreds of journals the waiting, not the reading, is what takes time.
      const lasts = await Promise.all(names.map(async (name) => ({ name, last: (await read(name)).at(-1) })))
      return lasts.flatMap(({ name, last }) => (last ? [{ name, revision: last.revision }] : []))
    },
    forget: async (name) => {
      if (held?.name === name) await letGo()
      await folder.remove(fileName(name, 0))
      await folder.remove(fileName(name, 1))
    },
    release: async (name) => {
      if (held?.name === name) await letGo()
    },
  }
}

/** Goes on in the file with the newer records, behind its last whole one. */
function opened(name: string, files: readonly [JournalFile, JournalFile]): Pair {
  const decoded = files.map((file) => decodeRecords(contents(file), utf8))
  const last = decoded.map(({ records }) => records.at(-1)?.revision ?? -1)
  const active = (last[1] ?? -1) > (last[0] ?? -1) ? 1 : 0
  return { name, files, active, length: decoded[active]?.goodLength ?? 0 }
}

function contents(file: JournalFile): Uint8Array {
  const bytes = new Uint8Array(file.size())
  file.read(bytes, 0)
  return bytes
}

/** Writes and flushes, or leaves the file cut at `at` and throws: a torn record must not stand before a good one. */
function writeAt(file: JournalFile, bytes: Uint8Array, at: number): number {
  try {
    // Behind a torn tail the file is longer than its whole records.
    if (file.size() > at) file.truncate(at)
    const written = file.write(bytes, at)
    if (written < bytes.length) throw new DOMException(`only ${written} of ${bytes.length} bytes were written`, 'QuotaExceededError')
    file.flush()
    return bytes.length
  } catch (error) {
    file.truncate(at)
    throw error
  }
}

function fileName(name: string, which: 0 | 1): string {
  return `${encodeURIComponent(name)}.${which}`
}

function nameOfFile(file: string): string {
  return decodeURIComponent(file.replace(/\.[01]$/, ''))
}

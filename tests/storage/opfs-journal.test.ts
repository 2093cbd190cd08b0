import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalRecord } from '#shared/desktop.ts'
import { openOpfsJournal, type JournalFile, type JournalFolder } from '#renderer/storage/opfs-journal.ts'

/** Files in memory. The act chosen fails: with `tear`, a write leaves half of its bytes first; with `dead`, nothing works afterwards. */
function folderOf(
  files: Map<string, Uint8Array>,
  fault: { at: number; dead: boolean } | null = null,
): JournalFolder & { readonly acts: () => number } {
  let acts = 0
  const act = (name: string, size: number, write: Uint8Array | null, at = 0): void => {
    acts += 1
    const failing = fault !== null && (acts === fault.at || (fault.dead && acts > fault.at))
    const bytes = write && failing ? (fault.dead && acts > fault.at ? null : write.subarray(0, write.length >> 1)) : write
    if (bytes) {
      const old = files.get(name) ?? new Uint8Array()
      const grown = new Uint8Array(Math.max(old.length, at + bytes.length))
      grown.set(old)
      grown.set(bytes, at)
      files.set(name, grown)
    }
    if (failing) throw new DOMException('fault', 'UnknownError')
    if (!write && size >= 0) files.set(name, (files.get(name) ?? new Uint8Array()).slice(0, size))
  }
  const hold = (name: string): JournalFile => ({
    size: () => files.get(name)?.length ?? 0,
    read: (into, at) => into.set((files.get(name) ?? new Uint8Array()).subarray(at, at + into.length)),
    write: (bytes, at) => {
      act(name, -1, bytes, at)
      return bytes.length
    },
    truncate: (size) => act(name, size, null),
    flush: () => act(name, -1, null),
    close: () => undefined,
  })
  return {
    names: async () => [...files.keys()],
    hold: async (name) => {
      if (!files.has(name)) files.set(name, new Uint8Array())
      return hold(name)
    },
    look: async (name) => files.get(name) ?? new Uint8Array(),
    remove: async (name) => void files.delete(name),
    acts: () => acts,
  }
}

const record = (revision: number, workbook = 'w-a/b'): JournalRecord => ({
  workbook,
  revision,
  json: JSON.stringify({ revision, pad: 'x'.repeat(revision % 7) }),
})

describe('the journal of the browser’s file system', () => {
  it('gives back what was appended since the last checkpoint, also to another window later', async () => {
    const files = new Map<string, Uint8Array>()
    const journal = openOpfsJournal(folderOf(files))
    await journal.checkpoint(record(1))
    await journal.append(record(2))
    await journal.append(record(1, 'w-other'))
    await journal.checkpoint(record(3))
    await journal.append(record(4))
    expect(await journal.read('w-a/b')).toEqual([record(3), record(4)])
    await journal.release('w-a/b')
    const later = openOpfsJournal(folderOf(files))
    expect(await later.read('w-a/b')).toEqual([record(3), record(4)])
    expect(await later.lasts()).toEqual([
      { name: 'w-a/b', revision: 4 },
      { name: 'w-other', revision: 1 },
    ])
    await later.append(record(5))
    expect(await later.read('w-a/b')).toEqual([record(3), record(4), record(5)])
    await later.forget('w-a/b')
    expect(await later.read('w-a/b')).toEqual([])
    expect(await later.lasts()).toEqual([{ name: 'w-other', revision: 1 }])
  })

  const acts = fc.array(fc.constantFrom('append' as const, 'checkpoint' as const), { minLength: 1, maxLength: 8 })

  it.each([true, false])('with a fault at every single act keeps what it acknowledged (the program dies there: %s)', async (dead) => {
    await fc.assert(
      fc.asyncProperty(acts, async (story) => {
        for (let at = 1; ; at++) {
          const files = new Map<string, Uint8Array>()
          const folder = folderOf(files, { at, dead })
          const journal = openOpfsJournal(folder)
          let acknowledged = 0
          let base = 0
          let dying = 0
          for (const [index, what] of story.entries()) {
            const revision = index + 1
            try {
              await (what === 'append' ? journal.append(record(revision)) : journal.checkpoint(record(revision)))
              acknowledged = revision
              if (what === 'checkpoint') base = revision
            } catch {
              if (dead) {
                dying = what === 'checkpoint' ? revision : 0
                break
              }
              // Tried again, as the save queue does.
              await (what === 'append' ? journal.append(record(revision)) : journal.checkpoint(record(revision)))
              acknowledged = revision
              if (what === 'checkpoint') base = revision
            }
          }
          const found = (await openOpfsJournal(folderOf(files)).read('w-a/b')).map((one) => one.revision)
          // A checkpoint that came whole to the disk stands for everything before it, though nobody heard that it did.
          if (dying > 0 && found.includes(dying)) base = acknowledged = dying
          for (let revision = Math.max(1, base); revision <= acknowledged; revision++) expect(found).toContain(revision)
          expect(found.every((revision, index) => index === 0 || revision >= (found[index - 1] ?? 0))).toBe(true)
          if (folder.acts() < at) break
        }
      }),
      { numRuns: 40 },
    )
  })

  it('cuts a torn tail off before it goes on, with whatever whole record of an older time stands behind it', async () => {
    const files = new Map<string, Uint8Array>()
    const first = openOpfsJournal(folderOf(files))
    await first.append(record(1))
    const [name, head] = [...files].find(([, bytes]) => bytes.length > 0) ?? ['', new Uint8Array()]
    await first.append(record(2))
    const two = (files.get(name) ?? new Uint8Array()).slice(head.length)
    await first.append(record(9))
    const nine = (files.get(name) ?? new Uint8Array()).slice(head.length + two.length)
    const torn = two.map((byte) => byte ^ 0xff)
    files.set(name, Uint8Array.from([...head, ...torn, ...nine]))
    await openOpfsJournal(folderOf(files)).append(record(2))
    expect(await openOpfsJournal(folderOf(files)).read('w-a/b')).toEqual([record(1), record(2)])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeJournal, encodeRecord, journalHead } from '#electron/journal/codec.ts'
import { journalFileName, longestWorkbookId, workbookOfFileName } from '#electron/journal/fileName.ts'

const record = fc.record({
  workbook: fc.string({ unit: 'grapheme', minLength: 1 }),
  revision: fc.nat(),
  json: fc.string({ unit: 'grapheme' }),
})
const records = fc.array(record, { maxLength: 8 })
const fileOf = (list: readonly { workbook: string; revision: number; json: string }[]): Buffer =>
  Buffer.concat([journalHead, ...list.map(encodeRecord)])

describe('journal codec', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(records, (list) => {
        const file = fileOf(list)
        expect(decodeJournal(file)).toEqual({ records: list, goodLength: file.length })
      }),
    )
  })

  it('reads, from a file cut anywhere, the records that lie wholly before the cut', () => {
    fc.assert(
      fc.property(records, fc.double({ min: 0, max: 1, noNaN: true }), (list, where) => {
        const file = fileOf(list)
        const cut = Math.floor(file.length * where)
        const whole = list.filter((_, index) => fileOf(list.slice(0, index + 1)).length <= cut)
        const found = decodeJournal(file.subarray(0, cut))
        expect(found?.records).toEqual(whole)
        expect(found?.goodLength).toBe(cut < journalHead.length ? 0 : fileOf(whole).length)
      }),
    )
  })

  it('stops at the first record that was changed by one bit and keeps those before it', () => {
    const list = [1, 2, 3].map((revision) => ({ workbook: 'w', revision, json: '{"a":1}' }))
    const file = fileOf(list)
    for (let bit = journalHead.length * 8; bit < file.length * 8; bit++) {
      const bad = Buffer.from(file)
      bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const before = list.filter((_, index) => fileOf(list.slice(0, index + 1)).length <= bit >> 3)
      expect(decodeJournal(bad)?.records).toEqual(before)
    }
  })

  it.each([
    ['zeros', Buffer.alloc(64)],
    ['a length beyond the end', Buffer.from([255, 255, 255, 127, 0, 0, 0, 0, 1])],
    ['a record that is no journal record', encodeRecord({ workbook: 'w', revision: Number.NaN, json: '' })],
    ['less than a header', Buffer.from([1, 0, 0])],
  ])('takes %s after the last record for the end', (_name, tail) => {
    const good = fileOf([{ workbook: 'w', revision: 7, json: '[]' }])
    expect(decodeJournal(Buffer.concat([good, tail]))).toEqual({
      records: [{ workbook: 'w', revision: 7, json: '[]' }],
      goodLength: good.length,
    })
  })

  it('does not read a file of another kind or version', () => {
    expect(decodeJournal(Buffer.from('skytally-journal 2\nwhatever'))).toBeNull()
    expect(decodeJournal(Buffer.from('{"format":"skytally"}'))).toBeNull()
    expect(decodeJournal(Buffer.alloc(0))).toEqual({ records: [], goodLength: 0 })
  })
})

describe('journal file names', () => {
  it('turn any id into a plain name and back, and keep ids apart that differ in case alone', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((id) => Buffer.byteLength(id) <= longestWorkbookId),
        (id) => {
          expect(journalFileName(id)).toMatch(/^[0-9a-f]+\.journal$/)
          expect(journalFileName(id).length).toBeLessThanOrEqual(255)
          expect(workbookOfFileName(journalFileName(id))).toBe(id)
        },
      ),
    )
    expect(journalFileName('a').toLowerCase()).not.toBe(journalFileName('A').toLowerCase())
    expect(journalFileName('../../etc/passwd')).not.toContain('/')
  })

  it.each(['a.journal', '61.journal.cut', '61.journal.unreadable', '.61.journal.tmp-1-0', '.journal'])(
    'do not take %s for a journal',
    (name) => {
      expect(workbookOfFileName(name)).toBeNull()
    },
  )
})

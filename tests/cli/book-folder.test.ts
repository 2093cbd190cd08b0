import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isInstalled } from '#pricing/cli/book-folder.ts'
import { skytally, written } from './skytally.ts'

const books = mkdtempSync(path.join(tmpdir(), 'skytally-books-'))
writeFileSync(path.join(books, 'ours.book'), 'not a price book')

describe('the folder of imported price books', () => {
  it('is not read to tell whether a book is there: the one that is asked for says itself that it is damaged', async () => {
    expect(await isInstalled('ours', books)).toBe(true)
    expect(await isInstalled('theirs', books)).toBe(false)
    expect(await isInstalled('bundled-2026-11', path.join(books, 'nowhere'))).toBe(true)
    const file = written('of-ours', { priceBook: { id: 'ours', adjustments: [] } })
    const { exit, err } = await skytally('price', file, '--books', books)
    expect(exit).toBe(2)
    expect(err).toContain(path.join(books, 'ours.book'))
    expect(err).not.toContain('not installed')
  })

  it('is not left by a name that is a path', async () => {
    expect(await isInstalled(`../${path.basename(books)}/ours`, books)).toBe(false)
  })
})

import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { openBook } from '#pricing/catalog/book.ts'
import { BookFault } from '#pricing/catalog/fault.ts'
import { bookInfo } from '#pricing/catalog/info.ts'
import { openBookShelf } from '#renderer/storage/books.ts'
import { rateFact, smallBook } from '#tests/catalog/library.ts'

let shelves = 0
const fresh = () => openBookShelf(`books-${(shelves += 1)}`)

function bookOf(id: string, price: number, asOf = '2026-01-01') {
  const bytes = smallBook({ id, asOf, rates: [rateFact('aws.alb/hour', 'us-east-1', price)] })
  return { info: bookInfo(bytes), bytes }
}

describe('the shelf of price books', () => {
  it('gives back a book as it was kept, also to another window', async () => {
    const name = `books-${(shelves += 1)}`
    await openBookShelf(name).keep(bookOf('mine', 0.03))
    const bytes = await openBookShelf(name).read('mine')
    expect(openBook(bytes!).rate('aws.alb/hour', 'us-east-1')).toMatchObject({ value: { tiers: [{ price: 0.03 }] } })
  })

  it('lists what is kept, newest first', async () => {
    const shelf = fresh()
    await shelf.keep(bookOf('old', 1, '2025-01-01'))
    await shelf.keep(bookOf('new', 1, '2026-11-01'))
    expect((await shelf.list()).map(({ id }) => id)).toEqual(['new', 'old'])
    expect((await shelf.list())[0]).toMatchObject({ count: 1, providers: { aws: 1 }, source: 'import' })
  })

  it('lists books that a program kept which had no list beside them', async () => {
    const name = `books-${(shelves += 1)}`
    const before = new Dexie(name)
    before.version(1).stores({ books: 'id', parts: 'name' })
    const { info, bytes } = bookOf('mine', 1)
    await before.table('books').put({ id: info.id, info, bytes })
    before.close()
    const shelf = openBookShelf(name)
    expect(await shelf.list()).toEqual([info])
    expect(await shelf.read('mine')).toEqual(bytes)
    await shelf.remove('mine')
    expect(await shelf.list()).toEqual([])
  })

  it('keeps one book of a name, the last', async () => {
    const shelf = fresh()
    await shelf.keep(bookOf('mine', 1))
    await shelf.keep(bookOf('mine', 2))
    expect(await shelf.list()).toHaveLength(1)
    expect(openBook((await shelf.read('mine'))!).rate('aws.alb/hour', 'us-east-1')).toMatchObject({ value: { tiers: [{ price: 2 }] } })
  })

  it('knows nothing of a book that was removed or never kept', async () => {
    const shelf = fresh()
    await shelf.keep(bookOf('mine', 1))
    await shelf.remove('mine')
    expect(await shelf.read('mine')).toBeNull()
    expect(await shelf.list()).toEqual([])
  })

  it('refuses a kept book that was damaged since, whole', async () => {
    const shelf = fresh()
    const { info, bytes } = bookOf('mine', 1)
    const damaged = bytes.slice()
    damaged[damaged.length - 3] = (damaged[damaged.length - 3] ?? 0) ^ 1
    await shelf.keep({ info, bytes: damaged })
    await expect(shelf.read('mine')).rejects.toBeInstanceOf(BookFault)
  })

  it('keeps the finished parts of an update until they are cleared', async () => {
    const { parts } = fresh()
    await parts.write('aws AmazonEC2 us-east-1', Uint8Array.of(1, 2))
    expect(await parts.read('aws AmazonEC2 us-east-1')).toEqual(Uint8Array.of(1, 2))
    await parts.clear()
    expect(await parts.read('aws AmazonEC2 us-east-1')).toBeNull()
  })
})

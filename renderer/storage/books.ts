import { Dexie, type Table } from 'dexie'
import { openForeignBook } from '#pricing/catalog/info.ts'
import type { BookInfo, ImportedBook, PartShelf } from '#pricing/catalog/library.ts'
import { asRefusal } from './refusals.ts'

/** Price books that a person imported or fetched, kept on this machine beside the one that comes with the program. */
export type BookShelf = {
  /** Newest date first. */
  list(): Promise<readonly BookInfo[]>
  /** The file of a book; `null` when it is not kept here. Rejects with a BookFault when what is kept is damaged. */
  read(id: string): Promise<Uint8Array | null>
  /** Keeps a book, in place of one of the same name. Rejects with a StorageRefusal when there is no room. */
  keep(book: Pick<ImportedBook, 'info' | 'bytes'>): Promise<void>
  remove(id: string): Promise<void>
  /** Finished parts of an update that was interrupted. */
  readonly parts: PartShelf
}

type BookRow = { readonly id: string; readonly info: BookInfo; readonly bytes: Uint8Array }
type InfoRow = { readonly id: string; readonly info: BookInfo }
type PartRow = { readonly name: string; readonly bytes: Uint8Array }

/**
 * Opens the shelf. It is a database of its own: a book can be imported again, a workbook cannot, so books never share a transaction, a
 * version or a failure with work.
 */
export function openBookShelf(name = 'skytally-books'): BookShelf {
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict' })
  dexie.version(1).stores({ books: 'id', parts: 'name' })
  // What lists show stands apart: a list must not read some megabytes for every book.
  dexie
    .version(2)
    .stores({ books: 'id', infos: 'id', parts: 'name' })
    .upgrade(async (transaction) => {
      const found: InfoRow[] = []
      await transaction.table<BookRow, string>('books').each(({ id, info }) => void found.push({ id, info }))
      await transaction.table<InfoRow, string>('infos').bulkPut(found)
    })
  const books: Table<BookRow, string> = dexie.table('books')
  const infos: Table<InfoRow, string> = dexie.table('infos')
  const parts: Table<PartRow, string> = dexie.table('parts')
  return {
    list: () =>
      refusing(async () => {
        const kept = await infos.toArray()
        return kept.map(({ info }) => info).sort((a, b) => (a.asOf === b.asOf ? (a.id < b.id ? -1 : 1) : a.asOf < b.asOf ? 1 : -1))
      }),
    read: async (id) => {
      const row = await refusing(() => books.get(id))
      if (row === undefined) return null
      openForeignBook(row.bytes)
      return row.bytes
    },
    keep: ({ info, bytes }) =>
      refusing(() =>
        dexie.transaction('rw', books, infos, async () => {
          await books.put({ id: info.id, info, bytes })
          await infos.put({ id: info.id, info })
        }),
      ),
    remove: (id) =>
      refusing(() =>
        dexie.transaction('rw', books, infos, async () => {
          await books.delete(id)
          await infos.delete(id)
        }),
      ),
    parts: {
      read: async (part) => (await refusing(() => parts.get(part)))?.bytes ?? null,
      write: (part, bytes) => refusing(async () => void (await parts.put({ name: part, bytes }))),
      clear: () => refusing(() => parts.clear()),
    },
  }
}

/** Rejections are in words for the person. */
async function refusing<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw asRefusal(cause)
  }
}

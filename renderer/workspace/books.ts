import { useSyncExternalStore } from 'react'
import type { Change } from '#shared/document/change.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { scenarioWorkbook } from '#shared/document/scenarios/resolve.ts'
import type { Workbook } from '#shared/document/types.ts'
import { openForeignBook } from '#pricing/catalog/info.ts'
import type { BookInfo, ImportedBook, PartShelf } from '#pricing/catalog/library.ts'
import { overlayBook } from '#pricing/catalog/overlay.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { BookShelf } from '#renderer/storage/books.ts'
import { notify } from './notices.ts'
import { workspace } from './store.ts'

/**
 * The price books of this machine. A workbook is priced with the book it names; where that is not here, it is priced with nothing and
 * says so, never with another one.
 */

/** The book that comes with the program, and its file. */
export type BundledBook = { readonly book: PriceBook; readonly bytes: Uint8Array; readonly info: () => BookInfo }

type Stock = { readonly bundled: BundledBook; readonly shelf: BookShelf }

let stock: Stock | null = null
let opened = new Map<string, PriceBook>()
let standIns = new Map<string, PriceBook>()
/** Books asked for in this window: what is not here is said once. */
let asked = new Set<string>()
let installed: readonly BookInfo[] | null = null
const listeners = new Set<() => void>()

/** Hands over the bundled book and the shelf of the others. Must come before a workbook is opened. */
export function stockBooks(given: Stock): void {
  stock = given
  opened = new Map([[given.bundled.book.id, given.bundled.book]])
  standIns = new Map()
  asked = new Set()
}

export function bookIdOf(workbook: Workbook): string {
  return settingsOf(workbook).priceBook.id
}

/** The book a workbook names; one without prices where it is not here. */
export function bookFor(workbook: Workbook): PriceBook {
  const id = bookIdOf(workbook)
  const known = opened.get(id) ?? standIns.get(id)
  if (known !== undefined) return known
  const standIn = overlayBook(null, { id })
  standIns.set(id, standIn)
  return standIn
}

export function isOpen(id: string): boolean {
  return opened.has(id)
}

/** Whether an edit has the workbook priced with another book. */
export function changesBook(changes: readonly Change[]): boolean {
  return changes.some((change) => change.table === 'settings' && change.before?.priceBook.id !== change.after?.priceBook.id)
}

/** Opens the books that a workbook and its scenarios name, so that they can be priced. Says what is wrong where that cannot be done. */
export async function fetchBookOf(document: Workbook): Promise<void> {
  const named = [...document.scenarios.values()].filter(({ overrides }) => overrides.some(({ table }) => table === 'settings'))
  const ids = new Set([document, ...named.map(({ id }) => scenarioWorkbook(document, id))].map(bookIdOf))
  for (const id of ids) await fetchBook(id)
}

async function fetchBook(id: string): Promise<void> {
  if (stock === null || opened.has(id)) return
  asked.add(id)
  try {
    if ((await openBookOf(id)) !== null) return
    notify({
      kind: 'fault',
      message: `This workbook is priced with the book “${id}”, which is not on this machine: until it is, its prices are unknown.`,
      fix: 'Import that book, or have the workbook priced with another one, under Prices, Price books.',
    })
  } catch (fault) {
    notify({
      kind: 'fault',
      message: `The price book “${id}” of this workbook cannot be used: ${fault instanceof Error ? fault.message : 'it cannot be read.'}`,
      fix: 'Import it again, or have the workbook priced with another one, under Prices, Price books.',
    })
  }
}

/** An installed book, opened once; null where there is none of that name. Rejects when what is kept is damaged. */
export async function openBookOf(id: string): Promise<PriceBook | null> {
  const known = opened.get(id)
  if (known !== undefined || stock === null) return known ?? null
  const bytes = await stock.shelf.read(id)
  if (bytes === null) return null
  const book = openForeignBook(bytes)
  opened.set(id, book)
  return book
}

/** The file of an installed book. */
export async function bytesOf(id: string): Promise<Uint8Array | null> {
  if (stock === null) return null
  return id === stock.bundled.book.id ? stock.bundled.bytes : stock.shelf.read(id)
}

export function bundledBytes(): Uint8Array | null {
  return stock?.bundled.bytes ?? null
}

/** Where finished parts of an interrupted update are kept. */
export function partShelf(): PartShelf | null {
  return stock?.shelf.parts ?? null
}

/** Keeps an imported book on this machine. A name that is taken is refused by the caller: workbooks rely on what stands under it. */
export async function keepBook(imported: ImportedBook): Promise<void> {
  await stock?.shelf.keep(imported)
  opened.set(imported.info.id, openForeignBook(imported.bytes))
  await listBooks()
}

export async function removeBook(id: string): Promise<void> {
  await stock?.shelf.remove(id)
  opened.delete(id)
  await listBooks()
}

async function listBooks(): Promise<void> {
  if (stock === null) return
  installed = [stock.bundled.info(), ...(await stock.shelf.list())]
  for (const listener of listeners) listener()
}

/** One function for all, so that a view is not taken for a new listener each time it is drawn. */
function listen(changed: () => void): () => void {
  listeners.add(changed)
  void listBooks()
  return () => {
    listeners.delete(changed)
  }
}

/** The installed books, the bundled one first; null until they have been looked up. */
export function useInstalledBooks(): readonly BookInfo[] | null {
  return useSyncExternalStore(listen, () => installed)
}

/**
 * Keeps the window's book that of the shown workbook. An edit may name one that is on this machine and was not needed so far, such as
 * going back to a snapshot: it is opened, and `arrived` is called. Returns the way to stop.
 */
export function followBook(arrived: () => void): () => void {
  return workspace.subscribe((state) => {
    const book = state.workbook === null ? stock?.bundled.book : bookFor(state.workbook)
    if (book !== undefined && book !== state.book) workspace.setState({ book })
    const id = state.workbook === null ? null : bookIdOf(state.workbook)
    if (id === null || opened.has(id) || asked.has(id)) return
    void fetchBook(id).then(() => opened.has(id) && arrived())
  })
}

import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundledBookName } from '#pricing/catalog/book.ts'
import { BookFault } from '#pricing/catalog/fault.ts'
import { bookInfo, openForeignBook } from '#pricing/catalog/info.ts'
import type { BookInfo, PartShelf } from '#pricing/catalog/library.ts'
import { CommandFault, faultLine } from './fault.ts'

// Two folders up is the repository, both for this file and for the bundle that is made of it.
const data = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../pricing/catalog/data')
const extension = '.book'

/** Where imported books are kept: as asked for, as `SKYTALLY_BOOKS` says, else among the person's application data. */
export function booksFolder(asked: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  if (asked !== undefined) return path.resolve(asked)
  if (env['SKYTALLY_BOOKS']) return path.resolve(env['SKYTALLY_BOOKS'])
  return path.join(dataFolder(env), 'books')
}

/** The platform's folder for data of programs (XDG Base Directory on Linux, Known Folders on Windows, Library on macOS). */
function dataFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(os.homedir(), 'AppData', 'Local'), 'Skytally')
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Application Support', 'Skytally')
  return path.join(env['XDG_DATA_HOME'] || path.join(os.homedir(), '.local', 'share'), 'skytally')
}

/** The file of the book that comes with the program. */
export async function bundledBook(): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path.join(data, bundledBookName)))
}

/** A book in the folder, or why it cannot be used. */
export type Shelved = { readonly file: string } & (
  | { readonly ok: true; readonly info: BookInfo }
  | { readonly ok: false; readonly message: string; readonly fix: string }
)

/** The bundled book first, then the imported ones by name; damaged files are told, not left out. */
export async function listBooks(folder: string): Promise<readonly Shelved[]> {
  const names = (await readdir(folder).catch(nothingThere)).filter((name) => name.endsWith(extension)).sort()
  const bundled: Shelved = { file: path.join(data, bundledBookName), ok: true, info: bookInfo(await bundledBook()) }
  return [bundled, ...(await Promise.all(names.map((name) => shelved(path.join(folder, name)))))]
}

function nothingThere(error: NodeJS.ErrnoException): readonly string[] {
  if (error.code === 'ENOENT') return []
  throw error
}

async function shelved(file: string): Promise<Shelved> {
  try {
    const bytes = new Uint8Array(await readFile(file))
    openForeignBook(bytes)
    return { file, ok: true, info: bookInfo(bytes) }
  } catch (error) {
    if (error instanceof BookFault) return { file, ok: false, message: error.message, fix: error.fix }
    throw error
  }
}

/** The file of a book by its id, or by its path; CommandFault when there is none or it is damaged. */
export async function readBook(name: string, folder: string): Promise<Uint8Array> {
  if (name === bundledId) return bundledBook()
  const file = name.endsWith(extension) ? name : fileOf(name, folder)
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) throw new CommandFault([faultLine(name, '', 'There is no such price book.', await installed(folder))])
  const book = new Uint8Array(bytes)
  try {
    openForeignBook(book)
  } catch (error) {
    if (error instanceof BookFault) throw new CommandFault([faultLine(file, '', error.message, error.fix)])
    throw error
  }
  return book
}

const bundledId = path.basename(bundledBookName, extension)

function fileOf(id: string, folder: string): string {
  return path.join(folder, `${id}${extension}`)
}

/** What is installed, as advice. */
export async function installed(folder: string): Promise<string> {
  const ids = (await listBooks(folder)).flatMap((book) => (book.ok ? [book.info.id] : []))
  return `Installed: ${ids.join(', ')}. Import another with "skytally prices import FILE --id ID".`
}

/** Whether a workbook that names the book can be priced with it. Looks for its file and opens none: books are large. */
export async function isInstalled(id: string, folder: string): Promise<boolean> {
  if (id === bundledId) return true
  if (path.basename(id) !== id) return false
  return (await stat(fileOf(id, folder)).catch(() => null))?.isFile() === true
}

/** Writes a book so that at every moment the folder holds all of the old or all of the new: temporary file, fsync, rename, fsync. */
export async function keepBook(folder: string, id: string, bytes: Uint8Array): Promise<string> {
  const file = fileOf(id, folder)
  await replaceFile(file, bytes)
  return file
}

async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true })
  const temporary = path.join(folder, `.${path.basename(file)}.tmp-${process.pid}`)
  try {
    await written(temporary, bytes)
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  // Windows has no way to open a folder for this; NTFS journals its own names.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function written(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Finished parts of an update, each in a file of its own beside the books. */
export function partFolder(folder: string): PartShelf {
  const parts = path.join(folder, 'partial')
  const fileOf = (name: string): string => path.join(parts, `${createHash('sha256').update(name).digest('hex').slice(0, 32)}.part`)
  return {
    read: async (name) => {
      const bytes = await readFile(fileOf(name)).catch(() => null)
      return bytes === null ? null : new Uint8Array(bytes)
    },
    write: (name, bytes) => replaceFile(fileOf(name), bytes),
    clear: () => rm(parts, { recursive: true, force: true }),
  }
}

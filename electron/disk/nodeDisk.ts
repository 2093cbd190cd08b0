import { constants } from 'node:fs'
import { access, mkdir, open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { errorCode } from './disk.ts'
import type { Disk, Look, WritableFile } from './disk.ts'

/** The machine's own disk. */
export const nodeDisk: Disk = {
  look,
  read: (path) => readFile(path),
  create: async (path, mode) => writable(await open(path, 'wx', mode)),
  append: async (path) => {
    await access(path, constants.F_OK)
    return writable(await open(path, 'a'))
  },
  rename,
  remove: (path) => unlink(path),
  list: (folder) => readdir(folder).catch((error: unknown) => (errorCode(error) === 'ENOENT' ? [] : Promise.reject(error))),
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true })
  },
  syncFolder,
}

async function look(path: string): Promise<Look> {
  try {
    const real = await realpath(path)
    const found = await stat(real)
    if (!found.isFile()) return { kind: 'other', path: real }
    return { kind: 'file', path: real, size: found.size, modified: found.mtimeMs, mode: found.mode & 0o777 }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { kind: 'missing', path }
    throw error
  }
}

function writable(handle: FileHandle): WritableFile {
  return {
    // `writeFile` on a handle goes on until every byte is written; a bare `write` may stop short.
    write: (bytes) => handle.writeFile(bytes),
    sync: () => handle.sync(),
    syncData: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no way to open a folder for this; NTFS journals its own names.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

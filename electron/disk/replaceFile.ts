import { dirname, basename, join } from 'node:path'
import { errorCode } from './disk.ts'
import type { Disk } from './disk.ts'

/** Codes a virus scanner or an indexer causes by holding the file for a moment. */
const passing = new Set(['EBUSY', 'EPERM', 'EACCES'])
const waitsMs = [20, 80, 240, 600]
const temporary = /^\..+\.tmp-\d+-\d+$/
let made = 0

/** How a retry waits, in milliseconds. */
export type Wait = (ms: number) => Promise<void>

const sleep: Wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Replaces a file so that at every moment it holds all of the old or all of the new bytes: temporary file in the same
 * folder, fsync, rename, fsync of the folder. Follows a symbolic link and keeps the mode of a file that was there.
 * Rejects with Node's error when a step fails; before the rename the old file is then untouched.
 */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array, wait: Wait = sleep): Promise<void> {
  const found = await disk.look(path)
  if (found.kind === 'other') throw Object.assign(new Error(`${path} is not a regular file`), { code: 'EISDIR' })
  const target = found.path
  const temp = join(dirname(target), `.${basename(target).slice(0, 150)}.tmp-${process.pid}-${made++}`)
  try {
    await writeWhole(disk, temp, bytes, found.kind === 'file' ? found.mode : 0o666)
    await renameInTime(disk, temp, target, wait)
  } catch (error) {
    await disk.remove(temp).catch(() => undefined)
    throw error
  }
  await disk.syncFolder(dirname(target))
}

/** Removes temporary files that a killed process left in a folder. `isAlive` tells whether a process id still runs. */
export async function sweepTemporaries(disk: Disk, folder: string, isAlive: (pid: number) => boolean): Promise<number> {
  const stale = (await disk.list(folder)).filter((name) => temporary.test(name) && !isAlive(ownerOf(name)))
  const removed = await Promise.allSettled(stale.map((name) => disk.remove(join(folder, name))))
  return removed.filter((result) => result.status === 'fulfilled').length
}

function ownerOf(name: string): number {
  return Number(name.slice(name.lastIndexOf('.tmp-') + 5).split('-')[0])
}

async function writeWhole(disk: Disk, path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await disk.create(path, mode)
  try {
    await file.write(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function renameInTime(disk: Disk, from: string, to: string, wait: Wait): Promise<void> {
  for (const ms of waitsMs) {
    try {
      return await disk.rename(from, to)
    } catch (error) {
      if (!passing.has(errorCode(error))) throw error
      await wait(ms)
    }
  }
  await disk.rename(from, to)
}

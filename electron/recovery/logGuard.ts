import { cp, readFile, readdir, rm, truncate } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from '../disk/disk.ts'
import { note } from '../log.ts'
import { levelLogEnd } from './levelLog.ts'

/** How many copies of a database found after a crash are kept. */
const copiesKept = 3

/** A log that was cut: its path, and how many bytes of a torn record were removed. */
export type CutLog = { readonly log: string; readonly removed: number }

/**
 * Repairs the logs of the page's databases after an unclean exit. Run it before the first window opens them. Every
 * database is copied to `rescueFolder` first; a database that cannot be copied is not touched.
 */
export async function guardLogs(databases: string, rescueFolder: string, stamp: string): Promise<readonly CutLog[]> {
  const cuts: CutLog[] = []
  for (const name of (await namesIn(databases)).filter((one) => one.endsWith('.leveldb'))) {
    const folder = path.join(databases, name)
    try {
      cuts.push(...(await cutTornLogs(folder, path.join(rescueFolder, stamp, name))))
    } catch (error) {
      // The journal is the place that must hold; a start must not fail because the belt beside the braces did.
      note(`The database ${folder} could not be checked after a crash.`, error)
    }
  }
  await dropOldCopies(rescueFolder)
  return cuts
}

async function cutTornLogs(folder: string, copy: string): Promise<readonly CutLog[]> {
  const torn = await tornLogs(folder)
  if (torn.length > 0) await cp(folder, copy, { recursive: true })
  for (const { log, end } of torn) await truncate(log, end)
  return torn.map(({ log, end, size }) => ({ log, removed: size - end }))
}

async function tornLogs(folder: string): Promise<readonly { readonly log: string; readonly end: number; readonly size: number }[]> {
  const torn = []
  for (const name of (await namesIn(folder)).filter((one) => one.endsWith('.log'))) {
    const log = path.join(folder, name)
    const bytes = await readFile(log)
    const end = levelLogEnd(bytes)
    if (end !== null) torn.push({ log, end, size: bytes.length })
  }
  return torn
}

async function dropOldCopies(rescueFolder: string): Promise<void> {
  const old = (await namesIn(rescueFolder)).toSorted().slice(0, -copiesKept)
  await Promise.all(old.map((name) => rm(path.join(rescueFolder, name), { recursive: true, force: true })))
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return []
    throw error
  }
}

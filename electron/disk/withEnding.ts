import { extname } from 'node:path'
import type { Disk } from './disk.ts'

/** Adds the ending (`.pdf`) where a save dialog did not, unless that would name a file the person was not asked about. */
export async function withEnding(disk: Disk, path: string, ending: string): Promise<string> {
  if (extname(path) !== '') return path
  const longer = path + ending
  return (await disk.look(longer)).kind === 'missing' ? longer : path
}

import type { DesktopResult } from '#shared/desktop.ts'
import type { Disk, Look } from '../disk/disk.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import type { Wait } from '../disk/replaceFile.ts'
import { refuse, refuseError } from '../messages.ts'

/** Largest workbook file that is read or written, in bytes. */
export const largestFile = 64 * 1024 * 1024

/** What tells two states of a file apart: size in bytes and time of change in milliseconds. */
export type Fingerprint = { readonly size: number; readonly modified: number }

export type TextFile = { readonly text: string; readonly fingerprint: Fingerprint }

/** Reads a regular file of UTF-8 text of at most 64 MB; a byte-order mark is dropped. */
export async function readTextFile(disk: Disk, path: string, name: string): Promise<DesktopResult<TextFile>> {
  try {
    // Looked at before it is opened: opening a named pipe would wait for ever.
    const found = await disk.look(path)
    if (found.kind === 'missing') return refuse('file-missing', name)
    if (found.kind === 'other') return refuse('not-a-file', name)
    if (found.size > largestFile) return refuse('too-large', name)
    const text = decode(await disk.read(found.path))
    if (text === null) return refuse('not-text', name)
    return { ok: true, value: { text, fingerprint: fingerprintOf(found) } }
  } catch (error) {
    return refuseError(error, name)
  }
}

/** Replaces a file by UTF-8 text, old or new at every moment, and tells what it then looks like. */
export async function writeTextFile(
  disk: Disk,
  path: string,
  name: string,
  text: string,
  wait?: Wait,
): Promise<DesktopResult<Fingerprint>> {
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length > largestFile) return refuse('too-large', name)
  try {
    const before = await disk.look(path)
    if (before.kind === 'other') return refuse('not-a-file', name)
    // A rename would replace a read-only file without asking.
    if (before.kind === 'file' && (before.mode & 0o222) === 0) return refuse('read-only', name)
    await replaceFile(disk, path, bytes, wait)
    const after = await disk.look(path)
    return after.kind === 'file' ? { ok: true, value: fingerprintOf(after) } : refuse('file-missing', name)
  } catch (error) {
    return refuseError(error, name)
  }
}

/** Whether a file is still as it was left. A file that has vanished counts as unchanged: writing it again loses nothing. */
export async function isUnchanged(disk: Disk, path: string, was: Fingerprint): Promise<boolean> {
  const now = await disk.look(path)
  return now.kind !== 'file' || (now.size === was.size && now.modified === was.modified)
}

function fingerprintOf(found: Extract<Look, { readonly kind: 'file' }>): Fingerprint {
  return { size: found.size, modified: found.modified }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

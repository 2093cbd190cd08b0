import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { format } from 'node:util'
import { vi } from 'vitest'
import { run } from '#pricing/cli/program.ts'

export type Answer = { readonly exit: number | null; readonly out: string; readonly err: string }

/** Runs the command line as a person would, in a process of its own. */
export function spawned(...args: readonly string[]): Answer {
  const done = spawnSync(process.execPath, [path.resolve('build/bin/skytally.mjs'), ...args], { encoding: 'utf8' })
  return { exit: done.status, out: done.stdout, err: done.stderr }
}

/** The same without a process: what it prints is caught. One at a time. */
export async function skytally(...args: readonly string[]): Promise<Answer> {
  const said = { out: '', err: '' }
  const into = (where: 'out' | 'err') => (text: unknown) => {
    said[where] += typeof text === 'string' ? text : Buffer.from(text as Uint8Array).toString('utf8')
    return true
  }
  const caught = [
    vi.spyOn(console, 'log').mockImplementation((...words: unknown[]) => void into('out')(`${format(...words)}\n`)),
    vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void into('err')(`${format(...words)}\n`)),
    vi.spyOn(process.stdout, 'write').mockImplementation(into('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(into('err')),
  ]
  try {
    return { exit: await run(['node', 'skytally', ...args]), ...said }
  } finally {
    for (const spy of caught) spy.mockRestore()
  }
}

/** Where files of these tests are written. */
export const folder = mkdtempSync(path.join(tmpdir(), 'skytally-cli-'))

/** The path of a workbook file with these contents. */
export function written(name: string, workbook: object): string {
  const file = path.join(folder, `${name}.skytally`)
  writeFileSync(file, JSON.stringify({ format: 'skytally', version: 1, name, ...workbook }))
  return file
}

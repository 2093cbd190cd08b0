import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Answer = { readonly exit: number | null; readonly out: string; readonly err: string }

/** Runs the command line as a person would. */
export function skytally(...args: readonly string[]): Answer {
  const done = spawnSync(process.execPath, [path.resolve('build/bin/skytally.mjs'), ...args], { encoding: 'utf8' })
  return { exit: done.status, out: done.stdout, err: done.stderr }
}

/** Where files of these tests are written. */
export const folder = mkdtempSync(path.join(tmpdir(), 'skytally-cli-'))

/** The path of a workbook file with these contents. */
export function written(name: string, workbook: object): string {
  const file = path.join(folder, `${name}.skytally`)
  writeFileSync(file, JSON.stringify({ format: 'skytally', version: 1, name, ...workbook }))
  return file
}

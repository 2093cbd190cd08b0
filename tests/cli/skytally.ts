import { spawnSync } from 'node:child_process'
import path from 'node:path'

export type Answer = { readonly exit: number | null; readonly out: string; readonly err: string }

/** Runs the command line as a person would. */
export function skytally(...args: readonly string[]): Answer {
  const done = spawnSync(process.execPath, [path.resolve('build/bin/skytally.mjs'), ...args], { encoding: 'utf8' })
  return { exit: done.status, out: done.stdout, err: done.stderr }
}

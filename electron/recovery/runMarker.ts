import { existsSync, rmSync, writeFileSync } from 'node:fs'

/** A file that exists exactly while the program runs; found at a start, it tells that the last run did not end well. */
export type RunMarker = {
  readonly lastRunWasCut: boolean
  /** Call when everything is kept and the program is about to end. */
  clear(): void
}

/** Notes that the program runs. Synchronous: the mark must stand before anything can go wrong. */
export function markRunning(path: string, pid: number): RunMarker {
  const lastRunWasCut = existsSync(path)
  writeFileSync(path, String(pid))
  return { lastRunWasCut, clear: () => rmSync(path, { force: true }) }
}

import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { note } from '../log.ts'
import { readPlacement } from './placement.ts'
import type { Placement } from './placement.ts'

/** Where the window was when it was last seen. */
export type PlacementFile = { read(): Placement | null; write(placement: Placement): void }

/** Synchronous, since the last write happens while the window closes; small, and only a convenience. */
export function placementFile(path: string): PlacementFile {
  return {
    read: () => {
      try {
        return readPlacement(readFileSync(path, 'utf8'))
      } catch {
        return null
      }
    },
    write: (placement) => {
      try {
        writeFileSync(`${path}.new`, JSON.stringify(placement))
        renameSync(`${path}.new`, path)
      } catch (error) {
        note(`The place of the window was not kept in ${path}.`, error)
      }
    },
  }
}

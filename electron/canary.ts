import { z } from 'zod'
import type { Canary } from '#shared/desktop.ts'
import { errorCode } from './disk/disk.ts'
import type { Disk } from './disk/disk.ts'
import { replaceFile } from './disk/replaceFile.ts'

/** What a canary may hold; also the check of the page's argument. */
export const canaryShape = z.strictObject({
  storeId: z.string().min(1).max(200),
  revision: z.number().int().nonnegative(),
  workbooks: z.array(z.string().min(1).max(200)).max(100_000),
})

/** A small file that remembers what the page's database held, to notice when it opens with less. */
export type CanaryFile = {
  /** `null` when none was written yet. A damaged file rejects with code `CANARY_DAMAGED`: it must not pass for "nothing yet". */
  read(): Promise<Canary | null>
  /** Resolves when it is on the disk. Writes take effect in the order they were asked for. */
  write(canary: Canary): Promise<void>
}

export function canaryFile(disk: Disk, path: string): CanaryFile {
  let turn: Promise<unknown> = Promise.resolve()
  return {
    read: async () => {
      await turn
      try {
        return canaryShape.parse(JSON.parse(Buffer.from(await disk.read(path)).toString('utf8')))
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return null
        if (errorCode(error) !== '') throw error
        throw Object.assign(new Error(`${path} is damaged`), { code: 'CANARY_DAMAGED' })
      }
    },
    write: (canary) => {
      const mine = turn.then(() => replaceFile(disk, path, Buffer.from(JSON.stringify(canary), 'utf8')))
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}

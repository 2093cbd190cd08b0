import { basename, dirname, join } from 'node:path'
import type { DesktopActs, DesktopResult } from '#shared/desktop.ts'
import type { Disk } from '../disk/disk.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import { withEnding } from '../disk/withEnding.ts'
import { plainFileName } from '../files/names.ts'
import { refuse, refuseError } from '../messages.ts'
import type { ChooseToExport } from './dialog.ts'

export type ExportsSetting = {
  readonly disk: Disk
  readonly chooseToExport: ChooseToExport
  /** Where the dialog starts when nothing was exported yet. */
  readonly folder: string
  readonly print: (html: string) => Promise<Uint8Array>
}

/** The export acts of the bridge. */
export type Exports = Pick<DesktopActs, 'saveExport' | 'savePdf'>

type Saved = DesktopResult<{ readonly name: string } | null>

export function createExports({ disk, chooseToExport, folder, print }: ExportsSetting): Exports {
  let last = folder

  async function save(suggestedName: string, extension: string, make: () => Promise<Uint8Array>): Promise<Saved> {
    const chosen = await chooseToExport(join(last, `${plainFileName(suggestedName)}.${extension}`), extension)
    if (chosen === null) return { ok: true, value: null }
    try {
      const path = await withEnding(disk, chosen, `.${extension}`)
      const before = await disk.look(path)
      if (before.kind === 'other') return refuse('not-a-file', basename(path))
      // A rename would replace a read-only file without asking.
      if (before.kind === 'file' && (before.mode & 0o222) === 0) return refuse('read-only', basename(path))
      await replaceFile(disk, path, await make())
      last = dirname(path)
      return { ok: true, value: { name: basename(path) } }
    } catch (error) {
      return refuseError(error, basename(chosen))
    }
  }

  return {
    saveExport: ({ suggestedName, extension, bytes }) => save(suggestedName, extension, async () => bytes),
    savePdf: ({ suggestedName, html }) => save(suggestedName, 'pdf', () => print(html)),
  }
}

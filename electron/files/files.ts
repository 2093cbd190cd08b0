import { basename, dirname, join } from 'node:path'
import type { DesktopActs, DesktopFile, DesktopResult } from '#shared/desktop.ts'
import type { Disk } from '../disk/disk.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import type { Wait } from '../disk/replaceFile.ts'
import { withEnding } from '../disk/withEnding.ts'
import { refuse, refuseError } from '../messages.ts'
import { suggestedFileName } from './names.ts'
import { workbookEnding } from './openable.ts'
import { readRecent, withRecent } from './recent.ts'
import { isUnchanged, readTextFile, writeTextFile } from './textFile.ts'
import type { Fingerprint } from './textFile.ts'
import { createTokens } from './tokens.ts'

/** What is asked of the person; the answers are paths. */
export type FileDialogs = {
  /** `null` when the person cancels. */
  chooseToOpen(folder: string): Promise<string | null>
  chooseToSave(suggestion: string): Promise<string | null>
  askChangedElsewhere(name: string): Promise<'save-as' | 'replace' | 'cancel'>
}

export type FilesSetting = {
  readonly disk: Disk
  readonly dialogs: FileDialogs
  /** Where the recent list is kept. */
  readonly recentPath: string
  /** Where dialogs start when no file was used yet. */
  readonly documentsFolder: string
  readonly newToken: () => string
  readonly onRecent: (files: readonly string[]) => void
  readonly wait?: Wait
}

type FileActs = Pick<DesktopActs, 'openFile' | 'readFile' | 'saveFile' | 'recentFiles'>
type SaveRequest = Parameters<DesktopActs['saveFile']>[0]

/** The file acts of the bridge, and `admit`: a path from outside the page becomes a token. */
export type Files = FileActs & {
  admit(path: string): DesktopFile
  /** Reads the recent list; call once before the first menu is made. */
  loadRecent(): Promise<void>
}

export function createFiles(setting: FilesSetting): Files {
  const { disk, dialogs } = setting
  const tokens = createTokens(setting.newToken)
  const known = new Map<string, Fingerprint>()
  let recent: readonly string[] = []
  let turn: Promise<unknown> = Promise.resolve()

  const admit = (path: string): DesktopFile => ({ token: tokens.give(path), name: basename(path) })
  const lastFolder = (): string => (recent[0] === undefined ? setting.documentsFolder : dirname(recent[0]))

  async function remember(path: string): Promise<void> {
    recent = withRecent(recent, path)
    setting.onRecent(recent)
    // The list is a convenience: that it could not be kept must not fail the opening or saving itself.
    await replaceFile(disk, setting.recentPath, Buffer.from(JSON.stringify(recent), 'utf8'), setting.wait).catch(() => undefined)
  }

  async function readPath(path: string): Promise<DesktopResult<DesktopFile & { readonly text: string }>> {
    const read = await readTextFile(disk, path, basename(path))
    if (!read.ok) return read
    known.set(path, read.value.fingerprint)
    await remember(path)
    return { ok: true, value: { ...admit(path), text: read.value.text } }
  }

  async function writePath(path: string, text: string): Promise<DesktopResult<DesktopFile>> {
    const written = await writeTextFile(disk, path, basename(path), text, setting.wait)
    if (!written.ok) return written
    known.set(path, written.value)
    await remember(path)
    return { ok: true, value: admit(path) }
  }

  async function saveAs(request: SaveRequest): Promise<DesktopResult<DesktopFile | null>> {
    const chosen = await dialogs.chooseToSave(join(lastFolder(), suggestedFileName(request.suggestedName)))
    return chosen === null ? { ok: true, value: null } : writePath(await withEnding(disk, chosen, workbookEnding), request.text)
  }

  async function save(request: SaveRequest): Promise<DesktopResult<DesktopFile | null>> {
    if (request.token === null) return saveAs(request)
    const path = tokens.path(request.token)
    if (path === null) return refuse('unknown-file')
    const was = known.get(path)
    if (was ? await isUnchanged(disk, path, was) : (await disk.look(path)).kind === 'missing') return writePath(path, request.text)
    const answer = await dialogs.askChangedElsewhere(basename(path))
    if (answer === 'cancel') return { ok: true, value: null }
    return answer === 'replace' ? writePath(path, request.text) : saveAs(request)
  }

  return {
    admit,
    loadRecent: async () => {
      recent = readRecent(
        await disk.read(setting.recentPath).then(
          (bytes) => Buffer.from(bytes).toString('utf8'),
          () => '[]',
        ),
      )
      setting.onRecent(recent)
    },
    openFile: async () => {
      const chosen = await dialogs.chooseToOpen(lastFolder())
      return chosen === null ? { ok: true, value: null } : readPath(chosen)
    },
    readFile: async (token) => {
      const path = tokens.path(token)
      return path === null ? refuse('unknown-file') : readPath(path)
    },
    // One after the other: two saves of one file must not overtake each other.
    saveFile: (request) => {
      const mine = turn.then(() => save(request)).catch((error: unknown) => refuseError(error, suggestedFileName(request.suggestedName)))
      turn = mine
      return mine
    },
    recentFiles: async () => {
      const looks = await Promise.all(recent.map((path) => disk.look(path).catch(() => null)))
      return { ok: true, value: recent.filter((_, index) => looks[index]?.kind === 'file').map(admit) }
    },
  }
}

import { createStore } from 'zustand/vanilla'
import { readWorkbook } from '#shared/document/file.ts'
import type { ReadResult } from '#shared/document/file.ts'
import type { Workbook } from '#shared/document/types.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { messages } from '#shared/messages/messages.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { openFileText, openWorkbookText, rememberFileText, setFile } from '#renderer/workspace/open.ts'
import { supplies, workspace } from '#renderer/workspace/store.ts'
import { browserFiles, download, readFile } from './browser-files.ts'
import { desktopFiles, readDesktopFile } from './desktop-files.ts'
import { backupName, fileName } from './file-kinds.ts'
import type { FileDoor, PickedFile } from './types.ts'

type Unreadable = { readonly name: string; readonly problems: Extract<ReadResult, { ok: false }>['problems'] }

/** What is wrong with the file that was opened last; null when nothing is. Shown by `UnreadableFile`. */
export const unreadable = createStore<{ readonly file: Unreadable | null }>(() => ({ file: null }))

export function dismissUnreadable(): void {
  unreadable.setState({ file: null })
}

let door: FileDoor | null = null

function files(): FileDoor {
  door ??= window.desktop === undefined ? browserFiles() : desktopFiles(window.desktop)
  return door
}

/** Asks for a workbook file and opens it. */
export function openFile(): Promise<void> {
  return orSay(async () => {
    const picked = await files().open()
    if (picked !== null) await openPicked(picked)
  }, messages.cannotReadFile)
}

/** Opens a file dropped on the window. */
export function openDropped(file: File): Promise<void> {
  return orSay(async () => openPicked(await readFile(file)), messages.cannotReadFile)
}

/** Opens a file the desktop was asked to open: by a double click, a second start, the recent list. */
export function openFromDesktop(token: string): Promise<void> {
  return orSay(async () => {
    if (window.desktop !== undefined) await openPicked(await readDesktopFile(window.desktop, token))
  }, messages.cannotReadFile)
}

type PickedWorkbook = { readonly name: string; readonly text: string; readonly workbook: Workbook }

/** Asks for a workbook file without opening it. Null when nobody chose one, and when it cannot be read, which is said. */
export async function pickWorkbook(): Promise<PickedWorkbook | null> {
  let found: PickedWorkbook | null = null
  await orSay(async () => {
    const picked = await files().open()
    if (picked === null) return
    const read = readWorkbook(picked.text, supplies().newId)
    const { text } = picked
    const name = picked.name.replace(/\.skytally$/u, '')
    if (read.ok) found = { name, text, workbook: { ...read.workbook, id: supplies().newId() } }
    else unreadable.setState({ file: { name: picked.name, problems: read.problems } })
  }, messages.cannotReadFile)
  return found
}

async function openPicked(picked: PickedFile): Promise<void> {
  const read = await openFileText(picked.text, { token: picked.token, name: picked.name, unsaved: false })
  if (!read.ok) unreadable.setState({ file: { name: picked.name, problems: read.problems } })
  else if (read.migratedFrom !== undefined) notify({ kind: 'info', message: messages.fileMigrated(picked.name) })
}

/** Writes the open workbook to its file, or asks where when it has none or `elsewhere` is asked for. */
export function saveFile(elsewhere = false): Promise<void> {
  return orSay(async () => {
    const { document, file } = workspace.getState()
    const text = openWorkbookText()
    if (document === null || text === null) return
    const token = elsewhere ? null : (file?.token ?? null)
    const saved = await files().save({ token, suggestedName: fileName(settingsOf(document).name), text })
    if (saved === null) return
    // An edit made while the file was being written is not in it.
    const unsaved = workspace.getState().document !== document
    if (workspace.getState().document?.id === document.id) setFile({ ...saved, unsaved })
    rememberFileText(document.id, text)
    notify({ kind: 'info', message: messages.fileSaved(saved.name) })
  }, messages.cannotWriteFile)
}

/** Puts a copy of the open workbook among the downloads, whatever else has failed. */
export function saveBackup(): void {
  const { workbook } = workspace.getState()
  const text = openWorkbookText()
  if (workbook === null || text === null) return
  const { name } = download(backupName(settingsOf(workbook).name, new Date()), text)
  notify({ kind: 'info', message: messages.backupSaved(name) })
}

async function orSay(work: () => Promise<void>, words: (fault: unknown) => { message: string; fix: string }): Promise<void> {
  try {
    await work()
  } catch (fault) {
    notify({ kind: 'fault', ...words(fault) })
  }
}

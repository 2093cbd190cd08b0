import { mostBytes, workbookFiles } from './file-kinds.ts'
import type { FileDoor, PickedFile } from './types.ts'

/** The File System Access API, as far as we use it; Chromium has it, other browsers do not. */
type FileHandle = {
  readonly name: string
  getFile(): Promise<File>
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>
}
type Pickers = {
  showOpenFilePicker(options: object): Promise<readonly FileHandle[]>
  showSaveFilePicker(options: object): Promise<FileHandle>
}

/** Files of the computer through the browser: written in place where it allows that, else as downloads. */
export function browserFiles(): FileDoor {
  const handles = new Map<string, FileHandle>()
  const remember = (handle: FileHandle): string => {
    const token = `handle-${String(handles.size + 1)}`
    handles.set(token, handle)
    return token
  }
  return {
    open: async () => {
      if (!hasPickers(window)) return openByInput()
      const [handle] = (await orCancelled(window.showOpenFilePicker({ types: [workbookFiles] }))) ?? []
      return handle === undefined ? null : { ...(await readFile(await handle.getFile())), token: remember(handle) }
    },
    save: async ({ token, suggestedName, text }) => {
      if (!hasPickers(window)) return download(suggestedName, text)
      const known = token === null ? undefined : handles.get(token)
      const handle = known ?? (await orCancelled(window.showSaveFilePicker({ suggestedName, types: [workbookFiles] })))
      if (handle === null) return null
      const stream = await handle.createWritable()
      await stream.write(text)
      await stream.close()
      return { token: known === undefined ? remember(handle) : token, name: handle.name }
    },
  }
}

/** Reads a file that was picked or dropped. Rejects, in words, when it is too large. */
export async function readFile(file: File): Promise<PickedFile> {
  if (file.size > mostBytes) throw new Error(`${file.name} is larger than 64 MB, which no workbook is`)
  return { token: null, name: file.name, text: await file.text() }
}

/** Hands a file to the browser's downloads. */
export function download(
  name: string,
  content: string | Uint8Array,
  type = 'application/json',
): { readonly token: null; readonly name: string } {
  // A view of shared memory would be refused; ours never is one.
  const part = typeof content === 'string' ? content : new Uint8Array(content)
  const address = URL.createObjectURL(new Blob([part], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has taken its own hold of the blob by the next turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
  return { token: null, name }
}

function hasPickers(of: object): of is Pickers {
  return 'showOpenFilePicker' in of && 'showSaveFilePicker' in of
}

/** A picker that is closed without a choice rejects with AbortError: that is an answer, not a failure. */
async function orCancelled<T>(picked: Promise<T>): Promise<T | null> {
  try {
    return await picked
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') return null
    throw fault
  }
}

function openByInput(): Promise<PickedFile | null> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = workbookFiles.accept['application/json'].join(',')
    input.addEventListener('cancel', () => resolve(null))
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file === undefined) resolve(null)
      else readFile(file).then(resolve, reject)
    })
    input.click()
  })
}

import { openOpfsJournal, type JournalFile, type JournalFolder, type OpfsJournal } from './opfs-journal.ts'
import type { OpfsAnswer, OpfsRequest } from './opfs-place.ts'

/** Runs in a worker of its own: only there the browser gives files that can be flushed. */

const FOLDER = 'skytally-journal'

/** As in the File System Standard; TypeScript has it in the worker's library only. */
type SyncAccessHandle = {
  getSize(): number
  read(into: Uint8Array, options: { readonly at: number }): number
  write(bytes: Uint8Array, options: { readonly at: number }): number
  truncate(size: number): void
  flush(): void
  close(): void
}
type SyncFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccessHandle> }

function canSync(handle: FileSystemFileHandle): handle is SyncFileHandle {
  return 'createSyncAccessHandle' in handle
}

async function browserFolder(): Promise<JournalFolder> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(FOLDER, { create: true })
  return {
    names: async () => {
      const names: string[] = []
      for await (const name of folder.keys()) names.push(name)
      return names
    },
    hold: async (name) => {
      const handle = await folder.getFileHandle(name, { create: true })
      if (!canSync(handle)) throw new DOMException('this browser gives no files that can be flushed', 'NotSupportedError')
      return journalFile(await handle.createSyncAccessHandle())
    },
    look: async (name) => {
      const handle = await found(folder.getFileHandle(name))
      return handle ? new Uint8Array(await (await handle.getFile()).arrayBuffer()) : new Uint8Array()
    },
    remove: async (name) => void (await found(folder.removeEntry(name))),
  }
}

function journalFile(handle: SyncAccessHandle): JournalFile {
  return {
    size: () => handle.getSize(),
    read: (into, at) => void handle.read(into, { at }),
    write: (bytes, at) => handle.write(bytes, { at }),
    truncate: (size) => handle.truncate(size),
    flush: () => handle.flush(),
    close: () => handle.close(),
  }
}

async function found<T>(looking: Promise<T>): Promise<T | null> {
  try {
    return await looking
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null
    throw error
  }
}

let journal: Promise<OpfsJournal> | null = null
let turn: Promise<unknown> = Promise.resolve()

/** A folder that could not be opened is tried anew at the next question. */
function opened(): Promise<OpfsJournal> {
  journal ??= browserFolder()
    .then(openOpfsJournal)
    .catch((error: unknown) => {
      journal = null
      throw error
    })
  return journal
}

async function answer(request: OpfsRequest): Promise<OpfsAnswer> {
  const open = await opened()
  const { id, act } = request
  if (act === 'lasts') return { id, ok: true, lasts: await open.lasts() }
  if (act === 'read') return { id, ok: true, records: await open.read(request.name) }
  if (act === 'forget') await open.forget(request.name)
  if (act === 'release') await open.release(request.name)
  if (act === 'append') await open.append(request.record)
  if (act === 'checkpoint') await open.checkpoint(request.record)
  return { id, ok: true }
}

function refusal(id: number, cause: unknown): OpfsAnswer {
  return {
    id,
    ok: false,
    error: cause instanceof Error ? { name: cause.name, message: cause.message } : { name: 'Error', message: String(cause) },
  }
}

addEventListener('message', ({ data }: MessageEvent<OpfsRequest>) => {
  const mine = turn.then(() => answer(data)).catch((cause: unknown) => refusal(data.id, cause))
  turn = mine.then(postMessage)
})

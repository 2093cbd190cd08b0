import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore as FakeObjectStore } from 'fake-indexeddb'
import { Dexie } from 'dexie'
import type { Canary, JournalRecord } from '#shared/desktop.ts'
import type { Change } from '#shared/document/change.ts'
import type { Workbook } from '#shared/document/types.ts'
import { openDatabase, type Database } from '#renderer/storage/database.ts'
import type { SecondPlace } from '#renderer/storage/second-place.ts'
import { startStorage } from '#renderer/storage/storage.ts'
import type { Storage } from '#renderer/storage/types.ts'
import type { Windows } from '#renderer/storage/windows.ts'

/** Decides for every write of the second place, counted from 1, whether it fails. */
export type Failing = { fails: (write: number) => boolean; writes: number }

/** What a fake disk holds; it outlives the window that writes to it. */
export type Disk = { readonly journals: Map<string, JournalRecord[]>; canary: Canary | null; readonly failing: Failing }

export function newDisk(): Disk {
  return { journals: new Map(), canary: null, failing: { fails: () => false, writes: 0 } }
}

export function placeOn(disk: Disk): SecondPlace {
  const write = async (act: () => void): Promise<void> => {
    await Promise.resolve()
    disk.failing.writes += 1
    if (disk.failing.fails(disk.failing.writes)) throw new DOMException('the disk is full', 'QuotaExceededError')
    act()
  }
  return {
    append: (record) => write(() => void disk.journals.set(record.workbook, [...(disk.journals.get(record.workbook) ?? []), record])),
    checkpoint: (record) => write(() => void disk.journals.set(record.workbook, [record])),
    forget: (workbook) => write(() => void disk.journals.delete(workbook)),
    canaryWrite: (canary) =>
      write(() => {
        disk.canary = canary
      }),
    read: async (workbook) => disk.journals.get(workbook) ?? [],
    list: async () =>
      [...disk.journals].flatMap(([workbook, records]) => (records.at(-1) ? [{ workbook, revision: records.at(-1)?.revision ?? 0 }] : [])),
    release: async () => {},
    canaryRead: async () => disk.canary,
  }
}

/** Windows of one browser: locks and messages between those made from the same set. */
export function windowsOf(shared: {
  readonly locks: Set<string>
  readonly listeners: Set<(id: string, from: object) => void>
}): Windows & { close(): void } {
  const mine = new Set<string>()
  const self = {}
  return {
    locks: true,
    hold: async (name) => {
      if (shared.locks.has(name)) return null
      shared.locks.add(name)
      mine.add(name)
      return () => {
        shared.locks.delete(name)
        mine.delete(name)
      }
    },
    alone: (_name, work) => work(),
    tell: (id) => shared.listeners.forEach((listener) => listener(id, self)),
    onTold: (listener) =>
      shared.listeners.add((id, from) => {
        if (from !== self) listener(id)
      }),
    close: () => mine.forEach((name) => shared.locks.delete(name)),
  }
}

/** The put of an object store, failing at the calls chosen; counted from 1. */
export function failPuts(failing: Failing): () => void {
  const put: (value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey> = Reflect.get(FakeObjectStore.prototype, 'put')
  FakeObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    failing.writes += 1
    if (failing.fails(failing.writes)) throw new DOMException('no room', 'QuotaExceededError')
    return put.call(this, value, key)
  }
  return () => {
    FakeObjectStore.prototype.put = put
  }
}

/** A fresh browser: no database at all. */
export function newBrowser(): void {
  const factory = new IDBFactory()
  globalThis.indexedDB = factory
  Dexie.dependencies.indexedDB = factory
}

let ids = 0
export function newId(): string {
  return `id-${(ids += 1)}`
}

let time = 0
export function now(): string {
  return new Date((time += 1000)).toISOString()
}

export type Window = { readonly storage: Storage; readonly database: Database; readonly close: () => void; readonly upgrade: EventTarget }

export const DATABASE = 'skytally-test'

export async function openWindow(
  disk: Disk,
  windows: Windows & { close(): void } = windowsOf({ locks: new Set(), listeners: new Set() }),
): Promise<Window> {
  const upgrade = new EventTarget()
  const database = await openDatabase(DATABASE, () => upgrade.dispatchEvent(new Event('upgraded')))
  const storage = await startStorage({ database, place: placeOn(disk), windows, newId, now, weaker: null }, upgrade)
  return {
    storage,
    database,
    upgrade,
    close: () => {
      database.close()
      windows.close()
    },
  }
}

/** The change that sets the driver `n` to a value. */
export function setDriver(workbook: Workbook, value: number): Change {
  return {
    table: 'drivers',
    id: 'n',
    before: workbook.drivers.get('n') ?? null,
    after: { id: 'n', order: 1, name: 'n', value: String(value), unit: '' },
  }
}

export function driverOf(workbook: Workbook): number {
  return Number(workbook.drivers.get('n')?.value ?? 0)
}

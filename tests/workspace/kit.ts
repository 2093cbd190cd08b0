import { newWorkbook } from '#shared/document/empty.ts'
import type { Change } from '#shared/document/change.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { overlayBook } from '#pricing/catalog/overlay.ts'
import { services } from '#pricing/services/registry.ts'
import type { SaveStatus, Storage, ViewState, WorkbookSummary } from '#renderer/storage/types.ts'
import { openNew } from '#renderer/workspace/open.ts'
import { initialState, supply, workspace } from '#renderer/workspace/store.ts'

export type Saved = { readonly workbook: Workbook; readonly changes: readonly Change[]; readonly total: WorkbookSummary['total'] }

export type FakeStorage = Storage & {
  readonly saved: Saved[]
  readonly views: Map<Id, ViewState>
  /** Makes the next call of `create`, `open` or `flush` fail with these words. */
  failNext(words: string): void
}

/** Storage in memory: remembers what it was given. */
export function fakeStorage(): FakeStorage {
  const saved: Saved[] = []
  const views = new Map<Id, ViewState>()
  const kept = new Map<Id, Workbook>()
  let failure: string | null = null
  const attempt = () => {
    if (failure === null) return
    const words = failure
    failure = null
    throw new Error(words)
  }
  const status: SaveStatus = { state: 'saved', at: '2026-11-22T00:00:00Z' }
  return {
    saved,
    views,
    failNext: (words) => {
      failure = words
    },
    report: { kind: 'fine' },
    list: async () =>
      [...kept.values()].map((workbook) => ({
        id: workbook.id,
        name: 'kept',
        revision: 1,
        savedAt: '',
        rows: workbook.components.size,
        total: null,
      })),
    open: async (id) => {
      attempt()
      const workbook = kept.get(id)
      if (workbook === undefined) throw new Error('not kept')
      return {
        workbook,
        view: views.get(id) ?? null,
        total: saved.findLast((one) => one.workbook.id === id)?.total ?? null,
        revision: 1,
        replayed: 0,
      }
    },
    peek: async (id) => {
      const workbook = kept.get(id)
      if (workbook === undefined) throw new Error('not kept')
      return workbook
    },
    create: async (workbook) => {
      attempt()
      kept.set(workbook.id, workbook)
    },
    save: (workbook, changes, { total }) => {
      kept.set(workbook.id, workbook)
      saved.push({ workbook, changes, total })
    },
    saveView: (id, view) => {
      views.set(id, view)
    },
    remove: async (id) => {
      kept.delete(id)
    },
    flush: async () => attempt(),
    status: () => status,
    onStatus: () => () => undefined,
    onElsewhere: () => () => undefined,
  }
}

export function flat(id: string, monthly: string, more: Partial<Component> = {}): Component {
  return {
    id,
    order: 0,
    name: id,
    service: 'general.flat',
    region: '',
    group: '',
    environment: '',
    inputs: { monthly },
    purchase: [],
    prices: {},
    tags: {},
    note: '',
    ...more,
  }
}

export function workbookOf(components: readonly Component[]): Workbook {
  return {
    ...newWorkbook('book', 'Test', '2026-11-01'),
    components: new Map(components.map((one, at) => [one.id, { ...one, order: (at + 1) * 1024 }])),
  }
}

/** A fresh window on the real engine with this workbook open. */
export async function openWindow(workbook: Workbook): Promise<FakeStorage> {
  const storage = fakeStorage()
  const book = overlayBook(null, {})
  let next = 0
  workspace.setState(initialState(), true)
  supply({
    storage,
    newId: () => {
      next += 1
      return `made-${String(next)}`
    },
    today: () => '2026-11-22',
    calculate: (of, declared) => createCalculator(of, { book, services: declared }),
    servicesOf: () => services,
  })
  await openNew(workbook)
  storage.saved.length = 0
  return storage
}

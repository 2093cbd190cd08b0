import { apply } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Workbook } from '#shared/document/types.ts'
import { openStorage } from '#renderer/storage/storage.ts'
import type { Storage } from '#renderer/storage/types.ts'

/** The real storage in a real browser, without the rest of the program. The spec drives it through `kept`. */

let storage: Storage | null = null
let workbook: Workbook | null = null
const heard: unknown[] = []

function opened<T>(thing: T | null): T {
  if (thing === null) throw new Error('not opened yet')
  return thing
}

function value(): number {
  return Number(workbook?.drivers.get('n')?.value ?? -1)
}

/** The rows are there so that an object has the size of a real workbook. */
function fresh(id: string): Workbook {
  const component = (n: number) => ({
    id: `c${n}`,
    order: n,
    name: `Row ${n}`,
    service: 'aws.ec2',
    region: 'us-east-1',
    group: 'Serving',
    environment: 'prod',
    inputs: { size: 't3.medium', count: '4' },
    purchase: [],
    prices: {},
    tags: { team: 'ml' },
    note: '',
  })
  const driver = { id: 'n', order: 1, name: 'n', value: '0', unit: '' }
  return {
    ...newWorkbook(id, `Workbook ${id}`, '2026-11-01'),
    drivers: new Map([['n', driver]]),
    components: new Map(Array.from({ length: 100 }, (_, n) => [`c${n}`, component(n)])),
  }
}

function edit(): void {
  const before = opened(workbook).drivers.get('n') ?? null
  const changes = [
    { table: 'drivers' as const, id: 'n', before, after: { id: 'n', order: 1, name: 'n', value: String(value() + 1), unit: '' } },
  ]
  workbook = apply(opened(workbook), changes)
  opened(storage).save(workbook, changes, { total: { monthly: value(), currency: 'USD', unknown: 0 } })
}

const acts = {
  start: async () => {
    storage = await openStorage({ desktop: undefined, newId: () => crypto.randomUUID(), now: () => new Date().toISOString() })
    storage.onElsewhere((what, id) => heard.push([what, id]))
    return { report: storage.report, list: await storage.list(), status: storage.status() }
  },
  create: async (id: string) => {
    workbook = fresh(id)
    await opened(storage).create(workbook)
  },
  open: async (id: string) => {
    const found = await opened(storage).open(id)
    workbook = found.workbook
    return { value: value(), revision: found.revision, replayed: found.replayed, rows: workbook.components.size }
  },
  /** The code of what `open` was refused with, or null. */
  refusedToOpen: async (id: string) => {
    try {
      await opened(storage).open(id)
      return null
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : String(error)
    }
  },
  edit,
  value,
  remove: (id: string) => opened(storage).remove(id),
  flush: () => opened(storage).flush(),
  status: () => opened(storage).status(),
  heard: () => heard,
  /** Edits for ever; tells the server each value once storage has said that it is kept. */
  pump: async () => {
    for (;;) {
      edit()
      await opened(storage).flush()
      void fetch(`/acknowledged?value=${value()}`, { method: 'POST' })
    }
  },
}

declare global {
  /** What the specs drive, in the page. */
  var kept: typeof acts
}
globalThis.kept = acts

import { apply } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import { toSnapshot } from '#shared/document/snapshot.ts'
import type { Workbook } from '#shared/document/types.ts'
import { opfsPlace } from '#renderer/storage/opfs-place.ts'
import { openStorage } from '#renderer/storage/storage.ts'

/** In the page: the real storage beside a bare put of the same object, edit by edit, so that both meet the same machine. */

/** Milliseconds of each round. */
export type StorageTimes = { readonly bare: readonly number[]; readonly ours: readonly number[]; readonly journal: readonly number[] }

function workbookOf(rows: number): Workbook {
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
  return {
    ...newWorkbook('bench', 'Bench', '2026-11-01'),
    drivers: new Map([['n', { id: 'n', order: 1, name: 'n', value: '0', unit: '' }]]),
    components: new Map(Array.from({ length: rows }, (_, n) => [`c${n}`, component(n)])),
  }
}

function bareStore(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('bare', 1)
    asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore('workbooks', { keyPath: 'id' }))
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(new Error('the bare store cannot be opened')))
  })
}

/** One object, one transaction, on disk when it resolves: the least an edit can cost. */
function barePut(database: IDBDatabase, workbook: Workbook): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('workbooks', 'readwrite', { durability: 'strict' })
    transaction.objectStore('workbooks').put(toSnapshot(workbook))
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(new Error('the bare put was aborted')))
  })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** An acknowledged edit, a bare put and a bare journal record in turn, `rounds` times after a quarter as many to warm up. */
async function measure(rows: number, rounds: number): Promise<StorageTimes> {
  const storage = await openStorage({ desktop: undefined, newId: () => crypto.randomUUID(), now: () => new Date().toISOString() })
  const bare = await bareStore()
  const place = await opfsPlace()
  let workbook = workbookOf(rows)
  await storage.create(workbook)
  const times = { bare: [] as number[], ours: [] as number[], journal: [] as number[] }
  const warm = Math.ceil(rounds / 4)
  for (let round = -warm; round < rounds; round += 1) {
    const before = workbook.drivers.get('n') ?? null
    const after = { id: 'n', order: 1, name: 'n', value: String(round), unit: '' }
    const changes = [{ table: 'drivers' as const, id: 'n', before, after }]
    workbook = apply(workbook, changes)
    const ours = await timed(() => {
      storage.save(workbook, changes, { total: { monthly: round, currency: 'USD', unknown: 0 } })
      return storage.flush()
    })
    const put = await timed(() => barePut(bare, workbook))
    const journal = await timed(async () =>
      place?.append({ workbook: 'beside', revision: round + warm + 1, json: JSON.stringify(changes) }),
    )
    if (round < 0) continue
    times.ours.push(ours)
    times.bare.push(put)
    times.journal.push(journal)
  }
  return times
}

declare global {
  /** What the bench drives, in the page. */
  var measureStorage: typeof measure
}
globalThis.measureStorage = measure

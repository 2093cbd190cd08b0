import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addScenario } from '#shared/commands/scenarios.ts'
import { renameWorkbook, setAdjustments, setPriceBook } from '#shared/commands/settings.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { bookInfo } from '#pricing/catalog/info.ts'
import { importPrices } from '#pricing/catalog/import/import.ts'
import type { BookInfo, ImportedBook } from '#pricing/catalog/library.ts'
import { services } from '#pricing/services/registry.ts'
import type { BookShelf } from '#renderer/storage/books.ts'
import { bookFor, fetchBookOf, followBook, keepBook, openBookOf, removeBook, stockBooks } from '#renderer/workspace/books.ts'
import { edit, showScenario, undo } from '#renderer/workspace/edit.ts'
import { openNew } from '#renderer/workspace/open.ts'
import { priceAnew } from '#renderer/workspace/price-anew.ts'
import { initialState, supply, workspace } from '#renderer/workspace/store.ts'
import { bundledBook, bundledBytes } from '#tests/catalog/bundled.ts'
import { fakeStorage, flat, workbookOf } from './kit.ts'

/** A shelf in memory. */
function shelf(): BookShelf {
  const kept = new Map<string, { info: BookInfo; bytes: Uint8Array }>()
  return {
    list: async () => [...kept.values()].map(({ info }) => info),
    read: async (id) => kept.get(id)?.bytes ?? null,
    keep: async ({ info, bytes }) => void kept.set(info.id, { info, bytes }),
    remove: async (id) => void kept.delete(id),
    parts: { read: async () => null, write: async () => undefined, clear: async () => undefined },
  }
}

const vm = flat('web', '', { service: 'aws.ec2', region: 'us-east-1', inputs: { size: 't3.medium' } })
const monthly = () => workspace.getState().calculator?.row('web').monthly

/** A book in which a t3.medium costs 0.05 an hour. */
async function dearer(id: string): Promise<ImportedBook> {
  const text = 'cloud,size,region,on-demand,currency\naws,t3.medium,us-east-1,0.05,USD\n'
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text)
  }
  const options = { id, asOf: '2026-12-01', source: 'import' as const, base: null, machines: bundledBytes() }
  const made = await importPrices([{ name: 'list.csv', size: null, format: 'csv', bytes: bytes() }], options, () => undefined, {
    aborted: false,
  })
  if ('refused' in made) throw new Error(made.message)
  return made
}

let stop = () => undefined as void
let kept: BookShelf

beforeEach(() => {
  const bytes = bundledBytes()
  kept = shelf()
  stockBooks({ bundled: { book: bundledBook(), bytes, info: () => bookInfo(bytes) }, shelf: kept })
  workspace.setState({ ...initialState(), services }, true)
  let next = 0
  supply({
    storage: fakeStorage(),
    newId: () => `made-${String((next += 1))}`,
    today: () => '2026-11-22',
    calculate: (workbook, declared) => createCalculator(workbook, { book: bookFor(workbook), services: declared }),
    servicesOf: () => services,
  })
  stop = followBook(priceAnew)
})
afterEach(() => stop())

describe('the price book of a workbook', () => {
  it('is the one it names, and switching is one edit that can be taken back', async () => {
    await openNew(workbookOf([vm]))
    expect(monthly()).toBeCloseTo(0.0416 * 730, 9)
    await keepBook(await dearer('dearer'))
    expect(edit(setPriceBook, { id: 'dearer' })).toBeNull()
    expect(monthly()).toBeCloseTo(0.05 * 730, 9)
    expect(workspace.getState().book?.id).toBe('dearer')
    undo()
    expect(monthly()).toBeCloseTo(0.0416 * 730, 9)
    expect(workspace.getState().book?.id).toBe('bundled-2026-11')
  })

  it('is the book of its scenarios too, of those with discounts of their own as of the others, and is opened for them', async () => {
    await openNew(workbookOf([vm]))
    await keepBook(await dearer('dearer'))
    edit(addScenario, { id: 's', parent: null })
    showScenario('s')
    edit(setAdjustments, { adjustments: [{ match: 'aws.*', percent: -10, note: '' }] })
    expect(edit(setPriceBook, { id: 'dearer' })).toBeNull()
    expect(monthly()).toBeCloseTo(0.05 * 730 * 0.9, 9)
    showScenario(null)
    expect(monthly()).toBeCloseTo(0.05 * 730, 9)
    // As in a file in which only the scenario names the book.
    const document = workspace.getState().document!
    const bundled = { ...document, settings: workbookOf([]).settings }
    stockBooks({ bundled: { book: bundledBook(), bytes: bundledBytes(), info: () => bookInfo(bundledBytes()) }, shelf: kept })
    await openNew({ ...bundled, id: 'again' })
    showScenario('s')
    expect(monthly()).toBeCloseTo(0.05 * 730 * 0.9, 9)
  })

  it('is opened for an edit that goes back to it, and is said to be missing once', async () => {
    await openNew(workbookOf([vm]))
    await kept.keep(await dearer('dearer'))
    edit(setPriceBook, { id: 'dearer' })
    await vi.waitFor(() => expect(monthly()).toBeCloseTo(0.05 * 730, 9))
    expect(workspace.getState().notices).toEqual([])
    edit(setPriceBook, { id: 'nowhere' })
    await vi.waitFor(() => expect(workspace.getState().notices.at(-1)?.message).toContain('“nowhere”'))
    workspace.setState({ notices: [] })
    edit(renameWorkbook, { name: 'B' })
    await Promise.resolve()
    expect(workspace.getState().notices).toEqual([])
  })

  it('that is not here leaves every price unknown and says so; nothing is priced with another one', async () => {
    const workbook = workbookOf([vm])
    const settings = { ...workbook.settings.get('settings')!, priceBook: { id: 'elsewhere', adjustments: [] } }
    await openNew({ ...workbook, settings: new Map([['settings', settings]]) })
    const { calculator, notices, book } = workspace.getState()
    expect(calculator?.total()).toMatchObject({ monthly: 0, unknown: 1 })
    expect(book).toMatchObject({ id: 'elsewhere', count: 0 })
    expect(notices.at(-1)?.message).toContain('“elsewhere”, which is not on this machine')
  })

  it('is opened from the shelf when a workbook needs it', async () => {
    await keepBook(await dearer('kept'))
    const workbook = workbookOf([vm])
    const settings = { ...workbook.settings.get('settings')!, priceBook: { id: 'kept', adjustments: [] } }
    await fetchBookOf({ ...workbook, settings: new Map([['settings', settings]]) })
    expect((await openBookOf('kept'))?.asOf).toBe('2026-12-01')
    await removeBook('kept')
    expect(await openBookOf('kept')).toBeNull()
  })
})

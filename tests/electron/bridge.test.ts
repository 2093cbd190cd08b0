import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedHandlers } from '#electron/bridge/handlers.ts'
import { canaryFile } from '#electron/canary.ts'
import { nodeDisk } from '#electron/disk/nodeDisk.ts'
import { refuseError } from '#electron/messages.ts'
import type { DesktopActs, DesktopResult } from '#shared/desktop.ts'

const called: string[] = []
const note = (act: string): Promise<DesktopResult<null>> => {
  called.push(act)
  return Promise.resolve({ ok: true, value: null })
}
const nothing =
  <T>(act: string, value: T) =>
  async (): Promise<DesktopResult<T>> => {
    called.push(act)
    return { ok: true, value }
  }
const acts: DesktopActs = {
  openFile: nothing('openFile', null),
  readFile: async () => {
    throw Object.assign(new Error('disk'), { code: 'EIO' })
  },
  saveFile: nothing('saveFile', null),
  saveExport: nothing('saveExport', null),
  savePdf: nothing('savePdf', null),
  recentFiles: nothing('recentFiles', []),
  journalAppend: () => note('journalAppend'),
  journalRead: nothing('journalRead', []),
  journalCheckpoint: () => note('journalCheckpoint'),
  journalList: nothing('journalList', []),
  journalForget: () => note('journalForget'),
  canaryRead: nothing('canaryRead', null),
  canaryWrite: () => note('canaryWrite'),
  setDocument: () => note('setDocument'),
  setTheme: () => note('setTheme'),
  openExternal: () => note('openExternal'),
  priceAsk: nothing('priceAsk', { name: 'a', status: 200, headers: {} }),
  priceRead: nothing('priceRead', null),
  priceEnd: () => note('priceEnd'),
  closeReady: () => note('closeReady'),
}
const handlers = checkedHandlers(acts)

const good = {
  openFile: [],
  recentFiles: [],
  journalList: [],
  canaryRead: [],
  closeReady: [],
  saveFile: [{ token: null, suggestedName: 'x', text: '' }],
  saveExport: [{ suggestedName: 'x', extension: 'xlsx', bytes: new Uint8Array(3) }],
  savePdf: [{ suggestedName: 'x', html: '<p>' }],
  journalAppend: [{ workbook: 'w', revision: 0, json: '[]' }],
  journalRead: ['w'],
  journalCheckpoint: [{ workbook: 'w', revision: 3, json: '{}' }],
  journalForget: ['w'],
  canaryWrite: [{ storeId: 's', revision: 1, workbooks: ['w'] }],
  setDocument: [{ name: 'x', unsaved: true }],
  setTheme: ['dark'],
  openExternal: ['https://aws.amazon.com/'],
  priceAsk: [{ url: 'https://prices.azure.com/api/retail/prices', headers: { range: 'bytes=5-' } }],
  priceRead: ['a'],
  priceEnd: ['a'],
} satisfies Record<Exclude<keyof DesktopActs, 'readFile'>, readonly unknown[]>

describe('the handlers of the bridge', () => {
  it('let well-formed requests through', async () => {
    called.length = 0
    const names = Object.keys(good)
    const wellFormed = Object.entries(handlers).filter(([name]) => name in good)
    for (const [name, handler] of wellFormed) expect(await handler(Reflect.get(good, name))).toMatchObject({ ok: true })
    expect(called.toSorted()).toEqual(names.toSorted())
  })

  it.each([
    ['saveFile', [{ token: null, suggestedName: 'x', text: '', path: '/etc/passwd' }]],
    ['saveFile', [{ token: null, suggestedName: 'x' }]],
    ['saveExport', [{ suggestedName: 'x', extension: '../sh', bytes: new Uint8Array(3) }]],
    ['saveExport', [{ suggestedName: 'x', extension: 'csv', bytes: 'text' }]],
    ['savePdf', [{ suggestedName: 'x', html: '', url: 'https://example.com' }]],
    ['saveFile', ['/etc/passwd', 'text']],
    ['readFile', [['a']]],
    ['readFile', ['x'.repeat(101)]],
    ['journalAppend', [{ workbook: '', revision: 1, json: '' }]],
    ['journalAppend', [{ workbook: 'ä'.repeat(51), revision: 1, json: '' }]],
    ['journalAppend', [{ workbook: '\ud800', revision: 1, json: '' }]],
    ['journalAppend', [{ workbook: 'w', revision: -1, json: '' }]],
    ['journalAppend', [{ workbook: 'w', revision: 1.5, json: '' }]],
    ['journalAppend', [{ workbook: 'w', revision: Number.NaN, json: '' }]],
    ['canaryWrite', [{ storeId: 's', revision: 1 }]],
    ['setTheme', ['blue']],
    ['openFile', ['surplus']],
    ['priceAsk', ['https://prices.azure.com/api/retail/prices']],
    ['priceAsk', [{ url: 'x'.repeat(4001), headers: {} }]],
    ['priceAsk', [{ url: 'x', headers: { a: 1 } }]],
    ['priceRead', ['']],
    ['closeReady', [{}]],
  ] as const)('refuse a malformed %s without calling it: %j', async (name, given) => {
    called.length = 0
    expect(await handlers[name](given)).toMatchObject({ ok: false, code: 'bad-request' })
    expect(called).toEqual([])
  })

  it('answer anything at all with a result, never with a rejection', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.values(handlers)), fc.array(fc.anything()), async (handler, given) => {
        expect(await handler(given)).toHaveProperty('ok')
      }),
      { numRuns: 500 },
    )
  })

  it('turn a failure of the disk into a sentence that says what to do', async () => {
    expect(await handlers.readFile(['token'])).toMatchObject({ ok: false, code: 'disk-error', message: expect.stringMatching(/check/i) })
    expect(refuseError(Object.assign(new Error(), { code: 'ENOSPC' }), 'x.skytally')).toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('x.skytally'),
    })
    expect(refuseError(new TypeError('unforeseen'), 'x')).toMatchObject({ code: 'failed' })
  })
})

describe('canaryFile', () => {
  it('keeps the last state, tells nothing-yet from damaged', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'skytally-canary-'))
    const file = path.join(folder, 'canary.json')
    const canary = canaryFile(nodeDisk, file)
    expect(await canary.read()).toBeNull()
    const states = [1, 2, 3].map((revision) => ({ storeId: 's', revision, workbooks: ['a'] }))
    await Promise.all(states.map((state) => canary.write(state)))
    expect(await canaryFile(nodeDisk, file).read()).toEqual(states[2])
    for (const damage of ['', '{"storeId":"s"', '{"storeId":"s","revision":1}']) {
      writeFileSync(file, damage)
      await expect(canary.read()).rejects.toMatchObject({ code: 'CANARY_DAMAGED' })
    }
    rmSync(folder, { recursive: true })
  })
})

import { expect, test } from '@playwright/test'
import { launch, newProfile, openSite, type Running, type Site } from './browser.ts'

let site: Site
let running: Running
let profile: ReturnType<typeof newProfile>

test.beforeAll(async () => {
  site = await openSite('windows')
})
test.afterAll(() => site.close())
test.beforeEach(async () => {
  profile = newProfile()
  running = await launch(profile.folder, site.address)
})
test.afterEach(async () => {
  await running.kill()
  profile.remove()
})

test('a workbook is written by one window at a time, and is free again when that window is closed', async () => {
  const first = running.page
  await first.evaluate(() => kept.start())
  await first.evaluate(() => kept.create('w'))
  const second = await running.newPage()
  await second.evaluate(() => kept.start())
  expect(await second.evaluate(() => kept.refusedToOpen('w'))).toBe('open-elsewhere')
  await first.evaluate(() => kept.edit())
  await first.evaluate(() => kept.flush())
  await expect.poll(() => second.evaluate(() => kept.heard())).toContainEqual(['changed', 'w'])
  await first.close()
  expect(await second.evaluate(() => kept.open('w'))).toMatchObject({ value: 1 })
  await second.evaluate(() => kept.edit())
  await second.evaluate(() => kept.flush())
  expect(await second.evaluate(() => kept.status())).toMatchObject({ state: 'saved' })
})

test('a window that goes on to another workbook leaves the first to others', async () => {
  const first = running.page
  await first.evaluate(() => kept.start())
  await first.evaluate(() => kept.create('w'))
  await first.evaluate(() => kept.create('v'))
  const second = await running.newPage()
  await second.evaluate(() => kept.start())
  expect(await second.evaluate(() => kept.open('w'))).toMatchObject({ value: 0 })
  for (const page of [first, second]) await page.evaluate(() => kept.edit())
  for (const page of [first, second]) await page.evaluate(() => kept.flush())
  expect([await first.evaluate(() => kept.value()), await second.evaluate(() => kept.value())]).toEqual([1, 1])
})

test('a page loaded again opens the workbook it had', async () => {
  const { page } = running
  await page.evaluate(() => kept.start())
  await page.evaluate(() => kept.create('w'))
  await page.evaluate(() => kept.edit())
  await page.evaluate(() => kept.flush())
  await page.reload()
  await page.waitForFunction(() => 'kept' in globalThis)
  await page.evaluate(() => kept.start())
  expect(await page.evaluate(() => kept.open('w'))).toMatchObject({ value: 1 })
})

test('an older window writes nothing after a newer program has upgraded the database', async () => {
  const { page } = running
  await page.evaluate(() => kept.start())
  await page.evaluate(() => kept.create('w'))
  const other = await running.newPage()
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open('skytally', 20)
        asked.addEventListener('success', () => {
          asked.result.close()
          resolve()
        })
        asked.addEventListener('error', () => reject(new Error('not upgraded')))
      }),
  )
  await expect.poll(() => page.evaluate(() => kept.heard())).toContainEqual(['upgraded', null])
  await page.evaluate(() => kept.edit())
  await expect(page.evaluate(() => kept.flush())).rejects.toThrow(/newer Skytally/)
  expect(await page.evaluate(() => kept.status())).toMatchObject({ state: 'failed' })
  await expect(other.evaluate(() => kept.start())).rejects.toThrow(/newer Skytally/)
})

/** A put that fails at the k-th call, as the browser has it: by an exception, or by the whole transaction being aborted. */
const FAULTS = ['throws', 'aborts'] as const

for (const fault of FAULTS) {
  test(`an edit is kept though the k-th put of the database ${fault}, for every k`, async () => {
    const { page } = running
    await page.evaluate(() => kept.start())
    await page.evaluate(() => kept.create('w'))
    for (let k = 1; k <= 4; k++) {
      const expected = (await page.evaluate(() => kept.value())) + 1
      await page.evaluate(
        ([at, how]) => {
          const put: (value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey> = Reflect.get(IDBObjectStore.prototype, 'put')
          let calls = 0
          IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
            calls += 1
            if (calls < at) return put.call(this, value, key)
            IDBObjectStore.prototype.put = put
            if (how === 'throws') throw new DOMException('no room', 'QuotaExceededError')
            const request = put.call(this, value, key)
            this.transaction.abort()
            return request
          }
        },
        [k, fault] as const,
      )
      await page.evaluate(() => kept.edit())
      const first = await page
        .evaluate(() => kept.flush())
        .then(
          () => 'kept',
          () => 'failed',
        )
      // Two puts make an edit: the list's line and the workbook.
      expect(first).toBe(k <= 2 ? 'failed' : 'kept')
      if (first === 'failed')
        expect(await page.evaluate(() => kept.status())).toMatchObject({ state: 'failed', fix: expect.stringContaining('backup file') })
      await expect.poll(() => page.evaluate(() => kept.status())).toMatchObject({ state: 'saved' })
      const other = await running.newPage()
      const stored = await other.evaluate(
        () =>
          new Promise<unknown>((resolve) => {
            const asked = indexedDB.open('skytally')
            asked.addEventListener('success', () => {
              const got = asked.result.transaction('summaries').objectStore('summaries').get('w')
              got.addEventListener('success', () => {
                asked.result.close()
                resolve(got.result.total.monthly)
              })
            })
          }),
      )
      await other.close()
      expect(stored).toBe(expected)
      // What is left of the patch counts on in the next edit otherwise.
      await page.reload()
      await page.waitForFunction(() => 'kept' in globalThis)
      await page.evaluate(() => kept.start())
      expect(await page.evaluate(() => kept.open('w'))).toMatchObject({ value: expected })
    }
  })
}

import { appendFile, readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { ended, expect, firstPage, test } from './launch.ts'

const journalFolder = (userData: string): string => path.join(userData, 'kept', 'journal')

test('the journal gives back what was appended, checkpoints, lists and forgets', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const { desktop } = window
    const record = (workbook: string, revision: number) => ({ workbook, revision, json: JSON.stringify({ revision }) })
    for (const revision of [1, 2, 3]) await desktop.journalAppend(record('one', revision))
    await desktop.journalAppend(record('two', 7))
    const read = await desktop.journalRead('one')
    await desktop.journalCheckpoint(record('one', 4))
    await desktop.journalAppend(record('one', 5))
    const after = await desktop.journalRead('one')
    const list = await desktop.journalList()
    await desktop.journalForget('two')
    return { read, after, list, forgotten: await desktop.journalRead('two') }
  })
  const record = (revision: number) => ({ workbook: 'one', revision, json: JSON.stringify({ revision }) })
  expect(seen.read).toEqual({ ok: true, value: [1, 2, 3].map(record) })
  expect(seen.after).toEqual({ ok: true, value: [4, 5].map(record) })
  expect(seen.list).toEqual({
    ok: true,
    value: [
      { workbook: 'one', revision: 5 },
      { workbook: 'two', revision: 7 },
    ],
  })
  expect(seen.forgotten).toEqual({ ok: true, value: [] })
})

test('kill -9 while edits are journalled loses nothing acknowledged, also two starts later', async ({ launch }) => {
  test.setTimeout(150_000)
  let acknowledged = 0
  const counts: number[] = []
  for (let round = 0; round < 6; round++) {
    const shell = await launch()
    const page = await firstPage(shell)
    const found = await page.evaluate(async () => {
      const read = await window.desktop.journalRead('w')
      return read.ok ? read.value.map((one) => one.revision) : null
    })
    expect(found?.at(-1) ?? 0, `start ${round}`).toBeGreaterThanOrEqual(acknowledged)
    const first = found?.[0] ?? 1
    expect(found).toEqual(found?.map((_, index) => first + index))
    acknowledged = found?.at(-1) ?? 0
    const before = acknowledged
    await page.exposeFunction('acknowledge', (revision: number) => {
      acknowledged = Math.max(acknowledged, revision)
    })
    void page
      .evaluate(async (from) => {
        const acknowledge: (revision: number) => void = Reflect.get(window, 'acknowledge')
        const append = async (revision: number): Promise<void> => {
          const record = { workbook: 'w', revision, json: JSON.stringify({ revision, filler: 'ä'.repeat(revision % 900) }) }
          const answer = await (revision % 97 === 0 ? window.desktop.journalCheckpoint(record) : window.desktop.journalAppend(record))
          if (answer.ok) acknowledge(revision)
        }
        for (let revision = from; ; revision += 4) await Promise.all([0, 1, 2, 3].map((step) => append(revision + step)))
      }, before + 1)
      .catch(() => undefined)
    await expect.poll(() => acknowledged).toBeGreaterThan(before)
    await page.waitForTimeout(150 + 70 * round)
    const child = shell.process()
    child.kill('SIGKILL')
    await ended(child)
    counts.push(acknowledged - before)
  }
  expect(Math.min(...counts)).toBeGreaterThan(0)
  console.log(`acknowledged before each kill: ${counts.join(', ')}`)
})

test('replay stops at the first bad record, and work goes on after it', async ({ launch, userData }) => {
  const first = await launch()
  await (await firstPage(first)).evaluate(() => window.desktop.journalAppend({ workbook: 'w', revision: 1, json: '{}' }))
  await first.close()
  const name = (await readdir(journalFolder(userData)))[0] ?? ''
  const file = path.join(journalFolder(userData), name)
  await appendFile(file, Buffer.concat([Buffer.from([40, 0, 0, 0, 1, 2, 3, 4]), Buffer.from('torn')]))
  const second = await launch()
  const page = await firstPage(second)
  const revisions = () =>
    page.evaluate(async () => {
      const read = await window.desktop.journalRead('w')
      return read.ok ? read.value.map((one) => one.revision) : read.code
    })
  expect(await revisions()).toEqual([1])
  await page.evaluate(() => window.desktop.journalAppend({ workbook: 'w', revision: 2, json: '{}' }))
  expect(await revisions()).toEqual([1, 2])
  expect((await readFile(file, 'latin1')).includes('torn')).toBe(false)
})

test('the canary survives kill -9, and a start after one repairs the database’s torn log before the page opens it', async ({
  launch,
  userData,
}) => {
  const first = await launch()
  const page = await firstPage(first)
  const canary = { storeId: 'store', revision: 41, workbooks: ['a', 'b'] }
  expect(await page.evaluate(() => window.desktop.canaryRead())).toEqual({ ok: true, value: null })
  await page.evaluate((state) => window.desktop.canaryWrite(state), canary)
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open('test', 1)
        open.onupgradeneeded = () => open.result.createObjectStore('things')
        open.onsuccess = () => {
          const write = open.result.transaction('things', 'readwrite', { durability: 'strict' })
          for (let key = 0; key < 50; key++) write.objectStore('things').put(`value ${key}`, key)
          write.oncomplete = () => resolve()
        }
      }),
  )
  const databases = await first.evaluate(({ app }) => app.getPath('sessionData'))
  const child = first.process()
  child.kill('SIGKILL')
  await ended(child)
  const log = await newestLog(path.join(databases, 'IndexedDB'))
  const whole = await readFile(log)
  // A header that promises more than follows: what a killed LevelDB leaves.
  await appendFile(log, Buffer.from([1, 2, 3, 4, 67, 0, 1]))

  const second = await launch()
  const next = await firstPage(second)
  expect(await next.evaluate(() => window.desktop.canaryRead())).toEqual({ ok: true, value: canary })
  expect(await readdir(path.join(userData, 'kept', 'rescued'))).toHaveLength(1)
  const count = await next.evaluate(
    () =>
      new Promise((resolve) => {
        const open = indexedDB.open('test', 1)
        open.onsuccess = () => {
          const all = open.result.transaction('things').objectStore('things').count()
          all.onsuccess = () => resolve(all.result)
        }
      }),
  )
  expect(count).toBe(50)
  expect(whole.length).toBeGreaterThan(0)
})

async function newestLog(folder: string): Promise<string> {
  const store = (await readdir(folder)).find((name) => name.endsWith('.leveldb')) ?? ''
  const log =
    (await readdir(path.join(folder, store)))
      .filter((name) => name.endsWith('.log'))
      .toSorted()
      .at(-1) ?? ''
  return path.join(folder, store, log)
}

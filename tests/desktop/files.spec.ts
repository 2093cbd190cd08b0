import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { ended, expect, firstPage, test } from './launch.ts'

async function answerDialogs(shell: ElectronApplication, file: string): Promise<void> {
  await shell.evaluate(({ dialog }, chosen) => {
    Object.assign(dialog, {
      showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }),
      showSaveDialog: async () => ({ canceled: false, filePath: chosen }),
    })
  }, file)
}

test('a file is opened, saved and read again, and its path never reaches the page', async ({ shell, page, userData }) => {
  const file = path.join(userData, 'plan.skytally')
  await writeFile(file, '{"name":"<img src=x>"}')
  await answerDialogs(shell, file)
  const opened = await page.evaluate(() => window.desktop.openFile())
  expect(opened).toMatchObject({ ok: true, value: { name: 'plan.skytally', text: '{"name":"<img src=x>"}' } })
  expect(JSON.stringify(opened)).not.toContain(path.basename(userData))
  const token = opened.ok && opened.value ? opened.value.token : ''
  const saved = await page.evaluate((given) => window.desktop.saveFile({ token: given, suggestedName: 'plan', text: 'second' }), token)
  expect(saved).toEqual({ ok: true, value: { token, name: 'plan.skytally' } })
  expect(await readFile(file, 'utf8')).toBe('second')
  expect(await page.evaluate((given) => window.desktop.readFile(given), token)).toMatchObject({ ok: true, value: { text: 'second' } })
  expect((await readdir(userData)).filter((name) => name.includes('.tmp-'))).toEqual([])
  const recent = await page.evaluate(() => window.desktop.recentFiles())
  expect(recent).toEqual({ ok: true, value: [{ token, name: 'plan.skytally' }] })
})

test('a path is no token: the page reads and writes only what a person chose', async ({ page, userData }) => {
  const file = path.join(userData, 'secret.skytally')
  await writeFile(file, 'secret')
  for (const token of [file, '/etc/passwd', `file://${file}`, '../secret.skytally']) {
    expect(await page.evaluate((given) => window.desktop.readFile(given), token)).toMatchObject({ ok: false, code: 'unknown-file' })
    expect(
      await page.evaluate((given) => window.desktop.saveFile({ token: given, suggestedName: 'x', text: 'broken' }), token),
    ).toMatchObject({ ok: false, code: 'unknown-file' })
  }
  expect(await readFile(file, 'utf8')).toBe('secret')
})

test('the save dialog is offered a plain file name, whatever the page suggests', async ({ shell, page }) => {
  const offered = await shell.evaluateHandle(({ dialog }) => {
    const list: string[] = []
    Object.assign(dialog, {
      showSaveDialog: async (_window: unknown, options: { defaultPath: string }) => {
        list.push(options.defaultPath)
        return { canceled: true, filePath: '' }
      },
    })
    return list
  })
  expect(await page.evaluate(() => window.desktop.saveFile({ token: null, suggestedName: '../../etc/cron.d/x', text: '' }))).toEqual({
    ok: true,
    value: null,
  })
  expect((await offered.jsonValue()).map((one) => path.basename(one))).toEqual(['-..-etc-cron.d-x.skytally'])
})

test('a file named on the command line is opened', async ({ launch, userData }) => {
  const file = path.join(userData, 'given.skytally')
  await writeFile(file, 'from the command line')
  const page = await firstPage(await launch({ args: [file] }))
  await expect(page.locator('#heard')).toHaveText('file given.skytally from the command line')
})

test('a second instance hands its file to the first and ends', async ({ launch, userData }) => {
  const first = await launch()
  const page = await firstPage(first)
  const file = path.join(userData, 'second.skytally')
  await writeFile(file, 'from the second')
  // It may end before Playwright has shaken hands with it.
  const second = await launch({ args: [file] }).catch(() => null)
  await expect(page.locator('#heard')).toHaveText('file second.skytally from the second')
  if (second) await ended(second.process())
  expect(first.windows()).toHaveLength(1)
})

test('a file of the recent list is opened from the native menu', async ({ shell, page, userData }) => {
  const file = path.join(userData, 'recent.skytally')
  await writeFile(file, 'again')
  await answerDialogs(shell, file)
  await page.evaluate(() => window.desktop.openFile())
  test.skip(process.platform === 'darwin', 'macOS fills this menu itself')
  const clicked = await shell.evaluate(({ Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items[0]
    item?.click()
    return item?.label
  })
  expect(clicked).toBe('recent.skytally')
  await expect(page.locator('#heard')).toHaveText('file recent.skytally again')
})

test('kill -9 during saves leaves a whole file, never older than the last acknowledged save', async ({ launch, userData }) => {
  test.setTimeout(120_000)
  const file = path.join(userData, 'kill.skytally')
  let acknowledged = -1
  let saves = 0
  for (let round = 0; round < 5; round++) {
    const shell = await launch()
    const page = await firstPage(shell)
    await answerDialogs(shell, file)
    await page.exposeFunction('acknowledge', (revision: number) => {
      acknowledged = revision
      saves++
    })
    void page
      .evaluate(async (from) => {
        const acknowledge: (revision: number) => void = Reflect.get(window, 'acknowledge')
        let token: string | null = null
        for (let revision = from; ; revision++) {
          const answer = await window.desktop.saveFile({
            token,
            suggestedName: 'kill',
            text: `${revision}|${'x'.repeat(200_000)}|${revision}`,
          })
          if (!answer.ok || !answer.value) throw new Error(JSON.stringify(answer))
          token = answer.value.token
          acknowledge(revision)
        }
      }, acknowledged + 1)
      .catch(() => undefined)
    await expect.poll(() => saves).toBeGreaterThan(round * 2 + 1)
    await page.waitForTimeout(40 * round)
    const last = acknowledged
    const child = shell.process()
    child.kill('SIGKILL')
    await ended(child)
    const [head, body, tail] = (await readFile(file, 'utf8')).split('|')
    expect(body).toHaveLength(200_000)
    expect(tail).toBe(head)
    expect(Number(head)).toBeGreaterThanOrEqual(last)
    acknowledged = Number(head)
  }
})

import path from 'node:path'
import { ended, expect, firstPage, test } from './launch.ts'

test.use({ pageFolder: path.resolve(import.meta.dirname, '../../dist/renderer') })

test('the real page starts under the policy without a complaint, and what it makes reaches the journal', async ({ launch }) => {
  const shell = await launch()
  const page = await firstPage(shell)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.reload()
  await page.getByRole('button', { name: 'New workbook' }).first().click()
  const known = (): Promise<number> =>
    page.evaluate(async () => await window.desktop.journalList().then((list) => (list.ok ? list.value.length : -1)))
  await expect.poll(known, { timeout: 20_000 }).toBe(1)
  await expect.poll(() => page.evaluate(async () => (await window.desktop.canaryRead()).ok)).toBe(true)
  expect(complaints).toEqual([])

  const child = shell.process()
  child.kill('SIGKILL')
  await ended(child)
  const next = await launch()
  const again = await firstPage(next)
  const list = await again.evaluate(() => window.desktop.journalList())
  expect(list.ok && list.value).toHaveLength(1)
  const nextChild = next.process()
  await next.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined)
  await ended(nextChild)
  expect(nextChild.exitCode).toBe(0)
})

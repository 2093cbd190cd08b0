import { existsSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { windowCommands } from '#shared/commands/window.ts'
import { ended, expect, firstPage, test } from './launch.ts'

const closeWindow = (shell: ElectronApplication): Promise<void> =>
  shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

test('each item of the native menu sends its own command', async ({ shell, page }) => {
  const expected = windowCommands.flatMap((command) => ('menu' in command ? [command.id] : []))
  await shell.evaluate(({ Menu }, ids) => {
    for (const id of ids) Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
  }, expected)
  await expect
    .poll(async () => (await page.locator('#heard').textContent())?.trim().split('\n'))
    .toEqual(expected.map((id) => `command ${id}`))
})

test('closing asks the page, and ends the program when the page is ready', async ({ launch, userData }) => {
  const shell = await launch()
  await firstPage(shell)
  const child = shell.process()
  expect(existsSync(path.join(userData, 'kept', 'running'))).toBe(true)
  await closeWindow(shell).catch(() => undefined)
  await ended(child)
  expect(child.exitCode).toBe(0)
  expect(existsSync(path.join(userData, 'kept', 'running'))).toBe(false)
})

test('quitting waits for the page as closing does', async ({ launch }) => {
  const shell = await launch()
  const page = await firstPage(shell)
  await page.evaluate(() => void (window.holdClose = true))
  const child = shell.process()
  await shell.evaluate(({ app }) => app.quit())
  await expect(page.locator('#heard')).toHaveText('close asked')
  expect(child.exitCode).toBeNull()
  await page.evaluate(() => void window.desktop.closeReady()).catch(() => undefined)
  await ended(child)
  expect(child.exitCode).toBe(0)
})

test('an answer that nobody asked for does not let the window close later', async ({ launch }) => {
  const shell = await launch()
  const page = await firstPage(shell)
  await page.evaluate(() => {
    window.holdClose = true
    return window.desktop.closeReady()
  })
  await closeWindow(shell)
  await expect(page.locator('#heard')).toHaveText('close asked')
  expect(shell.windows()).toHaveLength(1)
})

test('a page that stays silent makes the shell ask the person, who may wait or close', async ({ launch }) => {
  const shell = await launch({ env: { SKYTALLY_CLOSE_WAIT_MS: '150' } })
  const page = await firstPage(shell)
  const child = shell.process()
  const asked = await shell.evaluateHandle(({ dialog }) => {
    const list: string[] = []
    Object.assign(dialog, {
      showMessageBox: async (_window: unknown, options: { message: string }) => {
        list.push(options.message)
        return { response: Reflect.get(globalThis, 'closeAnyway') === true ? 1 : 0 }
      },
    })
    return list
  })
  await page.evaluate(() => void (window.holdClose = true))
  await closeWindow(shell)
  // Asked again after each wait, as long as the person wants to wait.
  await expect.poll(() => asked.jsonValue().then((list) => list.length)).toBeGreaterThan(1)
  expect((await asked.jsonValue())[0]).toContain('not confirmed that everything is saved')
  expect(child.exitCode).toBeNull()
  await shell.evaluate(() => void Reflect.set(globalThis, 'closeAnyway', true))
  await ended(child)
  expect(child.exitCode).toBe(0)
})

test('a page whose process has ended is loaded again when the person wishes', async ({ shell, page }) => {
  await shell.evaluate(({ dialog }) => Object.assign(dialog, { showMessageBox: async () => ({ response: 0 }) }))
  await page.locator('h1').waitFor()
  await shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  const isBack = () =>
    shell
      .evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        return Promise.race([
          contents?.executeJavaScript('document.querySelector("h1")?.textContent'),
          new Promise((resolve) => setTimeout(() => resolve(null), 500)),
        ]) as Promise<unknown>
      })
      .catch(() => null)
  await expect.poll(isBack, { timeout: 15_000 }).toBe('Test page')
})

test('the window comes back where it was, and never outside the screens', async ({ launch }) => {
  const bounds = (shell: ElectronApplication) => shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  const first = await launch()
  await firstPage(first)
  const wanted = { x: 90, y: 60, width: 900, height: 640 }
  await first.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), wanted)
  await first.close()
  const second = await launch()
  await firstPage(second)
  expect(await bounds(second)).toEqual(wanted)
  await second.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 50_000, y: -9000, width: 900, height: 640 }),
  )
  await second.close()
  const third = await launch()
  await firstPage(third)
  const area = await third.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
  const found = await bounds(third)
  expect(found?.x).toBe(area.x + area.width - 900)
  expect(found?.y).toBe(area.y)
})

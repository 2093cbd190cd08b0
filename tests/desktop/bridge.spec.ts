import { actChannel } from '#electron/bridge/channels.ts'
import { actNames } from './acts.ts'
import { expect, test } from './launch.ts'

test('every handler refuses a forged sender and answers the page itself', async ({ shell, page }) => {
  expect(await page.title()).not.toBe('')
  const answers = await shell.evaluate(async ({ ipcMain, BrowserWindow }) => {
    const sender = BrowserWindow.getAllWindows()[0]?.webContents
    const own = { url: 'app://bundle/index.html', parent: null }
    const forged = [
      { sender, senderFrame: { ...own, url: 'https://evil.example/' } },
      { sender, senderFrame: { ...own, url: 'app://bundle.evil/' } },
      { sender, senderFrame: { ...own, url: 'app://evil/app://bundle/' } },
      { sender, senderFrame: { ...own, url: 'about:blank' } },
      { sender, senderFrame: { ...own, parent: {} } },
      { sender, senderFrame: null },
      { sender: {}, senderFrame: own },
    ]
    // Electron's own table of handlers; the stand-in keeps one of the same name.
    const handlers: Map<string, (event: unknown, ...args: unknown[]) => Promise<{ code?: string }>> = Reflect.get(
      ipcMain,
      '_invokeHandlers',
    )
    const found: Record<string, readonly (string | undefined)[]> = {}
    for (const [channel, handler] of handlers) {
      if (!channel.startsWith('skytally:')) continue
      found[channel] = await Promise.all(forged.map(async (event) => (await handler(event, 'x')).code))
    }
    return found
  })
  expect(Object.keys(answers).toSorted()).toEqual(actNames.map(actChannel).toSorted())
  for (const [channel, codes] of Object.entries(answers)) expect(codes, channel).toEqual(Array.from({ length: 7 }, () => 'refused-sender'))
  expect(await page.evaluate(() => window.desktop.journalList())).toEqual({ ok: true, value: [] })
})

test('a frame inside the page has no bridge', async ({ page }) => {
  const found = await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return frame.contentWindow !== null && 'desktop' in frame.contentWindow
  })
  expect(found).toBe(false)
})

test('a malformed request is answered, not thrown, and names the act', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const call = (act: string, argument: unknown): Promise<unknown> =>
      Reflect.apply(Reflect.get(window.desktop, act), window.desktop, [argument])
    return [
      await call('readFile', { path: '/etc/passwd' }),
      await call('setTheme', 'blue'),
      await call('journalAppend', { workbook: 'w', revision: 1, json: '', path: '/x' }),
    ]
  })
  expect(answers).toEqual(
    ['readFile', 'setTheme', 'journalAppend'].map((name) => ({
      ok: false,
      code: 'bad-request',
      message: expect.stringContaining(name) as unknown,
    })),
  )
})

test('the theme and the state of the document reach the window', async ({ shell, page }) => {
  await page.evaluate(() => window.desktop.setTheme('dark'))
  await page.evaluate(() => window.desktop.setDocument({ name: 'Training run', unsaved: true }))
  const seen = await shell.evaluate(({ BrowserWindow, nativeTheme }) => [
    nativeTheme.themeSource,
    BrowserWindow.getAllWindows()[0]?.getTitle(),
  ])
  expect(seen).toEqual(['dark', '• Training run – Skytally'])
  await page.evaluate(() => window.desktop.setDocument({ name: 'Training run', unsaved: false }))
  expect(await shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('Training run – Skytally')
})

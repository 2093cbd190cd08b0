import { createServer } from 'node:http'
import { actNames } from './acts.ts'
import { expect, firstPage, isTrueElectron, test } from './launch.ts'

test('a launch shows the page from our own origin, with a policy whose nonce the page knows', async ({ shell, page }) => {
  expect(await shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())).toBe(
    'app://bundle/index.html',
  )
  // It is shown once it has something to show, which may be a moment after the page is there.
  await expect.poll(() => shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true)
  const headers = await page.evaluate(async () => Object.fromEntries((await fetch('index.html')).headers))
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color)).toBe('rgb(1, 2, 3)')
})

test('every load of the page has a nonce of its own', async ({ page }) => {
  const nonces = await page.evaluate(async () => {
    const nonceOf = async (): Promise<string | undefined> => {
      const answer = await fetch('index.html')
      const nonce = /csp-nonce" content="([^"]+)"/.exec(await answer.text())?.[1]
      return answer.headers.get('content-security-policy')?.includes(`'nonce-${nonce}'`) ? nonce : undefined
    }
    return [await nonceOf(), await nonceOf(), await nonceOf()]
  })
  expect(new Set(nonces).size).toBe(3)
  expect(nonces).not.toContain(undefined)
})

test('the page sees exactly the declared bridge, and cannot change it', async ({ page }) => {
  expect(await page.evaluate(() => Object.keys(window.desktop).toSorted())).toEqual([...actNames, 'on', 'platform', 'version'].toSorted())
  expect(await page.evaluate(() => [window.desktop.version, window.desktop.platform])).toEqual(['0.1.0', process.platform])
  const kept = await page.evaluate(() => {
    const before = window.desktop
    const openFile: unknown = Reflect.get(before, 'openFile')
    Reflect.set(window, 'desktop', 1)
    Reflect.set(before, 'openFile', 1)
    Reflect.set(before, 'more', 1)
    return window.desktop === before && Reflect.get(before, 'openFile') === openFile && !('more' in before)
  })
  expect(kept).toBe(true)
})

test('the page has no Node, and the window keeps every safe default', async ({ shell, page }) => {
  expect(
    await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer'].filter((name) => name in window)),
  ).toEqual([])
  const preferences = await shell.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return contents && 'getLastWebPreferences' in contents && typeof contents.getLastWebPreferences === 'function'
      ? (contents.getLastWebPreferences() as unknown)
      : null
  })
  expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true })
})

test('the policy blocks inline script, event attributes, eval, strings made into HTML and inline style', async ({ page }) => {
  const outcome = await page.evaluate(async () => {
    const attempt = (act: () => void): string => {
      try {
        act()
        return 'ran'
      } catch (error) {
        return error instanceof Error ? error.name : 'failed'
      }
    }
    // In a timer: code evaluated by the debugger itself is exempt from the policy.
    const evaluated = await new Promise<string>((resolve) =>
      setTimeout(() => resolve(attempt(() => void Reflect.apply(Reflect.get(window, 'eval'), undefined, ['1'])))),
    )
    const html = await new Promise<string>((resolve) =>
      setTimeout(() => resolve(attempt(() => void (document.body.innerHTML += '<i></i>')))),
    )
    const script = document.createElement('script')
    await new Promise<void>((resolve) =>
      setTimeout(() => resolve(void attempt(() => void (script.textContent = 'window.broken = "inline"')))),
    )
    document.body.append(script)
    const image = document.createElement('img')
    await new Promise<void>((resolve) =>
      setTimeout(() => resolve(void attempt(() => image.setAttribute('onerror', 'window.broken = "attribute"')))),
    )
    image.src = 'missing.png'
    document.body.append(image)
    const style = document.createElement('style')
    style.textContent = 'h1 { color: rgb(9, 9, 9) !important }'
    document.head.append(style)
    await new Promise((resolve) => setTimeout(resolve, 300))
    return {
      evaluated,
      html,
      broken: Reflect.get(window, 'broken') as unknown,
      color: getComputedStyle(document.querySelector('h1') ?? document.body).color,
    }
  })
  expect(outcome).toEqual({ evaluated: 'EvalError', html: 'TypeError', broken: undefined, color: 'rgb(1, 2, 3)' })
})

test('nothing of the page reaches a network', async ({ shell, page }) => {
  const server = createServer((_request, response) => response.setHeader('access-control-allow-origin', '*').end('reached'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  let requests = 0
  server.on('request', () => requests++)
  const address = server.address()
  const local = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}/`
  const reached = await page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map((address) =>
          fetch(address, { mode: 'no-cors' }).then(
            () => address,
            () => null,
          ),
        ),
      ),
    [local, 'https://aws.amazon.com/', 'https://evil.example/x', 'file:///etc/passwd'],
  )
  expect(reached).toEqual([null, null, null, null])
  // The filter itself, behind the policy: what it answers for requests the policy would never let through.
  const cancelled = await shell.evaluate(async ({ session }) => {
    const ask: unknown = Reflect.get(session.defaultSession.webRequest, 'ask')
    if (typeof ask !== 'function') return null
    const verdicts: unknown[] = []
    for (const url of [
      'https://evil.example/',
      'http://127.0.0.1/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'app://evil/x',
      'app://bundle/page.js',
    ]) {
      const verdict: { readonly cancel?: boolean } = await ask({ url })
      verdicts.push(verdict.cancel)
    }
    return verdicts
  })
  if (!isTrueElectron) expect(cancelled).toEqual([true, true, true, true, true, false])
  expect(requests).toBe(0)
  server.close()
})

test('no file outside the page is served, however its path is spelt', async ({ page }) => {
  const answers = await page.evaluate(
    (names) =>
      Promise.all(
        names.map((name) =>
          fetch(name).then(
            (answer) => answer.status,
            () => 0,
          ),
        ),
      ),
    [
      '..%2flaunch.ts',
      '%2e%2e%2flaunch.ts',
      '..%2f..%2f..%2fpackage.json',
      '..%5c..%5cpackage.json',
      '%2fetc%2fpasswd',
      'page.js%00.html',
      '../../package.json',
      'nothing.js',
    ],
  )
  expect(answers.filter((status) => status === 200)).toEqual([])
  expect(answers.slice(0, 3)).toEqual([403, 403, 403])
  expect(
    await page.evaluate(() =>
      fetch('index.html', { method: 'POST' }).then(
        (answer) => answer.status,
        () => 0,
      ),
    ),
  ).not.toBe(200)
})

const elsewhere = [
  'https://evil.example/',
  'http://127.0.0.1:9/',
  'https://evil.example/?app://bundle/',
  'app://bundle.evil/',
  'app://evil/index.html',
  'file:///etc/passwd',
  'javascript:document.title="broken"',
  'data:text/html,broken',
  'about:blank',
  'chrome://version',
]

test('the window cannot be led anywhere else', async ({ shell, page }) => {
  // A stand-in’s Chromium asks nobody before it shows a blank page.
  for (const address of elsewhere.filter((one) => isTrueElectron || one !== 'about:blank')) {
    await page
      .evaluate((to) => {
        const link = document.createElement('a')
        link.href = to
        document.body.append(link)
        link.click()
        location.href = to
      }, address)
      .catch(() => undefined)
    await page.waitForTimeout(120)
    expect(await shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()), address).toBe(
      'app://bundle/index.html',
    )
  }
  expect(await page.locator('h1').textContent()).toBe('Test page')
  expect(await page.title()).not.toBe('broken')
})

test('the navigation, frame, redirect and webview guards refuse every foreign address themselves', async ({ shell, page }) => {
  expect(await page.title()).not.toBe('')
  const passed = await shell.evaluate(({ BrowserWindow }, addresses) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const through: string[] = []
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      for (const url of addresses) {
        const event = {
          url,
          isMainFrame: true,
          isSameDocument: false,
          prevented: false,
          preventDefault: () => void (event.prevented = true),
        }
        contents?.emit(name, event, url)
        if (!event.prevented) through.push(`${name} ${url}`)
      }
    }
    return through
  }, elsewhere)
  expect(passed).toEqual([])
})

test('no window opens another, and only a vendor’s page reaches the system’s browser', async ({ shell, page }) => {
  const opened = await shell.evaluateHandle(({ shell: system }) => {
    const list: string[] = []
    system.openExternal = async (url: string) => void list.push(url)
    return list
  })
  for (const address of [
    ...elsewhere,
    'https://aws.amazon.com/ec2/pricing/',
    'https://aws.amazon.com.evil.example/',
    'http://aws.amazon.com/',
  ]) {
    await page.evaluate((to) => void window.open(to), address)
    await page.waitForTimeout(120)
  }
  await expect.poll(() => opened.jsonValue()).toEqual(['https://aws.amazon.com/ec2/pricing/'])
  expect(await page.evaluate(() => window.desktop.openExternal('https://cloud.google.com/pricing'))).toEqual({ ok: true, value: null })
  expect(await page.evaluate(() => window.desktop.openExternal('file:///etc/passwd'))).toMatchObject({ ok: false, code: 'link-refused' })
  expect(await opened.jsonValue()).toEqual(['https://aws.amazon.com/ec2/pricing/', 'https://cloud.google.com/pricing'])
  expect(shell.windows()).toHaveLength(1)
})

test('permissions are denied but for the clipboard’s safe half and lasting storage', async ({ page }) => {
  const states = await page.evaluate(async () => {
    // Names that the DOM types do not list yet.
    const state = async (name: string): Promise<string> => {
      const status: PermissionStatus = await Reflect.apply(Reflect.get(navigator.permissions, 'query'), navigator.permissions, [{ name }])
      return status.state
    }
    return {
      geolocation: await state('geolocation'),
      notifications: await state('notifications'),
      reading: await state('clipboard-read'),
      writing: await state('clipboard-write'),
      kept: await navigator.storage.persist(),
    }
  })
  expect(states).toEqual({ geolocation: 'denied', notifications: 'denied', reading: 'denied', writing: 'granted', kept: true })
})

test('what the page stores on its origin is there after a restart', async ({ launch }) => {
  const first = await launch()
  await (
    await firstPage(first)
  ).evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('test', 1)
        open.onupgradeneeded = () => open.result.createObjectStore('things')
        open.onsuccess = () => {
          const write = open.result.transaction('things', 'readwrite', { durability: 'strict' })
          write.objectStore('things').put('kept', 1)
          write.addEventListener('complete', () => resolve())
          write.addEventListener('error', () => reject(write.error))
        }
      }),
  )
  await first.close()
  const found = await (
    await firstPage(await launch())
  ).evaluate(
    () =>
      new Promise((resolve) => {
        const open = indexedDB.open('test', 1)
        open.onsuccess = () => {
          const read = open.result.transaction('things').objectStore('things').get(1)
          read.onsuccess = () => resolve(read.result)
        }
      }),
  )
  expect(found).toBe('kept')
})

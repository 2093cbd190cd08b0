import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build } from 'vite'

const HERE = import.meta.dirname
const ROOT = path.resolve(HERE, '../../..')

/** The page, built and served on an address of its own; `acknowledged` is the last value it was told. */
export type Site = { readonly address: string; readonly acknowledged: () => number; readonly close: () => Promise<void> }

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

export async function openSite(name: string): Promise<Site> {
  // Each worker of Playwright builds its own: a build empties its folder, also while another worker's browser reads there.
  const outDir = path.join(ROOT, '.cache', 'storage-page', `${name}-${process.env['TEST_WORKER_INDEX'] ?? '0'}`)
  await build({
    configFile: false,
    root: HERE,
    logLevel: 'error',
    base: './',
    build: { outDir, emptyOutDir: true, rollupOptions: { input: path.join(HERE, 'page.html') } },
    worker: { format: 'es' },
  })
  let acknowledged = -1
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.pathname === '/acknowledged') {
      acknowledged = Number(url.searchParams.get('value'))
      response.end()
      return
    }
    const file = path.join(outDir, path.normalize(url.pathname))
    try {
      response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream')
      response.end(readFileSync(file))
    } catch {
      response.statusCode = 404
      response.end()
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const listening = server.address()
  if (typeof listening !== 'object' || listening === null) throw new Error('the server has no port')
  const { port } = listening
  return {
    address: `http://127.0.0.1:${port}/page.html`,
    acknowledged: () => acknowledged,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export type Running = {
  readonly page: Page
  readonly browser: Browser
  readonly newPage: () => Promise<Page>
  /** SIGKILL for the whole process group, as a crash of the machine's user session would be. */
  readonly kill: () => Promise<void>
}

/** A browser of its own over a profile that outlives it, showing the page with storage not yet opened. */
export async function launch(profile: string, address: string): Promise<Running> {
  const executable = process.env['SKYTALLY_CHROMIUM'] ?? '/usr/bin/chromium'
  const flags = [
    '--headless',
    '--no-sandbox',
    '--no-first-run',
    '--disable-gpu',
    '--disable-background-networking',
    '--password-store=basic',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
  ]
  const child = spawn(executable, [...flags, 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const browser = await chromium.connectOverCDP(await debuggerAddress(child))
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser has no context')
  const newPage = async (): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(address)
    await page.waitForFunction(() => 'kept' in globalThis)
    return page
  }
  return { browser, newPage, page: await newPage(), kill: () => kill(child, browser) }
}

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the browser did not start: ${said}`)))
  })
}

async function kill(child: ChildProcess, browser: Browser): Promise<void> {
  if (child.pid === undefined) throw new Error('the browser has no process')
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve()
  process.kill(-child.pid, 'SIGKILL')
  await gone
  await browser.close().catch(() => undefined)
  await groupGone(child.pid)
}

/** The children of the browser die a moment after it and hold the profile's locks till then. */
async function groupGone(group: number): Promise<void> {
  for (const end = Date.now() + 5000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20)))
    try {
      process.kill(-group, 0)
    } catch {
      return
    }
}

export function newProfile(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'skytally-kept-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

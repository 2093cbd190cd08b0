import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type BrowserContext } from 'playwright'
import { build } from 'vite'
import { serve } from '#build/serve/server.ts'

const here = path.resolve('tests/bench/browser')
const out = path.resolve('.cache/bench-pages')
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export type Site = { readonly bare: string; readonly ours: string; readonly close: () => void }

/** The bare pages and the built app, each on an address of its own. */
export async function openSite(): Promise<Site> {
  const input = ['storage.html', 'grid.html'].map((name) => path.join(here, name))
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    base: './',
    build: { outDir: out, emptyOutDir: true, target: 'chrome130', rollupOptions: { input } },
    worker: { format: 'es' },
  })
  const bare = createServer((request, response) => {
    const file = path.join(out, path.normalize(new URL(request.url ?? '/', 'http://127.0.0.1').pathname))
    try {
      response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream')
      response.end(readFileSync(file))
    } catch {
      response.statusCode = 404
      response.end()
    }
  })
  bare.listen(0, '127.0.0.1')
  await once(bare, 'listening')
  const address = bare.address()
  if (typeof address !== 'object' || address === null) throw new Error('the bare server has no port')
  // The app answers to its own port only, so that it has to be known before.
  const port = address.port === 65_535 ? address.port - 1 : address.port + 1
  const ours = await serve(path.resolve('dist/renderer'), port)
  return {
    bare: `http://127.0.0.1:${String(address.port)}`,
    ours: `http://127.0.0.1:${String(port)}`,
    close: () => {
      for (const server of [bare, ours]) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

/** A browser with a profile of its own on the disk, as a person has one: in memory nothing would have to be flushed. */
export async function inBrowser(work: (context: BrowserContext) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(path.join(tmpdir(), 'skytally-bench-'))
  const executable = process.env['SKYTALLY_CHROMIUM']
  const context = await chromium.launchPersistentContext(profile, {
    ...(executable === undefined ? {} : { executablePath: executable }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    viewport: { width: 1440, height: 900 },
  })
  try {
    await work(context)
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

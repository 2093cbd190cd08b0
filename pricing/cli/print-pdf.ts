import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { CommandFault } from './fault.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((tail) =>
      path.join(process.env[variable] ?? '', tail),
    ),
  ),
]

/** How long a print may take and when somebody is told that it still goes on, in milliseconds. */
export type Waiting = { readonly patience: number; readonly every: number }

/**
 * Two minutes for any report and two more for each MB of page. Ten thousand rows (1.4 MB, 18 MB of PDF) took 37 seconds, so a machine that
 * does other things beside has several times what it needs.
 */
function waitingFor(page: string): Waiting {
  return { patience: Math.round(120_000 * (1 + page.length / 1e6)), every: 20_000 }
}

/**
 * A page as PDF, printed by a browser of this machine without network. `tell` hears every 20 seconds that it still goes on. A fault says
 * what to do where there is no browser, and where it does not come to an end.
 */
export async function printPdf(page: string, tell: (line: string) => void, waiting = waitingFor(page)): Promise<Uint8Array> {
  const browser = findBrowser()
  if (browser === null)
    throw new CommandFault([
      'A PDF is printed by Chromium, Chrome or Edge, and none was found. Install one, set SKYTALLY_CHROMIUM to its path, or export --to html and print that.',
    ])
  const folder = await mkdtemp(path.join(tmpdir(), 'skytally-pdf-'))
  try {
    const [from, to] = [path.join(folder, 'report.html'), path.join(folder, 'report.pdf')]
    await writeFile(from, page)
    await told(printed(browser, folder, [from, to], waiting.patience), waiting, tell)
    return await readFile(to)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** A browser says nothing of how far it is: what is told is how long it has been at it. */
async function told(work: Promise<void>, { patience, every }: Waiting, tell: (line: string) => void): Promise<void> {
  const begun = performance.now()
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - begun) / 1000)
    tell(`Printing the PDF: ${String(seconds)} s so far, ${duration(patience)} at most.`)
  }, every)
  try {
    await work
  } finally {
    clearInterval(timer)
  }
}

function duration(milliseconds: number): string {
  return milliseconds < 120_000 ? `${String(milliseconds / 1000)} s` : `${String(Math.round(milliseconds / 60_000))} minutes`
}

async function printed(browser: string, folder: string, [from, to]: readonly [string, string], patience: number): Promise<void> {
  const flags = [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-extensions',
    '--no-pdf-header-footer',
    // Root may not sandbox; the page has no script and no network.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${path.join(folder, 'profile')}`,
    `--print-to-pdf=${to}`,
    pathToFileURL(from).href,
  ]
  try {
    await promisify(execFile)(browser, flags, { timeout: patience })
  } catch (error) {
    if (isTimeout(error))
      throw new CommandFault([
        `${browser} did not print the PDF within ${duration(patience)}. Export one scenario instead of all, or export --to html and print that.`,
      ])
    const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new CommandFault([`${browser} could not print the PDF: ${said}. Export --to html and print that.`])
  }
  if (!existsSync(to)) throw new CommandFault([`${browser} printed no PDF. Export --to html and print that.`])
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'killed' in error && error.killed === true
}

/** Path of a browser that can print, or null. `SKYTALLY_CHROMIUM` wins. */
function findBrowser(): string | null {
  const own = process.env['SKYTALLY_CHROMIUM']
  if (own !== undefined && own !== '') return existsSync(own) ? own : null
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const onPath = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name + suffix)))
  return [...onPath, ...places].find((file) => existsSync(file)) ?? null
}

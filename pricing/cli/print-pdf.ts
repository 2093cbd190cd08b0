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

/** Longer than any report takes to print. */
const patience = 120_000

/** A page as PDF, printed by a browser of this machine without network. A fault says what to do where there is none. */
export async function printPdf(page: string): Promise<Uint8Array> {
  const browser = findBrowser()
  if (browser === null)
    throw new CommandFault([
      'A PDF is printed by Chromium, Chrome or Edge, and none was found. Install one, set SKYTALLY_CHROMIUM to its path, or export --to html and print that.',
    ])
  const folder = await mkdtemp(path.join(tmpdir(), 'skytally-pdf-'))
  try {
    const [from, to] = [path.join(folder, 'report.html'), path.join(folder, 'report.pdf')]
    await writeFile(from, page)
    await printed(browser, folder, from, to)
    return await readFile(to)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function printed(browser: string, folder: string, from: string, to: string): Promise<void> {
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
    const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new CommandFault([`${browser} could not print the PDF: ${said}. Export --to html and print that.`])
  }
  if (!existsSync(to)) throw new CommandFault([`${browser} printed no PDF. Export --to html and print that.`])
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

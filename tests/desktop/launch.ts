import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, test as base } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Desktop } from '#shared/desktop.ts'

const root = path.resolve(import.meta.dirname, '../..')
const endGraceMs = 8000

declare global {
  var desktop: Desktop
  var holdClose: boolean | undefined
}

const standIn = path.join(import.meta.dirname, 'standin')

/** Whether the specs run on a true Electron: one that the caller points to, or one already downloaded that can show a window. */
export const isTrueElectron = usesTrueElectron(process.env.ELECTRON_OVERRIDE_DIST_PATH)
if (!isTrueElectron) process.env.ELECTRON_OVERRIDE_DIST_PATH = standIn

function usesTrueElectron(given: string | undefined): boolean {
  if (given !== undefined) return path.resolve(given) !== standIn
  const canShow = process.platform !== 'linux' || Boolean(process.env.DISPLAY)
  return canShow && existsSync(path.join(root, 'node_modules/electron/path.txt'))
}

export type LaunchOptions = { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> }
export type Launch = (options?: LaunchOptions) => Promise<ElectronApplication>

type Options = {
  /** The folder served to the window. `test.use({ pageFolder: … })` opens the real page instead of the test page. */
  readonly pageFolder: string
}
type Fixtures = {
  /** The program's user-data folder, empty at first and the same for every launch of one test. */
  readonly userData: string
  readonly launch: Launch
  readonly shell: ElectronApplication
  readonly page: Page
}
export const test = base.extend<Options & Fixtures>({
  pageFolder: [path.join(import.meta.dirname, 'page'), { option: true }],

  userData: async ({ pageFolder }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), `skytally-${path.basename(pageFolder)}-`))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  },

  launch: async ({ userData, pageFolder }, use) => {
    const launched: { readonly app: ElectronApplication; readonly child: ReturnType<ElectronApplication['process']> }[] = []
    await use(async ({ args = [], env = {} } = {}) => {
      const app = await _electron.launch({
        args: ['.', `--user-data-dir=${userData}`, ...args],
        cwd: await appFolder(),
        env: { ...definedVariables(), ELECTRON_DISABLE_SECURITY_WARNINGS: '1', SKYTALLY_PAGE: pageFolder, ...env },
      })
      launched.push({ app, child: app.process() })
      return app
    })
    for (const { app, child } of launched) await end(app, child)
  },

  shell: async ({ launch }, use) => {
    await use(await launch())
  },

  page: async ({ shell }, use) => {
    await use(await firstPage(shell))
  },
})

export { expect } from '@playwright/test'

/** The window's page, loaded. */
export async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.locator('h1').first().waitFor()
  return page
}

/** Resolves when the program has ended. */
export async function ended(child: ReturnType<ElectronApplication['process']>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => child.once('exit', resolve))
}

async function end(app: ElectronApplication, child: ReturnType<ElectronApplication['process']>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  // Not `close()`: a test that holds the window open must not hold the next one up.
  await app.evaluate(({ app: program }) => program.exit(0)).catch(() => undefined)
  const timer = setTimeout(() => child.kill('SIGKILL'), endGraceMs)
  await ended(child)
  clearTimeout(timer)
}

let built: Promise<string> | null = null

/** The program under test: given by the caller, or built once per worker, so that the specs test the sources as they are. */
function appFolder(): Promise<string> {
  const given = process.env.SKYTALLY_TEST_APP
  built ??=
    given === undefined
      ? buildApp(path.join(root, '.cache', `desktop-app-${process.env.TEST_PARALLEL_INDEX ?? '0'}`))
      : Promise.resolve(given)
  return built
}

/** A folder Electron can start: the shell as bundled now, and the few words of package.json that it reads. */
async function buildApp(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  execFileSync(process.execPath, [path.join(root, 'build/electron.mjs'), path.join(folder, 'dist/electron')])
  const { name, productName, version, main }: Record<string, unknown> = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name, productName, version, main }))
  return folder
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

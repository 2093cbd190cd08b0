// `npm run e2e`: the browser and desktop tests. Finds (or installs) a browser, and stands in for the Electron binary where there is none.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { haveBrowser, headlessBrowser } from './browser.mjs'
import { buildStale } from './build.mjs'
import { root } from './run.mjs'

/** Runs Playwright with its own output; answers its exit code. */
export async function e2e(args, environment = {}) {
  const browser = await haveBrowser()
  await buildStale()
  const command = [path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...args]
  const env = { ...process.env, SKYTALLY_CHROMIUM: browser, SKYTALLY_HEADLESS: headlessBrowser() ?? browser, ...desktop(), ...environment }
  return spawnSync(process.execPath, command, { stdio: 'inherit', cwd: root, env }).status ?? 1
}

/** A true Electron where one is present and can show a window, else the stand-in. */
function desktop() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const isPresent = existsSync(path.join(root, 'node_modules/electron/path.txt'))
  const canShow = process.platform !== 'linux' || Boolean(process.env.DISPLAY)
  if (override || (isPresent && canShow)) return {}
  return { ELECTRON_OVERRIDE_DIST_PATH: path.join(root, 'tests/desktop/standin') }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await e2e(process.argv.slice(2))
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}

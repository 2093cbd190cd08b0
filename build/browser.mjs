// Finds a Chromium-family browser to test with and to show the app in: ours by name, Playwright's own, an installed one.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const wholeBrowsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((tail) =>
      path.join(process.env[variable] ?? '', tail),
    ),
  ),
}

/** Path of a browser that is already on this machine, or null. `SKYTALLY_CHROMIUM` wins. */
export async function findBrowser() {
  const own = process.env.SKYTALLY_CHROMIUM
  if (own) return existsSync(own) ? own : null
  return (await playwrightBrowser()) ?? onPath(wholeBrowsers) ?? (places[process.platform] ?? []).find((file) => existsSync(file)) ?? null
}

async function playwrightBrowser() {
  const { chromium } = await import('playwright')
  const file = chromium.executablePath()
  return existsSync(file) ? file : null
}

function onPath(names) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, process.platform === 'win32' ? `${name}.exe` : name)
      if (existsSync(file)) return file
    }
  }
  return null
}

/**
 * Debian's headless build, where it stands beside the whole browser, or null: the same pages for half the work. It ends
 * with its last page, so it is nothing to stand in for a desktop program. A chosen `SKYTALLY_CHROMIUM` wins over it.
 */
export function headlessBrowser() {
  return process.env.SKYTALLY_CHROMIUM ? null : onPath(['chromium-headless-shell'])
}

/**
 * A browser, installed when there is none: Debian's through apt-get as root, else Playwright's own download.
 * Throws one sentence that says what to do when neither can be had.
 */
export async function haveBrowser() {
  const found = await findBrowser()
  if (found) return found
  if (process.platform === 'linux' && process.getuid?.() === 0 && has('apt-get')) {
    console.log('No browser found; installing Debian’s chromium through apt-get.')
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell'], quiet)
  } else {
    console.log('No browser found; trying `playwright install chromium`.')
    spawnSync(process.execPath, [path.resolve('node_modules/playwright/cli.js'), 'install', 'chromium'], { stdio: 'inherit' })
  }
  const installed = await findBrowser()
  if (!installed)
    throw new Error(
      'The browser tests need Chromium or Chrome: install one, or set SKYTALLY_CHROMIUM to its path, and run the command again.',
    )
  return installed
}

function has(command) {
  try {
    execFileSync('which', [command], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

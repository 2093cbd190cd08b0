// Finds the Electron binary, downloading it once where that is possible.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './run.mjs'

const folder = path.join(root, 'node_modules/electron')

/** `{ path }`, or `{ reason }`: why no Electron window can be opened here, for the middle of a sentence. */
export function electronBinary() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return { reason: 'there is no display' }
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return found(override)
  if (!existsSync(path.join(folder, 'path.txt'))) {
    console.log('Downloading the Electron binary (once) …')
    spawnSync(process.execPath, [path.join(folder, 'install.js')], { stdio: 'ignore', timeout: 300_000 })
  }
  return found(path.join(folder, 'dist'))
}

function found(dist) {
  const file = path.join(folder, 'path.txt')
  const binary = path.join(dist, existsSync(file) ? readFileSync(file, 'utf8') : 'electron')
  return existsSync(binary) ? { path: binary } : { reason: 'the Electron binary could not be downloaded' }
}

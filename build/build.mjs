// `npm run build`: the page into dist/renderer, the desktop's programs into dist/electron. Skips what is newer than its sources.
import { readdir, stat, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './run.mjs'

const parts = [
  { name: 'page', sources: ['renderer', 'pricing', 'shared', 'examples', 'build/vite.renderer.ts', 'package.json'], make: makePage },
  { name: 'desktop', sources: ['electron', 'shared', 'build/electron.mjs', 'package.json'], make: makeDesktop },
]

/** Builds the parts whose sources are newer than their last build. */
export async function buildStale() {
  for (const part of parts) {
    const stamp = path.join(root, 'dist', `.${part.name}`)
    if (await isFresh(stamp, part.sources)) continue
    console.log(`Building the ${part.name} …`)
    await part.make()
    await mkdir(path.dirname(stamp), { recursive: true })
    await writeFile(stamp, '')
  }
}

async function makePage() {
  const { build } = await import('vite')
  await build({ configFile: path.join(root, 'build/vite.renderer.ts'), logLevel: 'warn' })
}

async function makeDesktop() {
  const { buildElectron } = await import('./electron.mjs')
  await buildElectron()
}

async function isFresh(stamp, sources) {
  const made = await timeOf(stamp)
  if (made === null) return false
  for (const source of sources) if ((await newest(path.join(root, source))) > made) return false
  return true
}

async function timeOf(file) {
  try {
    return (await stat(file)).mtimeMs
  } catch {
    return null
  }
}

async function newest(place) {
  const found = await stat(place)
  if (!found.isDirectory()) return found.mtimeMs
  const times = await Promise.all((await readdir(place)).map((name) => newest(path.join(place, name))))
  return Math.max(found.mtimeMs, ...times)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildStale()

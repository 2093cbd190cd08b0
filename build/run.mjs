// Runs a TypeScript program of this repository on plain Node: bundles it when its sources are newer, then imports it.
// Usage: node build/run.mjs build/prices/main.ts [arguments]
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Bundles `entry` (relative to the repository) unless the last bundle is newer than every file it was made of. Returns the bundle's path. */
export async function bundled(entry) {
  const out = path.join(root, '.cache/run', `${entry.replace(/[\\/]/g, '-').replace(/\.ts$/, '')}.mjs`)
  const list = `${out}.json`
  if (await isFresh(out, list)) return out
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: path.join(root, entry),
    platform: 'node',
    cwd: root,
    external: (id) => !id.startsWith('.') && !id.startsWith('#') && !path.isAbsolute(id) && !isInlined(id),
    resolve: { conditionNames: ['import'] },
  })
  const { output } = await bundle.write({ file: out, format: 'esm', sourcemap: true, codeSplitting: false })
  await bundle.close()
  const modules = output.flatMap((chunk) => ('moduleIds' in chunk ? chunk.moduleIds : [])).filter((id) => path.isAbsolute(id))
  await mkdir(path.dirname(list), { recursive: true })
  await writeFile(list, JSON.stringify([...modules, path.join(root, 'package.json')]))
  return out
}

/** mathjs comes as a thousand files, which take longer to find and read than a program runs. */
function isInlined(id) {
  return id === 'mathjs' || id.startsWith('mathjs/')
}

async function isFresh(out, list) {
  try {
    const made = (await stat(out)).mtimeMs
    const sources = JSON.parse(await readFile(list, 'utf8'))
    const times = await Promise.all(sources.map(async (file) => (await stat(file)).mtimeMs))
    return times.every((time) => time <= made)
  } catch {
    return false
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const entry = process.argv[2]
  process.argv.splice(1, 2, path.join(root, entry))
  await import(pathToFileURL(await bundled(entry)).href)
}

// Bundles the desktop's two programs: the main process and the preload script. Both are CommonJS, since a sandboxed
// preload must be one file that requires nothing but `electron`, and a main process in CommonJS starts without loader hooks.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** electron/main.ts → dist/electron/main.cjs and electron/preload.ts → dist/electron/preload.cjs. */
export async function buildElectron(outFolder = path.join(root, 'dist/electron')) {
  await bundle('electron/main.ts', path.join(outFolder, 'main.cjs'), 'node')
  await bundle('electron/preload.ts', path.join(outFolder, 'preload.cjs'), 'browser')
}

async function bundle(entry, file, platform) {
  const made = await rolldown({
    input: path.join(root, entry),
    platform,
    cwd: root,
    external: platform === 'node' ? ['electron', /^node:/] : ['electron'],
    onLog: (_level, log) => {
      throw new Error(`Bundling ${entry}: ${log.message}`)
    },
  })
  await made.write({ file, format: 'cjs', sourcemap: false, codeSplitting: false })
  await made.close()
}

// Usage: node build/electron.mjs [FOLDER]
if (process.argv[1] === fileURLToPath(import.meta.url)) await buildElectron(process.argv[2])

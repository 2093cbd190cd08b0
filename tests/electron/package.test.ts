import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { build, Platform } from 'electron-builder'
import type { Configuration } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

type Built = { readonly folder: string; readonly archive: readonly string[]; readonly wire: readonly string[] }

let work: string
let release: Built

beforeAll(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'skytally-package-'))
  await makeElectron(path.join(work, 'electron'))
  await makeProject(path.join(work, 'project'))
  release = await pack()
}, 120_000)
afterAll(() => rm(work, { recursive: true, force: true }))

/** As much of an Electron folder as packing looks at: a binary with its fuse wire, all on, and what lies around it. */
async function makeElectron(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'locales'), { recursive: true })
  await mkdir(path.join(folder, 'resources'))
  const wire = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8]), Buffer.from('01100000')])
  await writeFile(path.join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), wire, Buffer.alloc(64)]), { mode: 0o755 })
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'locales/en-US.pak']) await writeFile(path.join(folder, name), name)
}

/** A checkout after a build, with things lying about that must not be packed. */
async function makeProject(folder: string): Promise<void> {
  const { name, productName, version, description, author, license, main }: Record<string, unknown> = JSON.parse(
    await readFile(path.join(root, 'package.json'), 'utf8'),
  )
  const files = {
    'package.json': JSON.stringify({
      name,
      productName,
      version,
      description,
      author,
      license,
      main,
      homepage: 'https://skytally.invalid',
    }),
    LICENSE: 'Apache-2.0',
    'dist/electron/main.cjs': '',
    'dist/electron/preload.cjs': '',
    'dist/renderer/index.html': '',
    'dist/renderer/assets/index.js': '',
    'dist/renderer/assets/index.js.map': '',
    'dist/.page': '',
    'electron/main.ts': '',
    'tests/x.test.ts': '',
    '.env': 'SECRET=1',
    'node_modules/left/index.js': '',
    'release/old/app.asar': '',
  }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), text || 'not empty')
  }
}

async function configuration(isForTests: boolean): Promise<Configuration> {
  const made: { readonly packaging: (options: { readonly isForTests: boolean }) => Configuration } = await import(
    path.join(root, 'build/electron-builder.mjs')
  )
  return made.packaging({ isForTests })
}

async function pack(): Promise<Built> {
  const config = await configuration(false)
  const output = path.join(work, 'release')
  await build({
    projectDir: path.join(work, 'project'),
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      ...config,
      directories: { ...config.directories, output },
      electronDist: path.join(work, 'electron'),
      electronVersion: '45.4.1',
    },
  })
  const name = (await readdir(output)).find((one) => one.endsWith('unpacked')) ?? ''
  const folder = path.join(output, name)
  const states = await getCurrentFuseWire(path.join(folder, 'skytally-desktop'))
  const wire = Object.entries(states).flatMap(([fuse, state]) =>
    fuse !== 'version' && String.fromCharCode(Number(state)) === '1' ? [FuseV1Options[Number(fuse)] ?? fuse] : [],
  )
  return { folder, archive: listPackage(path.join(folder, 'resources/app.asar'), { isPack: false }).toSorted(), wire: wire.toSorted() }
}

describe.skipIf(process.platform !== 'linux')('the packed program', () => {
  it('holds page, shell and licence, and nothing else', () => {
    expect(release.archive).toEqual([
      '/LICENSE',
      '/dist',
      '/dist/electron',
      '/dist/electron/main.cjs',
      '/dist/electron/preload.cjs',
      '/dist/renderer',
      '/dist/renderer/assets',
      '/dist/renderer/assets/index.js',
      '/dist/renderer/index.html',
      '/package.json',
    ])
  })

  it('has only the fuses on that keep it whole', () => {
    expect(release.wire).toEqual(['EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar'])
  })

  it('lets itself be inspected in a build for tests alone', async () => {
    const { electronFuses: usual, ...rest } = await configuration(false)
    const { electronFuses: open, ...restForTests } = await configuration(true)
    expect(open).toEqual({ ...usual, enableNodeCliInspectArguments: true })
    expect(restForTests).toEqual(rest)
  })

  it('opens workbooks from the file manager on a Linux desktop', async () => {
    const { fileAssociations } = await configuration(false)
    expect(fileAssociations).toMatchObject([{ ext: 'skytally', mimeType: 'application/vnd.skytally+json' }])
  })

  it('has an icon for each system in every size', async () => {
    const icons = await readdir(path.join(root, 'build/icons'))
    expect(icons).toEqual(
      expect.arrayContaining(['icon.ico', 'icon.icns', ...[16, 32, 48, 64, 128, 256, 512, 1024].map((size) => `${size}x${size}.png`)]),
    )
  })
})

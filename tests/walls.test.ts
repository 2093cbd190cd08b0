import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { services } from '#pricing/services/registry.ts'

const rooms = ['shared', 'pricing', 'renderer', 'electron', 'build', 'tests'] as const
type Room = (typeof rooms)[number]

/** What each room may import of the others; every room may import itself. */
const mayImport: Readonly<Record<Room, readonly Room[]>> = {
  shared: [],
  pricing: ['shared'],
  renderer: ['pricing', 'shared'],
  electron: ['shared'],
  build: ['shared', 'pricing', 'electron'],
  tests: rooms,
}

/** The one folder that may import a package (tests of that folder aside). */
const doors: Readonly<Record<string, readonly string[]>> = {
  mathjs: ['shared/formula'],
  dexie: ['renderer/storage'],
  'ag-grid-community': ['renderer/sheet'],
  'ag-grid-react': ['renderer/sheet'],
  echarts: ['renderer/charts'],
  electron: ['electron'],
  // It checks what we write, and the bench measures it; nothing that ships needs it.
  hucre: [],
}

/** Views stand side by side: what two of them need lives in renderer/workspace or renderer/ui. Only renderer/frame puts them together. */
const views = new Set([
  'sheet',
  'inspector',
  'drivers',
  'budgets',
  'scenarios',
  'compare',
  'start',
  'formula-bar',
  'palette',
  'prices',
  'exchange',
  'help',
])

type Source = { readonly file: string; readonly room: Room; readonly imports: readonly string[] }

const sources: readonly Source[] = rooms.flatMap((room) => filesUnder(room).map((file) => ({ file, room, imports: importsOf(file) })))

describe('the walls between the rooms', () => {
  it.each(rooms.filter((room) => room !== 'tests'))('%s imports only the rooms it may', (room) => {
    const wrong = sources
      .filter((source) => source.room === room)
      .flatMap(({ file, imports }) => imports.map((from) => ({ file, to: roomOf(from, file) })))
      .filter(({ to }) => to !== null && to !== room && !mayImport[room].includes(to))
    expect(wrong).toEqual([])
  })

  it.each(Object.entries(doors))('%s is imported by %j alone', (name, folders) => {
    const wrong = sources
      .filter(({ room }) => room !== 'tests' && room !== 'build')
      .filter(({ imports }) => imports.some((from) => from === name || from.startsWith(`${name}/`)))
      .filter(({ file }) => !folders.some((folder) => file.startsWith(`${folder}/`)))
    expect(wrong.map(({ file }) => file)).toEqual([])
  })

  it('no view imports another view', () => {
    const inViews = sources.filter(({ file }) => views.has(viewOf(file) ?? ''))
    const wrong = inViews.flatMap(({ file, imports }) =>
      imports
        .map((from) => viewOf(resolved(from, file) ?? ''))
        .filter((view) => view !== null && views.has(view) && view !== viewOf(file))
        .map((view) => `${file} imports ${view}`),
    )
    expect(wrong).toEqual([])
  })

  it('shared and pricing know no clock, no randomness and no console', () => {
    const pure = sources.filter(({ file, room }) => (room === 'shared' || room === 'pricing') && !file.startsWith('pricing/cli/'))
    const impure = pure.filter(({ file }) => /\b(?:Date\.now|new Date\(\)|Math\.random|console\.\w)/.test(code(file)))
    expect(impure.map(({ file }) => file)).toEqual([])
  })

  it('no source suppresses a check or leaves work for later', () => {
    const marks = /@ts-(?:ignore|expect-error|nocheck)|(?:ox|es)lint-disable|\bTO{1}DO\b|\bFIX{1}ME\b/
    expect(sources.filter(({ file }) => marks.test(readFileSync(file, 'utf8'))).map(({ file }) => file)).toEqual([])
  })

  it('the lock names the packages of every platform, so that npm ci works on all of them', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>
    }
    const wanted = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => ({ place, name })),
    )
    const missing = wanted.filter(
      ({ place, name }) => packages[`node_modules/${name}`] === undefined && packages[`${place}/node_modules/${name}`] === undefined,
    )
    expect(missing).toEqual([])
  })

  it('no package of ours is AG Grid Enterprise, the abandoned xlsx, or under the GPL in the product', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { license?: string; dev?: boolean }> }
    expect(Object.keys(lock.packages).filter((name) => /ag-grid-enterprise|node_modules\/xlsx$/.test(name))).toEqual([])
    const copyleft = Object.entries(lock.packages).filter(
      ([, { license = '', dev = false }]) => !dev && /(?<!L)GPL/.test(license) && !/MIT|Apache|BSD/.test(license),
    )
    expect(copyleft.map(([name]) => name)).toEqual([])
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d/)
  })
})

describe('every service', () => {
  it('is registered, and stands in a file of its own name', async () => {
    const files = ['aws', 'google', 'azure', 'general'].flatMap((cloud) => filesUnder(`pricing/services/${cloud}`))
    const modules: Record<string, unknown>[] = await Promise.all(files.map((file) => import(path.resolve(file))))
    const declared = modules.flatMap((exports) => Object.values(exports)).flatMap((value) => (isDeclaration(value) ? [value.id] : []))
    expect(declared.toSorted()).toEqual([...services.keys()].toSorted())
    expect([...services.keys()].filter((id) => !files.includes(`pricing/services/${id.replace('.', '/')}.ts`))).toEqual([])
  })

  it('is named in a test', () => {
    const tests = sources
      .filter(({ room }) => room === 'tests')
      .map(({ file }) => readFileSync(file, 'utf8'))
      .join('\n')
    expect([...services.keys()].filter((id) => !tests.includes(id))).toEqual([])
  })
})

function isDeclaration(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'charges' in value && 'id' in value
}

function filesUnder(folder: string): string[] {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  } catch {
    return []
  }
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name))
}

function importsOf(file: string): string[] {
  return [...code(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, from]) => from!)
}

/** The file without its comments. */
function code(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
}

function resolved(from: string, file: string): string | null {
  if (from.startsWith('#')) return from.slice(1)
  return from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : null
}

function roomOf(from: string, file: string): Room | null {
  const place = resolved(from, file)
  return rooms.find((room) => place?.startsWith(`${room}/`)) ?? null
}

function viewOf(file: string): string | null {
  return /^renderer\/([^/]+)\//.exec(file)?.[1] ?? null
}

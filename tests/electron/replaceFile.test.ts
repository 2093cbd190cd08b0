import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Disk } from '#electron/disk/disk.ts'
import { nodeDisk } from '#electron/disk/nodeDisk.ts'
import { replaceFile, sweepTemporaries } from '#electron/disk/replaceFile.ts'
import { aftermaths, Crash, SimulatedDisk } from './simulatedDisk.ts'

const file = '/documents/model.skytally'
const old = Buffer.from('old '.repeat(1000))
const fresh = Buffer.from('fresh text '.repeat(1500))
const noWait = async (): Promise<void> => undefined

type Replace = (disk: Disk) => Promise<void>

/** Stops a saving at every act in turn, looks at every kind of aftermath, and tells where the file was neither old nor new. */
async function tornPlaces(replace: Replace): Promise<{ readonly torn: readonly string[]; readonly crashes: number }> {
  const torn: string[] = []
  for (let act = 1; ; act++) {
    const disk = new SimulatedDisk()
    disk.put(file, old)
    disk.stopAt(act)
    const finished = await replace(disk).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof Crash)) throw error
        return false
      },
    )
    for (const aftermath of aftermaths) {
      const found = Buffer.from(disk.after(aftermath).bytes(file) ?? 'missing')
      const isWhole = found.equals(fresh) || (!finished && found.equals(old))
      if (!isWhole) torn.push(`${aftermath} at ${finished ? 'the end' : disk.log.at(-1)}`)
    }
    if (finished) return { torn, crashes: act - 1 }
  }
}

describe('replaceFile', () => {
  it('leaves the old or the new bytes at every crash point, and the new ones once it has answered', async () => {
    const { torn, crashes } = await tornPlaces((disk) => replaceFile(disk, file, fresh))
    expect(torn).toEqual([])
    expect(crashes).toBeGreaterThanOrEqual(5)
  })

  it.each([
    [
      'writing in place',
      async (disk: Disk) => {
        const open = await disk.append(file)
        await open.truncate(0)
        await open.write(fresh)
        await open.sync()
      },
    ],
    [
      'renaming before the bytes are synced',
      async (disk: Disk) => {
        const open = await disk.create(`${file}.tmp`, 0o644)
        await open.write(fresh)
        await disk.rename(`${file}.tmp`, file)
        await open.sync()
        await disk.syncFolder('/documents')
      },
    ],
    [
      'not syncing the folder',
      async (disk: Disk) => {
        const open = await disk.create(`${file}.tmp`, 0o644)
        await open.write(fresh)
        await open.sync()
        await disk.rename(`${file}.tmp`, file)
      },
    ],
  ] satisfies readonly (readonly [string, Replace])[])('the crash test notices %s', async (_name, careless) => {
    expect((await tornPlaces(careless)).torn).not.toEqual([])
  })

  it.each(['ENOSPC', 'EIO', 'EROFS'])(
    'rejects with %s wherever it happens, keeps the old file until the rename and leaves no temporary file',
    async (code) => {
      for (let act = 1; act <= 5; act++) {
        const disk = new SimulatedDisk()
        disk.put(file, old)
        disk.failAt(act, code)
        await expect(replaceFile(disk, file, fresh, noWait)).rejects.toMatchObject({ code })
        expect(disk.names()).toEqual([file])
        const isOld = Buffer.from(disk.bytes(file) ?? []).equals(old)
        expect(isOld || disk.log.at(-1)?.startsWith('sync folder')).toBe(true)
      }
    },
  )

  it('waits out a virus scanner that holds the file, and gives up after five attempts', async () => {
    const holding = (times: number): { readonly disk: Disk; readonly tried: () => number } => {
      let tried = 0
      const disk = new SimulatedDisk()
      disk.put(file, old)
      const rename = disk.rename.bind(disk)
      disk.rename = async (from, to) => {
        if (++tried <= times) throw Object.assign(new Error('busy'), { code: 'EBUSY' })
        await rename(from, to)
      }
      return { disk, tried: () => tried }
    }
    const passing = holding(3)
    const waits: number[] = []
    await replaceFile(passing.disk, file, fresh, async (ms) => void waits.push(ms))
    expect(waits).toEqual([20, 80, 240])
    const stubborn = holding(99)
    await expect(replaceFile(stubborn.disk, file, fresh, noWait)).rejects.toMatchObject({ code: 'EBUSY' })
    expect(stubborn.tried()).toBe(5)
  })
})

describe('replaceFile on the real disk', () => {
  const inFolder = async (act: (folder: string) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(path.join(tmpdir(), 'skytally-replace-'))
    try {
      await act(folder)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  it('keeps the mode of the file, follows a symbolic link and refuses a folder', () =>
    inFolder(async (folder) => {
      const real = path.join(folder, 'real.skytally')
      const link = path.join(folder, 'link.skytally')
      writeFileSync(real, 'old')
      chmodSync(real, 0o640)
      symlinkSync(real, link)
      await replaceFile(nodeDisk, link, Buffer.from('new'))
      expect(readFileSync(real, 'utf8')).toBe('new')
      expect(statSync(real).mode & 0o777).toBe(0o640)
      expect(readdirSync(folder).toSorted()).toEqual(['link.skytally', 'real.skytally'])
      await expect(replaceFile(nodeDisk, folder, Buffer.from('new'))).rejects.toMatchObject({ code: 'EISDIR' })
    }))

  it('sweeps the temporary files of dead processes and nothing else', () =>
    inFolder(async (folder) => {
      for (const name of ['.a.skytally.tmp-11-0', '.a.skytally.tmp-22-7', 'a.skytally', '.hidden', 'notes.tmp-1-1'])
        writeFileSync(path.join(folder, name), '')
      expect(await sweepTemporaries(nodeDisk, folder, (pid) => pid === 22)).toBe(1)
      expect(readdirSync(folder).toSorted()).toEqual(['.a.skytally.tmp-22-7', '.hidden', 'a.skytally', 'notes.tmp-1-1'])
    }))

  it.skipIf(!hasStrace())(
    'survives SIGKILL at every system call on the file or its temporary twin',
    () =>
      inFolder(async (folder) => {
        const { points, torn } = killedAtEverySystemCall(folder)
        expect(torn).toEqual([])
        expect(points).toBeGreaterThanOrEqual(6)
      }),
    60_000,
  )
})

/** Runs the compiled saving in a process of its own and kills it at the k-th call of each kind, for every k. */
function killedAtEverySystemCall(folder: string): { readonly points: number; readonly torn: readonly string[] } {
  const program = path.join(folder, 'save.mjs')
  execFileSync(process.execPath, ['tests/electron/bundleSave.mjs', program])
  const document = path.join(folder, 'document.skytally')
  const torn: string[] = []
  let points = 0
  for (const call of ['openat', 'write', 'pwrite64', 'fsync', 'close', 'rename']) {
    for (let k = 1; ; k++) {
      writeFileSync(document, old)
      const isKilled = killAt(program, document, call, k)
      const found = readFileSync(document)
      if (!found.equals(old) && !found.equals(fresh)) torn.push(`${call} ${k}: ${found.length} bytes`)
      if (!isKilled) break
      points++
    }
  }
  return { points, torn }
}

function killAt(program: string, document: string, call: string, k: number): boolean {
  const twin = path.join(path.dirname(document), `.document.skytally.tmp-1-0`)
  const watched = [document, twin, path.dirname(document)].flatMap((one) => ['-P', one])
  try {
    execFileSync(
      'strace',
      [
        '-f',
        '-qq',
        '-o',
        '/dev/null',
        ...watched,
        '-e',
        `trace=${call}`,
        '-e',
        `inject=${call}:signal=SIGKILL:when=${k}`,
        process.execPath,
        program,
        document,
        fresh.toString(),
      ],
      {
        env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
        stdio: 'pipe',
      },
    )
    return false
  } catch {
    if (existsSync(twin)) rmSync(twin)
    return true
  }
}

function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

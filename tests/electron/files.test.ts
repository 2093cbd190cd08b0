import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeDisk } from '#electron/disk/nodeDisk.ts'
import { createFiles } from '#electron/files/files.ts'
import type { FileDialogs, Files } from '#electron/files/files.ts'
import { suggestedFileName } from '#electron/files/names.ts'
import { fileFromArguments } from '#electron/files/openable.ts'
import { readRecent, recentLimit, withRecent } from '#electron/files/recent.ts'
import { largestFile } from '#electron/files/textFile.ts'

let folder: string
let toOpen: string | null
let toSave: string | null
let answer: Awaited<ReturnType<FileDialogs['askChangedElsewhere']>>
let asked: string[]
let files: Files

function makeFiles(): Files {
  let tokens = 0
  return createFiles({
    disk: nodeDisk,
    dialogs: {
      chooseToOpen: async () => toOpen,
      chooseToSave: async (suggestion) => {
        asked.push(`save ${path.basename(suggestion)}`)
        return toSave
      },
      askChangedElsewhere: async (name) => {
        asked.push(`changed ${name}`)
        return answer
      },
    },
    recentPath: path.join(folder, 'recent.json'),
    documentsFolder: folder,
    newToken: () => `token-${++tokens}`,
    onRecent: () => undefined,
  })
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'skytally-files-'))
  toOpen = toSave = null
  answer = 'cancel'
  asked = []
  files = makeFiles()
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (name: string): string => path.join(folder, name)

describe('files', () => {
  it('reads the file the person chose and hands out a token, never the path', async () => {
    writeFileSync(at('a.skytally'), '\ufeff{"name":"ä"}')
    toOpen = at('a.skytally')
    const opened = await files.openFile()
    expect(opened).toEqual({ ok: true, value: { token: 'token-1', name: 'a.skytally', text: '{"name":"ä"}' } })
    expect(JSON.stringify(opened)).not.toContain(folder)
    expect(await files.readFile('token-1')).toEqual(opened)
  })

  it('answers null when the person cancels', async () => {
    expect(await files.openFile()).toEqual({ ok: true, value: null })
    expect(await files.saveFile({ token: null, suggestedName: 'x', text: '' })).toEqual({ ok: true, value: null })
  })

  it.each(['/etc/passwd', 'token-99', '__proto__'])('refuses to read or write %s, which it never handed out', async (token) => {
    expect(await files.readFile(token)).toMatchObject({ ok: false, code: 'unknown-file' })
    expect(await files.saveFile({ token, suggestedName: 'x', text: '' })).toMatchObject({ ok: false, code: 'unknown-file' })
  })

  it('refuses what is no workbook file, in words that name it and say what to do', async () => {
    const read = (name: string): Promise<unknown> => files.readFile(files.admit(at(name)).token)
    mkdirSync(at('folder.skytally'))
    writeFileSync(at('latin.skytally'), Buffer.from([0x7b, 0xe4, 0x7d]))
    writeFileSync(at('big.skytally'), '')
    truncateSync(at('big.skytally'), largestFile + 1)
    expect(await read('gone.skytally')).toMatchObject({
      ok: false,
      code: 'file-missing',
      message: expect.stringContaining('gone.skytally'),
    })
    expect(await read('folder.skytally')).toMatchObject({ ok: false, code: 'not-a-file' })
    expect(await read('latin.skytally')).toMatchObject({ ok: false, code: 'not-text' })
    expect(await read('big.skytally')).toMatchObject({ ok: false, code: 'too-large' })
  })

  it.skipIf(process.platform === 'win32')('does not wait for ever on a named pipe', async () => {
    execFileSync('mkfifo', [at('pipe.skytally')])
    expect(await files.readFile(files.admit(at('pipe.skytally')).token)).toMatchObject({ ok: false, code: 'not-a-file' })
  })

  it('saves under the chosen name, with the ending, then under the token without asking again', async () => {
    toSave = at('model')
    const saved = await files.saveFile({ token: null, suggestedName: 'My: model/2', text: 'one' })
    expect(saved).toEqual({ ok: true, value: { token: 'token-1', name: 'model.skytally' } })
    expect(asked).toEqual(['save My- model-2.skytally'])
    expect(await files.saveFile({ token: 'token-1', suggestedName: 'x', text: 'two' })).toMatchObject({ ok: true })
    expect(readFileSync(at('model.skytally'), 'utf8')).toBe('two')
    expect(asked).toHaveLength(1)
  })

  it('lets later saves of a file win over earlier ones asked for at the same time', async () => {
    toSave = at('model.skytally')
    await files.saveFile({ token: null, suggestedName: 'x', text: 'start' })
    await Promise.all(Array.from({ length: 20 }, (_, index) => files.saveFile({ token: 'token-1', suggestedName: 'x', text: `${index}` })))
    expect(readFileSync(at('model.skytally'), 'utf8')).toBe('19')
  })

  it('does not write over a file that another program changed since, unless the person says so', async () => {
    writeFileSync(at('a.skytally'), 'mine')
    toOpen = at('a.skytally')
    await files.openFile()
    writeFileSync(at('a.skytally'), 'somebody else was here')
    const save = (): Promise<unknown> => files.saveFile({ token: 'token-1', suggestedName: 'x', text: 'edited' })
    expect(await save()).toEqual({ ok: true, value: null })
    expect(readFileSync(at('a.skytally'), 'utf8')).toBe('somebody else was here')
    answer = 'save-as'
    toSave = at('b.skytally')
    expect(await save()).toMatchObject({ ok: true, value: { name: 'b.skytally' } })
    expect(readFileSync(at('a.skytally'), 'utf8')).toBe('somebody else was here')
    answer = 'replace'
    expect(await save()).toMatchObject({ ok: true, value: { name: 'a.skytally' } })
    expect(readFileSync(at('a.skytally'), 'utf8')).toBe('edited')
    expect(asked).toEqual(['changed a.skytally', 'changed a.skytally', 'save x.skytally', 'changed a.skytally'])
  })

  it('refuses to replace a read-only file and to write into a folder that is gone', async () => {
    writeFileSync(at('locked.skytally'), 'old')
    chmodSync(at('locked.skytally'), 0o444)
    toSave = at('locked.skytally')
    expect(await files.saveFile({ token: null, suggestedName: 'x', text: 'new' })).toMatchObject({ ok: false, code: 'read-only' })
    expect(readFileSync(at('locked.skytally'), 'utf8')).toBe('old')
    toSave = at('nowhere/x.skytally')
    expect(await files.saveFile({ token: null, suggestedName: 'x', text: 'new' })).toMatchObject({ ok: false, code: 'file-missing' })
  })

  it('remembers recent files over a restart, newest first, without those that are gone', async () => {
    for (const name of ['a', 'b', 'c']) {
      toSave = at(`${name}.skytally`)
      await files.saveFile({ token: null, suggestedName: name, text: '{}' })
    }
    rmSync(at('b.skytally'))
    const next = makeFiles()
    await next.loadRecent()
    const recent = await next.recentFiles()
    expect(recent.ok && recent.value.map((file) => file.name)).toEqual(['c.skytally', 'a.skytally'])
  })
})

describe('the recent list', () => {
  it('holds each file once, newest first, up to its limit', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abcdefghijklmnop'.split('')), { minLength: 1 }), (opened) => {
        const list = opened.reduce<readonly string[]>(withRecent, [])
        expect(list[0]).toBe(opened.at(-1))
        expect(new Set(list).size).toBe(list.length)
        expect(list.length).toBe(Math.min(recentLimit, new Set(opened).size))
      }),
    )
  })

  it.each(['', 'null', '{"a":1}', '[1,null,""]', '["//server/share/x.skytally"]', '["\\\\\\\\server\\\\x.skytally"]'])(
    'is empty after reading %s',
    (text) => {
      expect(readRecent(text)).toEqual([])
    },
  )
})

describe('fileFromArguments', () => {
  it.each([
    [['model.skytally'], 'linux', '/home/me/model.skytally'],
    [['--inspect=0', '/data/A.SKYTALLY', '/data/b.skytally'], 'linux', '/data/A.SKYTALLY'],
    [['main.cjs', '--user-data-dir=/x.skytally'], 'linux', null],
    [['//server/share/x.skytally'], 'linux', null],
    [['\\\\server\\share\\x.skytally'], 'win32', null],
    [['C:\\work\\x.skytally'], 'win32', 'C:\\work\\x.skytally'],
    [['x\0.skytally'], 'linux', null],
    [[], 'linux', null],
  ] as const)('finds in %j on %s the file %s', (args, platform, expected) => {
    expect(fileFromArguments(args, platform === 'win32' ? 'C:\\home' : '/home/me', platform)).toBe(expected)
  })

  it('gives an absolute local path with our ending, or nothing, for any command line', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.string().map((one) => `${one}.skytally`),
          ),
        ),
        (args) => {
          const found = fileFromArguments(args, '/home/me', 'linux')
          expect(found === null || (path.isAbsolute(found) && !found.startsWith('//') && found.toLowerCase().endsWith('.skytally'))).toBe(
            true,
          )
        },
      ),
    )
  })
})

describe('suggestedFileName', () => {
  it('is a plain file name for any suggestion', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (suggestion) => {
        const name = suggestedFileName(suggestion)
        expect(path.basename(name)).toBe(name)
        expect(path.win32.basename(name)).toBe(name)
        expect(name).toMatch(/^[^.\s].*\.skytally$/s)
      }),
    )
    expect(suggestedFileName('../../etc/passwd')).toBe('-..-etc-passwd.skytally')
    expect(suggestedFileName('CON')).toBe('Workbook CON.skytally')
    expect(suggestedFileName('Plan.skytally')).toBe('Plan.skytally')
  })
})

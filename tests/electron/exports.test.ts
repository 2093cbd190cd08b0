import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeDisk } from '#electron/disk/nodeDisk.ts'
import { createExports } from '#electron/export/exports.ts'
import { createReports } from '#electron/export/reports.ts'

let folder: string
let chosen: string | null
let offered: string[]
let print: (html: string) => Promise<Uint8Array>

const bytes = new Uint8Array([1, 2, 3])
const at = (name: string) => path.join(folder, name)
const exportsNow = () =>
  createExports({
    disk: nodeDisk,
    chooseToExport: async (suggestion) => {
      offered.push(path.relative(folder, suggestion))
      return chosen
    },
    folder,
    print: (html) => print(html),
  })

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'skytally-exports-'))
  chosen = null
  offered = []
  print = async (html) => Buffer.from(`%PDF ${html}`)
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('exports', () => {
  it('are offered a plain name with their ending, whatever the page suggests', async () => {
    const { saveExport } = exportsNow()
    await saveExport({ suggestedName: '../../etc/passwd', extension: 'xlsx', bytes })
    await saveExport({ suggestedName: 'CON', extension: 'csv', bytes })
    expect(offered).toEqual(['-..-etc-passwd.xlsx', 'Workbook CON.csv'])
  })

  it('go where the person said, and the next one begins there', async () => {
    mkdirSync(at('out'))
    const { saveExport, savePdf } = exportsNow()
    chosen = at('out/a.xlsx')
    expect(await saveExport({ suggestedName: 'a', extension: 'xlsx', bytes })).toEqual({ ok: true, value: { name: 'a.xlsx' } })
    expect([...readFileSync(at('out/a.xlsx'))]).toEqual([1, 2, 3])
    chosen = at('out/b')
    expect(await savePdf({ suggestedName: 'b', html: 'x' })).toEqual({ ok: true, value: { name: 'b.pdf' } })
    expect(readFileSync(at('out/b.pdf'), 'utf8')).toBe('%PDF x')
    expect(offered).toEqual(['a.xlsx', 'out/b.pdf'])
  })

  it('never replace a file that the person was not asked about, for the ending they did not type', async () => {
    const { saveExport } = exportsNow()
    writeFileSync(at('a.csv'), 'theirs')
    chosen = at('a')
    expect(await saveExport({ suggestedName: 'a', extension: 'csv', bytes })).toEqual({ ok: true, value: { name: 'a' } })
    expect(readFileSync(at('a.csv'), 'utf8')).toBe('theirs')
  })

  it('leave a file that is read-only, a folder, and the last version when printing fails', async () => {
    const { saveExport, savePdf } = exportsNow()
    writeFileSync(at('old.pdf'), 'old')
    chosen = at('old.pdf')
    print = async () => {
      throw new Error('printing failed')
    }
    expect(await savePdf({ suggestedName: 'x', html: '' })).toMatchObject({ ok: false, code: 'failed' })
    expect(readFileSync(at('old.pdf'), 'utf8')).toBe('old')
    chmodSync(at('old.pdf'), 0o444)
    expect(await saveExport({ suggestedName: 'x', extension: 'pdf', bytes })).toMatchObject({ ok: false, code: 'read-only' })
    mkdirSync(at('dir.csv'))
    chosen = at('dir.csv')
    expect(await saveExport({ suggestedName: 'x', extension: 'csv', bytes })).toMatchObject({ ok: false, code: 'not-a-file' })
  })
})

describe('reports that wait to be printed', () => {
  it('are at their address alone, until they are taken away', () => {
    let ids = 0
    const reports = createReports(() => `id${(ids += 1)}`)
    const address = reports.add('<p>')
    expect(address).toBe('app://bundle/report/id1')
    expect(reports.at(address)).toBe('<p>')
    expect(reports.at('app://bundle/report/id2')).toBeNull()
    reports.remove(address)
    expect(reports.at(address)).toBeNull()
  })
})

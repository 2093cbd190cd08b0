import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { allowClosedPipe } from '#pricing/cli/closed-pipe.ts'
import { unzipped } from '#tests/export/zip.ts'
import { folder, skytally, written } from './skytally.ts'

const example = 'examples/image-classification.skytally'
const at = '2026-11-22T10:00:00Z'

/** The exports of the examples folder by format. */
const bundle = {
  xlsx: 'image-classification.xlsx',
  csv: 'image-classification.csv',
  md: 'image-classification.md',
  json: 'image-classification.json',
  focus: 'image-classification.focus.csv',
  infracost: 'image-classification.infracost.json',
  html: 'image-classification.html',
} as const

/** Where a browser usually is on the machines that run these tests. */
const browsers = [process.env['SKYTALLY_CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome']

describe('skytally export', () => {
  it.each(Object.entries(bundle))('writes %s as in the examples, made again at the same time', async (to, name) => {
    const file = path.join(folder, name)
    const { exit, err } = await skytally('export', example, '--to', to, '--at', at, '-o', file)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(contentOf(file), `make it anew as examples/exports/README.md says`).toEqual(contentOf(`examples/exports/${name}`))
  })

  it('writes nothing else into the examples folder', async () => {
    expect(readdirSync('examples/exports').toSorted()).toEqual(['README.md', ...Object.values(bundle)].toSorted())
  })

  it('exports every scenario, or the one that is named', async () => {
    const file = written('scenarios', {
      drivers: [{ id: 'n', name: 'n', value: '2' }],
      components: [{ id: 'a', name: 'A', service: 'general.flat', group: 'G', inputs: { monthly: '=n * 10' } }],
      scenarios: [
        { id: 's', name: 'More', parent: null, overrides: [{ kind: 'set', table: 'drivers', id: 'n', field: 'value', value: '3' }] },
      ],
    })
    const lines = async (...args: string[]) =>
      (await skytally('export', file, '--to', 'csv', '--no-about', '--columns', 'name,monthly', '-o', '-', ...args)).out
        .replace(/\r\n$/, '')
        .split('\r\n')
    expect(await lines('--all')).toEqual(['Scenario,Component,Monthly', 'Base,A,20', 'More,A,30'])
    expect(await lines('--scenario', 'more')).toEqual(['Component,Monthly', 'A,30'])
    expect(await lines('--locale', 'de-DE')).toEqual(['\uFEFFComponent;Monthly', 'A;20'])
    expect(await lines('--locale', 'de-DE', '--no-bom', '--separator', 'tab')).toEqual(['Component\tMonthly', 'A\t20'])
  })

  it.each([
    [['csv', '--columns', 'bogus,name'], '--columns:bogus: There is no such column. There are id, name, service,'],
    [['csv', '--columns', 'name,montly'], '--columns:montly: There is no such column. Did you mean monthly?'],
    [['csv', '--columns', 'name,input:hoors'], '--columns:input:hoors: There is no such column. Did you mean input:hours?'],
    [['csv', '--locale', 'zz-bogus'], '--locale:zz-bogus: This is not a locale.'],
    [['md', '--locale', 'de-DE'], '--locale: An export to md does not read it, only one to csv. Leave it out.'],
    [['csv', '--paper', 'Letter'], '--paper: An export to csv does not read it, only one to html or pdf.'],
  ])('refuses %j instead of passing it over', async (options, sentence) => {
    const { exit, out, err } = await skytally('export', example, '-o', '-', '--to', ...options)
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain(sentence)
  })

  it('goes on quietly where nobody reads any more, and takes no other fault for that', () => {
    const stream = new EventEmitter()
    allowClosedPipe(stream)
    expect(stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).toBe(true)
    expect(() => stream.emit('error', Object.assign(new Error('no room'), { code: 'ENOSPC' }))).toThrow('no room')
  })

  it.skipIf(!browsers.some((place) => existsSync(place)))(
    `prints a PDF of several Letter pages${browsers.some((place) => existsSync(place)) ? '' : ' (no browser was found)'}`,
    async () => {
      const file = path.join(folder, 'report.pdf')
      expect((await skytally('export', example, '--to', 'pdf', '--paper', 'Letter', '-o', file)).err).toBe('')
      const pdf = readFileSync(file, 'latin1')
      expect(pdf.slice(0, 5)).toBe('%PDF-')
      expect(pdf).toMatch(/\/MediaBox ?\[0 0 612 792\]/)
      expect(Number(/\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(1)
    },
    120_000,
  )

  it('says what to do where no browser can print a PDF', async () => {
    const before = process.env['SKYTALLY_CHROMIUM']
    process.env['SKYTALLY_CHROMIUM'] = path.join(folder, 'no-browser')
    const { exit, err } = await skytally('export', example, '--to', 'pdf', '-o', path.join(folder, 'none.pdf'))
    if (before === undefined) delete process.env['SKYTALLY_CHROMIUM']
    else process.env['SKYTALLY_CHROMIUM'] = before
    expect(exit).toBe(2)
    expect(err).toMatch(/^A PDF is printed by Chromium, Chrome or Edge, and none was found\./)
    expect(existsSync(path.join(folder, 'none.pdf'))).toBe(false)
  })

  it.each([
    ['a format that does not exist', ['--to', 'doc', '-o', 'x'], 'is invalid'],
    ['no place to write to', ['--to', 'md'], "'-o, --output <file>' not specified"],
    [
      'a folder that is not there',
      ['--to', 'md', '-o', '/no/such/folder/x.md'],
      'The file cannot be written (ENOENT). Check that its folder exists',
    ],
    ['a time that cannot be read', ['--to', 'md', '-o', '-', '--at', 'today'], 'This is not a date and time. Write it like'],
    ['a locale that cannot be read', ['--to', 'csv', '-o', '-', '--locale', 'a_b_c'], 'This is not a locale. Write a code'],
  ])('refuses %s with a sentence and exit code 2', async (_, args, sentence) => {
    const { exit, err } = await skytally('export', example, ...args)
    expect(exit).toBe(2)
    expect(err).toContain(sentence)
  })
})

/** An archive by its files: how well they are compressed is the machine's affair. */
function contentOf(file: string): string | Record<string, string> {
  const bytes = readFileSync(file)
  if (!file.endsWith('.xlsx')) return bytes.toString('utf8')
  return Object.fromEntries(Array.from(unzipped(bytes), ([name, body]) => [name, body.toString('utf8')]))
}

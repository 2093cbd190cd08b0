import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '#shared/document/file.ts'
import { CommandFault } from '#pricing/cli/fault.ts'
import { isToBeLookedAt, mergedFile, mergeJson, mergeText } from '#pricing/cli/merge.ts'
import { folder, skytally, written } from './skytally.ts'

const flat = (name: string, monthly: string, id?: string) => ({
  ...(id === undefined ? {} : { id }),
  name,
  service: 'general.flat',
  inputs: { monthly },
})
const users = { id: 'users', name: 'users', value: '100' }

const base = written('merge-base', { name: 'Shop', drivers: [users], components: [flat('API', '10', 'api'), flat('DB', '20', 'db')] })
const ours = written('merge-ours', {
  name: 'Shop',
  drivers: [users],
  components: [flat('API', '=users * 2', 'api'), flat('DB', '25', 'db')],
})
const theirs = written('merge-theirs', {
  name: 'Shop',
  components: [flat('API', '10', 'api'), flat('DB', '30', 'db'), flat('CDN', '5', 'cdn')],
})

const monthly = (text: string) => {
  const read = readWorkbook(text, () => 'none')
  return read.ok ? Array.from(read.workbook.components.values(), ({ name, inputs }) => [name, inputs['monthly']]) : read.problems
}

describe('skytally merge', () => {
  it('makes two copies one, lists what both changed, and keeps the file one that opens', async () => {
    const merged = await mergedFile({ base, ours, theirs }, null)
    expect(monthly(merged.text)).toEqual([
      ['API', '=users * 2'],
      ['DB', '25'],
      ['CDN', '5'],
    ])
    expect(mergeText(merged, 'shop.skytally').split('\n')).toEqual([
      'shop.skytally: 1 conflict.',
      '  row “DB”, monthly: base 20 | ours 25 | theirs 30; ours stands',
      'To be looked at:',
      '  API (monthly) names the driver “users”, which is not there after the merge. One copy removed it: add it again, or change the formula.',
    ])
    expect(isToBeLookedAt(merged)).toBe(true)
  })

  it('decides every conflict by an option, and is then done with unless something is broken', async () => {
    const merged = await mergedFile({ base, ours: base, theirs }, 'theirs')
    expect(isToBeLookedAt(merged)).toBe(false)
    const clash = written('merge-clash', { name: 'Shop', drivers: [users], components: [flat('API', '11', 'api'), flat('DB', '20', 'db')] })
    const mine = written('merge-mine', { name: 'Shop', drivers: [users], components: [flat('API', '12', 'api'), flat('DB', '20', 'db')] })
    const decided = await mergedFile({ base, ours: mine, theirs: clash }, 'theirs')
    expect([decided.conflicts.length, isToBeLookedAt(decided), monthly(decided.text)]).toEqual([
      1,
      false,
      [
        ['API', '11'],
        ['DB', '20'],
      ],
    ])
    expect(isToBeLookedAt(await mergedFile({ base, ours: mine, theirs: clash }, null))).toBe(true)
  })

  it('says as JSON where, what stood there and whose cell stands', async () => {
    const merged = await mergedFile({ base, ours, theirs }, null)
    expect(mergeJson(merged, false)).toMatchObject({
      baseKnown: true,
      conflicts: [
        {
          table: 'components',
          id: 'db',
          name: 'DB',
          scenario: null,
          field: 'inputs.monthly',
          base: '20',
          ours: '25',
          theirs: '30',
          choice: 'ours',
        },
      ],
      notes: [{ message: expect.stringContaining('“users”') }],
    })
    expect(mergeJson(merged, false)).not.toHaveProperty('document')
    expect(mergeJson(merged, true)).toMatchObject({ document: { format: 'skytally' } })
  })

  it('takes an empty base for one that nobody knows', async () => {
    const empty = path.join(folder, 'empty')
    writeFileSync(empty, '')
    const merged = await mergedFile({ base: empty, ours, theirs }, null)
    expect(mergeText(merged, 'shop')).toContain('What the copies have in common is not known: every difference is a conflict.')
    expect(merged.conflicts.map(({ name }) => name)).toEqual(['users', 'API', 'DB', 'CDN'])
  })

  it('matches files written by hand, which have no ids, by name', async () => {
    const hand = (name: string, ...components: readonly object[]) => written(name, { components })
    const was = hand('hand-base', flat('API', '10'), flat('DB', '20'))
    const one = hand('hand-ours', flat('LB', '5'), flat('API', '10'), flat('DB', '20'))
    const other = hand('hand-theirs', flat('API', '10'), flat('DB', '22'))
    const merged = await mergedFile({ base: was, ours: one, theirs: other }, null)
    expect(merged.conflicts).toEqual([{ ...merged.conflicts[0], field: 'name', base: 'hand-base' }])
    expect(monthly(merged.text)).toEqual([
      ['LB', '5'],
      ['API', '10'],
      ['DB', '22'],
    ])
  })

  it('names the copy that is no workbook', async () => {
    const broken = path.join(folder, 'broken.skytally')
    writeFileSync(broken, '<<<<<<< ours')
    const fault = await mergedFile({ base, ours: broken, theirs }, null).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(CommandFault)
    expect(fault instanceof CommandFault && fault.lines[0]).toContain('broken.skytally:line 1, column 1: This is not JSON')
  })

  it('refuses another workbook altogether unless it is told to merge it, and writes nothing', async () => {
    const other = written('merge-other', { id: 'other', name: 'Bank', components: [flat('Ledger', '1', 'api'), flat('Vault', '2', 'v')] })
    const output = path.join(folder, 'merge-other-out.skytally')
    const refused = await skytally('merge', base, ours, other, '-o', output)
    expect(refused).toMatchObject({ exit: 2, out: '' })
    expect(refused.err).toContain(`${other}: “Bank” seems to be another workbook than “Shop” of ${ours}`)
    expect(refused.err).toContain('--unrelated')
    expect(existsSync(output)).toBe(false)
    expect((await skytally('merge', other, ours, theirs, '-o', output)).err).toContain(`${other}: “Bank” seems to be`)
    expect((await skytally('merge', base, base, other, '-o', output, '--unrelated')).exit).toBe(0)
    expect(monthly(readFileSync(output, 'utf8'))).toEqual([
      ['Ledger', '1'],
      ['Vault', '2'],
    ])
  })

  it('keeps a name or a text with line ends, tabs and control characters on its line', async () => {
    const torn = (name: string, note: string) =>
      written(name, { name: 'Shop', components: [{ ...flat('tab\there\nnext\u001b[2J', '10', 'api'), note }] })
    const [was, one, other] = [torn('torn-base', 'a'), torn('torn-ours', 'b\nb'), torn('torn-theirs', `c${'x'.repeat(400)}`)]
    const lines = mergeText(await mergedFile({ base: was, ours: one, theirs: other }, null), 'shop').split('\n')
    expect(lines).toEqual([
      'shop: 1 conflict.',
      `  row “tab⇥here⏎next\uFFFD[2J”, note: base a | ours b⏎b | theirs c${'x'.repeat(299)}…; ours stands`,
    ])
  })
})

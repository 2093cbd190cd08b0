import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from '#pricing/export/csv/csv.ts'
import { formOf, plainForm } from '#pricing/export/csv/form.ts'
import type { CsvForm } from '#pricing/export/csv/form.ts'
import { rowsCsv } from '#pricing/export/csv/rows-csv.ts'
import { readCsv } from './read-csv.ts'
import { row, workbookOf } from './kit-workbooks.ts'
import { meta, reportsOf, workbookAt } from './kit.ts'

const forms: readonly CsvForm[] = [plainForm, formOf('de-DE'), { separator: '\t', decimal: '.', bom: true }]

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom('=1+1', "'=1", "''@x", '+', '-2', '@sum', '\tx', '\rx', '\nx', 'a"b', 'a;b', 'a,b', "'", '', '"', '＝1', 'sep=;'),
  fc.string({ unit: 'grapheme' }),
)

describe('CSV', () => {
  it('gives back every text it was written from, in every form', () => {
    const line = fc.array(cell, { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.array(line, { maxLength: 6 }), (form, lines) => {
        const text = csvText(
          ['first', 'second'],
          lines.map((texts) => texts.map((one) => ({ text: one }))),
          form,
        )
        expect(readCsv(text)).toEqual({ ok: true, lines: [['first', 'second'], ...lines] })
      }),
      { numRuns: 500 },
    )
  })

  it('writes no text that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const written = csvText([], [[{ text }, { text: 'x' }]], plainForm)
        expect(readRaw(written)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u)
      }),
    )
  })

  it('writes none either for a program that takes another separator', () => {
    const hostile = fc
      .tuple(fc.constantFrom(',', ';', '\t', '|', '"', '\r', '\n'), fc.constantFrom('=', '+', '-', '@'), fc.string())
      .map((parts) => `x${parts.join('')}`)
    fc.assert(
      fc.property(fc.constantFrom(...forms), hostile, (form, text) => {
        const written = csvText([], [[{ text: 'a' }, { text }]], form)
        expect(written).not.toMatch(/[,;\t|\r\n"][=+\-@]/u)
      }),
    )
  })

  it('writes numbers whole and without an exponent, with the decimal mark of the locale', () => {
    expect(csvText(['n'], [[4e-7], [1.5], [-1839000000.25], [null]], plainForm)).toBe('n\r\n0.0000004\r\n1.5\r\n-1839000000.25\r\n')
    expect(csvText(['n'], [[4e-7]], formOf('de-DE'))).toBe('\uFEFFn\r\n0,0000004')
  })

  it('asks for a semicolon where decimals take a comma', () => {
    expect(formOf('de-DE')).toEqual({ separator: ';', decimal: ',', bom: true })
    expect(formOf('en-US')).toEqual({ separator: ',', decimal: '.', bom: true })
  })

  it('says on which line a text is broken', () => {
    expect(readCsv('a,b\r\n"x,y')).toMatchObject({ ok: false, fault: { line: 2, message: 'A quotation mark is not closed.' } })
    expect(readCsv('a\n"x"y')).toMatchObject({ ok: false, fault: { line: 2 } })
  })

  it('reads sep=; and line feeds of other programs', () => {
    expect(readCsv('\uFEFFsep=;\na;b\n1,5;"x"\n')).toEqual({
      ok: true,
      lines: [
        ['a', 'b'],
        ['1,5', 'x'],
      ],
    })
  })
})

/** What stands in the first cell, quotation marks undone and nothing else. */
function readRaw(text: string): string {
  const body = text.slice(2)
  return body.startsWith('"') ? body.slice(1).replace(/""/g, '"') : body
}

describe('the rows as CSV', () => {
  const reports = reportsOf(workbookAt('examples/image-classification.skytally'))

  it('has the columns asked for, in their order, and the figures of the engine', () => {
    const read = readCsv(
      rowsCsv(reports, meta, { columns: ['name', 'size', 'input:hours', 'monthly', 'nothing'], form: plainForm, about: false }),
    )
    if (!read.ok) throw new Error(read.fault.message)
    expect(read.lines[0]).toEqual(['Component', 'Size', 'Hours (hours)', 'Monthly'])
    const figures = read.lines.slice(1).map(([name, , , monthly]) => [name, Number(monthly)])
    expect(figures).toEqual(reports[0].estimate.components.map(({ name, monthly }) => [name, monthly]))
    expect(read.lines.find(([name]) => name === 'API servers')).toEqual(['API servers', 't3.medium', '730', '121.472'])
  })

  it('says behind the table what the figures rest on', () => {
    const read = readCsv(rowsCsv(reports, meta, { columns: 'all', form: plainForm, about: true }))
    if (!read.ok) throw new Error(read.fault.message)
    const facts = new Map(read.lines.map(([what = '', says = '']) => [what, says]))
    expect(facts.get('Price book SHA-256')).toBe(reports[0].book.hash)
    expect(facts.get('Made')).toBe('2026-11-22T10:00:00Z by Skytally test')
    expect(facts.get('What this is')).toMatch(/^An estimate/)
    expect(read.lines.filter(([what]) => what === 'Assumption').length).toBe(4)
  })

  it('says behind the table how each budget stands, with nothing certain of one that leaves figures out', () => {
    const flat = (id: string, monthly: string, group: string) => row(id, 'general.flat', { monthly }, { group })
    const workbook = workbookOf([flat('a', '30', 'A'), flat('b', '', 'A'), flat('c', '90', 'C')])
    const budget = (scope: string, monthly: number) => ({ id: scope, order: 0, scope, monthly, warnAt: '80%' })
    const budgets = new Map([budget('group:A', 100), budget('group:C', 60.5), budget('group:D', 1)].map((one) => [one.id, one]))
    const read = readCsv(
      rowsCsv(reportsOf({ ...workbook, budgets }), meta, { columns: ['name', 'monthly'], form: formOf('de-DE'), about: true }),
    )
    if (!read.ok) throw new Error(read.fault.message)
    expect(read.lines.filter(([what]) => what === 'Budget')).toEqual([
      ['Budget', 'group:A', '100', '30', '0,3', 'not certain, 1 figure is missing'],
      ['Budget', 'group:C', '60,5', '90', expect.stringMatching(/^1,487/), 'over budget'],
      ['Budget', 'group:D', '1', '', '', expect.stringContaining('group:D')],
    ])
  })
})

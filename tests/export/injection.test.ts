import { describe, expect, it } from 'vitest'
import { formOf, plainForm } from '#pricing/export/csv/form.ts'
import { rowsCsv } from '#pricing/export/csv/rows-csv.ts'
import { focusCsv } from '#pricing/export/focus/focus.ts'
import { xlsxBytes } from '#pricing/export/xlsx/xlsx.ts'
import { hostileTexts, driver, row, workbookOf } from './kit-workbooks.ts'
import { meta, reportsOf } from './kit.ts'
import { converted, office, withoutOffice } from './office.ts'

const rows = hostileTexts.map((text, at) =>
  row(`row${at}`, 'general.flat', { monthly: '10' }, { name: text, group: text, environment: text, tags: { [text]: text }, note: text }),
)
const drivers = hostileTexts.map((text, at) => driver(`d${at}`, '1', { note: text, unit: text, growth: text }))
const reports = reportsOf(workbookOf(rows, drivers, { name: '=1+1', note: '=2+2' }))

/** Cells of a flat OpenDocument sheet that LibreOffice made formulas of, outside of those that are ours. */
function formulaTexts(fods: string): string[] {
  return [...fods.matchAll(/table:formula="([^"]*)"/g)].map(([, formula]) => formula!)
}

describe.skipIf(office === null)(
  `texts that look like formulas, opened in LibreOffice${office === null ? ` (${withoutOffice})` : ''}`,
  () => {
    it('are texts in every CSV', () => {
      const options = { columns: 'all', about: true } as const
      const files = new Map([
        ['plain.csv', Buffer.from(rowsCsv(reports, meta, { ...options, form: plainForm }))],
        ['german.csv', Buffer.from(rowsCsv(reports, meta, { ...options, form: formOf('de-DE') }))],
        ['focus.csv', Buffer.from(focusCsv(reports, meta, '2026-12'))],
      ])
      for (const [name, fods] of converted(files, 'fods')) expect(formulaTexts(fods), name).toEqual([])
    }, 120_000)

    it('are texts in the Excel file, as they were typed', async () => {
      const [fods] = converted(new Map([['book.xlsx', await xlsxBytes(reports, meta)]]), 'fods').values()
      const foreign = formulaTexts(fods!).filter((formula) => /1\+1|2\+2|HYPERLINK|cmd/.test(formula))
      expect(foreign).toEqual([])
      const texts = new Set(
        [...fods!.matchAll(/<text:p>([^<]*)<\/text:p>/g)].map(([, text]) => text!.replaceAll('&quot;', '"').replaceAll('&apos;', "'")),
      )
      for (const text of hostileTexts.filter((one) => !/[\t\r]/.test(one))) expect(texts, text).toContain(text)
    }, 120_000)
  },
)

import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { zipArchive, zipPart } from '#pricing/export/xlsx/file/zip.ts'
import { addLine, column, computed, sheet } from '#pricing/export/xlsx/sheet.ts'
import type { Cell } from '#pricing/export/xlsx/sheet.ts'
import { writeExcel } from '#pricing/export/xlsx/write.ts'
import { hostileTexts } from './kit-workbooks.ts'
import { unzipped } from './zip.ts'

const awkwardTexts = [
  ...hostileTexts,
  ' blanks at both ends ',
  'two\nlines',
  'a carriage\rreturn',
  'bell \u0007, null \u0000',
  'not a character \uFFFE',
  '_x000D_ and _x0041_x0042_',
  '<b>&amp;"\'',
  '#N/A',
  '#REF!',
  '🧮 𝔘nicode',
]

/** What another reader finds in the first columns of the second line and on. */
async function readBack(lines: readonly (readonly Cell[])[]) {
  const made = sheet('Sheet', [column('a', 'A', 10), column('b', 'B', 10, 'money'), column('c', 'C', 10, 'price')])
  for (const [a = null, b = null, c = null] of lines) addLine(made, { a, b, c })
  const bytes = await writeExcel({ title: 'T & <T>', at: '2026-11-22T10:00:00Z', sheets: [made], names: [] })
  const { sheets } = await readXlsx(bytes)
  return sheets[0]!
}

describe('a file of Excel', () => {
  it('gives every text back to another reader as it was, and never as a formula or an error', async () => {
    const { rows, cells } = await readBack(awkwardTexts.map((text) => [text]))
    expect(rows.slice(1).map(([text]) => text)).toEqual(awkwardTexts)
    expect([...(cells ?? new Map<string, { formula?: string }>()).values()].filter(({ formula }) => formula !== undefined)).toEqual([])
  })

  it('gives any numbers and texts back', async () => {
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(texts, numbers, numbers), { minLength: 1, maxLength: 20 }), async (lines) => {
        const { rows } = await readBack(lines)
        expect(rows.slice(1)).toEqual(lines.map(([text, b, c]) => [text, b + 0, c + 0]))
      }),
      { numRuns: 25 },
    )
  })

  it('holds formulas with the values they have now: a number, a text, an error', async () => {
    const sayings = [computed('IF(A1<2,"<&>",1)', '<&>'), computed('1+1', 2), computed('NA()', '#N/A')]
    const made = sheet('Sheet', [column('a', 'A', 10)])
    for (const a of sayings) addLine(made, { a })
    const bytes = await writeExcel({ title: '', at: '2026-11-22T10:00:00Z', sheets: [made], names: [] })
    const xml = unzipped(bytes).get('xl/worksheets/sheet1.xml')!.toString('utf8')
    expect([...xml.matchAll(/<c r="A[2-4]"[^>]*>.*?<\/c>/g)].map(([cell]) => cell)).toEqual([
      '<c r="A2" t="str"><f>IF(A1&lt;2,&quot;&lt;&amp;&gt;&quot;,1)</f><v>&lt;&amp;&gt;</v></c>',
      '<c r="A3"><f>1+1</f><v>2</v></c>',
      '<c r="A4" t="e"><f>NA()</f><v>#N/A</v></c>',
    ])
  })

  it('cuts a text that no cell can hold', async () => {
    const { rows } = await readBack([['x'.repeat(40_000)]])
    expect(rows[1]![0]).toBe(`${'x'.repeat(32_000)}…`)
  })
})

describe('an archive', () => {
  it('holds files as they are, told by their checksum', async () => {
    const whole = fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(whole, async (texts) => {
        const part = await zipPart('folder/name.xml', texts)
        const bytes = Buffer.from(texts.join(''))
        expect({ crc: part.crc, length: part.length }).toEqual({ crc: crc32(bytes), length: bytes.length })
        expect(
          unzipped(zipArchive([part, part]))
            .get('folder/name.xml')!
            .equals(bytes),
        ).toBe(true)
      }),
    )
  })
})

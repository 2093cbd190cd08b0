import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTsv, writeTsv } from '#renderer/sheet/tsv.ts'

describe('tab-separated text', () => {
  it('reads what Excel puts on the clipboard, with its line end at the end', () =>
    expect(readTsv('a\tb\r\n1\t2\r\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]))
  it('reads what LibreOffice puts there, without', () =>
    expect(readTsv('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]))
  it('keeps empty cells and empty rows', () => expect(readTsv('a\t\n\n\tb')).toEqual([['a', ''], [''], ['', 'b']]))
  it('reads quoted cells that hold tabs, line ends and quotes', () =>
    expect(readTsv('"a\tb"\t"say ""hi"""\r\n"two\nlines"\tc')).toEqual([
      ['a\tb', 'say "hi"'],
      ['two\nlines', 'c'],
    ]))
  it('takes a quote inside a cell for itself', () => expect(readTsv('5" pipe\tx')).toEqual([['5" pipe', 'x']]))
  it('takes a quote that never closes for itself', () => expect(readTsv('"open\tx')).toEqual([['"open', 'x']]))
  it('takes a quoted word followed by more text for itself', () => expect(readTsv('"a" b\tc')).toEqual([['"a" b', 'c']]))
  it('reads an empty clipboard as one empty cell', () => expect(readTsv('')).toEqual([['']]))

  it('reads back every block it wrote', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '"', '""', 'a\tb', 'a\nb', 'a\r\nb', '"q"', ' '))
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
    fc.assert(
      fc.property(block, (cells) => {
        // A last row that is one empty cell is written as a final line end, which reads as none.
        fc.pre(cells.length === 1 || cells[0]!.length > 1 || cells.at(-1)![0] !== '')
        expect(readTsv(writeTsv(cells))).toEqual(cells)
      }),
    )
  })
})

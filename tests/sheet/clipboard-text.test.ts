import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readForeignHtml, readOwnHtml } from '#renderer/sheet/clipboard-html.ts'
import { guarded, plainBlock, unguarded, writeHtml } from '#renderer/sheet/clipboard-text.ts'

describe('the clipboard', () => {
  it('carries the exact text and number of each cell beside what other programs read', () => {
    const html = writeHtml({ token: 't1', rows: [[{ plain: '8', exact: '=nodes * 2', value: '8' }]] })
    expect(html).toContain('<table data-skytally="t1">')
    expect(html).toContain('<td data-text="=nodes * 2" data-value="8">8</td>')
  })

  it('writes names that look like markup as text', () => {
    const html = writeHtml({ token: 't', rows: [[{ plain: '<img src=x onerror=alert(1)>', exact: '"><script>', value: null }]] })
    expect(html).not.toContain('<img')
    expect(html).not.toContain('<script>')
    expect(html).toContain('data-text="&quot;&gt;&lt;script&gt;"')
  })

  it('does not hand other spreadsheets a name as a formula', () => {
    expect(guarded('=HYPERLINK("http://x")')).toBe(`'=HYPERLINK("http://x")`)
    expect(guarded('@cmd')).toBe("'@cmd")
    expect(guarded('-cmd')).toBe("'-cmd")
    expect(guarded('-5')).toBe('-5')
    expect(guarded('API')).toBe('API')
    expect(unguarded(guarded('=x'))).toBe('=x')
    expect(unguarded("'quoted'")).toBe("'quoted'")
  })

  it('gives other programs the plain texts', () => {
    expect(
      plainBlock({
        token: 't',
        rows: [
          [
            { plain: 'a', exact: null, value: null },
            { plain: '1.5', exact: '=3/2', value: '1.5' },
          ],
        ],
      }),
    ).toEqual([['a', '1.5']])
  })
})

describe('tables on the clipboard', () => {
  it('come back exactly as this program wrote them', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('<b>', '"', '&amp;', 'a\tb\r\nc', 'x\' y="z"', '=cost("API ""x""")'),
    )
    const cell = fc.record({ plain: fc.constant('x'), exact: fc.option(text), value: fc.option(fc.double({ noNaN: true }).map(String)) })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(readOwnHtml(writeHtml({ token: 'abc', rows }))).toEqual({ token: 'abc', rows })
      }),
    )
  })

  it('of other programs are read by their texts', () => {
    const excel = `<html><body><!--StartFragment--><table width=192><col width=64><tr height=20><td height=20 class=xl65 style='height:15.0pt'>API&nbsp;1</td><td align=right x:num="4.5">4.50</td></tr><tr><td colspan=2>two<br>lines</td></tr></table></body></html>`
    expect(readForeignHtml(excel)).toEqual([
      ['API 1', '4.50'],
      ['two\nlines', ''],
    ])
  })

  it('lose their markup and never run', () => {
    expect(readForeignHtml('<table><tr><td><script>alert(1)</script><b>a</b> &lt;i&gt;</td></tr></table>')).toEqual([['alert(1)a <i>']])
  })

  it('are none in text that has none', () => {
    expect(readForeignHtml('<p>1\t2</p>')).toBeNull()
    expect(readOwnHtml('<table><tr><td>1</td></tr></table>')).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
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
    expect(plainBlock({ token: 't', rows: [[{ plain: 'a', exact: null, value: null }, { plain: '1.5', exact: '=3/2', value: '1.5' }]] })).toEqual([['a', '1.5']])
  })
})

import { describe, expect, it } from 'vitest'
import { markdownReport } from '#pricing/export/markdown.ts'
import { escapedMarkdown, markdownTable } from '#pricing/export/table.ts'
import { attacked, hostileTexts, row, workbookOf } from './kit-workbooks.ts'
import { meta, reportsOf } from './kit.ts'

describe('a text in Markdown', () => {
  it.each([
    ['*strong* _soft_ ~gone~ `code`', '\\*strong\\* \\_soft\\_ \\~gone\\~ \\`code\\`'],
    ['[a link](http://example.com)', '\\[a link\\](http://example.com)'],
    ['<b>R&D</b> &lt;', '&lt;b>R&D&lt;/b> &amp;lt;'],
    ['one\r\ntwo\tthree', 'one two three'],
    ['turned \u202e around, rung \u0007', 'turned \uFFFD around, rung \uFFFD'],
    ['a|b \\ c', 'a\\|b \\\\ c'],
  ])('%j reads as it was typed', (text, markdown) => {
    expect(escapedMarkdown(text)).toBe(markdown)
  })

  it('stays within its cell', () => {
    const table = markdownTable([{ title: 'A', align: 'left' }], [['one\n| two |'], ['\u2028three']])
    expect(table.split('\n')).toHaveLength(4)
  })
})

describe('the Markdown report', () => {
  it('keeps its tables whole whatever rows are called', () => {
    const named = reportsOf(
      workbookOf(hostileTexts.map((text, at) => row(`r${at}`, 'general.flat', { monthly: '1' }, { name: `${text}|x\n|` }))),
    )
    const text = markdownReport(named, meta)
    const table = text.split('\n').filter((line) => line.startsWith('|'))
    for (const line of table) expect(line.replaceAll('\\|', '').split('|').length, line).toBe(table[0]!.split('|').length)
  })

  it('compares scenarios and says what was decided', () => {
    const text = markdownReport(reportsOf(attacked), meta)
    expect(text).toContain('## Scenarios')
    expect(text).not.toContain('<script')
  })
})

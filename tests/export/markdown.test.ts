import { describe, expect, it } from 'vitest'
import { escapedMarkdown, markdownTable } from '#pricing/export/table.ts'

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

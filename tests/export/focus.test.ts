import { describe, expect, it } from 'vitest'
import { focusColumns } from '#pricing/export/focus/columns.ts'
import { focusCsv, nextMonth } from '#pricing/export/focus/focus.ts'
import { bought, columns, committed, credited, isAllowed, linesOf, upfront, used } from './kit-focus.ts'
import { hostileTexts, row, workbookOf } from './kit-workbooks.ts'
import { meta, reportsOf, workbookAt } from './kit.ts'

describe('a FOCUS estimate', () => {
  it('knows 57 columns, of which 21 are mandatory', () => {
    expect(columns.size).toBe(57)
    expect([...columns.values()].filter(({ isMandatory }) => isMandatory).length).toBe(21)
  })

  it('has every mandatory column, none that is not of the specification, its own behind', () => {
    const own = focusColumns.filter((column) => column.startsWith('x_'))
    expect(focusColumns.slice(-own.length)).toEqual(own)
    expect(focusColumns.filter((column) => !column.startsWith('x_') && !columns.has(column))).toEqual([])
    expect([...columns].filter(([name, { isMandatory }]) => isMandatory && !focusColumns.some((column) => column === name))).toEqual([])
  })

  it.each([
    ['an example', reportsOf(workbookAt('examples/image-classification.skytally'))],
    ['commitments, spot, agreements and another currency', reportsOf(bought)],
    ['commitments as rows, used in part', reportsOf(committed)],
    ['what is paid upfront, whole or in part', reportsOf(upfront)],
    ['an agreement on what a plan covers', reportsOf(credited)],
  ])('holds what each column allows: %s', (_, reports) => {
    const lines = linesOf(focusCsv(reports, meta, '2026-12'))
    const wrong = lines.flatMap((line) =>
      Array.from(columns, ([name, fact]) => ({ name, value: line.get(name) ?? '', fact })).filter(
        ({ name, value, fact }) => line.has(name) && !isAllowed(value, fact),
      ),
    )
    expect(lines.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  })

  it('adds up to the total at list, after agreements, and as it is paid', () => {
    const [report] = reportsOf(bought)
    const lines = linesOf(focusCsv([report], meta, '2026-12'))
    const sum = (column: string) => used(lines).reduce((total, line) => total + Number(line.get(column)), 0)
    expect(sum('EffectiveCost')).toBeCloseTo(report.estimate.total.monthly, 9)
    expect(sum('ListCost')).toBeCloseTo(report.estimate.total.list, 9)
    expect(sum('ContractedCost')).toBeCloseTo(report.estimate.total.list - report.estimate.total.negotiated, 9)
    expect(lines.map((line) => line.get('x_Unknown'))).toContain('1')
  })

  it('tells a reader of its JSON every tag as it was typed, and no spreadsheet a formula', () => {
    const hostile = workbookOf(
      hostileTexts.map((text, at) =>
        row(`r${at}`, 'general.flat', { monthly: '1' }, { group: text, environment: '', tags: { [text]: text } }),
      ),
    )
    const lines = linesOf(focusCsv(reportsOf(hostile), meta, '2026-12'))
    const tags = lines.map((line) => JSON.parse(line.get('Tags')!))
    expect(tags).toEqual(hostileTexts.map((text) => ({ group: text, [text]: text })))
    expect(lines.filter((line) => /(?:^|[,;|"\t\r\n])'*[=+\-@＝＋－＠]/u.test(line.get('Tags')!))).toEqual([])
  })

  it('leaves a person’s own tag called group as it is', () => {
    const [line] = linesOf(
      focusCsv(
        reportsOf(workbookOf([row('a', 'general.flat', { monthly: '1' }, { group: 'Web', tags: { group: 'mine' } })])),
        meta,
        '2026-12',
      ),
    )
    expect(JSON.parse(line!.get('Tags')!)).toMatchObject({ group: 'mine' })
  })

  it('is of the month after the export', () => {
    expect(nextMonth('2026-11-22T10:00:00Z')).toBe('2026-12')
    expect(nextMonth('2026-12')).toBe('2027-01')
  })
})

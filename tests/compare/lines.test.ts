import { describe, expect, it } from 'vitest'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Workbook } from '#shared/document/types.ts'
import { compare } from '#pricing/analysis/comparison.ts'
import { availabilityText, downtimeText, unreadTexts } from '#pricing/export/availability-text.ts'
import { overlayBook } from '#pricing/catalog/overlay.ts'
import { services } from '#pricing/services/registry.ts'
import { asHtml, asMarkdown, asTsv } from '#renderer/charts/copied-table.ts'
import { copiedTable } from '#renderer/compare/copy.ts'
import { inMiddle } from '#renderer/charts/option.ts'
import { byCategory } from '#renderer/charts/categories.ts'
import { tableDrawing } from '#renderer/charts/table-drawing.ts'
import { stepsTo } from '#renderer/compare/chart-figures.ts'
import { linesOf } from '#renderer/compare/lines.ts'
import type { LineOptions } from '#renderer/compare/lines.ts'
import { amountText, differenceText } from '#renderer/compare/printing.ts'
import { widthsOf } from '#renderer/compare/widths.ts'
import { makePrinter } from '#renderer/ui/printer.ts'
import { flat } from '../workspace/kit.ts'

const context = { book: overlayBook(null, {}), services }

function workbook(rows: readonly (readonly [string, string, string])[], budget: number): Workbook {
  return {
    ...newWorkbook('w', 'W', '2026-11-01'),
    components: new Map(rows.map(([id, group, monthly], at) => [id, { ...flat(id, monthly, { group }), order: at }])),
    budgets: new Map([['b', { id: 'b', order: 1, scope: 'total', monthly: budget, warnAt: '80%' }]]),
  }
}

const comparison = compare(
  [
    {
      name: 'Base',
      workbook: workbook(
        [
          ['api', 'Serving', '100'],
          ['disk', 'Storage', '20'],
        ],
        200,
      ),
      context,
    },
    {
      name: 'Other',
      workbook: workbook(
        [
          ['api', 'Serving', '150'],
          ['disk', 'Storage', '20'],
          ['=cache', 'Serving', '7'],
        ],
        160,
      ),
      context,
    },
  ],
  0,
)

const shown: LineOptions = { onlyDifferences: false, folded: new Set(), opened: new Set() }
const labels = (options: Partial<LineOptions>) => linesOf(comparison, { ...shown, ...options }).map(({ label }) => label)

describe('the lines of a comparison', () => {
  it('are totals, budgets, then every group with its rows', () => {
    expect(labels({})).toEqual(['Total a month', 'List', 'Saved', 'A year', 'Budget', 'Serving', 'api', '=cache', 'Storage', 'disk'])
  })

  it('leave out rows and groups in which nothing differs, where only differences are asked for', () => {
    expect(labels({ onlyDifferences: true })).toEqual(['Total a month', 'List', 'Saved', 'A year', 'Budget', 'Serving', 'api', '=cache'])
  })

  it('show under an unfolded line the effects that are not nothing', () => {
    expect(labels({ opened: new Set(['total']), folded: new Set(['Serving']) }).slice(0, 4)).toEqual([
      'Total a month',
      'Quantity',
      'Mix',
      'List',
    ])
    const effects = linesOf(comparison, { ...shown, opened: new Set(['api', 'disk']) }).filter(({ kind }) => kind === 'effect')
    expect(effects.map(({ label, cells }) => [label, cells.map(({ difference }) => difference)])).toEqual([['Quantity', [null, 50]]])
  })

  it('give subtotals, absence and budgets of each design', () => {
    const lines = new Map(linesOf(comparison, shown).map((line) => [line.label, line]))
    expect(lines.get('Serving')?.cells.map(({ amount, difference }) => [amount, difference])).toEqual([
      [100, null],
      [157, 57],
    ])
    expect(lines.get('=cache')?.cells.map(({ amount }) => amount)).toEqual([null, 7])
    expect(lines.get('Budget')?.cells.map(({ budget }) => budget?.status)).toEqual(['within', 'over'])
  })
})

describe('a copied comparison', () => {
  const table = copiedTable(['Base', 'O|ther'], 0, linesOf(comparison, shown), makePrinter('en-US', 'USD'), 'en-US')

  it('has numbers in full for a spreadsheet, and no text that one would compute', () => {
    const lines = asTsv(table, ',').split('\n')
    expect(lines[0]).toBe('Component\tBase\tO|ther\tO|ther: difference')
    expect(lines).toContain("'=cache\t–\t7\t7")
    expect(lines).toContain('Total a month\t120\t177\t57')
  })

  it('is a table of HTML and of Markdown in which nothing of the names is markup', () => {
    expect(asHtml({ head: ['<b>', 'x'], lines: [{ cells: [{ text: 'a & "b"', value: null }] }] })).toContain('<th>&lt;b&gt;</th>')
    const markdown = asMarkdown(table).split('\n')
    expect(markdown[0]).toBe('| Component | Base | O\\|ther | O\\|ther: difference |')
    expect(markdown).toContain('| **Total a month** | **$120.00** | **$177.00** | **+$57.00 (+47.5%)** |')
  })
})

it('a name too long for its bar keeps both of its ends', () => {
  const [one, two] = ['eu', 'us'].map((end) => inMiddle(`${'Production with three replicas in '.repeat(3)}${end}`, 40))
  expect(one).toMatch(/^Production with .*….*in eu$/)
  expect([one?.length, one === two]).toEqual([40, false])
  expect(inMiddle('Base', 40)).toBe('Base')
})

describe('what nobody knows', () => {
  const priced = (rows: readonly (readonly [string, string, string])[]) => ({ name: 'D', workbook: workbook(rows, 200), context })
  const known = priced([
    ['api', 'Serving', '100'],
    ['disk', 'Storage', '20'],
  ])
  const waiting = priced([
    ['api', 'Serving', ''],
    ['disk', 'Storage', '20'],
  ])
  const printer = makePrinter('en-US', 'USD')
  const lines = linesOf(compare([known, waiting], 0), shown)
  const texts = (label: string, of = lines) =>
    of
      .filter((one) => one.label === label)
      .flatMap((one) => one.cells.map((cell) => [amountText(one, cell, printer, 'en-US'), differenceText(cell, printer, 'en-US')]))

  it('has its mark in the room its column takes, with money of any length and in lines out of sight', () => {
    const yen = makePrinter('ja-JP', 'JPY')
    const dear = lines.map((one) => ({
      ...one,
      cells: one.cells.map((cell) => ({ ...cell, amount: 123_456_789_012, difference: 45_678_901_234, ratio: 0.479, unsure: true })),
    }))
    const { amount, difference } = widthsOf(dear, yen, 'ja-JP')
    const longest = Math.max(...dear.flatMap(({ cells }) => cells.map((cell) => differenceText(cell, yen, 'ja-JP').length)))
    expect(differenceText({ ...dear[0]!.cells[0]! }, yen, 'ja-JP')).toMatch(/\(\+47\.9.*\) ±\?$/)
    expect(difference).toBeGreaterThanOrEqual(longest)
    expect(amount).toBeGreaterThan(16)
    expect(longest).toBeGreaterThan(19)
    expect(widthsOf([...lines, ...dear.slice(-1)], yen, 'ja-JP').difference).toBe(difference)
    expect(widthsOf([], yen, 'ja-JP')).toEqual({ amount: 16, difference: 19 })
  })

  it('is no amount of zero, and makes the difference unknown', () => {
    expect(texts('api')).toEqual([
      ['$100.00', ''],
      ['—', '—'],
    ])
    expect(texts('Serving')).toEqual([
      ['$100.00', ''],
      ['—', '—'],
    ])
    expect(lines.find(({ label }) => label === 'api')?.open).toBeUndefined()
  })

  it('is said beside a total that leaves it out, and beside the difference', () => {
    expect(texts('Total a month')).toEqual([
      ['$120.00', ''],
      ['$20.00 +?', '-$100.00 (-83.3%) ±?'],
    ])
    expect(texts('A year')[1]).toEqual(['$240.00 +?', '-$1,200.00 (-83.3%) ±?'])
  })

  it('keeps no budget', () => {
    expect(texts('Budget')).toEqual([
      ['60% of $200, within', ''],
      ['at least 10% of $200, 1 figure not known', ''],
    ])
  })

  it('is a difference also where the money is the same', () => {
    const idle = priced([['api', 'Serving', '0']])
    const open = priced([['api', 'Serving', '']])
    const found = linesOf(compare([idle, open], 0), { ...shown, onlyDifferences: true })
    expect(texts('api', found)).toEqual([
      ['$0.00', ''],
      ['—', '—'],
    ])
  })

  it('is counted in a column of its own for a spreadsheet', () => {
    const copied = asTsv(copiedTable(['A', 'B'], 0, lines, printer, 'en-US'), '.').split('\n')
    expect(copied[0]).toBe('Component\tA\tB\tB: difference\tB: not known')
    expect(copied).toContain('Total a month\t120\t20\t-100\t1')
    expect(copied).toContain('api\t100\t—\t—\t1')
    expect(copied).toContain('disk\t20\t20\t0\t')
  })

  it('prints effects that add up to the printed difference, and keeps them exact', () => {
    const cells = (a: string, b: string) => priced([['api', 'Serving', a], ...(b === '' ? [] : [['disk', 'Storage', b] as const])])
    const { subjects, ...rest } = compare([cells('0', '12.345'), cells('599.60448', '')], 0)
    const found = linesOf({ subjects, ...rest }, { ...shown, opened: new Set(['total']) })
    const texts = ['total', 'total quantity', 'total mix'].map((key) => {
      const cell = found.find((line) => line.key === key)!.cells[1]!
      return differenceText({ ...cell, ratio: null }, printer, 'en-US')
    })
    expect(texts).toEqual(['+$587.26', '+$599.60', '-$12.34'])
    expect(found.find(({ key }) => key === 'total mix')!.cells[1]!.difference).toBeCloseTo(-12.345, 12)
    expect(stepsTo(subjects[0]!, subjects[1]!)!.map(({ shown: printed }) => printed)).toEqual([undefined, 599.6, -12.34, undefined])
  })

  it('leaves no way to draw between totals of which one is not known', () => {
    const nothing = priced([['api', 'Serving', '']])
    const { subjects } = compare([known, nothing, waiting], 0)
    const [base, unknown, partly] = subjects
    expect(stepsTo(base!, unknown!)).toBeNull()
    expect(stepsTo(base!, partly!)?.map(({ label, mark }) => [label, mark])).toEqual([
      ['D', ''],
      ['Quantity', ' ±?'],
      ['D', ' +?'],
    ])
  })

  it('is no bar, and stands over the bar that leaves it out', () => {
    const { subjects } = compare([known, waiting, priced([['api', 'Serving', '']])], 0)
    expect(byCategory(subjects, printer).sums).toEqual(['$120.00', '$20.00 +?', '—'])
    expect(byCategory(subjects, printer).series.map(({ values }) => values)).toEqual([[120, 20, null]])
  })
})

describe('the availability of designs', () => {
  const tagged = (tags: readonly Readonly<Record<string, string>>[]) => ({
    name: 'D',
    workbook: { ...workbook([], 1), components: new Map(tags.map((one, at) => [String(at), flat(String(at), '1', { tags: one })])) },
    context,
  })
  const printer = makePrinter('en-US', 'USD')

  it('stands beside each, and says what it leaves out', () => {
    const designs = [
      tagged([{ availability: '99.95%' }, { availability: '99.99%' }]),
      tagged([{ availability: '99.5%' }, {}]),
      tagged([{}]),
    ]
    const line = linesOf(compare(designs, 0), shown).find(({ kind }) => kind === 'availability')
    expect(line?.cells.map((cell) => amountText(line, cell, printer, 'en-US'))).toEqual(['99.94%', 'at most 99.5%', '—'])
    expect(line?.cells.map(({ availability }) => downtimeText(availability!, 'en-US'))).toEqual([
      '5.26 hours a year down',
      'at least 43.8 hours a year down, 1 row does not say',
      null,
    ])
  })

  it('names the rows whose availability cannot be read, and the form wanted', () => {
    const designs = [tagged([{ availability: '99.5%' }, { availability: '99.95' }, {}]), tagged([{ availability: '120%' }])]
    const line = linesOf(compare(designs, 0), shown).find(({ kind }) => kind === 'availability')
    expect(line?.cells.map((cell) => amountText(line, cell, printer, 'en-US'))).toEqual(['at most 99.5%', '—'])
    expect(downtimeText(line!.cells[0]!.availability!, 'en-US')).toBe(
      'at least 43.8 hours a year down, 1 row does not say, 1 row cannot be read',
    )
    expect(line?.cells.map(({ availability }) => unreadTexts(availability!))).toEqual([
      ['The availability of “1” cannot be read: “99.95”. Write it as 99.95% or as 0.9995.'],
      ['The availability of “0” cannot be read: “120%”. Write it as 99.95% or as 0.9995.'],
    ])
    const many = { share: null, silent: 0, unread: Array.from({ length: 7 }, (_, at) => ({ row: `r${at}`, text: 'high' })) }
    expect(unreadTexts(many)).toHaveLength(6)
    expect(unreadTexts(many).at(-1)).toBe('That of 2 other rows cannot be read either.')
  })

  it('has as many digits as tell it from always', () => {
    const texts = [0.995, 0.99999, 0.99999975, 1].map((share) => availabilityText({ share, silent: 0, unread: [] }, 'en-US'))
    expect(texts).toEqual(['99.5%', '99.999%', '99.999975%', '100%'])
    expect(downtimeText({ share: 0.99999, silent: 0, unread: [] }, 'en-US')).toBe('5.26 minutes a year down')
  })
})

describe('a table as a drawing', () => {
  it('is as wide as its widest cells, sets names in, and lets no name become markup', () => {
    const colours = { text: '#000', muted: '#555', line: '#ccc', surface: '#fff', accent: '', more: '', less: '', series: [] }
    const table = { head: ['Component', 'A'], lines: [{ cells: [cellOf('  <b>'), cellOf('$1.00')] }] }
    const { svg, width, height } = tableDrawing(table, colours, 'serif', (text) => text.length * 10)
    expect([width, height]).toEqual([90 + 20 + 50 + 20, 48])
    expect(svg).toContain('<text x="22" y="40.5" fill="#000">&lt;b&gt;</text>')
    expect(svg).not.toContain('<b>')
  })
})

function cellOf(text: string) {
  return { text, value: null }
}

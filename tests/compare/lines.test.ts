import { describe, expect, it } from 'vitest'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Workbook } from '#shared/document/types.ts'
import { compare } from '#pricing/analysis/comparison.ts'
import { overlayBook } from '#pricing/catalog/overlay.ts'
import { services } from '#pricing/services/registry.ts'
import { asHtml, asMarkdown, asTsv, copiedTable } from '#renderer/compare/copy.ts'
import { linesOf } from '#renderer/compare/lines.ts'
import type { LineOptions } from '#renderer/compare/lines.ts'
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
    expect(asHtml({ head: ['<b>', 'x'], lines: [[{ text: 'a & "b"', value: null }]] })).toContain('<th>&lt;b&gt;</th>')
    const markdown = asMarkdown(table).split('\n')
    expect(markdown[0]).toBe('| Component | Base | O\\|ther | O\\|ther: difference |')
    expect(markdown).toContain('| Total a month | $120.00 | $177.00 | +$57.00 (+47.5%) |')
  })
})

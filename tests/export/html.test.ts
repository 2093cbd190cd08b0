import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settingsOf } from '#shared/document/empty.ts'
import { barsSvg } from '#pricing/export/html/chart.ts'
import { paper, ticksFor } from '#pricing/export/html/drawing.ts'
import { linesSvg } from '#pricing/export/html/lines.ts'
import { waterfallSvg } from '#pricing/export/html/waterfall.ts'
import { htmlReport } from '#pricing/export/html/report.ts'
import { markdownReport } from '#pricing/export/markdown.ts'
import { branches } from './kit-branches.ts'
import { driver, hostileTexts, row, workbookOf } from './kit-workbooks.ts'
import { meta, reportsOf, workbookAt } from './kit.ts'

const attack = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&\u202e'
const hostile = reportsOf(
  workbookOf(
    [
      row('a', 'general.flat', { monthly: '10' }, { name: attack, group: attack, note: attack }),
      row('b', 'aws.ec2', { size: 't3.medium', count: '' }),
    ],
    [driver('d', '1', { note: attack, unit: 'users' })],
    { name: attack, note: attack },
    [{ id: 's', order: 0, name: attack, parent: null, colour: '', decision: { what: attack, why: '', who: '', by: '' }, overrides: [] }],
  ),
)

describe('the HTML report', () => {
  const example = htmlReport(reportsOf(workbookAt('examples/image-classification.skytally')), meta, 'A4')

  it('needs nothing but itself: no script, no address, no font, a policy that says so', () => {
    expect(example).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(example).not.toMatch(/<script|<link|<img|@import|@font-face|url\(|\ssrc=|\shref=/i)
  })

  it('lets no text of the workbook become markup', () => {
    const page = htmlReport(hostile, meta, 'A4')
    expect(page).not.toMatch(/<script|<img/)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('\u202e')
  })

  it('says what the figures rest on and what is not known', () => {
    for (const words of ['$253.81', 'predictions_per_day', '40 KB', 'bundled-2026-11', 'It is no offer', 'within budget', '730 hours'])
      expect(example).toContain(words)
    expect(htmlReport(hostile, meta, 'Letter')).toContain('Not known, in error, to note (1)')
  })

  it('numbers its pages, A4 or Letter', () => {
    expect(example).toContain('size: A4')
    expect(htmlReport(hostile, meta, 'Letter')).toContain('size: Letter')
    expect(example).toContain('counter(page) " / " counter(pages)')
  })
})

describe('what is not known', () => {
  const costs = (id: string, monthly: string) => row(id, 'general.flat', { monthly }, { group: 'Serving' })
  const overrides = [{ kind: 'set', table: 'components', id: 'a', field: 'inputs.monthly', value: '' }] as const
  const scenario = {
    id: 's',
    order: 0,
    name: 'Open',
    parent: null,
    colour: '',
    decision: { what: '', why: '', who: '', by: '' },
    overrides,
  }
  const budget = { id: 'b', order: 0, scope: 'total', monthly: 100, warnAt: '80%' }
  const given = workbookOf([costs('a', '30'), costs('b', '10')], [], {}, [scenario])
  const page = htmlReport(reportsOf({ ...given, budgets: new Map([['b', budget]]) }), meta, 'A4')

  it('is no zero on the cover, and is said beside the totals, bars and differences that leave it out', () => {
    expect(page).toMatch(/>\$10\.00 \+\?<\/text>/)
    expect(page).toContain('<td class="number">$10.00 +?</td><td class="number">$120.00 +?</td>')
    expect(page).toContain('<td class="number"><span class="part">-$30.00</span> <span class="part">(-75%) ±?</span></td>')
    const missing = htmlReport(reportsOf(workbookOf([costs('a', '30'), costs('b', '')])), meta, 'A4')
    for (const what of ['a month', 'below list, a month', 'paid upfront'])
      expect(missing).toMatch(new RegExp(`<b>\\$\\d+\\.00 \\+\\?</b>${what}`))
    const nothing = htmlReport(reportsOf(workbookOf([costs('a', '')])), meta, 'A4')
    expect(nothing).toContain('<b>unknown</b>a month')
    expect(nothing).not.toMatch(/<b>\$0\.00/)
  })

  it('is said of the scenarios it holds in, and what holds in all of them once', () => {
    expect(page).toContain('<tr><td>Base</td><td>Not known</td><td>nothing</td></tr>')
    expect(page).toContain('<tr><td>Open</td><td>Not known</td><td>1 charge is not in the figures</td></tr>')
    expect(page.match(/<td>Month<\/td>/g)).toHaveLength(1)
    expect(page).toContain('<tr><td>All</td><td>Month</td><td>730 hours</td></tr>')
  })

  it('makes every effect on the difference unsure, in the table as in the drawing', () => {
    expect(page).toContain('<tr><td>Open</td><td class="number">-$30.00 ±?</td><td class="number">-$30.00 ±?</td><td class="number">=</td>')
    expect(page).toMatch(/<title>From Base to Open, monthly<\/title>.*?>-\$30\.00 ±\?<\/text>/)
  })

  it('keeps no budget', () => {
    expect(page).toContain('<td class="number">at least 10%</td><td>not certain, 1 figure is missing</td>')
    expect(page).toContain('<td class="number">40%</td><td>within budget</td>')
  })
})

describe('several scenarios in the report', () => {
  const page = htmlReport(reportsOf(branches('4', '8')), meta, 'A4')

  it('stand beside each other row by row, with their differences and why', () => {
    expect(page).toContain('<h2>Scenarios compared</h2>')
    expect(page).toMatch(/<th scope="col">Component<\/th><th[^>]*>Base<\/th><th[^>]*>EU<\/th><th[^>]*>Difference<\/th><th[^>]*>Reserved</)
    expect(page).toContain('<tr><td>Reserved</td><td class="number">+$121.47</td><td class="number">+$121.47</td><td class="number">=</td>')
    const eu = /<tr><td>EU<\/td>((?:<td class="number">[^<]*<\/td>){6})<\/tr>/.exec(page)?.[1] ?? ''
    const amounts = [...eu.matchAll(/>([^<]+)</g)].map(([, text = '']) => (text === '=' ? 0 : Number(text.replaceAll(/[+$,]/g, ''))))
    expect(amounts).toHaveLength(6)
    expect(amounts.slice(1).reduce((sum, one) => sum + one)).toBeCloseTo(amounts[0]!, 9)
    expect(amounts[3]).toBeGreaterThan(0)
  })
})

describe('the cover', () => {
  it('says whose its figures are where there are several scenarios', () => {
    const several = htmlReport(reportsOf(branches('4', '8')), meta, 'A4')
    expect(several).toMatch(/<h2>Base<\/h2>\s*<div class="totals">/)
    expect(htmlReport(reportsOf(workbookOf([row('a', 'general.flat', { monthly: '1' })])), meta, 'A4')).not.toMatch(
      /<h2>[^<]*<\/h2>\s*<div class="totals">/,
    )
  })

  it('leaves what is written at a bar’s end room for its digits', () => {
    const text = '€1,458,118,362.36 +?'
    const [, at] = /<text x="([\d.]+)" y="[\d.]+">€/.exec(barsSvg('Way', [{ label: 'a', text, parts: [{ name: 'a', value: 1 }] }]))!
    expect(720 - Number(at)).toBeGreaterThan(text.length * 7.5)
  })

  it('has room for scenarios whose amounts are long: fewer of them to a table, their shares on a line below', () => {
    const set = (id: string, monthly: string) =>
      ({
        id,
        order: Number(id),
        name: `S${id}`,
        parent: null,
        colour: '',
        decision: { what: '', why: '', who: '', by: '' },
        overrides: [{ kind: 'set', table: 'components', id: 'a', field: 'inputs.monthly', value: monthly }],
      }) as const
    const tables = (values: readonly string[]) => {
      const scenarios = values.map((value, at) => set(String(at), value))
      const page = htmlReport(reportsOf(workbookOf([row('a', 'general.flat', { monthly: '100' })], [], {}, scenarios)), meta, 'A4')
      return { count: page.match(/<th scope="col">Component<\/th><th[^>]*>Base/g)!.length, page }
    }
    expect(tables(['200', '300', '400']).count).toBe(1)
    const long = tables(['1458118.36', '1458119.36', '1458120.36'])
    expect(long.count).toBe(2)
    expect(long.page).toContain('<span class="part">+$1,458,018.36</span> <span class="part">(+1,458,018.4%)</span>')
  })

  it('lets names without a blank be broken wherever they stand', () => {
    const name = 'x'.repeat(120)
    const scenario = { id: 's', order: 0, name, parent: null, colour: '', decision: { what: '', why: '', who: '', by: '' }, overrides: [] }
    const page = htmlReport(reportsOf(workbookOf([row('a', 'general.flat', { monthly: '1' })], [], {}, [scenario])), meta, 'A4')
    expect(page).toMatch(new RegExp(`<th[^>]*><span class="long">${name}</span></th>`))
    expect(page).toContain('h1, h2, h3, p { overflow-wrap: anywhere; }')
  })
})

describe('the way from one scenario to another', () => {
  const step = (amount: number, isTotal = false) => ({ label: String(amount), amount, isTotal, text: `$${amount}`, isUnsure: false })
  const bars = (svg: string) =>
    [...svg.matchAll(/<rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)" fill="([^"]+)"/g)].map(([, top, height, fill]) => ({
      top: Number(top),
      bottom: Number(top) + Number(height),
      fill,
    }))

  it('begins every step where the one before it ended, and ends at the total', () => {
    const amounts = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), amounts, (from, steps) => {
        const to = steps.reduce((sum, amount) => sum + amount, from)
        const drawn = bars(waterfallSvg('Way', [step(from, true), ...steps.map((amount) => step(amount)), step(to, true)]))
        const levels = drawn.map(({ top, bottom }) => [top, bottom])
        for (const [at, edges] of levels.slice(1).entries()) {
          const meets = levels[at]!.some((edge) => edges.some((other) => Math.abs(edge - other) <= 1.2))
          expect(meets, `${at + 1} of ${from}, ${steps.join(', ')}`).toBe(true)
        }
      }),
    )
  })

  it('tells more from less by colour, texture and sign, and calls what is not sure neither', () => {
    const [, more, less, unsure] = bars(waterfallSvg('Way', [step(5, true), step(3), step(-2), { ...step(1), isUnsure: true }]))
    expect([more!.fill, less!.fill, unsure!.fill]).toEqual([paper.more, paper.less, paper.muted])
    expect(waterfallSvg('Way', [step(50, true), step(30)]).match(/stroke-opacity/g)).toHaveLength(1)
  })

  it('is drawn for every scenario that differs and is known, under the table of its steps', () => {
    const page = htmlReport(reportsOf(branches('4', '8')), meta, 'A4')
    expect([...page.matchAll(/<title>From Base to (\w+), monthly<\/title>/g)].map(([, name]) => name)).toEqual(['EU', 'Reserved'])
    expect(page).toMatch(/<title>From Base to Reserved, monthly<\/title>.*?>\+\$121\.47<\/text>/)
  })
})

describe('costs month by month', () => {
  const growing = workbookOf([row('fee', 'general.flat', { monthly: '=users' })], [driver('users', '10', { growth: '10%' })])

  it('are a line and a table', () => {
    const page = htmlReport(reportsOf(growing), meta, 'A4')
    expect(page).toContain(
      '<td><span class="whole">2026-11</span></td><td class="number">$10.00</td></tr><tr><td><span class="whole">2026-12</span></td><td class="number">$11.00</td>',
    )
    expect(page).toMatch(/<td>All 12 months<\/td><td class="number">\$213\.84<\/td>/)
    expect(page).toContain('<title>Monthly cost of each scenario</title>')
  })

  it('are left out where one scenario costs the same in every month and nobody set a horizon', () => {
    const flat = workbookOf([row('fee', 'general.flat', { monthly: '10' })])
    expect(htmlReport(reportsOf(flat), meta, 'A4')).not.toContain('Month by month')
    const asked = {
      ...flat,
      settings: new Map([['settings', { ...settingsOf(flat), horizon: { start: '2027-02', months: 3, yearlyRate: '0%' } }]]),
    }
    expect(htmlReport(reportsOf(asked), meta, 'A4')).toContain('<td><span class="whole">2027-04</span></td><td class="number">$10.00</td>')
  })

  it('leave a gap where nobody knows them', () => {
    const svg = linesSvg('Lines', ['a', 'b', 'c', 'd'], [{ name: 'x', values: [1, null, 2, 3] }], String)
    const [, path] = /<path d="([^"]*)" fill="none"/.exec(svg)!
    expect(path).toMatch(/^M[\d. ]+M[\d. ]+L[\d. ]+$/)
    const nothing = htmlReport(reportsOf(workbookOf([row('fee', 'general.flat', { monthly: '' })], [], {}, [])), meta, 'A4')
    expect(nothing).not.toContain('Month by month')
  })

  it('have a scale that holds zero and every amount, at round steps', () => {
    const cents = fc.oneof(fc.integer({ min: -1e4, max: 1e4 }), fc.integer({ min: -1e11, max: 1e11 })).map((amount) => amount / 100)
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 5 }), (amounts) => {
        const ticks = ticksFor(amounts)
        expect(ticks).toContain(0)
        expect(ticks.length).toBeLessThanOrEqual(12)
        const slack = 1e-12
        expect(Math.min(...amounts, 0)).toBeGreaterThanOrEqual(ticks[0]! * (1 + slack))
        expect(Math.max(...amounts, 0)).toBeLessThanOrEqual(ticks.at(-1)! * (1 + slack))
      }),
    )
  })

  it('are drawn in the colours of the light theme', () => {
    const tokens = readFileSync('renderer/ui/tokens.css', 'utf8')
    const light = (name: string) => new RegExp(`--sky-${name}: light-dark\\((#\\w+),`).exec(tokens)?.[1]
    expect(paper).toEqual({
      text: light('text'),
      muted: light('text-muted'),
      line: light('line'),
      surface: light('surface'),
      accent: light('accent'),
      more: light('bad'),
      less: light('good'),
      series: ['blue', 'orange', 'teal', 'purple', 'yellow', 'red', 'green', 'pink', 'grey'].map((hue) => light(`hue-${hue}`)),
    })
  })
})

describe('the chart', () => {
  it('draws bars as long as their amounts, the longest as wide as there is room', () => {
    const svg = barsSvg('Costs', [
      { label: 'A', text: '$10', parts: [{ name: 'x', value: 10 }] },
      { label: 'B', text: '$5', parts: [{ name: 'x', value: 5 }] },
    ])
    expect([...svg.matchAll(/<rect x="190" y="\d+" width="([\d.]+)"/g)].map(([, width]) => Number(width))).toEqual([410, 205])
  })

  it('draws nothing for amounts that are zero or below', () => {
    const svg = barsSvg('Costs', [
      {
        label: 'A',
        text: '-',
        parts: [
          { name: 'x', value: 0 },
          { name: 'y', value: -3 },
        ],
      },
    ])
    expect(svg).not.toMatch(/NaN|Infinity|width="-/)
  })
})

describe('parts of a bar', () => {
  const parts = Array.from({ length: 16 }, (_, at) => ({ name: `Part ${at}`, value: 10 }))
  const svg = barsSvg('Costs', [{ label: 'A', text: '$160', parts }])
  const looks = [...svg.matchAll(/height="22" fill="(#\w+)"[^>]*><title>[^<]*<\/title><\/rect>(?:<path d="([^"]*)")?/g)]

  it('are told apart in grey and by people who see fewer colours: by texture as well as by colour', () => {
    const relative = looks.map(([, fill, lines = '']) => `${fill} ${lines.replaceAll(/[\d.]+ [\d.]+/g, 'p').length} ${directions(lines)}`)
    expect(looks).toHaveLength(16)
    expect(new Set(relative).size).toBe(16)
    expect(new Set(looks.slice(0, 4).map(([, , lines = '']) => directions(lines))).size).toBe(4)
  })

  it('have lines that stay in their box, and names in a legend of the same look', () => {
    const [left = 0, width = 0] = /<rect x="([\d.]+)" y="0" width="([\d.]+)"[^>]*><title>Part 1</.exec(svg)?.slice(1).map(Number) ?? []
    const points = [...(looks[1]?.[2] ?? '').matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    expect(points.length).toBeGreaterThan(4)
    for (const [x, y] of points) {
      expect(x).toBeGreaterThanOrEqual(left - 0.1)
      expect(x).toBeLessThanOrEqual(left + width + 0.1)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(22)
    }
    expect(svg).toMatch(/height="13"[^>]*><title>Part 15<\/title><\/rect><path [^>]*\/><text [^>]*>Part 15</)
  })
})

/** Which ways the lines of a path go. */
function directions(lines: string): string {
  const ways = [...lines.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].map(
    ([, x1, y1, x2, y2]) => `${Math.sign(Number(x2) - Number(x1))} ${Math.sign(Number(y2) - Number(y1))}`,
  )
  return [...new Set(ways)].toSorted().join()
}

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
    const text = markdownReport(hostile, meta)
    expect(text).toContain('## Scenarios')
    expect(text).not.toContain('<script')
  })
})

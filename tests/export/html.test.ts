import { describe, expect, it } from 'vitest'
import { settingsOf } from '#shared/document/empty.ts'
import { htmlReport } from '#pricing/export/html/report.ts'
import { branches } from './kit-branches.ts'
import { attacked, driver, row, workbookOf } from './kit-workbooks.ts'
import { meta, reportsOf, workbookAt } from './kit.ts'

const hostile = reportsOf(attacked)

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

  it('are left out where nobody knows them', () => {
    const nothing = htmlReport(reportsOf(workbookOf([row('fee', 'general.flat', { monthly: '' })], [], {}, [])), meta, 'A4')
    expect(nothing).not.toContain('Month by month')
  })
})

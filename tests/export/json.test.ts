import { describe, expect, it } from 'vitest'
import type { Budget } from '#shared/document/types.ts'
import { reportJson } from '#pricing/export/json.ts'
import { markdownReport } from '#pricing/export/markdown.ts'
import { row, workbookOf } from './kit-workbooks.ts'
import { meta, reportsOf } from './kit.ts'

const reserved = { kind: 'reserved', term: '1y', payment: 'all-upfront', coverage: '100%' } as const
const machines = row('web', 'aws.ec2', { size: 'm5.large', count: '08-20 = 4, else 1' }, { purchase: [reserved] })

const budgets = new Map<string, Budget>([
  ['all', { id: 'all', order: 1, scope: 'total', monthly: 100, warnAt: '50', failAt: '120%' }],
  ['none', { id: 'none', order: 2, scope: 'group:Nobody', monthly: 10, warnAt: '' }],
])
const reports = reportsOf({ ...workbookOf([machines, row('fee', 'general.flat', { monthly: '' })]), budgets })

describe('the JSON of an estimate', () => {
  it('has everything that is known of how hours are bought', () => {
    const [scenario] = reportJson(reports).scenarios
    const { charges } = reports[0].estimate.components[0]!
    const line = charges[0]!.discounts[0]!
    expect(scenario!.components[0]!.charges[0]!.discounts[0]).toMatchObject({
      kind: 'commitment',
      utilisation: line.utilisation,
      unused: line.unused,
      upfront: line.upfront,
      term: '1y',
    })
  })

  it('has null and no zero for what is not known, of rows and of budgets that watch nothing', () => {
    const [scenario] = reportJson(reports).scenarios
    expect(scenario!.components[1]).toMatchObject({ list: null, monthly: null, upfront: null, unknown: 1 })
    expect(scenario!.budgets).toMatchObject([
      { scope: 'total', warnsFrom: 50, failsAbove: 120, actual: reports[0].estimate.total.monthly },
      { scope: 'group:Nobody', actual: null, ratio: null, status: null, problem: { code: expect.any(String) } },
    ])
    const budget = { id: 'b', order: 0, scope: 'total', monthly: 10, warnAt: '' }
    const nothing = reportsOf({ ...workbookOf([row('a', 'general.flat', { monthly: '' })]), budgets: new Map([['b', budget]]) })
    const [unknown] = reportJson(nothing).scenarios
    const amounts = { list: null, monthly: null, annual: null, upfront: null, unknown: 1 }
    expect(unknown).toMatchObject({
      total: amounts,
      groups: { Serving: amounts },
      budgets: [{ actual: null, ratio: null, certain: false }],
    })
    expect(markdownReport(nothing, meta)).toContain('| total | $10.00 | unknown | unknown | not certain, 1 figure is missing |')
    expect(markdownReport(reports, meta)).toMatch(/\| group:Nobody +\| +\$10\.00 \| +\| +\| /)
  })
})

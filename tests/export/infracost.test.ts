import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText } from '#pricing/export/decimal.ts'
import { infracostJson } from '#pricing/export/infracost.ts'
import { branches } from './kit-branches.ts'
import { row, workbookOf } from './kit-workbooks.ts'
import { meta, reportsOf } from './kit.ts'

const [report] = reportsOf(
  workbookOf([
    row('machines', 'aws.ec2', { size: 't3.medium', count: '4' }),
    row('nothing', 'aws.s3', { stored: '' }),
    row('unpriced', 'aws.ec2', { size: 't3.medium', count: '1' }, { region: 'eu-south-9' }),
  ]),
)

describe('a decimal text', () => {
  it('is the same number, without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimalText(value)
        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(text)).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})

describe('Infracost JSON', () => {
  const made = infracostJson([report], meta)
  const resources = made.projects[0]!.breakdown.resources

  it('has money and quantities as decimal strings that multiply to the cost', () => {
    const [machines] = resources
    const [hours] = machines!.costComponents
    expect(hours).toMatchObject({ monthlyQuantity: '2920', hourlyQuantity: '4', price: '0.0416', monthlyCost: '121.472', unit: 'hour' })
    expect(made.version).toBe('0.2')
    expect(Number(made.totalMonthlyCost)).toBeCloseTo(report.estimate.total.monthly, 9)
    expect(Number(made.totalHourlyCost) * 730).toBeCloseTo(report.estimate.total.monthly, 9)
  })

  it('has null for what nobody knows, never zero', () => {
    const [, nothing, unpriced] = resources
    expect(nothing!.costComponents[0]).toMatchObject({ monthlyCost: null, hourlyCost: null, monthlyQuantity: null })
    expect(unpriced!.costComponents[0]).toMatchObject({ monthlyCost: null, hourlyCost: null })
    expect(made.summary.totalNoPriceResources).toBe(2)
    const whole = infracostJson(reportsOf(workbookOf([row('nothing', 'aws.s3', { stored: '' })])), meta)
    for (const totals of [whole, whole.projects[0]!.breakdown])
      expect(totals).toMatchObject({ totalMonthlyCost: null, totalHourlyCost: null })
  })

  it('adds no alternatives up: the whole is the first scenario, the others are projects beside it', () => {
    const reports = reportsOf(branches('4', '8'))
    const whole = infracostJson(reports, meta)
    expect(Number(whole.totalMonthlyCost)).toBeCloseTo(reports[0].estimate.total.monthly, 9)
    expect(Number(whole.totalHourlyCost) * 730).toBeCloseTo(reports[0].estimate.total.monthly, 9)
    expect(whole.summary.totalDetectedResources).toBe(2)
    expect(whole.projects.map(({ name, breakdown }) => [name, Number(breakdown.totalMonthlyCost)])).toEqual(
      reports.map(({ scenario, estimate }) => [scenario, expect.closeTo(estimate.total.monthly, 9)]),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { forecast } from '#pricing/analysis/forecast.ts'
import { focusCsv } from '#pricing/export/focus/focus.ts'
import { bought, committed, credited, isBought, linesOf, upfront, used } from './kit-focus.ts'
import { meta, reportsOf, workbookAt } from './kit.ts'

describe('commitments in a FOCUS estimate', () => {
  it('splits what is committed, on spot and on demand', () => {
    const lines = linesOf(focusCsv(reportsOf(bought), meta, '2026-12')).filter((line) => line.get('ResourceName') === 'machines')
    expect(
      lines.map((line) => [line.get('PricingCategory'), Number(line.get('PricingQuantity')), line.get('CommitmentDiscountStatus')]),
    ).toEqual([
      ['Standard', expect.closeTo(876, 9), ''],
      ['Committed', 1460, 'Used'],
      ['Dynamic', expect.closeTo(584, 9), ''],
      ['Standard', 1460, ''],
    ])
  })

  it('says of a commitment what it is, what uses it and what nothing uses', () => {
    const [report] = reportsOf(committed)
    const lines = linesOf(focusCsv([report], meta, '2026-12'))
    const said = used(lines).map((line) =>
      ['ResourceName', 'PricingCategory', 'CommitmentDiscountCategory', 'CommitmentDiscountStatus', 'ConsumedUnit'].map((name) =>
        line.get(name),
      ),
    )
    expect(said).toEqual([
      ['week', 'Committed', 'Usage', 'Used', 'hour'],
      ['week', 'Committed', 'Usage', 'Unused', ''],
      ['plain', 'Standard', '', '', 'hour'],
      ['plain', 'Committed', 'Spend', 'Used', 'hour'],
      ['plan', 'Committed', 'Spend', 'Unused', ''],
      ['idle', 'Committed', 'Usage', 'Unused', ''],
    ])
    const { total } = report.estimate
    expect(lines.reduce((sum, line) => sum + Number(line.get('EffectiveCost')), 0)).toBeCloseTo(total.monthly, 9)
    expect(used(lines).reduce((sum, line) => sum + Number(line.get('ListCost')), 0)).toBeCloseTo(total.list, 9)
    expect(lines.every((line) => Number(line.get('EffectiveCost')) >= 0)).toBe(true)
  })

  it.each([
    ['shares of a row', bought],
    ['rows of commitments', committed],
    ['payments upfront', upfront],
    ['an agreement on what a plan covers', credited],
    ['no commitment at all', workbookAt('examples/image-classification.skytally')],
  ])('bills what is paid in the first month, and costs what the month does: %s', (_, workbook) => {
    const [report] = reportsOf(workbook)
    const lines = linesOf(focusCsv([report], meta, '2026-12'))
    const sum = (column: string, of = lines) => of.reduce((total, line) => total + Number(line.get(column)), 0)
    const once = lines.filter((line) => line.get('ChargeFrequency') === 'One-Time')
    expect(sum('EffectiveCost')).toBeCloseTo(report.estimate.total.monthly, 8)
    expect(sum('BilledCost')).toBeCloseTo(forecast(report.workbook, report.context, 1).months[0]!.cash, 8)
    expect(sum('BilledCost', once)).toBeCloseTo(report.estimate.total.upfront, 8)
    expect(sum('EffectiveCost', lines.filter(isBought))).toBe(0)
    expect(sum('BilledCost', lines.filter(isCovered))).toBe(0)
  })

  it('bills a reservation once where all of it is paid upfront, for its whole term', () => {
    const lines = linesOf(focusCsv(reportsOf(upfront), meta, '2026-12')).filter((line) => line.get('ResourceName') === 'three years')
    const columns = [
      'ResourceId',
      'ChargeCategory',
      'ChargeFrequency',
      'CommitmentDiscountStatus',
      'CommitmentDiscountId',
      'ChargePeriodEnd',
    ]
    expect(lines.map((line) => columns.map((name) => line.get(name)))).toEqual([
      ['three years', 'Usage', 'Usage-Based', 'Used', 'three years/1', '2027-01-01T00:00:00Z'],
      ['three years/1', 'Purchase', 'One-Time', '', 'three years/1', '2029-12-01T00:00:00Z'],
    ])
    expect(lines.map((line) => Number(line.get('CommitmentDiscountQuantity')))).toEqual([8640, expect.closeTo(12 * 3 * 8760, 6)])
    expect(lines.every((line) => /reserved\/r5.large\/3y-all-upfront/.test(line.get('SkuId')!))).toBe(true)
  })

  it('says all of a commitment wherever it names one, and nothing elsewhere', () => {
    const always = ['Category', 'Name', 'Type'].map((name) => `CommitmentDiscount${name}`)
    const counted = ['Quantity', 'Unit'].map((name) => `CommitmentDiscount${name}`)
    for (const line of [bought, committed, upfront, credited].flatMap((one) => linesOf(focusCsv(reportsOf(one), meta, '2026-12')))) {
      const hasId = line.get('CommitmentDiscountId') !== ''
      const isCredit = line.get('ChargeCategory') === 'Credit'
      for (const name of always) expect(line.get(name) !== '', name).toBe(hasId)
      for (const name of counted) expect(line.get(name) !== '', name).toBe(hasId && !isCredit)
      expect(line.get('CommitmentDiscountStatus') !== '').toBe(hasId && line.get('ChargeCategory') === 'Usage')
      expect(line.get('PricingCategory') === 'Committed').toBe(hasId && line.get('ChargeCategory') === 'Usage')
      expect(Number(line.get('CommitmentDiscountQuantity')) > 0).toBe(hasId && !isCredit)
    }
  })

  it('credits what agreements take off a commitment that was paid at once, and sells nothing below zero', () => {
    const lines = linesOf(focusCsv(reportsOf(credited), meta, '2026-12')).filter((line) => line.get('ResourceName') === 'plan')
    expect(lines.map((line) => [line.get('ChargeCategory'), line.get('ChargeFrequency'), Number(line.get('BilledCost'))])).toEqual([
      ['Purchase', 'One-Time', 876],
      ['Credit', 'Recurring', expect.closeTo(-8.76, 9)],
    ])
  })

  it('counts of a commitment what is used and unused, together what is bought for a month', () => {
    const lines = linesOf(focusCsv(reportsOf(upfront), meta, '2026-12'))
    const quantity = (id: string, category: string) =>
      lines
        .filter((line) => line.get('CommitmentDiscountId') === id && line.get('ChargeCategory') === category)
        .reduce((sum, line) => sum + Number(line.get('CommitmentDiscountQuantity')), 0)
    expect(new Set(lines.map((line) => line.get('x_Unknown')))).toEqual(new Set(['0']))
    expect(quantity('reservation', 'Usage')).toBeCloseTo(2 * 720, 6)
    expect(quantity('in part/1', 'Usage')).toBeCloseTo(2 * 720, 6)
  })
})

function isCovered(line: Map<string, string>): boolean {
  return line.get('CommitmentDiscountStatus') !== ''
}

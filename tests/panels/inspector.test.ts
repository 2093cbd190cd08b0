import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printPurchase, readPurchase } from '#shared/commands/purchase-text.ts'
import { sum } from '#shared/money/index.ts'
import type { PurchaseShare } from '#shared/document/types.ts'
import type { CellRange } from '#renderer/workspace/types.ts'
import { canBeCommitted } from '#renderer/inspector/can-be-committed.ts'
import { fieldUnit } from '#renderer/inspector/field-unit.ts'
import { matching } from '#renderer/inspector/list-items.ts'
import { boughtBy, nextShare, tidyShare } from '#renderer/inspector/purchase-shares.ts'
import { relevantInputs } from '#renderer/inspector/relevant-inputs.ts'
import { selectedRows } from '#renderer/inspector/selected-rows.ts'
import { sumMoney } from '#renderer/inspector/sums.ts'
import { foldedSummary } from '#renderer/drivers/wording.ts'
import { perSecond, quantity, dataPerMonth, moneyPerMonth } from '#pricing/services/fields.ts'
import { services } from '#pricing/services/registry.ts'
import { moneyOf, rowOf, workbookOf } from './kit.ts'

const range = (anchor: string, focus = anchor): CellRange => ({
  anchor: { row: anchor, column: 'name' },
  focus: { row: focus, column: 'monthly' },
})
const none: ReadonlySet<string> = new Set()

describe('the rows a selection touches', () => {
  // On the sheet: A (a, c), B (b, d).
  const workbook = workbookOf([
    rowOf('a', 1, { group: 'A' }),
    rowOf('b', 2, { group: 'B' }),
    rowOf('c', 3, { group: 'A' }),
    rowOf('d', 4, { group: 'B' }),
  ])

  it('are those between its corners as the sheet shows them, whichever corner came first', () => {
    expect(selectedRows(workbook, [range('c')], none)).toEqual(['c'])
    expect(selectedRows(workbook, [range('c', 'b')], none)).toEqual(['c', 'b'])
    expect(selectedRows(workbook, [range('b', 'a')], none)).toEqual(['a', 'c', 'b'])
  })

  it('are each counted once when ranges overlap', () => {
    expect(selectedRows(workbook, [range('a', 'c'), range('c', 'd')], none)).toEqual(['a', 'c', 'b', 'd'])
  })

  it('are all rows of a group when only its heading is selected, or when it is folded', () => {
    expect(selectedRows(workbook, [range('group:B')], none)).toEqual(['b', 'd'])
    expect(selectedRows(workbook, [range('group:A', 'group:B')], new Set(['A', 'B']))).toEqual(['a', 'c', 'b', 'd'])
    expect(selectedRows(workbook, [range('group:B', 'b')], none)).toEqual(['b'])
  })

  it('are none without a selection or when the row is gone', () => {
    expect(selectedRows(workbook, [], none)).toEqual([])
    expect(selectedRows(workbook, [range('gone')], none)).toEqual([])
  })

  it('come to the sum of their figures', () => {
    const money = [moneyOf(1.1, { list: 2, discount: 0.9, unknown: 1 }), moneyOf(2.2, { list: 2.2, upfront: 5, problems: 2 })]
    expect(sumMoney(money, sum)).toEqual({
      list: 4.2,
      discount: 0.9,
      negotiated: 0,
      monthly: 3.3000000000000003,
      upfront: 5,
      unknown: 1,
      problems: 2,
    })
  })
})

describe('how a row is bought', () => {
  const coverage = fc.constantFrom('100%', '50%', '12.5%', '=share', '=0.2 + 0.3', '=min(1,  base + peak)')
  const share: fc.Arbitrary<PurchaseShare> = fc.oneof(
    fc.record({
      kind: fc.constant('reserved' as const),
      term: fc.constantFrom('1y' as const, '3y' as const),
      payment: fc.constantFrom('no-upfront' as const, 'partial-upfront' as const, 'all-upfront' as const),
      coverage,
    }),
    fc.record({
      kind: fc.constant('reserved' as const),
      term: fc.constant('3y' as const),
      payment: fc.constant('no-upfront' as const),
      offering: fc.constant('convertible' as const),
      coverage,
    }),
    fc.record({ kind: fc.constant('spot' as const), coverage }),
  )

  it('is written so that the Buys column reads the same shares', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 3 }), (shares) => {
        const close = (text: string) => text.replaceAll(' ', '')
        const read = readPurchase(printPurchase(shares.map(tidyShare)))
        expect(read?.map((one) => ({ ...one, coverage: close(one.coverage) }))).toEqual(
          shares.map((one) => ({ ...one, coverage: close(one.coverage) })),
        )
      }),
    )
  })

  it('takes a bare number as percent, a number up to one as a share', () => {
    const text = (typed: string) => printPurchase([tidyShare({ kind: 'spot', coverage: typed })])
    expect(text('80')).toBe('Spot 80%')
    expect(text('0.8')).toBe('Spot 80%')
    expect(text('33.3%')).toBe('Spot 33.3%')
  })

  it('keeps the coverage when the way changes, and the payment while there is one', () => {
    const reserved: PurchaseShare = { kind: 'reserved', term: '1y', payment: 'all-upfront', coverage: '40%' }
    expect(boughtBy(reserved, '3y')).toEqual({ ...reserved, term: '3y' })
    expect(boughtBy(reserved, 'spot')).toEqual({ kind: 'spot', coverage: '40%' })
  })

  it('begins with everything reserved, and adds a share of nothing beside another', () => {
    expect(nextShare([])).toMatchObject({ kind: 'reserved', coverage: '100%' })
    expect(nextShare([{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '50%' }])).toEqual({ kind: 'spot', coverage: '0%' })
  })

  it('is asked only of services with hourly sizes', () => {
    const committed = Array.from(services.values()).filter(canBeCommitted)
    expect(committed.map((service) => service.id)).toContain('aws.ec2')
    expect(committed.map((service) => service.id)).not.toContain('aws.s3')
  })
})

describe('fields of the inspector', () => {
  it('say their unit once, with the time it is counted over', () => {
    expect(fieldUnit(quantity({ label: 'Instances', help: '', unit: 'instances' }), 'USD')).toBe('')
    expect(fieldUnit(perSecond({ label: 'New connections', help: '', unit: 'connections' }), 'USD')).toBe('connections/s')
    expect(fieldUnit(dataPerMonth({ label: 'Processed', help: '' }), 'USD')).toBe('GB a month')
    expect(fieldUnit(moneyPerMonth({ label: 'Amount', help: '' }), 'EUR')).toBe('EUR a month')
  })

  it('are those the charges count with, through derived figures too', () => {
    const people = services.get('general.people')
    if (people === undefined) throw new Error('general.people is gone')
    const charge = {
      id: 'seats',
      label: '',
      unit: '',
      quantity: null,
      formula: '',
      working: '',
      tiers: [],
      price: null,
      list: null,
      negotiated: 0,
      discounts: [],
      cost: null,
      upfront: 0,
    }
    const estimate = {
      ...moneyOf(0),
      id: 'r',
      name: '',
      service: people.id,
      region: '',
      inputs: [],
      derived: [],
      charges: [charge],
      issues: [],
    }
    const relevant = relevantInputs(people, estimate)
    expect([relevant.has('seats'), relevant.has('seatPrice'), relevant.has('monthlyCost')]).toEqual([true, true, false])

    const alb = services.get('aws.application-load-balancer')
    if (alb === undefined) throw new Error('the load balancer is gone')
    const charges = Object.keys(alb.charges).map((id) => ({ ...charge, id }))
    expect(relevantInputs(alb, { ...estimate, charges })).toContain('newConnections')
  })

  it('find an item by any words of its name or description, beginnings first', () => {
    const items = ['m5.large', 't3.medium', 't3.large'].map((value) => ({
      value,
      label: value,
      detail: value === 'm5.large' ? '2 vCPU · t3 neighbour' : '2 vCPU',
    }))
    expect(matching(items, 't3').map((item) => item.value)).toEqual(['t3.medium', 't3.large', 'm5.large'])
    expect(matching(items, 'vcpu large').map((item) => item.value)).toEqual(['m5.large', 't3.large'])
    expect(matching(items, 'nothing')).toEqual([])
    expect(matching(items, '')).toHaveLength(3)
  })
})

describe('what a driver folds away', () => {
  const driver = { id: 'd', order: 1, name: 'requests', value: '1', unit: '' }

  it('is named in a few words', () => {
    expect(foldedSummary(driver, 'en-US')).toBe('Range, growth, note, uses')
    expect(foldedSummary({ ...driver, confidence: 'assumed', low: '0.6e6', high: '2e6', growth: '4%', note: 'x' }, 'en-US')).toBe(
      'assumed · 0.6e6 to 2e6 · grows 4% · note',
    )
    expect(foldedSummary({ ...driver, low: '5' }, 'en-US')).toBe('from 5')
    expect(foldedSummary({ ...driver, high: '9' }, 'en-US')).toBe('up to 9')
    expect(foldedSummary({ ...driver, low: '600,000', high: '2,000,000', growth: '0.5%' }, 'de-DE')).toBe(
      '600.000 to 2.000.000 · grows 0,5%',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import type { Adjustment, Component, Settings } from '#shared/document/types.ts'
import { BUNDLED_PRICE_BOOK } from '#shared/document/empty.ts'
import { context } from './book.ts'
import { book, row } from './kit.ts'

const ec2 = (more: Partial<Component> = {}) =>
  row({ service: 'aws.ec2', region: 'us-east-1', inputs: { size: 't3.medium', count: '4' }, ...more })
const list = 4 * 730 * 0.0416

const agreed = (...adjustments: readonly Omit<Adjustment, 'note'>[]): Partial<Settings> => ({
  priceBook: { id: BUNDLED_PRICE_BOOK, adjustments: adjustments.map((one) => ({ ...one, note: '' })) },
})

function only(component: Component, settings: Partial<Settings> = {}) {
  const workbook = book([component], settings)
  const [one] = estimate(workbook, context).components
  if (one === undefined) throw new Error('no row')
  const money = createCalculator(workbook, context).total()
  expect(one).toMatchObject(money)
  return { money, charge: one.charges[0]!, issues: one.issues }
}

describe('a price typed on a row', () => {
  const typed = (price: string) => ec2({ prices: { instances: { price, note: 'offer 12' } } })

  it('stands in place of the book’s, which the explanation keeps beside it', () => {
    const { money, charge } = only(typed('0.03'))
    expect(money.list).toBeCloseTo(4 * 730 * 0.03, 9)
    expect(charge.own).toMatchObject({ text: '0.03', note: 'offer 12', tiers: [{ price: 0.0416 }] })
    expect(charge.own?.price?.sku).toContain('t3.medium')
    expect(charge.price).toBeNull()
  })

  it('is in the workbook’s currency, while the book’s is converted', () => {
    const { money, charge } = only(typed('0.03'), { currency: { code: 'EUR', perUsd: 0.5, asOf: '2026-11-01' } })
    expect(money.list).toBeCloseTo(4 * 730 * 0.03, 9)
    expect(charge.own?.tiers[0]?.price).toBeCloseTo(0.0208, 12)
  })

  it('is refused in the money of another country, whose rate nobody gave', () => {
    const counting = (code: string, perUsd: number) => ({ currency: { code, perUsd, asOf: '2026-11-01' } })
    const problem = (price: string, code: string, perUsd: number) => only(typed(price), counting(code, perUsd)).charge.problem
    expect(problem('$0.10', 'EUR', 0.9)).toMatchObject({
      message: 'The amount is in $, but the workbook counts in EUR.',
      fix: 'Write the amount in EUR, such as 0.10 EUR, or in US dollars as 0.10 USD.',
    })
    expect(problem('€0.10', 'USD', 1)).toMatchObject({
      message: 'The amount is in EUR, but the workbook counts in USD.',
      fix: 'Write the amount in USD, such as 0.10 USD.',
    })
    expect(problem('=2 * $0.10', 'EUR', 0.9)?.message).toContain('counts in EUR')
    for (const [price, code, perUsd] of [
      ['$0.10', 'USD', 1],
      ['$0.10', 'CAD', 1.4],
      ['€0.10', 'EUR', 0.9],
      ['0.2 USD', 'EUR', 0.5],
    ] as const)
      expect(only(typed(price), counting(code, perUsd)).money.list).toBeCloseTo(4 * 730 * 0.1, 9)
  })

  it('prices what the book does not know, and what is not offered', () => {
    const { money, charge, issues } = only({ ...typed('3.06'), region: 'eu-south-9' })
    expect(money).toMatchObject({ unknown: 0, problems: 0 })
    expect(money.list).toBeCloseTo(4 * 730 * 3.06, 9)
    expect(charge.own?.unknown?.reason).toBe('no-price')
    expect(issues).toEqual([])
  })

  it('keeps the book’s commitments, in the same currency', () => {
    const purchase = [{ kind: 'reserved' as const, term: '1y' as const, payment: 'no-upfront' as const, coverage: '50%' }]
    const euros = { currency: { code: 'EUR', perUsd: 0.5, asOf: '2026-11-01' } }
    const { charge } = only({ ...typed('0.03'), purchase }, euros)
    const hourly = charge.discounts[0]?.hourly ?? Number.NaN
    expect(hourly).toBeCloseTo((only(ec2({ purchase })).charge.discounts[0]?.hourly ?? 0) * 0.5, 12)
    expect(charge.cost).toBeCloseTo(4 * 730 * (0.5 * 0.03 + 0.5 * hourly), 9)
  })

  it('that is no price is a problem of its charge, and one for no charge is a problem of the row', () => {
    expect(only(typed('=nobody')).charge.problem?.code).toBe('#NAME?')
    expect(only(typed('-1')).charge.problem?.code).toBe('#NUM!')
    expect(only(typed('5 GB')).charge.problem?.code).toBe('#UNIT!')
    expect(only(ec2({ prices: { storage: { price: '1', note: '' } } })).issues[0]?.message).toContain('"storage"')
  })
})

describe('negotiated discounts', () => {
  it('come off list by service and by region', () => {
    expect(only(ec2(), agreed({ match: 'aws.*', percent: -7 })).money.monthly).toBeCloseTo(list * 0.93, 9)
    expect(only(ec2(), agreed({ match: 'aws.ec2/us-*', percent: -10 })).money.monthly).toBeCloseTo(list * 0.9, 9)
    expect(only(ec2(), agreed({ match: 'aws.ec2/eu-*', percent: -10 }, { match: 'aws.s3', percent: -50 })).money.discount).toBe(0)
  })

  it('compound, the more specific first, in whatever order they stand', () => {
    const both = [
      { match: 'aws.*', percent: -7 },
      { match: 'aws.ec2/us-*', percent: -20 },
    ] as const
    for (const adjustments of [both, both.toReversed()]) {
      const { charge, money } = only(ec2(), agreed(...adjustments))
      expect(charge.discounts.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
        'negotiated Negotiated (aws.ec2/us-*)',
        'negotiated Negotiated (aws.*)',
      ])
      expect(charge.discounts[0]?.amount).toBeCloseTo(list * 0.2, 9)
      expect(charge.discounts[1]?.amount).toBeCloseTo(list * 0.8 * 0.07, 9)
      expect(money.monthly).toBeCloseTo(list * 0.8 * 0.93, 9)
      expect(money.negotiated).toBeCloseTo(money.discount, 9)
    }
  })

  it('are told apart from what commitments save', () => {
    const purchase = [{ kind: 'spot' as const, coverage: '50%', discount: '60%' }]
    const { money } = only(ec2({ purchase }), agreed({ match: 'aws.*', percent: -10 }))
    expect(money.negotiated).toBeCloseTo(list * 0.1, 9)
    expect(money.discount - money.negotiated).toBeCloseTo(list * 0.9 * 0.3, 9)
    expect(money.monthly).toBeCloseTo(list * 0.9 * 0.7, 9)
  })

  it('may be above list', () => {
    const { money } = only(ec2(), agreed({ match: '*', percent: 5 }))
    expect(money.monthly).toBeCloseTo(list * 1.05, 9)
    expect(money.negotiated).toBeCloseTo(-list * 0.05, 9)
  })
})

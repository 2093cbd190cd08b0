import { describe, expect, it } from 'vitest'
import { forecast } from '#pricing/analysis/forecast.ts'
import { monthsOf } from '#pricing/analysis/months.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import type { Component, Driver, PurchaseShare, Workbook } from '#shared/document/types.ts'
import { context } from '#tests/calculator/book.ts'
import { book, row } from '#tests/calculator/kit.ts'

/** m5.large in us-east-1: $0.096 on demand; reserved for a year $494 at once. */
const onDemand = 0.096 * 730
const reservedMonth = 494 / 12

const n = (growth: string): Driver => ({ id: 'n', order: 1, name: 'n', value: '10', unit: '', growth })
const atOnce: PurchaseShare = { kind: 'reserved', term: '1y', payment: 'all-upfront', coverage: '100%' }

function vm(count: string, purchase: readonly PurchaseShare[], more: Partial<Component> = {}): Component {
  return row({ id: 'vm', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count }, purchase, ...more })
}

function monthly(workbook: Workbook, months: number): readonly number[] {
  return forecast(workbook, context, months).months.map(({ total }) => total.monthly)
}

describe('what is reserved of a row', () => {
  it('stays as much as it was when it was bought: what is added later runs on demand', () => {
    const { months, total, presentValue } = forecast(book([vm('=n', [atOnce])], {}, [n('10%')]), context, 14)
    for (const [at, { total: money, cash }] of months.entries()) {
      const machines = 10 * 1.1 ** at
      const reserved = at < 12 ? 10 : 0
      expect(money.monthly).toBeCloseTo(reserved * reservedMonth + (machines - reserved) * onDemand, 6)
      expect(cash).toBeCloseTo((at === 0 ? 4940 : 0) + (machines - reserved) * onDemand, 6)
    }
    expect(presentValue).toBeCloseTo(total, 6)
  })

  it('is paid to the end of its term by those who then need less', () => {
    const { months } = forecast(book([vm('=n', [atOnce])], {}, [n('-20%')]), context, 13)
    for (const { month, total, cash } of months.slice(0, 12)) {
      expect(total.monthly).toBeCloseTo(10 * reservedMonth, 6)
      expect(cash).toBeCloseTo(month === 0 ? 4940 : 0, 6)
    }
    expect(months[12]!.total.monthly).toBeCloseTo(10 * 0.8 ** 12 * onDemand, 6)
    expect(months[12]!.expired).toEqual(['vm'])
  })

  it('for three years costs the same in every month of one', () => {
    const share: PurchaseShare = { ...atOnce, term: '3y', payment: 'no-upfront' }
    const months = monthly(book([vm('=n', [share])], {}, [n('-20%')]), 12)
    const first = estimate(book([vm('10', [share])]), context).total.monthly
    expect(months.map((cost) => Math.abs(cost - first) < 1e-6)).toEqual(months.map(() => true))
  })

  it('ends share by share, each with its own term', () => {
    const shares: readonly PurchaseShare[] = [
      { ...atOnce, coverage: '50%' },
      { ...atOnce, term: '3y', payment: 'no-upfront', coverage: '30%' },
    ]
    const months = monthly(book([vm('=n', shares)], {}, [n('10%')]), 14)
    const three = estimate(book([vm('3', [{ ...shares[1]!, coverage: '100%' }])]), context).total.monthly
    const machines = (month: number) => 10 * 1.1 ** month
    expect(months[5]).toBeCloseTo(5 * reservedMonth + three + (machines(5) - 8) * onDemand, 6)
    expect(months[13]).toBeCloseTo(three + (machines(13) - 3) * onDemand, 6)
  })

  it('leaves to spot its share of each month’s hours', () => {
    const shares: readonly PurchaseShare[] = [
      { ...atOnce, coverage: '50%' },
      { kind: 'spot', coverage: '50%', discount: '60%' },
    ]
    const months = monthly(book([vm('=n', shares)], {}, [n('10%')]), 12)
    for (const [at, cost] of months.entries()) {
      const machines = 10 * 1.1 ** at
      const spot = machines / 2
      expect(cost).toBeCloseTo(5 * reservedMonth + spot * 0.4 * onDemand + (machines - 5 - spot) * onDemand, 6)
    }
  })

  it('is the part of the first month’s peak where machines follow the week', () => {
    const weekly = vm('=n * clock', [atOnce])
    const clock: Driver = { id: 'clock', order: 2, name: 'clock', value: '00-12 = 1, else 0.5', unit: '' }
    const months = monthly(book([weekly], {}, [n('10%'), clock]), 12)
    for (const [at, cost] of months.entries()) {
      const peak = 10 * 1.1 ** at
      const beyond = (Math.max(0, peak - 10) + Math.max(0, peak / 2 - 10)) / 2
      expect(cost).toBeCloseTo(10 * reservedMonth + beyond * onDemand, 6)
    }
  })

  it('leaves a commitment for the whole design what it does not cover in that month', () => {
    const plan = row({ id: 'plan', service: 'aws.compute-savings-plan', inputs: { commitment: '0.48', discount: '50%' } })
    const months = monthly(book([vm('=n', [atOnce]), plan], {}, [n('10%')]), 12)
    for (const [at, cost] of months.entries()) {
      const beyond = 10 * 1.1 ** at - 10
      const covered = Math.min(10, beyond)
      expect(cost).toBeCloseTo(10 * reservedMonth + 0.48 * 730 + (beyond - covered) * onDemand, 6)
    }
  })

  it('has in each month the figures that the plain calculator finds for what was bought', () => {
    const shares: readonly PurchaseShare[] = [
      { ...atOnce, coverage: '40%' },
      { kind: 'spot', coverage: '20%' },
    ]
    const rows = [vm('=n', shares), vm('Mon-Fri 08-18 = 4, else 1', shares, { id: 'night' }), vm('=n / 2', [], { id: 'free' })]
    for (const growth of ['10%', '-10%']) {
      for (const { workbook, moment, calculator } of monthsOf(book(rows, {}, [n(growth)]), context, 14)) {
        const plain = estimate(workbook, { ...context, ...moment })
        expect(calculator.total().monthly).toBeCloseTo(plain.total.monthly, 9)
        expect(calculator.total().upfront).toBeCloseTo(plain.total.upfront, 9)
      }
    }
  })
})

describe('a commitment row', () => {
  const reservations = (inputs: Readonly<Record<string, string>>) =>
    row({
      id: 'ri',
      service: 'aws.reserved-instances',
      region: 'us-east-1',
      inputs: { size: 'm5.large', payment: 'all-upfront', ...inputs },
    })

  it('stays as large as it was when it began, though it was bought by a formula', () => {
    const { months } = forecast(book([vm('=n', []), reservations({ count: '=ceil(n)', start: '3' })], {}, [n('10%')]), context, 15)
    for (const { month, total, cash } of months) {
      const machines = 10 * 1.1 ** month
      const reserved = month >= 2 && month < 14 ? 13 : 0
      const beyond = Math.max(0, machines - reserved)
      expect(total.monthly).toBeCloseTo(reserved * reservedMonth + beyond * onDemand, 6)
      expect(cash).toBeCloseTo((month === 2 ? 13 * 494 : 0) + beyond * onDemand, 6)
    }
  })

  it('that begins later covers and costs nothing in the month that the sheet shows, and says so', () => {
    const now = estimate(book([vm('10', []), reservations({ count: '5', start: '13' })]), context)
    expect(now.total.monthly).toBeCloseTo(10 * onDemand, 6)
    expect(now.total.upfront).toBe(0)
    expect(now.commitments).toEqual([])
    const said = now.components[1]!.charges.flatMap(({ discounts }) => discounts)
    expect(said).toMatchObject([{ label: 'Begins in month 13', amount: 0, notes: [expect.stringContaining('forecast counts it')] }])
    expect(forecast(book([vm('10', []), reservations({ count: '5', start: '13' })]), context, 1).total).toBe(now.total.monthly)
  })
})

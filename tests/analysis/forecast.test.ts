import { describe, expect, it } from 'vitest'
import { forecast } from '#pricing/analysis/forecast.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import type { Budget, Component, Driver, Settings, Workbook } from '#shared/document/types.ts'
import { context } from '#tests/calculator/book.ts'
import { book, row } from '#tests/calculator/kit.ts'

const users: Driver = { id: 'users', order: 1, name: 'users', value: '10', unit: '', growth: '10%' }
const fees = row({ id: 'fees', service: 'general.flat', inputs: { monthly: '=10 * users' } })

function withBudget(workbook: Workbook, budget: Partial<Budget>): Workbook {
  const one: Budget = { id: 'b', order: 1, scope: 'total', monthly: 100, warnAt: '80%', ...budget }
  return { ...workbook, budgets: new Map([['b', one]]) }
}

const horizon = (yearlyRate: string): Partial<Settings> => ({ horizon: { start: '2026-12', months: 12, yearlyRate } })

function reserved(payment: 'no-upfront' | 'all-upfront'): Component {
  const purchase = [{ kind: 'reserved', term: '1y', payment, coverage: '100%' }] as const
  return row({ id: 'vm', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count: '1' }, purchase })
}

describe('a forecast', () => {
  it('grows the drivers month by month', () => {
    const { months, total } = forecast(book([fees], {}, [users]), context, 3)
    expect(months.map((month) => month.total.monthly)).toEqual([100, expect.closeTo(110, 9), expect.closeTo(121, 9)])
    expect(total).toBeCloseTo(331, 9)
    expect(months.map(({ name }) => name)).toEqual(['Month 1', 'Month 2', 'Month 3'])
  })

  it('says in which month a budget is crossed, whose limit may change', () => {
    const growing = book([fees], horizon('0%'), [users])
    expect(forecast(withBudget(growing, { monthly: 125 }), context, 12).crossings[0]!.month).toBe(3)
    const raised = withBudget(growing, { monthly: 125, phases: [{ month: 4, monthly: 200 }] })
    expect(forecast(raised, context, 12).crossings[0]!.month).toBe(8)
    expect(forecast(withBudget(growing, { monthly: 1000 }), context, 12).crossings[0]!.month).toBeNull()
    expect(forecast(growing, context, 2).months.map(({ name }) => name)).toEqual(['2026-12', '2027-01'])
  })

  it('buys on demand what a reservation covered when its term ends', () => {
    const { months } = forecast(book([reserved('no-upfront')]), context, 14)
    const onDemand = estimate(book([{ ...reserved('no-upfront'), purchase: [] }]), context).total.monthly
    expect(months[11]!.total.monthly).toBeLessThan(onDemand)
    expect(months[12]!.total.monthly).toBe(onDemand)
    expect(months.flatMap(({ expired }) => expired)).toEqual(['vm'])
    expect(months[12]!.expired).toEqual(['vm'])
  })

  it('pays an upfront payment at once, though the month bears its share of it', () => {
    const { months } = forecast(book([reserved('all-upfront')]), context, 13)
    expect(months[0]!.cash).toBeCloseTo(months[0]!.total.upfront, 6)
    expect(months[5]!.cash).toBeCloseTo(0, 6)
    expect(months[5]!.total.monthly).toBeCloseTo(months[0]!.total.upfront / 12, 6)
  })

  it.each([672, 730, 744])('pays nothing more in a month of %i hours once all was paid upfront', (hours) => {
    const { months } = forecast(book([reserved('all-upfront')], { month: { hours } }), context, 3)
    expect(months[0]!.cash).toBeCloseTo(months[0]!.total.upfront, 6)
    expect(months[0]!.total.upfront).toBeGreaterThan(100)
    expect(months.slice(1).map(({ cash }) => Math.abs(cash) < 1e-6)).toEqual([true, true])
  })

  it('has in each month the figures that month has alone', () => {
    const servers = row({ id: 'web', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count: '=users / 4' } })
    const workbook = withBudget(book([servers, fees, { ...reserved('no-upfront'), id: 'db' }], {}, [users]), { monthly: 400 })
    const expired = (month: number) =>
      month < 12
        ? workbook
        : { ...workbook, components: new Map([...workbook.components].map(([id, one]) => [id, { ...one, purchase: [] }])) }
    for (const { month, total, groups, budgets } of forecast(workbook, context, 15).months) {
      const alone = estimate(expired(month), { ...context, month })
      expect(total).toEqual(alone.total)
      expect(groups).toEqual(alone.groups)
      expect(budgets).toEqual(alone.budgets)
    }
  })

  it('runs a commitment row from the month in which it begins to the end of its term', () => {
    const plan = row({ id: 'plan', service: 'aws.compute-savings-plan', inputs: { commitment: '1', discount: '30%', start: '3' } })
    const { months } = forecast(book([plan]), context, 16)
    expect(months.map(({ total }) => total.monthly > 0)).toEqual([false, false, ...Array.from({ length: 12 }, () => true), false, false])
    expect(months[14]!.expired).toEqual(['plan'])
  })

  it('counts later money less at the yearly rate of the horizon', () => {
    const even = book([row({ id: 'fee', service: 'general.flat', inputs: { monthly: '100' } })], horizon('12%'))
    const { presentValue } = forecast(even, context, 12)
    expect(presentValue).toBeCloseTo((100 * (1 - 1.01 ** -12)) / 0.01, 9)
  })

  it('says what a driver’s growth cannot mean', () => {
    const wrong = estimate(book([fees], {}, [{ ...users, growth: 'soon' }]), context)
    expect(wrong.drivers.get('users')).toMatchObject({ kind: 'problem', problem: { code: '#VALUE!' } })
  })
})

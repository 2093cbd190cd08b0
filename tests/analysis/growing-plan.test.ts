import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitmentPlan } from '#pricing/analysis/commitment-plan.ts'
import type { CommitmentPlan, PlanWish } from '#pricing/analysis/commitment-plan.ts'
import { forecast } from '#pricing/analysis/forecast.ts'
import type { Component, Driver, Workbook } from '#shared/document/types.ts'
import { context } from '#tests/calculator/book.ts'
import { book, row } from '#tests/calculator/kit.ts'

const year: PlanWish = { terms: ['1y'], payments: ['no-upfront'], spotShare: 0, horizon: { months: 12, annualRate: 0 } }
const n = (growth: string): Driver => ({ id: 'n', order: 1, name: 'n', value: '10', unit: '', growth })

function servers(count: string, more: Partial<Component> = {}): Component {
  return row({ id: 'vm', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count }, ...more })
}

function applied(workbook: Workbook, { adds, spot }: CommitmentPlan): Workbook {
  const components = new Map(workbook.components)
  for (const { row: id, purchase } of spot) components.set(id, { ...components.get(id)!, purchase })
  for (const [at, { service, region = '', inputs = {} }] of adds.entries())
    components.set(`added ${at}`, row({ id: `added ${at}`, order: 100 + at, service, region, inputs }))
  return { ...workbook, components }
}

/** What a design costs over a year less what it costs with the plan, by the forecast. */
function savedInForecast(workbook: Workbook, plan: CommitmentPlan): number {
  return forecast(workbook, context, 12).total - forecast(applied(workbook, plan), context, 12).total
}

const machine = context.book.compute('aws', 'm5.large', 'us-east-1', 'on-demand')
const reservation = context.book.reserved('m5.large', 'us-east-1', '1y', 'no-upfront', 'standard')
if (!machine.ok || !reservation.ok) throw new Error('The book has no prices of m5.large.')
const [onDemand, reserved] = [machine.value.hourly, reservation.value.hourly]

/**
 * Dollars of all hours at the least, where `hours` are the machines that run in each: every one of these numbers is tried as the number
 * committed to, and none at all. Between two of them the cost is a straight line, so that no other number is cheaper.
 */
function cheapestByTrying(hours: readonly number[]): number {
  const costs = [0, ...hours].map((bought) =>
    hours.reduce((sum, used) => sum + bought * reserved + Math.max(0, used - bought) * onDemand, 0),
  )
  return Math.min(...costs)
}

describe('a plan for usage that grows', () => {
  it.each(['-20%', '20%', '3%'])(
    'of %s a month is the cheapest of all months together, and saves in the forecast what it says',
    (growth) => {
      const workbook = book([servers('=n')], {}, [n(growth)])
      const plan = commitmentPlan(workbook, context, year)
      const rate = 1 + Number.parseInt(growth, 10) / 100
      const hours = Array.from({ length: 12 }, (_, month) => 10 * rate ** month)
      const best = cheapestByTrying(hours) * 730
      expect(plan.isProven).toBe(true)
      expect(forecast(applied(workbook, plan), context, 12).total).toBeCloseTo(best, 4)
      expect(plan.presentSaving).toBeCloseTo(savedInForecast(workbook, plan), 4)
      expect(plan.presentSaving).toBeGreaterThan(0)
      expect(plan.isMean).toBe(true)
      expect(plan.cash.slice(1).map((paid, at) => plan.onDemandCash[at + 1]! - paid)[0]).toBeCloseTo(
        forecast(workbook, context, 1).total - forecast(applied(workbook, plan), context, 1).total,
        6,
      )
    },
  )

  it('is the cheapest by trying every level, whatever the growth and the week', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30, max: 30 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 23 }),
        (growth, low, high, until) => {
          const week = `00-${String(until).padStart(2, '0')} = ${low}, else ${high}`
          const clock: Driver = { id: 'clock', order: 2, name: 'clock', value: low === high ? String(high) : week, unit: '' }
          const workbook = book([servers('=n * clock')], {}, [n(`${growth}%`), clock])
          const plan = commitmentPlan(workbook, context, year)
          const hours = Array.from({ length: 12 * 24 }, (_, hour) => {
            return 10 * (1 + growth / 100) ** Math.floor(hour / 24) * (hour % 24 < until ? low : high)
          })
          const best = (cheapestByTrying(hours) / 24) * 730
          const paid = forecast(applied(workbook, plan), context, 12).total
          expect(Math.abs(paid - best)).toBeLessThan(2e-6 * best + 1e-6)
          expect(Math.abs(plan.presentSaving - savedInForecast(workbook, plan))).toBeLessThan(1e-6 * best + 1e-6)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('counts later months less at a yearly rate', () => {
    for (const [growth, monthlyRate] of [
      ['-15%', 0.85],
      ['15%', 1.15],
    ] as const) {
      const wish: PlanWish = { ...year, horizon: { months: 12, annualRate: 0.6 } }
      const plan = commitmentPlan(book([servers('=n')], {}, [n(growth)]), context, wish)
      const used = Array.from({ length: 12 }, (_, month) => 10 * monthlyRate ** month)
      const saved = (bought: number) =>
        used.reduce((sum, one, month) => sum + ((Math.min(one, bought) * onDemand - bought * reserved) * 730) / 1.05 ** (month + 1), 0)
      expect(plan.presentSaving).toBeCloseTo(Math.max(...used.map(saved)), 3)
      expect(plan.isProven).toBe(true)
    }
  })

  it('counts sustained use month by month', () => {
    const growing = row({
      id: 'g',
      service: 'google.compute-engine',
      region: 'us-central1',
      inputs: { size: 'n1-standard-4', count: '=n' },
    })
    const weekly = { ...growing, id: 'w', inputs: { size: 'n1-standard-4', count: '=n * clock' } }
    const clock: Driver = { id: 'clock', order: 2, name: 'clock', value: '08-20 = 1, else 0.25', unit: '' }
    for (const growth of ['10%', '-10%']) {
      const workbook = book([growing, weekly], {}, [n(growth), clock])
      const plan = commitmentPlan(workbook, context, year)
      expect(plan.adds.length).toBeGreaterThan(0)
      expect(plan.presentSaving).toBeCloseTo(savedInForecast(workbook, plan), 4)
      expect(plan.parts.reduce((sum, { before }) => sum + before, 0)).toBeCloseTo(plan.before, 6)
      expect(plan.parts.reduce((sum, { after }) => sum + after, 0)).toBeCloseTo(plan.after, 6)
      expect(plan.before).toBeCloseTo(forecast(workbook, context, 1).total, 6)
      expect(12 * (plan.turns[1]?.onDemand ?? 0)).toBeCloseTo(forecast(workbook, context, 12).total, 6)
      expect(12 * (plan.turns[1]?.cost ?? 0)).toBeCloseTo(forecast(applied(workbook, plan), context, 12).total, 4)
    }
  })

  it('plans around what the workbook has bought, until it ends and from when it begins', () => {
    const ends = servers('10', { id: 'ends', purchase: [{ kind: 'reserved', term: '1y', payment: 'all-upfront', coverage: '100%' }] })
    const later = row({
      id: 'ri',
      service: 'aws.reserved-instances',
      region: 'us-east-1',
      inputs: { size: 'm5.large', count: '6', start: '4' },
    })
    const season = book([servers('=n'), later], {}, [n('2%')])
    const plan = commitmentPlan(season, context, year)
    expect(plan.presentSaving).toBeCloseTo(savedInForecast(season, plan), 4)
    const twoYears = { ...year, terms: ['3y'] as const, horizon: { months: 36, annualRate: 0 } }
    const after = commitmentPlan(book([ends]), context, twoYears)
    expect(after.isMean).toBe(true)
    expect(after.adds).toHaveLength(1)
  })

  it('sends to spot a share of every month’s machines', () => {
    const workbook = book([servers('=n', { tags: { interruptible: 'yes' } })], {}, [n('10%')])
    const plan = commitmentPlan(workbook, context, { ...year, spotShare: 0.5 })
    expect(plan.spot).toHaveLength(1)
    expect(plan.presentSaving).toBeCloseTo(savedInForecast(workbook, plan), 4)
  })

  it('is the plan of one month where nothing grows', () => {
    const plan = commitmentPlan(book([servers('=n')], {}, [n('0%')]), context, year)
    const still = commitmentPlan(book([servers('10')]), context, year)
    expect({ ...plan, adds: [] }).toEqual({ ...still, adds: [] })
    expect(plan.isMean).toBe(false)
  })
})

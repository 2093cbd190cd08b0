import { describe, expect, it } from 'vitest'
import { applyAsScenario } from '#shared/commands/plan-scenario.ts'
import { isRefusal } from '#shared/commands/refusal.ts'
import { apply } from '#shared/document/change.ts'
import { scenarioWorkbook } from '#shared/document/scenarios/resolve.ts'
import { commitmentPlan } from '#pricing/analysis/commitment-plan.ts'
import type { PlanWish } from '#pricing/analysis/commitment-plan.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { services } from '#pricing/services/registry.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'
import { book as workbookOf, row } from '#tests/commands/kit.ts'

const context = { book: bundledBook(), services }
const wish: PlanWish = { terms: ['1y'], payments: ['no-upfront'], spotShare: 0, horizon: { months: 12, annualRate: 0 } }
const withoutSpot = (book: PriceBook): PriceBook => ({
  ...book,
  hourly: (cloud, size, region, term) => (term === 'spot' ? Number.NaN : book.hourly(cloud, size, region, term)),
  compute: (cloud, size, region, term) =>
    term === 'spot' ? { ok: false, reason: 'No spot price', fix: '' } : book.compute(cloud, size, region, term),
})
const servers = (more: Parameters<typeof row>[1] = {}) =>
  row('Servers', { service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count: '4' }, ...more })

describe('a plan of commitments', () => {
  it('buys what steady machines use, all of it used, and the figures with its rows are the ones it promises', () => {
    const workbook = workbookOf([servers()])
    const plan = commitmentPlan(workbook, context, wish)
    expect(plan.adds.length).toBeGreaterThan(0)
    expect(plan.metrics.utilisation).toBeCloseTo(1, 9)
    expect(plan.metrics.coverage).toBeCloseTo(1, 6)
    expect(plan.after).toBeLessThan(plan.before)
    expect(plan.before - plan.after).toBeCloseTo(plan.before * plan.metrics.effectiveSavingsRate, 4)
    expect(plan.presentSaving).toBeCloseTo(12 * (plan.before - plan.after), 3)
    expect(plan.turns.map(({ factor }) => factor)).toEqual([0.7, 1, 1.3])
    expect(plan.turns[0]?.metrics.utilisation).toBeCloseTo(0.7, 6)
  })

  it('buys only what the busy hours of a week are worth', () => {
    const steady = commitmentPlan(workbookOf([servers()]), context, wish)
    const office = commitmentPlan(
      workbookOf([servers({ inputs: { size: 'm5.large', count: 'Mon-Fri 08-18 = 8, else 2' } })]),
      context,
      wish,
    )
    expect(office.metrics.utilisation).toBeCloseTo(1, 6)
    expect(office.metrics.coverage).toBeLessThan(steady.metrics.coverage)
  })

  it('is for the rows that are meant, and for nothing where nothing is', () => {
    const workbook = workbookOf([servers(), { ...servers({ region: 'eu-west-1' }), id: 'Others', name: 'Others' }])
    const one = commitmentPlan(workbook, context, { ...wish, rows: ['Servers'] })
    const all = commitmentPlan(workbook, context, wish)
    expect(one.metrics.amortisedMonthly).toBeLessThan(all.metrics.amortisedMonthly)
    expect(commitmentPlan(workbook, context, { ...wish, rows: [] }).adds).toEqual([])
  })

  it('sends rows that may be interrupted to spot in part, and commits to the rest', () => {
    const workbook = workbookOf([servers({ tags: { interruptible: 'yes' } })])
    const plan = commitmentPlan(workbook, context, { ...wish, spotShare: 0.5 })
    expect(plan.spot).toEqual([{ row: 'Servers', purchase: [{ kind: 'spot', coverage: '50%' }] }])
    expect(plan.after).toBeLessThan(commitmentPlan(workbook, context, wish).after)
  })

  it('sends to spot only what no commitment makes cheaper, and its sums are one story', () => {
    const rows = [
      row('Batch', {
        service: 'aws.ec2',
        region: 'us-east-1',
        inputs: { size: 'c5.xlarge', count: '4' },
        tags: { interruptible: 'yes' },
      }),
      row('Web', { service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count: '00-06 = 2, 12-20 = 5, else 3' } }),
      row('VM', { service: 'google.compute-engine', region: 'us-central1', inputs: { size: 'n2-standard-4', count: '2' } }),
      row('Windows of others', { service: 'azure.virtual-machines', region: 'eastus', inputs: { size: 'D2s_v5', count: '3' } }),
      row('Licence', { inputs: { monthly: '50' } }),
    ]
    const long: PlanWish = {
      terms: ['1y', '3y'],
      payments: ['no-upfront', 'all-upfront'],
      spotShare: 0,
      horizon: { months: 36, annualRate: 0.05 },
    }
    const plans = [0, 0.8, 1].map((spotShare) => commitmentPlan(workbookOf(rows), context, { ...long, spotShare }))
    const present = plans.map(({ presentSaving }) => presentSaving)
    expect(present[1]).toBeGreaterThanOrEqual((present[0] ?? 0) - 1e-6)
    expect(present[2]).toBeGreaterThanOrEqual((present[1] ?? 0) - 1e-6)
    expect(plans[2]?.spot).toEqual([])
    const onSpot = commitmentPlan(workbookOf(rows), context, {
      ...long,
      terms: ['1y'],
      payments: ['no-upfront'],
      spotShare: 0.8,
      horizon: { months: 12, annualRate: 0 },
    })
    expect(onSpot.spot.map(({ row: id }) => id)).toEqual(['Batch'])
    for (const plan of [...plans, onSpot]) {
      const sum = (of: 'before' | 'after') => plan.parts.reduce((total, part) => total + part[of], 0)
      expect(sum('before')).toBeCloseTo(plan.before, 9)
      expect(sum('after')).toBeCloseTo(plan.after, 9)
      const rest = plan.parts.find(({ part }) => part === 'rest')
      expect(rest?.after).toBeCloseTo(rest?.before ?? 0, 6)
      const planned = plan.turns.find(({ factor }) => factor === 1)
      expect([planned?.onDemand, planned?.cost]).toEqual([expect.closeTo(plan.before, 9), expect.closeTo(plan.after, 9)])
      expect(plan.onDemandCash[1]).toBeCloseTo(plan.before, 9)
    }
    expect(onSpot.cash[1]).toBeCloseTo(onSpot.after, 6)
    expect(onSpot.presentSaving).toBeCloseTo(12 * (onSpot.before - onSpot.after), 5)
  })

  it('proves the shares of several groups that one plan could cover, and finds none cheaper by trying the others', () => {
    const tags = { interruptible: 'yes' }
    const inputs = (size: string, count: string) => ({ size, count })
    const rows = [
      row('Day', { service: 'aws.ec2', region: 'us-east-1', tags, inputs: inputs('m5.large', 'Mon-Fri 08-18 = 8, else 1') }),
      row('Night', { service: 'aws.ec2', region: 'us-east-1', tags, inputs: inputs('c5.xlarge', 'Mon-Sun 20-06 = 6, else 2') }),
      row('Steady', { service: 'aws.ec2', region: 'us-east-1', inputs: inputs('r5.large', '3') }),
    ]
    const plan = commitmentPlan(workbookOf(rows), context, { ...wish, spotShare: 0.7 })
    expect(plan.isProven).toBe(true)
    const shares = new Map(plan.spot.map(({ row: id, purchase }) => [id, purchase[0]?.coverage ?? '']))
    expect([...shares.keys()]).toEqual(['Day', 'Night'])
    for (const day of ['0%', '35%', '70%'])
      for (const night of ['0%', '35%', '70%']) {
        const bought = (coverage: string) => (coverage === '0%' ? [] : [{ kind: 'spot', coverage } as const])
        const fixed = rows.map((one) => ({
          ...one,
          tags: {},
          purchase: one.name === 'Day' ? bought(day) : one.name === 'Night' ? bought(night) : [],
        }))
        expect(plan.after).toBeLessThanOrEqual(commitmentPlan(workbookOf(fixed), context, wish).after * (1 + 2e-6))
      }
  })

  it('names the rows that it passes over because nothing is sold for them', () => {
    const none = { ...context, book: { ...context.book, reserved: () => ({ ok: false, reason: 'No price', fix: '' }) as const } }
    expect(commitmentPlan(workbookOf([servers()]), none, { ...wish, payments: ['all-upfront'] }).passedOver).toEqual(['Servers'])
    expect(commitmentPlan(workbookOf([servers()]), context, wish).passedOver).toEqual([])
  })

  it('leaves a row as it is where the book has no spot price, or its reservations leave nothing to spot', () => {
    const tags = { interruptible: 'yes' }
    const unpriced = { ...context, book: withoutSpot(context.book) }
    const plan = commitmentPlan(workbookOf([servers({ tags })]), unpriced, { ...wish, spotShare: 0.5 })
    expect(plan.spot).toEqual([])
    expect(plan.leftOut).toEqual({ before: 0, after: 0 })
    const reserved = (coverage: string) => [{ kind: 'reserved', term: '1y', payment: 'no-upfront', coverage } as const]
    const spotOf = (coverage: string) =>
      commitmentPlan(workbookOf([servers({ tags, purchase: reserved(coverage) })]), context, { ...wish, spotShare: 0.5 }).spot
    expect(spotOf('100%')).toEqual([])
    expect(spotOf('80%').map(({ purchase }) => purchase.at(-1)?.coverage)).toEqual(['20%'])
  })

  it('counts what it cannot price instead of leaving it out unsaid', () => {
    const unknown = row('Data', { service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count: '=nobody' } })
    expect(commitmentPlan(workbookOf([servers(), unknown]), context, wish).leftOut).toEqual({ before: 1, after: 1 })
  })

  it('leaves nothing to buy once it was bought', () => {
    const workbook = workbookOf([servers()])
    const { adds } = commitmentPlan(workbook, context, wish)
    const bought = adds.map(({ service, inputs = {}, region = '' }, at) => row(`Plan ${at}`, { service, inputs, region }))
    expect(commitmentPlan(workbookOf([servers(), ...bought]), context, wish).adds).toEqual([])
  })

  it('commits to vCPUs and memory on Google', () => {
    const machines = row('VM', { service: 'google.compute-engine', region: 'us-central1', inputs: { size: 'n2-standard-8', count: '3' } })
    const { adds, before, after } = commitmentPlan(workbookOf([machines]), context, wish)
    expect(after).toBeLessThan(before)
    expect(adds.length).toBeGreaterThan(0)
    expect(adds.every(({ service }) => service.startsWith('google.'))).toBe(true)
  })

  it('commits on Google only where that beats the discount that comes by itself, hour by hour', () => {
    const plan = (inputs: Readonly<Record<string, string>>) =>
      commitmentPlan(
        workbookOf([row('VM', { service: 'google.compute-engine', region: 'us-central1', inputs: { size: 'n1-standard-8', ...inputs } })]),
        context,
        wish,
      )
    const steady = plan({ count: '3' })
    expect(steady.metrics.coverage).toBeCloseTo(1, 6)
    expect(steady.before - steady.after).toBeCloseTo(steady.before * steady.metrics.effectiveSavingsRate, 3)
    const week = plan({ count: '00-12 = 6, else 2' })
    expect(week.metrics.coverage).toBeCloseTo(0.5, 1)
    expect(week.before - week.after).toBeGreaterThan(0)
  })

  it('tells how far it is, up to the end, and ends when it is told to', () => {
    const others = row('Others', { service: 'aws.ec2', region: 'eu-west-1', inputs: { size: 'c5.large', count: '08-12 = 9, else 1' } })
    const workbook = workbookOf([servers({ inputs: { size: 'm5.large', count: 'Mon-Fri 08-18 = 8, 18-20 = 5, else 2' } }), others])
    const told: number[] = []
    commitmentPlan(workbook, context, { ...wish, terms: ['1y', '3y'] }, (done) => told.push(done))
    expect(told.length).toBeGreaterThan(1)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
    const stop = () => {
      throw new Error('Enough.')
    }
    expect(() => commitmentPlan(workbook, context, wish, stop)).toThrow('Enough.')
  })

  it('becomes a scenario in one step that costs what was promised and leaves the base as it is', () => {
    const workbook = workbookOf([servers({ tags: { interruptible: 'yes' } })])
    const plan = commitmentPlan(workbook, context, { ...wish, spotShare: 0.5 })
    let next = 0
    const supplies = { newId: () => `new ${String((next += 1))}`, today: '2026-11-22' }
    const changes = applyAsScenario.run(
      workbook,
      { id: 's', parent: null, name: 'Plan', adds: plan.adds, purchases: plan.spot, services },
      supplies,
    )
    if (isRefusal(changes)) throw new Error(changes.message)
    expect(changes.map(({ table }) => table)).toEqual(['scenarios'])
    const after = apply(workbook, changes)
    expect(after.components).toBe(workbook.components)
    expect(createCalculator(scenarioWorkbook(after, 's'), context).total().monthly).toBeCloseTo(plan.after, 9)
  })
})

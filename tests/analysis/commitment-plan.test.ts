import { describe, expect, it } from 'vitest'
import { applyAsScenario } from '#shared/commands/plan-scenario.ts'
import { isRefusal } from '#shared/commands/refusal.ts'
import { apply } from '#shared/document/change.ts'
import { scenarioWorkbook } from '#shared/document/scenarios/resolve.ts'
import { commitmentPlan } from '#pricing/analysis/commitment-plan.ts'
import type { PlanWish } from '#pricing/analysis/commitment-plan.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { services } from '#pricing/services/registry.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'
import { book as workbookOf, row } from '#tests/commands/kit.ts'

const context = { book: bundledBook(), services }
const wish: PlanWish = { terms: ['1y'], payments: ['no-upfront'], spotShare: 0, horizon: { months: 12, annualRate: 0 } }
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

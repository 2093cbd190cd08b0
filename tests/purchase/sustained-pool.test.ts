import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPlan } from '#pricing/purchase/apply.ts'
import { sustainedWithSpot } from '#pricing/purchase/optimise/sustained.ts'
import { upTo20, upTo30 } from '#pricing/purchase/sustained.ts'
import { sustainedSaving } from '#pricing/purchase/sustained-pool.ts'
import type { Plan } from '#pricing/purchase/usage.ts'
import { line, offer } from './arbitrary.ts'

const year = { months: 12, annualRate: 0 }
const curves = new Map([['a', upTo30]])
const savingOf = (hours: readonly number[]) => sustainedSaving(applyPlan([line('a', 1, hours)], [], new Map()), curves)

describe('sustained use of what is not committed', () => {
  it('takes 10, 20 and 30 % off a half, three quarters and a whole month', () => {
    expect(savingOf([1, 1, 0, 0]) / 0.5).toBeCloseTo(0.1, 12)
    expect(savingOf([1, 1, 1, 0]) / 0.75).toBeCloseTo(0.2, 12)
    expect(savingOf([1, 1, 1, 1])).toBeCloseTo(0.3, 12)
  })

  it('counts machines that take turns as one', () => {
    const lines = [line('a', 1, [1, 1, 0, 0]), line('b', 1, [0, 0, 1, 1])]
    const outcome = applyPlan(lines, [], new Map())
    expect(
      sustainedSaving(
        outcome,
        new Map([
          ['a', upTo30],
          ['b', upTo30],
        ]),
      ),
    ).toBeCloseTo(0.3, 12)
    expect(
      sustainedSaving(
        outcome,
        new Map([
          ['a', upTo30],
          ['b', upTo20],
        ]),
      ),
    ).toBeLessThan(0.15)
    expect(sustainedSaving(outcome, new Map())).toBe(0)
  })

  it('is not given on committed hours', () => {
    const reserved = offer('r', 1, { a: 1 }, { hourly: 0.63, step: 1 })
    const outcome = applyPlan([line('a', 1, [3, 3, 3, 3])], [reserved], new Map([['r', 2]]))
    expect(sustainedSaving(outcome, curves)).toBeCloseTo(0.3, 12)
  })
})

describe('the cheapest plan beside sustained use', () => {
  it('commits only where the commitment beats the discount that comes by itself', () => {
    const usage = [line('a', 1, [4, 4, 4, 4])]
    const commit = (hourly: number) => offer('cud', 1, { a: 1 }, { hourly, step: 1 })
    expect(sustainedWithSpot(usage, [commit(0.63)], year, curves, [])).toMatchObject({ plan: new Map([['cud', 4]]), isProven: true })
    const tooDear = sustainedWithSpot(usage, [commit(0.72)], year, curves, [])
    expect(tooDear).toMatchObject({ plan: new Map(), isProven: true })
    expect(tooDear.cost).toBeCloseTo(4 * 0.7, 12)
  })

  it('is at most what any whole number of commitments costs, and at least its bound', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 8 })
    fc.assert(
      fc.property(hours, fc.integer({ min: 40, max: 95 }), (levels, percent) => {
        const usage = [line('a', 1, levels)]
        const offers = [offer('cud', 1, { a: 1 }, { hourly: percent / 100, step: 1 })]
        const found = sustainedWithSpot(usage, offers, year, curves, [])
        const costs = [0, 1, 2, 3, 4, 5].map((count) => {
          const outcome = applyPlan(usage, offers, new Map([['cud', count]]))
          return outcome.total - sustainedSaving(outcome, curves)
        })
        const best = Math.min(...costs)
        expect(found.bound).toBeLessThanOrEqual(best + 1e-9)
        expect(found.cost).toBeGreaterThanOrEqual(best - 1e-9)
        expect(found.cost).toBeLessThanOrEqual(best + 1e-9)
      }),
    )
  })

  it('is not made cheaper by leaving an offer out, by another in its place, or by a piece more or less', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 6 })
    const percent = fc.integer({ min: 40, max: 95 })
    fc.assert(
      fc.property(hours, hours, percent, percent, percent, (first, second, one, two, wide) => {
        const usage = [line('a', 1, first), line('b', 0.4, second)]
        const offers = [
          offer('cpu', 1, { a: 1 }, { hourly: one / 100, step: 1 }),
          offer('memory', 1, { b: 1 }, { hourly: (0.4 * two) / 100, step: 1 }),
          offer('flexible', 2, { a: wide / 100, b: (0.4 * wide) / 100 }, { hourly: 1, step: 0 }),
        ]
        const both = new Map([...curves, ['b', curves.get('a')!]])
        const costOf = (plan: Plan) => {
          const outcome = applyPlan(usage, offers, plan)
          return outcome.total - sustainedSaving(outcome, both)
        }
        const { plan, cost } = sustainedWithSpot(usage, offers, year, both, [])
        expect(costOf(plan)).toBeCloseTo(cost, 9)
        for (const { id, step } of offers) {
          const quantity = plan.get(id) ?? 0
          const without = [...plan].filter(([other]) => other !== id)
          const pieces = step === 0 ? [quantity / 2, quantity * 1.01] : [quantity + 1, Math.max(0, quantity - 1)]
          for (const other of [0, ...pieces]) expect(costOf(new Map([...without, [id, other]]))).toBeGreaterThan(cost - 1e-7)
        }
      }),
    )
  })
})

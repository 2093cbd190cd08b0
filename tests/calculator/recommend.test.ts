import { describe, expect, it } from 'vitest'
import { recommend, usageOf } from '#pricing/calculator/commitments/planned.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { applyPlan } from '#shared/commands/plan.ts'
import { isRefusal } from '#shared/commands/refusal.ts'
import { apply } from '#shared/document/change.ts'
import type { Component, Workbook } from '#shared/document/types.ts'
import { context } from './book.ts'
import { book, row } from './kit.ts'

function machines(count: string, more: Partial<Component> = {}): Component {
  return row({ id: 'web', service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count }, ...more })
}

function bought(workbook: Workbook): Workbook {
  const { adds } = recommend(workbook, context)
  let ids = 0
  const changes = applyPlan.run(
    workbook,
    { components: adds, after: null, services: context.services },
    { newId: () => `new${(ids += 1)}`, today: '2026-11-22' },
  )
  if (isRefusal(changes)) throw new Error(changes.message)
  return apply(workbook, changes)
}

describe('recommended commitments', () => {
  it('are a plan for the base of the week, not for its peak', () => {
    const workbook = book([machines('08-12 = 10, else 2')])
    const { adds, before, after, optimum } = recommend(workbook, context)
    expect(optimum.isProven).toBe(true)
    expect(adds.length).toBeGreaterThan(0)
    expect(after).toBeLessThan(before)
    const rate = context.book.compute('aws', 'm5.large', 'us-east-1', 'reserved-1y-no-upfront')
    const committed = adds.reduce((sum, add) => sum + Number(add.inputs?.['commitment']), 0)
    expect(committed).toBeLessThan(3 * (rate.ok ? rate.value.hourly : 0))
  })

  it('make the design as cheap as they say when their rows are added', () => {
    const workbook = book([machines('08-20 = 6, else 3'), machines('4', { id: 'db', inputs: { size: 'm5.2xlarge', count: '1' } })])
    expect(estimate(bought(workbook), context).total.monthly).toBeCloseTo(recommend(workbook, context).after, 6)
  })

  it('leave nothing to buy once they were bought', () => {
    const once = bought(book([machines('4')]))
    expect(recommend(once, context).adds).toEqual([])
  })

  it('say what happens when usage turns out lower or higher', () => {
    const { turns } = recommend(book([machines('4')]), context)
    expect(turns.map(({ factor }) => factor)).toEqual([0.7, 1, 1.3])
    expect(turns[0]!.metrics.utilisation).toBeCloseTo(0.7, 6)
    expect(turns[2]!.metrics.coverage).toBeCloseTo(1 / 1.3, 6)
  })

  it('count only what a row does not buy otherwise', () => {
    const half = machines('4', { purchase: [{ kind: 'spot', coverage: '50%', discount: '60%' }] })
    const { lines } = usageOf(book([half]), context)
    expect(lines.map(({ hours }) => [...hours])).toEqual([[2]])
  })

  it('let rows tagged as interruptible run on spot', () => {
    const { lines } = usageOf(book([machines('4', { tags: { interruptible: 'yes' } })]), context)
    expect(lines[0]!.interruptible?.share).toBe(1)
  })

  it('commit vCPUs and memory of Google', () => {
    const vm = row({ id: 'vm', service: 'google.compute-engine', region: 'us-central1', inputs: { size: 'n2-standard-8', count: '3' } })
    const { adds, before, after } = recommend(book([vm]), context)
    expect(after).toBeLessThan(before)
    expect(adds.every(({ service }) => service.startsWith('google.'))).toBe(true)
  })
})

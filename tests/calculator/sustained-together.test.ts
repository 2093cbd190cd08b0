import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import type { Component, Workbook } from '#shared/document/types.ts'
import { context } from './book.ts'
import { book, row } from './kit.ts'

function machines(id: string, inputs: Readonly<Record<string, string>>, more: Partial<Component> = {}): Component {
  return row({ id, service: 'google.compute-engine', region: 'us-central1', inputs: { size: 'n1-standard-4', ...inputs }, ...more })
}

/** Share off list of each row, in both calculators. */
function off(workbook: Workbook): readonly number[] {
  const { components } = estimate(workbook, context)
  const calculator = createCalculator(workbook, context)
  for (const one of components) expect(calculator.row(one.id).monthly).toBe(one.monthly)
  return components.map(({ list, monthly }) => Number((1 - monthly / list).toFixed(9)))
}

/** Sources of the shares: https://cloud.google.com/compute/docs/sustained-use-discounts (half, three quarters, all of the month). */
describe('sustained use of machines that change by the hour', () => {
  it.each([
    ['00-12 = 4, else 0', 0.1],
    ['00-18 = 4, else 0', 0.2],
    ['4', 0.3],
  ])('counts how long each machine runs, not the row: %s', (count, share) => {
    expect(off(book([machines('a', { count })]))).toEqual([share])
    expect(off(book([machines('a', { count, hours: '100%' })]))).toEqual([share])
  })

  it('discounts only the base of a week by all of it', () => {
    const [share] = off(book([machines('a', { count: '00-12 = 6, else 2' })]))
    expect(share).toBeCloseTo((2 * 1 * 0.3 + 4 * 0.5 * 0.1) / 4, 9)
  })

  it('counts machines of one series and region that take turns as one', () => {
    const [day, night] = ['00-12 = 4, else 0', '12-24 = 4, else 0'] as const
    const turns = [machines('day', { count: day }), machines('night', { count: night })]
    expect(off(book(turns))).toEqual([0.3, 0.3])
    expect(off(book([turns[0]!, { ...turns[1]!, region: 'europe-west1' }]))).toEqual([0.1, 0.1])
    expect(off(book([turns[0]!, machines('night', { count: night, size: 'n2-standard-4' })]))[0]).toBe(0.1)
    const sizes = [turns[0]!, machines('night', { count: '12-24 = 8, else 0', size: 'n1-standard-2' })]
    for (const share of off(book(sizes))) expect(share).toBeCloseTo(0.3, 5)
  })

  it('leaves machines that never change as they are beside others, and half a month at 10 %', () => {
    const half = machines('half', { count: '4', hours: '365' })
    const steady = machines('steady', { count: '3' })
    expect(off(book([half, steady, machines('week', { count: '00-12 = 4, else 0' })]))).toEqual([0.1, 0.3, 0.1])
  })

  it('is not given on hours that a commitment covers', () => {
    const committed = (resource: string, count: string) =>
      row({ id: resource, service: 'google.committed-use', region: 'us-central1', inputs: { size: 'n1-standard-1', resource, count } })
    const week = machines('week', { count: '00-12 = 6, else 2' })
    const workbook = book([week, committed('vcpu', '8'), committed('memory', '30')])
    const charge = estimate(workbook, context).components[0]!.charges[0]!
    const sustained = charge.discounts.find(({ kind }) => kind === 'sustained')
    expect(sustained?.share).toBeCloseTo(0.1, 9)
    expect(sustained?.amount).toBeCloseTo((charge.list ?? 0) * (2 / 4) * 0.1, 6)
    expect(off(workbook)[0]).toBeGreaterThan(0.1)
  })

  it('follows an edit that makes a number a week, and back', () => {
    const [still, week] = [machines('a', { count: '4' }), machines('a', { count: '00-12 = 4, else 0' })]
    const other = machines('b', { count: '12-24 = 4, else 0' })
    const calculator = createCalculator(book([still, other]), context)
    const edit = (before: Component, after: Component) => {
      const workbook = book([after, other])
      calculator.apply([{ table: 'components', id: 'a', before, after: workbook.components.get('a')! }], workbook)
      expect(calculator.total()).toEqual(estimate(workbook, context).total)
    }
    edit(still, week)
    edit(week, still)
  })
})

/** Custom machines are billed by their vCPUs and their memory, each discounted by how long so many of them are in use. */
describe('sustained use of custom machines that change by the hour', () => {
  const custom = (id: string, inputs: Readonly<Record<string, string>>, region = 'us-central1') =>
    row({ id, service: 'google.custom-machines', region, inputs: { family: 'n1', ...inputs } })

  it.each([
    ['00-12 = 4, else 0', 0.1],
    ['00-18 = 4, else 0', 0.2],
    ['4', 0.3],
  ])('counts how long each machine runs: %s', (count, share) => {
    expect(off(book([custom('a', { count })]))).toEqual([share])
  })

  it('counts hours of the week that each runs', () => {
    expect(off(book([custom('a', { count: '3', hours: '00-12 = 100%, else 0' })]))).toEqual([0.1])
  })

  it('discounts only the base of a week by all of it', () => {
    const [share] = off(book([custom('a', { count: '00-12 = 6, else 2' })]))
    expect(share).toBeCloseTo((2 * 1 * 0.3 + 4 * 0.5 * 0.1) / 4, 9)
  })

  it('counts those of one series and region that take turns as one, whatever their shape', () => {
    const [day, night] = ['00-12 = 4, else 0', '12-24 = 4, else 0'] as const
    const turns = [custom('day', { count: day }), custom('night', { count: night })]
    expect(off(book(turns))).toEqual([0.3, 0.3])
    expect(off(book([turns[0]!, { ...turns[1]!, region: 'europe-west1' }]))).toEqual([0.1, 0.1])
    expect(off(book([turns[0]!, custom('night', { count: night, family: 'n2' })]))[0]).toBe(0.1)
    expect(off(book([turns[0]!, machines('night', { count: night })]))).toEqual([0.1, 0.1])
    const shapes = [custom('day', { count: day, vcpus: '4', memory: '16' }), custom('night', { count: '12-24 = 8, else 0' })]
    expect(off(book(shapes))).toEqual([0.3, 0.3])
  })

  it('leaves half a month of unknown hours at 10 %, and a series without the discount at none', () => {
    const week = { count: '00-12 = 4, else 0' }
    expect(off(book([custom('half', { count: '4', hours: '365' }), custom('week', week)]))).toEqual([0.1, 0.1])
    expect(off(book([custom('e2', { ...week, family: 'e2' })]))).toEqual([0])
  })

  it('says that they are counted together, and follows an edit', () => {
    const [week, still] = [custom('a', { count: '00-12 = 4, else 0' }), custom('a', { count: '4' })]
    const other = custom('b', { count: '12-24 = 4, else 0' })
    const calculator = createCalculator(book([week, other]), context)
    for (const [before, after] of [
      [week, still],
      [still, week],
    ] as const) {
      const workbook = book([after, other])
      calculator.apply([{ table: 'components', id: 'a', before, after: workbook.components.get('a')! }], workbook)
      for (const one of estimate(workbook, context).components) expect(calculator.explain(one.id)).toEqual(one)
      expect(calculator.total()).toEqual(estimate(workbook, context).total)
    }
    const [line] = calculator.explain('a').charges[0]!.discounts
    expect(line).toMatchObject({ kind: 'sustained', notes: [expect.stringContaining('together with other machines of its series')] })
  })
})

describe('an edit of machines under a commitment', () => {
  it('computes again only what the commitment covers otherwise', () => {
    const servers = (id: string, count: string) => row({ id, service: 'aws.ec2', region: 'us-east-1', inputs: { size: 'm5.large', count } })
    const others = Array.from({ length: 5 }, (_, at) => machines(`vm${at}`, { count: '2' }))
    const plan = row({ id: 'plan', service: 'aws.compute-savings-plan', inputs: { commitment: '0.1', discount: '30%' } })
    const workbook = book([servers('a', '4'), servers('b', '2'), ...others, plan])
    const calculator = createCalculator(workbook, context)
    const before = workbook.components.get('a')!
    const after = { ...before, inputs: { ...before.inputs, count: '5' } }
    const moved = calculator.apply([{ table: 'components', id: 'a', before, after }], {
      ...workbook,
      components: new Map([...workbook.components, ['a', after]]),
    })
    expect([...moved.components].filter((id) => id.startsWith('vm'))).toEqual([])
    expect(moved.components.has('a')).toBe(true)
  })
})

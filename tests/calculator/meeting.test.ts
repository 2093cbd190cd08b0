import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import type { Component, Driver, Workbook } from '#shared/document/types.ts'
import { context } from './book.ts'
import { book, row } from './kit.ts'

const week = '00-12 = 4, else 0'
const reading = '=4 + 0 * ceil(cost("a") / 1 USD)'

function vm(id: string, count: string, more: Readonly<Record<string, string>> = {}, region = 'us-central1'): Component {
  return row({ id, service: 'google.compute-engine', region, inputs: { size: 'n1-standard-4', count, ...more } })
}

function server(id: string, count: string, size = 'm5.large'): Component {
  return row({ id, service: 'aws.ec2', region: 'us-east-1', inputs: { size, count } })
}

function plan(service: string, inputs: Readonly<Record<string, string>>, region = ''): Component {
  return row({ id: 'plan', service, region, inputs })
}

function driver(id: string, value: string): Driver {
  return { id, order: 0, name: id, value, unit: '', note: '' }
}

/** What stands in the count of a row, as both calculators have it. */
function countOf(id: string, workbook: Workbook): number | string {
  const fast = createCalculator(workbook, context)
  const plain = estimate(workbook, context)
  expect(fast.total()).toEqual(plain.total)
  const value = fast.input(id, 'count')
  expect(value).toEqual(plain.components.find((one) => one.id === id)?.inputs.find((input) => input.id === 'count')?.value)
  return value.kind === 'number' ? value.value : value.kind === 'problem' ? `${value.problem.code} ${value.problem.message}` : 'unknown'
}

describe('a count that reads what another row costs', () => {
  it.each([
    ['of another series', vm('b', reading, { size: 'n2-standard-4' })],
    ['in another region', vm('b', reading, {}, 'europe-west1')],
    ['of a series without sustained use', vm('b', reading, { size: 'e2-standard-4' })],
    ['that is not machines', row({ id: 'b', service: 'aws.ec2', region: 'us-east-1', inputs: { count: reading } })],
  ])('is a number where that row’s machines are counted without it: %s', (_, other) => {
    expect(countOf('b', book([vm('a', week), other]))).toBe(4)
  })

  it('is a number where that row never changes by the hour, though its count is a formula', () => {
    const users = driver('users', '40')
    expect(countOf('b', book([vm('a', '=ceil(users / 10)'), vm('b', reading)], {}, [users]))).toBe(4)
  })

  it('is a number of its own pool too, for it never changes by the hour itself', () => {
    expect(countOf('b', book([vm('a', week), vm('b', reading)]))).toBe(4)
  })

  it.each([
    ['a week', vm('b', `=users + 0 * cost("a") / 1 USD`), [driver('users', '08-20 = 4, else 1')]],
    [
      'a week further off',
      vm('b', `=twice + 0 * cost("a") / 1 USD`),
      [driver('users', '08-20 = 4, else 1'), driver('twice', '=2 * users')],
    ],
  ])('is a circle where both change by the hour and take turns in one pool, which is named: %s', (_, other, drivers) => {
    expect(countOf('b', book([vm('a', week), other], {}, drivers))).toMatch(/^#CYCLE! .*the sustained use of n1 in us-central1/)
  })
})

describe('a count under a commitment', () => {
  const reserved = plan('aws.reserved-instances', { size: 'm5.large', count: '2' }, 'us-east-1')

  it('may read what machines cost that the commitment does not cover', () => {
    expect(countOf('b', book([server('a', '4', 'c5.large'), server('b', reading), reserved]))).toBe(4)
    expect(countOf('b', book([server('a', '4'), server('b', reading, 'c5.large'), reserved]))).toBe(4)
  })

  it('is a circle where one commitment may cover both, and says which', () => {
    expect(countOf('b', book([server('a', '4'), server('b', reading), reserved]))).toMatch(
      /^#CYCLE! .*what the commitments cover of m5 in us-east-1/,
    )
    const wide = plan('aws.compute-savings-plan', { commitment: '0.1', discount: '30%' })
    expect(countOf('b', book([server('a', '4'), server('b', reading, 'c5.large'), wide]))).toMatch(
      /^#CYCLE! .*what the commitments cover of AWS/,
    )
    expect(countOf('b', book([vm('a', '4'), server('b', reading), wide]))).toBe(4)
  })

  it('may read the cost of machines at a price of their own, which no commitment covers', () => {
    const own = { ...server('a', '4'), prices: { instances: { price: '0.01', note: '' } } }
    expect(countOf('b', book([own, server('b', reading), reserved]))).toBe(4)
  })
})

describe('an edit that changes what is counted together', () => {
  const expectFollowed = (before: Workbook, after: Workbook, table: 'components' | 'drivers', id: string) => {
    const calculator = createCalculator(before, context)
    const both = [
      [before, after],
      [after, before],
    ] as const
    for (const [from, to] of both) {
      calculator.apply([{ table, id, before: from[table].get(id) ?? null, after: to[table].get(id) ?? null } as never], to)
      const plain = estimate(to, context)
      expect(calculator.total()).toEqual(plain.total)
      for (const one of plain.components) expect(calculator.explain(one.id)).toEqual(one)
    }
  }

  it('is followed where a number that counts read becomes a week, and back', () => {
    const rows = [vm('a', '=users'), vm('b', week)]
    expectFollowed(book(rows, {}, [driver('users', '4')]), book(rows, {}, [driver('users', '12-24 = 4, else 0')]), 'drivers', 'users')
  })

  it('is followed where a commitment becomes one of another family', () => {
    const rows = [server('a', '4'), server('b', '4', 'c5.large')]
    const reserved = (size: string) => plan('aws.reserved-instances', { size, count: '2' }, 'us-east-1')
    expectFollowed(book([...rows, reserved('m5.large')]), book([...rows, reserved('c5.large')]), 'components', 'plan')
  })

  it('is followed where a plan for all machines takes in those of a reservation', () => {
    const rows = [server('a', '4'), server('b', '4', 'c5.large')]
    const reserved = { ...plan('aws.reserved-instances', { size: 'm5.large', count: '2' }, 'us-east-1'), id: 'reserved' }
    const wide = plan('aws.compute-savings-plan', { commitment: '0.1', discount: '30%' })
    expectFollowed(book([...rows, reserved]), book([...rows, reserved, wide]), 'components', 'plan')
  })
})

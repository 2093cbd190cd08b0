import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkField, dimensionOf, fieldScale, interpret, plain } from '#shared/formula/index.ts'
import type { Dimension, Field, Problem } from '#shared/formula/types.ts'
import { data, explain, explainedProblem, formulaOf, money, perHour, time } from './values.ts'

const kinds: Readonly<Record<string, Dimension>> = { size: data, length: time, spent: money, n: plain }

function unitsOf(text: string): Dimension | Problem {
  return dimensionOf(formulaOf(text), (reference) => (reference.kind === 'name' ? (kinds[reference.name] ?? plain) : money))
}

describe('units', () => {
  it.each([
    ['=size * n', data],
    ['=size / 1 GB', plain],
    ['=size / length', { ...data, time: -1 }],
    ['=size + 5 MB', data],
    ['=size > 5 MB', plain],
    ['=max(size, 1 GB)', data],
    ['=ceil(size)', data],
    ['=if(n > 1, size, 2 GB)', data],
    ['=tier(size, 10 TB, $0.09/GB, $0.08/GB)', money],
    ['=sqrt(size * size)', data],
    ['=5% * cost("x")', money],
    ['=-size', data],
    ['=not(size > 1 GB)', plain],
    ['=mod(length, 1 h)', time],
    ['=round(spent, 2)', money],
  ])('%s has the dimension one expects', (text, dimension) => {
    expect(unitsOf(text)).toEqual(dimension)
  })

  it.each([
    '=5 GB + 3',
    '=size - length',
    '=size > 5',
    '=max(size, 1)',
    '=if(size, 1, 2)',
    '=if(n, size, 0)',
    '=size ^ 2',
    '=exp(length)',
    '=size and 1',
    '=not size',
    '=tier(size, 10, 1, 2)',
    '=round(n, size)',
  ])('%s is #UNIT! before anything is known', (text) => {
    const problem = unitsOf(text)
    expect(problem).toMatchObject({ code: '#UNIT!' })
    expect('fix' in problem && problem.fix).toBeTruthy()
  })

  it('says which part lacks a unit and how to give it one', () => {
    expect(explainedProblem('=5 GB + 3')).toEqual({
      code: '#UNIT!',
      message: '5 GB is an amount of data, but 3 is a plain number.',
      fix: 'Give 3 a unit, such as 3 GB.',
      at: { from: 1, to: 9 },
    })
  })

  it('agrees between the static check and the explained value', () => {
    const leaf = fc.constantFrom('size', 'length', 'spent', 'n', '2 GB', '3 h', '$4', '5')
    const tree = fc.letrec<{ any: string }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.tuple(tie('any'), fc.constantFrom('+', '-', '*', '/', '<'), tie('any')).map(([a, operator, b]) => `(${a} ${operator} ${b})`),
      ),
    })).any
    fc.assert(
      fc.property(tree, (body) => {
        const formula = formulaOf(`=${body}`)
        const dimension = unitsOf(`=${body}`)
        const value = interpret(formula, (reference) => ({
          kind: 'number',
          value: 7,
          dimension: (reference.kind === 'name' ? kinds[reference.name] : undefined) ?? plain,
        }))
        const explained = value.kind === 'number' ? value.dimension : value.kind === 'problem' ? value.problem.code : null
        expect(['code' in dimension ? dimension.code : dimension, '#DIV/0!', '#NUM!']).toContainEqual(explained)
      }),
    )
  })
})

const field = (parts: Partial<Field>): Field => ({ dimension: plain, unit: '', factor: 1, per: null, min: 0, max: 1e15, ...parts })

describe('a field', () => {
  const milliseconds = field({ dimension: time, unit: 'ms', factor: 3_600_000 })
  const dataPerMonth = field({ dimension: data, unit: 'GB', per: 'month' })
  const hoursPerMonth = field({ dimension: time, unit: 'h', per: 'month' })
  const countPerMonth = field({ unit: 'requests', per: 'month' })
  const countPerSecond = field({ unit: 'requests', per: 'second' })
  const duty: Dimension = { ...plain, duty: 1 }

  it('counts a plain number in its own unit', () => {
    for (const any of [milliseconds, dataPerMonth, hoursPerMonth, countPerSecond]) expect(fieldScale(plain, any, 730)).toBe(1)
  })

  it('converts its own dimension by its factor', () => {
    expect(fieldScale(time, milliseconds, 730)).toBe(3_600_000)
    expect(fieldScale(data, dataPerMonth, 730)).toBe(1)
  })

  it('turns rates into amounts per month and per second', () => {
    expect(fieldScale({ ...data, time: -1 }, dataPerMonth, 744)).toBe(744)
    expect(fieldScale(perHour, countPerMonth, 730)).toBe(730)
    expect(fieldScale(perHour, countPerSecond, 730)).toBe(1 / 3600)
  })

  it('turns a share of the time into hours per month', () => {
    expect(fieldScale(duty, hoursPerMonth, 730)).toBe(730)
    expect(fieldScale({ ...time, duty: 1 }, hoursPerMonth, 730)).toBe(1)
    expect(fieldScale(duty, milliseconds, 730)).toMatchObject({ code: '#UNIT!' })
  })

  it('takes an amount per month as it stands, however long the month', () => {
    const value = explain('10 GB/month', { hours_in_month: 744 })
    const scale = fieldScale({ ...data, time: -1 }, dataPerMonth, 744)
    expect(value.kind === 'number' && typeof scale === 'number' && value.value * scale).toBeCloseTo(10, 12)
  })

  it('refuses other units and names the one it takes', () => {
    expect(fieldScale(time, dataPerMonth, 730)).toMatchObject({
      code: '#UNIT!',
      message: 'This field takes GB per month, not a length of time.',
      fix: 'Write a number in GB, such as 5 GB.',
    })
    expect(fieldScale({ ...data, time: -1 }, milliseconds, 730)).toMatchObject({ code: '#UNIT!' })
  })

  it('holds its range and whole numbers', () => {
    const share = field({ unit: '%', max: 1 })
    const count = field({ unit: 'instances', integer: true, max: 100 })
    expect(checkField(0.25, share)).toBeNull()
    expect(checkField(25, share)).toMatchObject({ code: '#NUM!', fix: 'Write 25% or 0.25.' })
    expect(checkField(-1, count)).toMatchObject({ code: '#NUM!', fix: 'Use at least 0 instances.' })
    expect(checkField(101, count)).toMatchObject({ code: '#NUM!', fix: 'Use at most 100 instances.' })
    expect(checkField(2.5, count)).toMatchObject({ code: '#NUM!' })
    expect(checkField(3.0000000000000004, count)).toBeNull()
    expect(checkField(Number.NaN, count)).toMatchObject({ code: '#NUM!' })
  })
})

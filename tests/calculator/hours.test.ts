import { describe, expect, it } from 'vitest'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import { flat, workbookOf } from '#tests/workspace/kit.ts'
import { context } from './book.ts'

const server = (hours: string) => ({
  ...flat('api', ''),
  service: 'aws.ec2',
  region: 'us-east-1',
  inputs: { size: 't3.medium', count: '1', hours },
})

/** The hours of a row as both calculators understand them. */
function hoursOf(typed: string): readonly unknown[] {
  const workbook = workbookOf([server(typed)])
  const calculator = createCalculator(workbook, context)
  const fast = calculator.input('api', 'hours')
  const told = estimate(workbook, context).components[0]?.inputs.find((input) => input.id === 'hours')?.value
  const monthly = calculator.row('api').monthly
  expect(monthly).toBe(estimate(workbook, context).components[0]?.monthly)
  return [fast, told].map((value) => (value?.kind === 'number' ? value.value : value?.kind === 'problem' ? value.problem.code : null))
}

describe('a percentage in a field of hours a month', () => {
  it.each([
    ['33%', 0.33 * 730],
    ['100 %', 730],
    ['12.5%', 91.25],
    ['8 h/day', 730 / 3],
    ['365', 365],
    ['=33%', 0.33],
  ])('%s is %d hours', (typed, hours) => {
    for (const value of hoursOf(typed)) expect(value).toBeCloseTo(hours, 9)
  })

  it('of more than the month is out of the field’s range', () => {
    expect(hoursOf('150%')).toEqual(['#NUM!', '#NUM!'])
  })

  it('stays a plain share in a field that counts things', () => {
    const workbook = workbookOf([{ ...server('730'), inputs: { size: 't3.medium', count: '50%' } }])
    expect(createCalculator(workbook, context).input('api', 'count')).toMatchObject({ kind: 'number', value: 0.5 })
  })
})

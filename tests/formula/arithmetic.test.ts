import { describe, expect, it } from 'vitest'
import { explain, explainedProblem, run, type Given } from './values.ts'

describe('arithmetic follows Excel', () => {
  it.each([
    ['=-2^2', 4],
    ['=2^3^2', 64],
    ['=-2^3^2', 64],
    ['=2^-3^2', 0.015625],
    ['=0-2^2', -4],
    ['=-(2^2)', -4],
    ['=100+5%', 100.05],
    ['=1=1', 1],
    ['=1<>1', 0],
    ['=2>=2', 1],
    ['=0.1+0.2=0.3', 1],
    ['=0.1+0.2>0.3', 0],
    ['=1<2 and 2<3', 1],
    ['=1 or 0 and 0', 1],
    ['=not(1) or 1', 1],
    ['=AND(1, 1, 0)', 0],
    ['=or(0, 0, 7)', 1],
    ['=--3', 3],
    ['=6/3/2', 1],
    ['=10-3-2', 5],
    ['=2+3*4', 14],
    ['=mod(-7, 3)', 2],
    ['=mod(7, -3)', -2],
    ['=mod(0.3, 0.1)', 0],
    ['=round(2.5)', 3],
    ['=round(-2.5)', -3],
    ['=round(2.345, 2)', 2.35],
    ['=round(1.005, 2)', 1.01],
    ['=round(1250, -2)', 1300],
    ['=ceil(0.1 * 3 * 10)', 3],
    ['=ceil(3.01)', 4],
    ['=floor(-3.01)', -4],
    ['=ceil(1e-20)', 1],
    ['=min(3, 1, 2)', 1],
    ['=max(3)', 3],
    ['=sum(1, 2, 3)', 6],
    ['=avg(1, 2, 3, 6)', 3],
    ['=clamp(15, 0, 10)', 10],
    ['=sqrt(16)', 4],
    ['=abs(-3)', 3],
    ['=log10(1000)', 3],
    ['=ln(exp(2))', 2],
    ['=tier(15, 10, 1, 20, 2, 3)', 20],
    ['=tier(25, 10, 1, 20, 2, 3)', 45],
    ['=tier(10, 10, 1, 2)', 10],
    ['=tier(5, 2)', 10],
    ['=round(pi * 100)', 314],
    ['=10 TB / 1 GB', 10240],
    ['=if(2 > 1, 3, 1 / 0)', 3],
    ['=if(0, 1 / 0, 4)', 4],
    ['=0 and 1 / 0', 0],
    ['=1 or 1 / 0', 1],
  ])('%s is %d', (text, value) => {
    expect(run(text)).toBeCloseTo(value, 12)
    const explained = explain(text)
    expect(explained).toMatchObject({ kind: 'number', value: run(text) })
  })

  it.each([
    ['=1 / 0', '#DIV/0!'],
    ['=mod(5, 0)', '#DIV/0!'],
    ['=0 ^ -1', '#DIV/0!'],
    ['=0 ^ 0', '#NUM!'],
    ['=(-8) ^ 0.5', '#NUM!'],
    ['=sqrt(-1)', '#NUM!'],
    ['=ln(0)', '#NUM!'],
    ['=log10(-1)', '#NUM!'],
    ['=exp(1000)', '#NUM!'],
    ['=1e308 * 10', '#NUM!'],
    ['=1e308 + 1e308', '#NUM!'],
    ['=1 / (1e308 * 10)', '#NUM!'],
    ['=10 ^ 400', '#NUM!'],
    ['=round(1, 0.5)', '#NUM!'],
    ['=clamp(1, 5, 2)', '#NUM!'],
    ['=tier(-1, 10, 1, 2)', '#NUM!'],
    ['=tier(5, 10, 1, 10, 2, 3)', '#NUM!'],
    ['=if(1 / 0, 1, 2)', '#DIV/0!'],
    ['=1 and 1 / 0', '#DIV/0!'],
    ['=1 / 0 = 1', '#DIV/0!'],
  ])('%s is no number but %s', (text, code) => {
    expect(run(text)).toBeNaN()
    const problem = explainedProblem(text)
    expect(problem.code).toBe(code)
    expect(problem.fix).not.toBe('')
    expect(problem.at).toBeDefined()
  })
})

describe('explaining', () => {
  const unknown = { kind: 'unknown', unknown: { reason: 'empty', message: 'Nobody gave it.', fix: 'Give it.' } } as const

  it('says where the problem is', () => {
    const placed = (text: string, given: Given = {}): string => {
      const { at } = explainedProblem(text, given)
      return text.slice(at?.from, at?.to)
    }
    expect(placed('=1 + 4 / (2 - 2)')).toBe('4 / (2 - 2)')
    expect(placed('=((1 + 2) * 3) / 0 + 1')).toBe('((1 + 2) * 3) / 0')
    expect(placed('=2 + sqrt(-a * 3) * 2', { a: 1 })).toBe('sqrt(-a * 3)')
    expect(placed('=2 * missing')).toBe('missing')
    expect(placed('=2 * cost("some row") + 1')).toBe('cost("some row")')
    expect(placed('=3 months + max(1 GB, 3) * 2', { hours_in_month: 730 })).toBe('max(1 GB, 3)')
    expect(placed('=1 + -5 GB')).toBe('1 + -5 GB')
    expect(explainedProblem('=cost("a") + sqrt(0 - 4)', { a: 1 }).code).toBe('#NAME?')
  })

  it('keeps unknown apart from zero, and lets an error win over it', () => {
    expect(explain('=a + 1', { a: unknown })).toEqual(unknown)
    expect(explain('=a * 0', { a: unknown })).toEqual(unknown)
    expect(explain('=max(a, 1)', { a: unknown })).toEqual(unknown)
    expect(explainedProblem('=a + 1 / 0', { a: unknown }).code).toBe('#DIV/0!')
    expect(explainedProblem('=max(a, missing)', { a: unknown }).code).toBe('#NAME?')
  })

  it('does not look at the branch that is not taken', () => {
    expect(explain('=if(b > 5, a, 2)', { a: unknown, b: 1 })).toMatchObject({ value: 2 })
    expect(explain('=if(b > 5, missing, 2)', { b: 1 })).toMatchObject({ value: 2 })
    expect(explain('=b or missing', { b: 1 })).toMatchObject({ value: 1 })
    expect(explain('=if(a, 1, 2)', { a: unknown })).toEqual(unknown)
  })
})

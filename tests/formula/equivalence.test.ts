import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graduatedCost } from '#shared/formula/graduated.ts'
import { explain, run } from './values.ts'

const names = ['a', 'b', 'zero', 'half', 'huge'] as const
const number = fc.oneof(
  fc.constantFrom('0', '1', '2', '0.5', '1e308', '1e-308', '3', '7', '100', '5%', '2k'),
  fc.double({ min: 0, max: 1e6, noNaN: true }).map(String),
  fc.integer({ min: 0, max: 20 }).map(String),
)
const unaries = ['abs', 'sqrt', 'exp', 'ln', 'log10', 'ceil', 'floor', 'round', 'not', 'sum', 'min', 'max', 'avg', 'and', 'or']
const binaries = ['min', 'max', 'mod', 'round', 'sum', 'avg', 'and', 'or', 'tier']
const operators = ['+', '-', '*', '/', '^', '=', '<>', '<', '<=', '>', '>=', 'and', 'or']

/** Formula texts over every operator and function; comparisons and powers in parentheses of their own. */
const body = fc.letrec<{ any: string }>((tie) => {
  const any = tie('any')
  const list = (length: number): fc.Arbitrary<string> =>
    fc.array(any, { minLength: length, maxLength: length }).map((args) => args.join(', '))
  return {
    any: fc.oneof(
      { maxDepth: 5, depthSize: 'medium' },
      number,
      fc.constantFrom(...names),
      fc.tuple(any, fc.constantFrom(...operators), any).map(([x, operator, y]) => `(${x} ${operator} ${y})`),
      fc
        .tuple(any, fc.constantFrom('+', '-', '*', '/'), any)
        .map(([x, operator, y]) => `${x} ${operator} (${y})`)
        .map((text) => `(${text})`),
      any.map((x) => `(-${x})`),
      fc.tuple(fc.constantFrom(...unaries), any).map(([name, x]) => `${name}(${x})`),
      fc.tuple(fc.constantFrom(...binaries), list(2)).map(([name, args]) => `${name}(${args})`),
      fc.tuple(fc.constantFrom('if', 'clamp', 'min', 'sum', 'avg', 'max', 'or', 'and'), list(3)).map(([name, args]) => `${name}(${args})`),
      list(4).map((args) => `tier(${args})`),
    ),
  }
}).any

describe('the fast program and the explaining evaluator', () => {
  it('give the same bits, and no number in the same cases', () => {
    const tally = { number: 0, unknown: 0, problem: 0 }
    fc.assert(
      fc.property(body, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -5, max: 5 }), (text, a, b) => {
        const given = { a, b, zero: 0, half: 0.5, huge: 1e300 }
        const fast = run(`=${text}`, given)
        const slow = explain(`=${text}`, given)
        tally[slow.kind]++
        expect([text, slow.kind === 'number' ? slow.value : Number.NaN, slow.kind]).toEqual([
          text,
          fast,
          Number.isFinite(fast) ? 'number' : 'problem',
        ])
      }),
      { numRuns: 2000 },
    )
    expect(tally.number).toBeGreaterThan(500)
    expect(tally.problem).toBeGreaterThan(150)
  })

  it('are NaN when a name is, wherever it matters', () => {
    const texts = [
      '=a',
      '=a + 1',
      '=a * 0',
      '=a ^ 0',
      '=1 - a',
      '=a = a',
      '=a <> 1',
      '=a < 1',
      '=not(a)',
      '=not a',
      '=a and 0',
      '=1 and a',
      '=min(a, 1)',
      '=max(1, 2, a)',
      '=if(a, 1, 2)',
      '=round(a)',
      '=ceil(a)',
      '=mod(a, 2)',
      '=tier(1, a, 2, 3)',
      '=tier(a, 2)',
      '=clamp(a, 0, 1)',
      '=clamp(1, a, 2)',
      '=clamp(1, 0, a)',
      '=tier(3, 1, 2, a)',
      '=sum(a)',
      '=avg(1, a)',
      '=exp(a)',
      '=abs(a)',
    ]
    expect(texts.filter((text) => !Number.isNaN(run(text, { a: Number.NaN })))).toEqual([])
  })

  it('do the work of a formula as deep and long as the limits allow', () => {
    const sum = `=${'1+'.repeat(999)}1`
    expect(run(sum)).toBe(1000)
    expect(explain(sum)).toMatchObject({ value: 1000 })
    const deep = `=${'abs('.repeat(64)}-7${')'.repeat(64)}`
    expect(run(deep)).toBe(7)
    expect(explain(`=${'1^'.repeat(63)}1`)).toMatchObject({ value: 1 })
    expect(run(`=${'not '.repeat(63)}1`)).toBe(0)
  })
})

describe('tier', () => {
  const tiers = fc
    .tuple(
      fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { maxLength: 6 }),
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 7, maxLength: 7 }),
    )
    .map(([steps, prices]) => {
      let bound = 0
      const args = steps.flatMap((step, i) => [(bound += step), prices[i] ?? 0])
      return { bounds: args.filter((_, i) => i % 2 === 0), prices, rest: [...args, prices[steps.length] ?? 0] }
    })
  const quantity = fc.double({ min: 0, max: 1e7, noNaN: true })

  it('pays each part in its own bracket', () => {
    fc.assert(
      fc.property(tiers, quantity, ({ bounds, prices, rest }, q) => {
        const edges = [0, ...bounds, Infinity]
        const parts = edges.slice(1).map((edge, i) => Math.max(0, Math.min(q, edge) - (edges[i] ?? 0)))
        const cost = parts.reduce((total, part, i) => total + part * (prices[i] ?? 0), 0)
        expect(parts.reduce((x, y) => x + y, 0)).toBeCloseTo(q, 6)
        expect(Math.abs(graduatedCost([q, ...rest]) - cost)).toBeLessThanOrEqual(1e-9 * Math.max(1, cost))
      }),
    )
  })

  it('never costs less for more', () => {
    fc.assert(
      fc.property(tiers, quantity, quantity, ({ rest }, x, y) => {
        const [less, more] = [graduatedCost([Math.min(x, y), ...rest]), graduatedCost([Math.max(x, y), ...rest])]
        expect(less).toBeLessThanOrEqual(more + 1e-9 * more)
      }),
    )
  })
})

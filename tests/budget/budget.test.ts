import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Budget } from '#shared/document/types.ts'
import type { Money } from '#pricing/calculator/types.ts'
import { budgetEstimates, budgetStatus, readWarnAt } from '#pricing/budget/budget.ts'
import { readScope, writeScope } from '#pricing/budget/scope.ts'
import type { Scope } from '#pricing/budget/scope.ts'

const money = (monthly: number, more: Partial<Money> = {}): Money => ({
  list: monthly,
  discount: 0,
  negotiated: 0,
  monthly,
  upfront: 0,
  unknown: 0,
  problems: 0,
  ...more,
})
const budget = (scope: string, monthly: number, warnAt = '80%'): Budget => ({ id: `b-${scope}`, order: 0, scope, monthly, warnAt })

function only(one: Budget, moneyOf: (scope: Scope) => Money | undefined) {
  const [estimate, ...rest] = budgetEstimates([one], moneyOf)
  expect(rest).toEqual([])
  if (estimate === undefined) throw new Error('no estimate came back')
  return estimate
}

describe('budget status', () => {
  it('is within below the warn level, near from it, over above the limit', () => {
    expect(only(budget('total', 500), () => money(298.23))).toMatchObject({
      status: 'within',
      actual: 298.23,
      limit: 500,
      ratio: 298.23 / 500,
    })
    expect(only(budget('total', 500), () => money(399.99)).status).toBe('within')
    expect(only(budget('total', 500), () => money(400)).status).toBe('near')
    expect(only(budget('total', 500), () => money(500)).status).toBe('near')
    expect(only(budget('total', 500), () => money(500.01)).status).toBe('over')
  })

  it('does not let the noise of a sum of doubles move a total across a bound', () => {
    const tenths = Array.from({ length: 10 }, () => 0.1).reduce((sum, each) => sum + each, 0)
    expect(tenths).toBeLessThan(1)
    expect(budgetStatus(tenths, 1, 1)).toBe('near')
    expect(budgetStatus(0.1 + 0.2, 0.3, 0.8)).toBe('near')
  })

  it('never falls when more is spent', () => {
    const rank = { within: 0, near: 1, over: 2 }
    const amount = fc.double({ min: 0, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.double({ min: 0.01, max: 1e9, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (a, b, limit, warnAt) => {
          const less = budgetStatus(Math.min(a, b), limit, warnAt)
          expect(rank[less]).toBeLessThanOrEqual(rank[budgetStatus(Math.max(a, b), limit, warnAt)])
        },
      ),
    )
  })
})

describe('budget warn level', () => {
  it('is read as a percentage or as a share, and is 80 % when nothing is said', () => {
    expect(readWarnAt('80%')).toBe(0.8)
    expect(readWarnAt(' 62.5 % ')).toBe(0.625)
    expect(readWarnAt('0.9')).toBe(0.9)
    expect(readWarnAt('')).toBe(0.8)
    expect(only(budget('total', 100, '50%'), () => money(50)).status).toBe('near')
  })

  it.each(['800', '0', '0%', '101%', '-5%', 'soon', '1e-3', 'NaN'])('says so when it is “%s”, and warns at 80 %% meanwhile', (text) => {
    const estimate = only(budget('total', 100, text), () => money(85))
    expect(estimate.status).toBe('near')
    expect(estimate.problem).toMatchObject({ code: '#NUM!', message: `The warn level “${text}” is not a share of the limit.` })
  })
})

describe('budget levels', () => {
  it('may be amounts: warned of from 300 on, over above 450', () => {
    const one = { ...budget('total', 500, '$300'), failAt: '450' }
    expect(only(one, () => money(299)).status).toBe('within')
    expect(only(one, () => money(300)).status).toBe('near')
    expect(only(one, () => money(450)).status).toBe('near')
    expect(only(one, () => money(450.01)).status).toBe('over')
  })

  it.each([
    ['€400', 'EUR', true],
    ['€400', 'USD', false],
    ['$400', 'CAD', true],
    ['$400', 'EUR', false],
    ['£ 400', 'USD', false],
    ['¥400', 'JPY', true],
    ['¥400', 'USD', false],
    ['400', 'EUR', true],
  ])('read %s in a workbook that counts in %s only where the sign is its own', (text, currency, isRead) => {
    const [estimate] = budgetEstimates([budget('total', 500, text)], () => money(100), 0, currency)
    expect(estimate?.problem?.code).toBe(isRead ? undefined : '#UNIT!')
    const [failing] = budgetEstimates([{ ...budget('total', 500), failAt: text }], () => money(100), 0, currency)
    expect(failing?.problem?.code).toBe(isRead ? undefined : '#UNIT!')
  })

  it('fail above the limit where they say so, and say it when they cannot be read', () => {
    expect(only({ ...budget('total', 100), failAt: '110%' }, () => money(109)).status).toBe('near')
    expect(only({ ...budget('total', 100), failAt: '110%' }, () => money(111)).status).toBe('over')
    expect(only({ ...budget('total', 100), failAt: 'never' }, () => money(99)).problem?.message).toContain('fail level “never”')
  })

  it('follow the phases: each limit holds from its month on', () => {
    const phased = {
      ...budget('total', 100),
      phases: [
        { month: 3, monthly: 200 },
        { month: 6, monthly: 50 },
      ],
    }
    expect([0, 1, 2, 4, 5, 59].map((month) => budgetEstimates([phased], () => money(90), month)[0]?.limit)).toEqual([
      100, 100, 200, 200, 50, 50,
    ])
    expect(budgetEstimates([phased], () => money(90), 5)[0]?.status).toBe('over')
  })
})

describe('budget scope', () => {
  it('asks for the money of the grouping and name that were written', () => {
    const asked: Scope[] = []
    const scopes = ['total', 'group:Serving', 'environment:prod', 'category:compute', 'cloud:aws', 'tag:team=ml', 'group:A:B']
    budgetEstimates(
      scopes.map((scope) => budget(scope, 1)),
      (scope) => {
        asked.push(scope)
        return money(1)
      },
    )
    expect(asked).toEqual([
      { by: 'total' },
      { by: 'group', name: 'Serving' },
      { by: 'environment', name: 'prod' },
      { by: 'category', name: 'compute' },
      { by: 'cloud', name: 'aws' },
      { by: 'tag', name: 'team=ml' },
      { by: 'group', name: 'A:B' },
    ])
  })

  it('is written as it is read', () => {
    for (const text of ['total', 'group:Serving', 'tag:team=a=b', 'tag:team=']) {
      const scope = readScope(text)
      expect('code' in scope ? scope.message : writeScope(scope)).toBe(text)
    }
    expect(readScope('tag: team = ml')).toEqual({ by: 'tag', name: 'team=ml' })
  })

  it('says so when no row belongs to it', () => {
    const estimate = only(budget('environment:prdo', 100), () => undefined)
    expect(estimate).toMatchObject({
      actual: 0,
      problem: { code: '#NAME?', message: "No row belongs to the budget's scope “environment:prdo”, so it watches nothing." },
    })
  })

  it.each(['', 'all', 'group', 'group:', 'team:ml', 'tag:team', 'tag:=ml', ':x', '__proto__:x'])(
    'refuses “%s” with what to write instead',
    (scope) => {
      const estimate = only(budget(scope, 100), () => money(7))
      expect(estimate.problem?.code).toBe('#NAME?')
      expect(estimate.problem?.fix).not.toBe('')
      expect(estimate.actual).toBe(0)
    },
  )
})

describe('budget estimates', () => {
  it('show what the figure leaves out beside it', () => {
    expect(only(budget('total', 500), () => money(100, { unknown: 2, problems: 1 }))).toMatchObject({
      unknown: 2,
      problems: 1,
      actual: 100,
    })
  })

  it('of an empty workbook are within, without a problem', () => {
    expect(only(budget('total', 500), () => undefined)).toEqual({
      id: 'b-total',
      scope: 'total',
      limit: 500,
      warnsFrom: 400,
      failsAbove: 500,
      actual: 0,
      ratio: 0,
      status: 'within',
      unknown: 0,
      problems: 0,
    })
  })

  it('come in the order of the budgets', () => {
    expect(budgetEstimates([budget('cloud:aws', 1), budget('total', 2)], () => money(1)).map((estimate) => estimate.scope)).toEqual([
      'cloud:aws',
      'total',
    ])
  })
})

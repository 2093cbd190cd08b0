import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Budget } from '#shared/document/types.ts'
import type { Money } from '#pricing/calculator/types.ts'
import { budgetEstimates, budgetStatus } from '#pricing/budget/budget.ts'
import { levelsProblem, readFailAt, readWarnAt } from '#pricing/budget/levels.ts'
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

  it.each([
    ['1.1', 'USD', '110% or $1.10'],
    ['1.125', 'EUR', '112.5% or €1.125'],
    ['10', 'CHF', '1000% or 10.00 CHF'],
    ['5.', undefined, '500% or $5.00'],
  ])('ask back about %s, which may be a share or an amount', (text, currency, either) => {
    for (const problem of [readWarnAt(text, 500, currency), readFailAt(text, 500, currency)])
      expect(problem).toMatchObject({ code: '#NUM!', fix: `Write ${either}.` })
    const [share = '', amount = ''] = either.split(' or ')
    expect(readFailAt(share, 500, currency)).toBeTypeOf('number')
    expect(readFailAt(amount, 500, currency)).toBeCloseTo(Number.parseFloat(text) / 500, 12)
  })

  it('with a sign or a code are amounts, also below one', () => {
    expect(readWarnAt('$0.50', 500, 'USD')).toBe(0.001)
    expect(readFailAt('0.5 CHF', 500, 'CHF')).toBe(0.001)
    expect(readFailAt('CHF 600', 500, 'CHF')).toBe(1.2)
    expect(readFailAt('600 GBP', 500, 'CHF')).toMatchObject({ code: '#UNIT!' })
    expect(readWarnAt('0.5', 500, 'USD')).toBe(0.5)
  })

  it('fail from the warn level on at the earliest', () => {
    expect(levelsProblem({ monthly: 500, warnAt: '', failAt: '10%' }, 'USD')?.message).toBe(
      'The fail level “10%” is below the warn level “80%”.',
    )
    expect(levelsProblem({ monthly: 500, warnAt: '80%', failAt: '400' }, 'USD')).toBeNull()
    expect(only({ ...budget('total', 500, '80%'), failAt: '$300' }, () => money(70)).problem?.message).toContain('below the warn level')
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

describe('phases of a budget', () => {
  it('that begin in the same month are said to, in whatever order they stand', () => {
    const phases = [6, 3, 6].map((month, at) => ({ month, monthly: 100 * (at + 1) }))
    expect(only({ ...budget('total', 500), phases }, () => money(10)).problem?.message).toBe('Two limits of this budget begin in month 6.')
    expect(only({ ...budget('total', 500), phases: phases.slice(1) }, () => money(10)).problem).toBeUndefined()
  })
})

describe('budget scope', () => {
  it.each([
    ['Total', 'Did you mean total? '],
    ['cloud:AWS', 'Did you mean cloud:aws? '],
    ['category:Compute', 'Did you mean category:compute? '],
    ['Enviroment:prod', 'Did you mean environment:prod? '],
    ['cloud:aws', 'Choose a scope'],
    ['everything', 'Use total'],
  ])('%s that watches nothing is asked about: %s', (scope, fix) => {
    expect(only(budget(scope, 100), () => undefined).problem?.fix.startsWith(fix)).toBe(true)
  })

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

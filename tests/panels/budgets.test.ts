import { describe, expect, it } from 'vitest'
import { newWorkbook } from '#shared/document/empty.ts'
import { canonicalise } from '#shared/formula/index.ts'
import type { BudgetEstimate } from '#pricing/calculator/types.ts'
import { typedLevelProblem } from '#pricing/budget/levels.ts'
import { services } from '#pricing/services/registry.ts'
import { firstRowWith } from '#renderer/budgets/first-row.ts'
import { withLevel } from '#renderer/budgets/levels.ts'
import { scopeChoices, unwatchedScope } from '#renderer/budgets/scope-choices.ts'
import { firstLimit, headlineBudget, otherBudgets } from '#renderer/budgets/wording.ts'
import { sentencesOf } from '#renderer/forecast/sentences.ts'
import { budgetVerdict, scopeLabel, shareOfLimit, shownStatus, statusWords } from '#renderer/ui/budget-words.ts'
import { makePrinter } from '#renderer/ui/printer.ts'
import { moneyOf, rowOf } from './kit.ts'

const printer = makePrinter('en-US', 'USD')

function budget(scope: string, actual: number, limit: number, status: BudgetEstimate['status'] = 'within'): BudgetEstimate {
  return {
    id: scope,
    scope,
    limit,
    warnsFrom: limit * 0.8,
    failsAbove: limit,
    actual,
    ratio: actual / limit,
    status,
    unknown: 0,
    problems: 0,
  }
}

describe('a budget in words', () => {
  it('says the share of the limit and what is left or over', () => {
    const within = budget('total', 298.23, 500)
    expect(shareOfLimit(within, printer)).toBe('59.6% of $500')
    expect(statusWords(within, printer)).toBe('within, $201.77 left')
    expect(statusWords(budget('total', 450, 499.5, 'near'), printer)).toBe('near the limit, $49.50 left')
    expect(statusWords(budget('total', 512.3, 500, 'over'), printer)).toBe('over by $12.30')
  })

  it('does not call a budget kept that leaves figures out', () => {
    const within = { ...budget('total', 132.5, 500), unknown: 2 }
    expect(shareOfLimit(within, printer)).toBe('at least 26.5% of $500')
    expect(statusWords(within, printer)).toBe('2 figures not known')
    expect(statusWords({ ...within, problems: 1 }, printer)).toBe('2 figures not known, 1 in error')
    expect(statusWords({ ...within, unknown: 0, problems: 1, status: 'near' }, printer)).toBe('1 figure in error')
    expect((['within', 'near', 'over'] as const).map((status) => shownStatus({ ...within, status }))).toEqual([
      'unchecked',
      'unchecked',
      'over',
    ])
    expect(statusWords({ ...budget('total', 512.3, 500, 'over'), unknown: 1 }, printer)).toBe('over by $12.30, 1 figure not known')
    expect(shownStatus(budget('total', 1, 2))).toBe('within')
    expect(budgetVerdict(within)).toBe('2 figures not known')
    expect(budgetVerdict({ ...budget('total', 512.3, 500, 'over'), unknown: 1 })).toBe('over, 1 figure not known')
    expect(budgetVerdict(budget('total', 1, 2))).toBe('within')
  })

  it('does not call a budget kept that watches nothing', () => {
    const problem = { code: '#NAME?', message: 'No row.', fix: 'Choose another.' } as const
    expect(statusWords({ ...budget('group:Gone', 0, 10), problem }, printer)).toBe('cannot be checked')
  })

  it('names what it watches, and shows what it cannot read as it stands', () => {
    const said = {
      total: 'Whole workbook',
      'group:Serving': 'Group Serving',
      'tag:team=ml': 'Tag team=ml',
      'category:machine-learning': 'Category Machine learning',
      'cloud:aws': 'Cloud AWS',
      nonsense: 'nonsense',
    }
    for (const [scope, label] of Object.entries(said)) expect(scopeLabel(scope)).toBe(label)
  })
})

describe('the budget shown above the sheet', () => {
  it('is the one in the worst state, of several alike that of the whole workbook', () => {
    expect(headlineBudget([budget('group:A', 9, 10), budget('total', 1, 10)])?.scope).toBe('total')
    expect(headlineBudget([budget('total', 9, 10, 'near'), budget('group:A', 11, 10, 'over')])?.scope).toBe('group:A')
    expect(headlineBudget([budget('group:A', 12, 10, 'over'), budget('total', 11, 10, 'over')])?.scope).toBe('total')
  })

  it('measures what is left by the level above which it is over', () => {
    expect(statusWords({ ...budget('total', 105, 100, 'near'), failsAbove: 110 }, printer)).toBe('near the limit, $5.00 left')
    expect(statusWords({ ...budget('total', 112, 100, 'over'), failsAbove: 110 }, printer)).toBe('over $110.00 by $2.00')
  })

  it('is otherwise the one with the least room', () => {
    expect(headlineBudget([budget('group:A', 3, 10), budget('group:B', 20, 10), budget('group:C', 9, 10)])?.scope).toBe('group:B')
    expect(headlineBudget([])).toBeNull()
  })

  it('is followed by how many others are over, or else near', () => {
    const total = budget('total', 1, 10)
    const near = budget('group:A', 9, 10, 'near')
    const over = budget('group:B', 11, 10, 'over')
    expect(otherBudgets([total, near], total)).toEqual({ text: '1 more near', status: 'near' })
    expect(otherBudgets([total, near, over, { ...over, id: 'x' }], total)).toEqual({ text: '2 more over', status: 'over' })
    expect(otherBudgets([total, budget('group:C', 1, 10)], total)).toBeNull()
  })

  it('begins with a round limit that is kept', () => {
    expect(firstLimit(0)).toBe(100)
    expect([298.23, 7, 1204.5, 95].map(firstLimit)).toEqual([400, 10, 2000, 110])
  })
})

describe('what a budget can watch', () => {
  const components = [
    rowOf('a', 1, { group: 'Serving', environment: 'prod', tags: { team: 'ml' } }),
    rowOf('b', 2, { group: 'Serving', service: 'nobody.knows', environment: 'dev', tags: { team: 'web', critical: '' } }),
  ]

  it('is everything that a row belongs to, each once', () => {
    expect(scopeChoices(components, services)).toEqual([
      'total',
      'group:Serving',
      'environment:prod',
      'environment:dev',
      'category:compute',
      'cloud:aws',
      'tag:team=ml',
      'tag:team=web',
      'tag:critical=',
    ])
  })

  it('is offered until all of it is watched', () => {
    expect(unwatchedScope(['total', 'group:A'], new Set(['total']))).toBe('group:A')
    expect(unwatchedScope(['total'], new Set(['total']))).toBeNull()
  })
})

describe('the first row a total leaves something out of', () => {
  it('is found in the order of the sheet, for prices and for errors apart', () => {
    const money = new Map([
      ['a', moneyOf(1)],
      ['b', moneyOf(1, { problems: 1 })],
      ['c', moneyOf(1, { unknown: 2 })],
    ])
    const rows = ['a', 'b', 'c'].map((id, index) => rowOf(id, index))
    const of = (id: string) => money.get(id) ?? moneyOf(0)
    expect(firstRowWith('unknown', rows, of)).toBe('c')
    expect(firstRowWith('problems', rows, of)).toBe('b')
    expect(firstRowWith('problems', rows.slice(0, 1), of)).toBeNull()
  })
})

describe('a level of a budget', () => {
  it('is kept in percent, or as the amount it is, from text of any locale', () => {
    const kept = (typed: string) => {
      const levels: string[] = []
      const problem = (failAt: string) => typedLevelProblem('fail', { monthly: 500, warnAt: '1%', failAt }, 'EUR')
      withLevel(canonicalise(typed, 'de-DE'), problem, (level) => {
        levels.push(level)
        return null
      })
      return levels
    }
    expect(kept('87,5%')).toEqual(['87.5%'])
    expect(kept('0,875')).toEqual(['87.5%'])
    expect(kept('450,5')).toEqual(['450.5'])
    expect(kept('soon')).toEqual([])
  })

  it('can be mended while the other one cannot be read either', () => {
    const both = { monthly: 500, warnAt: '$300', failAt: '$450' }
    expect(typedLevelProblem('warn', both, 'EUR')).toMatchObject({ code: '#UNIT!' })
    expect(typedLevelProblem('warn', { ...both, warnAt: '€300' }, 'EUR')).toBeNull()
    expect(typedLevelProblem('fail', { ...both, failAt: '€450' }, 'EUR')).toBeNull()
    expect(typedLevelProblem('fail', { ...both, warnAt: '€300', failAt: '€200' }, 'EUR')?.message).toContain('below the warn level')
  })
})

describe('budgets of which one cannot be checked', () => {
  const within = budget('total', 100, 500)
  const unknown = { ...budget('group:Web', 10, 500), unknown: 1 }
  const near = budget('group:Jobs', 450, 500, 'near')

  it('lead with it before one that is kept, and after one that is near', () => {
    expect(headlineBudget([within, unknown])).toBe(unknown)
    expect(headlineBudget([unknown, near])).toBe(near)
    expect(otherBudgets([within, unknown], within)).toEqual({ text: '1 more not checked', status: 'unchecked' })
    expect(otherBudgets([near, unknown], near)).toEqual({ text: '1 more not checked', status: 'unchecked' })
  })

  it('are not said to be kept through the horizon', () => {
    const money = moneyOf(100)
    const month = { month: 0, name: '2026-12', total: money, groups: new Map(), categories: new Map(), cash: 100, expired: [] }
    const forecast = {
      months: [{ ...month, budgets: [within, unknown] }],
      total: 100,
      presentValue: 100,
      yearlyRate: 0,
      crossings: [within, unknown].map(({ id, scope }) => ({ id, scope, month: null })),
    }
    const [kept, doubtful] = sentencesOf(forecast, newWorkbook('w', 'w', '2026-11-22'), (scope) => scope, 'en-US')
    expect(kept).toBe('The budget of total is kept through December 2026.')
    expect(doubtful).toMatch(/^Whether the budget of group:Web is kept is not known: from December 2026 on/)
  })
})

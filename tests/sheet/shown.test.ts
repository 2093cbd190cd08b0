import { describe, expect, it } from 'vitest'
import type { Value } from '#shared/formula/types.ts'
import type { BudgetEstimate, Calculator, ChargeEstimate, ComponentEstimate, Money } from '#pricing/calculator/types.ts'
import { services } from '#pricing/services/registry.ts'
import { totalRow, type AnyRow } from '#renderer/sheet/rows.ts'
import { moneyTip, plainText, sameShown, shownCell, type ShownContext } from '#renderer/sheet/shown.ts'
import { makePrinter } from '#renderer/ui/printer.ts'
import { component } from './kit.ts'

const nothing: Money = { list: 0, discount: 0, negotiated: 0, monthly: 0, upfront: 0, unknown: 0, problems: 0 }
const plain: Value = { kind: 'number', value: 4, dimension: { data: 0, time: 0, money: 0, duty: 0 } }

function context(row: Partial<Money>, input: Value = plain, more: Partial<ShownContext> = {}): ShownContext {
  const total = { ...nothing, list: 200, monthly: 200 }
  const calculator: Calculator = {
    apply: () => ({ components: new Set(), drivers: new Set(), schedules: new Set(), everything: false }),
    total: () => total,
    subtotals: () => new Map([['Web', { ...nothing, list: 50, monthly: 50, unknown: 2 }]]),
    row: () => ({ ...nothing, ...row }),
    driver: () => plain,
    schedule: () => ({ value: plain, warnings: [] }),
    commitments: () => [],
    input: () => input,
    budgets: () => [],
    explain: () => estimate({}),
  }
  return {
    calculator,
    services,
    printer: makePrinter('en-US', 'USD'),
    localise: (text) => text,
    showFormulas: false,
    groupBy: 'group',
    subtotal: (heading) => calculator.subtotals('group').get(heading),
    budget: () => undefined,
    locale: 'en-US',
    own: null,
    ...more,
  }
}

function estimate(more: Partial<ComponentEstimate>): ComponentEstimate {
  return {
    ...nothing,
    id: 'a',
    name: 'A',
    service: 'aws.ec2',
    region: 'us-east-1',
    inputs: [],
    derived: [],
    charges: [],
    issues: [],
    ...more,
  }
}

const ec2: AnyRow = {
  kind: 'component',
  id: 'a',
  level: 0,
  component: component('a', { service: 'aws.ec2', region: 'us-east-1', inputs: { size: 't3.medium', count: '=nodes' } }),
}

describe('a cell', () => {
  it('shows the value of a formula, and the formula when formulas are shown', () => {
    expect(shownCell(ec2, 'count', context({}))).toMatchObject({ text: '4', value: 4, mark: null })
    expect(shownCell(ec2, 'count', context({}, plain, { showFormulas: true }))).toMatchObject({ text: '=nodes', value: 4 })
  })

  it('shows an error by its code and says what to do', () => {
    const problem: Value = { kind: 'problem', problem: { code: '#NAME?', message: 'There is no driver called nodes.', fix: 'Add it.' } }
    expect(shownCell(ec2, 'count', context({}, problem))).toEqual({
      text: '#NAME?',
      value: null,
      mark: 'problem',
      tip: 'There is no driver called nodes. Add it.',
    })
  })

  it('shows a figure nobody knows as a dash, never as zero', () => {
    expect(shownCell(ec2, 'monthly', context({ unknown: 1 }))).toMatchObject({ text: '—', value: null, mark: 'unknown' })
    const unknown: Value = { kind: 'unknown', unknown: { reason: 'empty', message: 'Not given.', fix: 'Type it.' } }
    expect(shownCell(ec2, 'count', context({}, unknown))).toMatchObject({
      text: '—',
      value: null,
      mark: 'unknown',
      tip: 'Not given. Type it.',
    })
  })

  it('marks a sum that leaves something out and keeps its exact number', () => {
    expect(shownCell(ec2, 'monthly', context({ list: 1 / 3, monthly: 1 / 3, unknown: 1 }))).toMatchObject({
      text: '$0.33',
      value: 1 / 3,
      mark: 'unknown',
    })
  })

  it('shows a true zero as zero', () => {
    expect(shownCell(ec2, 'monthly', context({}))).toMatchObject({ text: '$0.00', value: 0, mark: null })
  })

  it('of a heading says what its subtotal leaves out', () => {
    const heading: AnyRow = { kind: 'group', id: 'group:Web', group: 'Web', members: ['a'], collapsed: false }
    expect(shownCell(heading, 'monthly', context({}))).toMatchObject({
      text: '$50.00',
      mark: 'unknown',
      tip: 'Without 2 charges whose price or usage is not known.',
    })
    expect(shownCell(heading, 'count', context({})).text).toBe('')
  })

  it('of the total row holds the total and the whole share', () => {
    expect(shownCell(totalRow, 'monthly', context({}))).toMatchObject({ value: 200 })
    expect(shownCell(totalRow, 'share', context({}))).toMatchObject({ value: 1 })
  })

  it('names a service nobody declares', () => {
    const row: AnyRow = { kind: 'component', id: 'a', level: 0, component: component('a', { service: 'aws.nothing' }) }
    expect(shownCell(row, 'service', context({}))).toMatchObject({ text: 'aws.nothing', mark: 'problem' })
  })

  it('shows how a row is bought, and list price faintly', () => {
    expect(shownCell(ec2, 'buys', context({}))).toMatchObject({ text: 'On demand', mark: 'assumed' })
  })
})

describe('the sentence of a cost in trouble', () => {
  const charge: ChargeEstimate = {
    id: 'h',
    label: 'Hours',
    unit: 'hour',
    quantity: null,
    formula: '',
    working: '',
    tiers: [],
    price: null,
    list: null,
    negotiated: 0,
    discounts: [],
    cost: null,
    upfront: 0,
  }
  it('is the first reason, and how many more there are', () => {
    const unknown = { reason: 'no-price' as const, message: 'p3.2xlarge is not offered in eu-south-9.', fix: 'Choose another region.' }
    expect(moneyTip(estimate({ charges: [{ ...charge, unknown }] }))).toBe(
      'Hours: p3.2xlarge is not offered in eu-south-9. Choose another region.',
    )
    expect(
      moneyTip(
        estimate({
          charges: [
            { ...charge, unknown },
            { ...charge, label: 'Storage', unknown },
          ],
        }),
      ),
    ).toMatch(/ And 1 more\.$/)
  })
})

describe('what goes to other programs', () => {
  it('is the number in full with their decimal mark, and nothing for a dash', () => {
    expect(plainText({ text: '$0.33', value: 1 / 3, mark: null, tip: '' }, ',')).toBe('0,3333333333333333')
    expect(plainText({ text: '—', value: null, mark: 'unknown', tip: '' }, '.')).toBe('')
  })

  it('is painted again only when something about it changed', () => {
    const shown = { text: 'a', value: 1, mark: null, tip: '' }
    expect(sameShown(shown, { ...shown })).toBe(true)
    expect(sameShown(shown, { ...shown, value: 1.0000001 })).toBe(false)
    expect(sameShown(shown, null)).toBe(false)
  })

  it('is painted again on a heading whose rows came, went or were folded', () => {
    const heading = (members: readonly string[], collapsed: boolean) =>
      shownCell({ kind: 'group', id: 'group:Web', group: 'Web', members, collapsed }, 'name', context({}))
    expect(heading(['a'], false)).toMatchObject({ text: 'Web', group: { members: 1 } })
    expect(sameShown(heading(['a'], false), heading(['b'], false))).toBe(true)
    expect(sameShown(heading(['a'], false), heading(['a', 'b'], false))).toBe(false)
    expect(sameShown(heading(['a'], false), heading(['a'], true))).toBe(false)
  })
})

describe('a heading that a budget watches', () => {
  const heading: AnyRow = { kind: 'group', id: 'group:Web', group: 'Web', members: [], collapsed: false }
  const budget: BudgetEstimate = {
    id: 'b',
    scope: 'group:Web',
    limit: 100,
    warnsFrom: 80,
    failsAbove: 100,
    actual: 50,
    ratio: 0.5,
    status: 'within',
    unknown: 0,
    problems: 0,
  }
  const shown = (row: AnyRow, more: Partial<BudgetEstimate>, scope: string) =>
    shownCell(row, 'name', context({}, plain, { budget: (wanted) => (wanted === scope ? { ...budget, ...more } : undefined) }))

  it('says how the budget stands, by sign and words, and what is not known', () => {
    expect(shown(heading, {}, 'group:Web').budget).toMatchObject({ status: 'within', text: '✓ 50%' })
    expect(shown(heading, {}, 'group:Web').tip).toBe('Budget of Group Web: 50% of $100, within, $50.00 left.')
    expect(shown(heading, { unknown: 2 }, 'group:Web').budget).toMatchObject({ status: 'unchecked', text: '? ≥ 50%' })
    expect(shown(totalRow, { status: 'over', ratio: 1.2, actual: 120 }, 'total').budget).toMatchObject({ status: 'over', text: '✕ 120%' })
    expect(shown(heading, {}, 'group:Jobs').budget).toBeUndefined()
    expect(sameShown(shown(heading, {}, 'group:Web'), shown(heading, { ratio: 0.6 }, 'group:Web'))).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { apply } from '#shared/document/change.ts'
import { setCurrency } from '#shared/commands/settings.ts'
import type { Workbook } from '#shared/document/types.ts'
import { typedAmounts } from '#pricing/analysis/typed-amounts.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { services } from '#pricing/services/registry.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'
import { book as workbookOf, done, row } from '#tests/commands/kit.ts'

const flat = row('Support', { service: 'general.flat', inputs: { monthly: '1,000.50' } })
const nat = row('NAT', {
  service: 'aws.nat-gateway',
  region: 'us-east-1',
  inputs: { gateways: '1', data: '10 GB' },
  prices: { hours: { price: '0.05', note: 'quote' }, data: { price: '=0.02 * 2', note: '' } },
})
const budget = { id: 'b', order: 1, scope: 'total', monthly: 500, warnAt: '400', failAt: '110%', phases: [{ month: 6, monthly: 800 }] }
const scenario = {
  id: 's',
  order: 1,
  name: 'Less',
  parent: null,
  colour: '',
  decision: { what: '', why: '', who: '', by: '' },
  overrides: [
    { kind: 'set' as const, table: 'components' as const, id: 'Support', field: 'inputs.monthly', value: '600' },
    { kind: 'set' as const, table: 'components' as const, id: 'NAT', field: 'inputs.gateways', value: '2' },
    { kind: 'set' as const, table: 'budgets' as const, id: 'b', field: 'monthly', value: 300 },
    { kind: 'add' as const, table: 'components' as const, id: 'Desk', record: { ...flat, id: 'Desk', inputs: { monthly: '40/day' } } },
  ],
}
const document: Workbook = {
  ...workbookOf([flat, nat]),
  budgets: new Map([['b', budget]]),
  scenarios: new Map([['s', scenario]]),
}

describe('money that was typed, in another currency', () => {
  it('is every amount of the document and its scenarios, and nothing else', () => {
    const { changes, amounts, others } = typedAmounts(document, services, 2)
    const after = apply(document, changes)
    expect(after.components.get('Support')?.inputs['monthly']).toBe('2001')
    expect(after.components.get('NAT')).toMatchObject({
      inputs: nat.inputs,
      prices: { ...nat.prices, hours: { price: '0.1', note: 'quote' } },
    })
    expect(after.budgets.get('b')).toEqual({ ...budget, monthly: 1000, warnAt: '800', phases: [{ month: 6, monthly: 1600 }] })
    const overrides = after.scenarios.get('s')?.overrides
    expect(overrides?.slice(0, 3)).toMatchObject([{ value: '1200' }, { value: '2' }, { value: 600 }])
    expect(overrides?.[3]).toMatchObject({ record: { inputs: { monthly: '80/day' } } })
    expect({ amounts, others }).toEqual({ amounts: 8, others: 1 })
  })

  it('keeps a level that would be small enough to be taken for a share as the share it is', () => {
    const small = { ...document, components: new Map(), budgets: new Map([['b', { ...budget, warnAt: '$0.50', failAt: '15' }]]) }
    expect(apply(small, typedAmounts(small, services, 0.5).changes).budgets.get('b')).toMatchObject({ warnAt: '0.1%', failAt: '3%' })
    const kept = { ...small, budgets: new Map([['b', { ...budget, warnAt: '0.5', failAt: '600 USD' }]]) }
    expect(apply(kept, typedAmounts(kept, services, 0.5).changes).budgets.get('b')).toMatchObject({ warnAt: '0.5', failAt: '300' })
  })

  it('costs the same when it is converted with the currency, in one step', () => {
    const total = (workbook: Workbook) => createCalculator(workbook, { book: bundledBook(), services }).total().monthly
    const plain = { ...document, components: new Map([['Support', flat]]) }
    const { changes } = typedAmounts(plain, services, 0.5)
    const euros = done(plain, setCurrency, { code: 'EUR', perUsd: 0.5, asOf: '2026-11-22', amounts: changes })
    expect(total(euros)).toBe(total(plain) / 2)
    expect(euros.settings.get('settings')?.currency.code).toBe('EUR')
  })
})

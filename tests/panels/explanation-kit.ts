import { expect } from 'vitest'
import type { ChargeEstimate, ComponentEstimate } from '#pricing/calculator/types.ts'
import type { PriceSource } from '#pricing/catalog/types.ts'
import { explain } from '#renderer/inspector/explanation.ts'
import type { ChargeStory } from '#renderer/inspector/explanation.ts'
import { makePrinter } from '#renderer/ui/printer.ts'

export const printer = makePrinter('en-US', 'USD')
export const source: PriceSource = { sku: 'SKU1', book: 'test-book', asOf: '2026-11-01', source: 'maker', note: '', derived: false }

export function charge(given: Partial<ChargeEstimate> & { readonly id: string }): ChargeEstimate {
  const blank = {
    label: given.id,
    unit: 'hour',
    quantity: null,
    formula: '',
    working: '',
    tiers: [],
    price: source,
    list: null,
    negotiated: 0,
    discounts: [],
    cost: null,
    upfront: 0,
  }
  return { ...blank, ...given }
}

export function row(charges: readonly ChargeEstimate[], more: Partial<ComponentEstimate> = {}): ComponentEstimate {
  const monthly = charges.reduce((sum, one) => sum + (one.cost ?? 0), 0)
  const counts = { unknown: charges.filter((one) => one.unknown).length, problems: charges.filter((one) => one.problem).length }
  const money = { list: monthly, discount: 0, negotiated: 0, monthly, upfront: 0, ...counts }
  return {
    ...money,
    id: 'r',
    name: 'API servers',
    service: 'aws.ec2',
    region: 'us-east-1',
    inputs: [],
    derived: [],
    charges,
    issues: [],
    ...more,
  }
}

export function only(estimate: ComponentEstimate): ChargeStory {
  const { charges, unused } = explain(estimate, printer)
  const [story, ...rest] = [...charges, ...unused]
  expect(rest).toEqual([])
  if (story === undefined) throw new Error('no charge was told')
  return story
}

export const hours = charge({
  id: 'hours',
  label: 'Instance hours',
  quantity: 2920,
  formula: 'count * hours',
  working: '4 * 730',
  tiers: [{ from: 0, to: Infinity, price: 0.0416, quantity: 2920, cost: 121.472 }],
  list: 121.472,
  cost: 121.472,
})

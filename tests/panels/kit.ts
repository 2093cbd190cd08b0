import { newWorkbook } from '#shared/document/empty.ts'
import type { Component, Workbook } from '#shared/document/types.ts'
import type { Money } from '#pricing/calculator/types.ts'

/** A row with nothing but its place in the workbook; the order it is made in is its order. */
export function rowOf(id: string, order: number, more: Partial<Component> = {}): Component {
  const blank = {
    name: id,
    service: 'aws.ec2',
    region: 'us-east-1',
    group: '',
    environment: '',
    inputs: {},
    purchase: [],
    prices: {},
    tags: {},
    note: '',
  }
  return { id, order, ...blank, ...more }
}

export function workbookOf(components: readonly Component[]): Workbook {
  return { ...newWorkbook('w', 'Test', '2026-11-01'), components: new Map(components.map((component) => [component.id, component])) }
}

export function moneyOf(monthly: number, more: Partial<Money> = {}): Money {
  return { list: monthly, discount: 0, negotiated: 0, monthly, upfront: 0, unknown: 0, problems: 0, ...more }
}

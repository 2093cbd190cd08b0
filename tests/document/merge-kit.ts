import { newWorkbook } from '#shared/document/empty.ts'
import { readWorkbook } from '#shared/document/file.ts'
import type { Component, Driver, Id, Override, Scenario, Workbook } from '#shared/document/types.ts'

/** As a file gives it, so that order numbers count evenly in every copy. */
export function read(text: string): Workbook {
  const result = readWorkbook(text, () => 'none')
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.workbook
}

const decision = { what: '', why: '', who: '', by: '' }

export function row(id: Id, order: number, more: Partial<Component> = {}): Component {
  const others = { group: '', environment: '', purchase: [], prices: {}, tags: {}, note: '' }
  return { id, order, name: id, service: 'aws.ec2', region: 'us-east-1', inputs: { count: '4', size: 'm5.large' }, ...others, ...more }
}

export const driver = (id: Id, value: string): Driver => ({ id, order: 1024, name: id, value, unit: '' })

export function scenario(id: Id, parent: Id | null, overrides: readonly Override[] = []): Scenario {
  return { id, order: 1024, name: id, parent, colour: '', decision, overrides }
}

export function book(records: {
  readonly components?: readonly Component[]
  readonly drivers?: readonly Driver[]
  readonly scenarios?: readonly Scenario[]
}): Workbook {
  const table = <R extends { readonly id: Id }>(list: readonly R[] = []) => new Map(list.map((one) => [one.id, one]))
  return {
    ...newWorkbook('w', 'W', '2026-11-01'),
    components: table(records.components),
    drivers: table(records.drivers),
    scenarios: table(records.scenarios),
  }
}

export const set = (id: Id, field: string, value: unknown): Override => ({ kind: 'set', table: 'components', id, field, value })

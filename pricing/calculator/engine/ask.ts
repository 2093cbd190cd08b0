import { rows } from '#shared/document/rows.ts'
import type { Id } from '#shared/document/types.ts'
import type { Value } from '#shared/formula/types.ts'
import type { Scope } from '#pricing/budget/scope.ts'
import { explainInput } from '../explain.ts'
import { nameValue, ownValue } from '../resolve.ts'
import { isMember } from '../scope.ts'
import { addPart, emptySum, moneyOf } from '../sums.ts'
import type { GroupBy, Money, ScheduleEstimate } from '../types.ts'
import { numberValue } from '../values.ts'
import { rowMoneyOf } from './evaluate.ts'
import { groupTotal } from './groups.ts'
import { addHandles } from './money.ts'
import type { RowNode } from './nodes.ts'
import { lookupIn, momentOf, scheduleNode } from './state.ts'
import type { Engine } from './state.ts'

/** What is asked of figures that are there. */

export function rowOf(engine: Engine, id: Id): RowNode {
  const row = engine.rows.get(id)
  if (row === undefined) throw new Error(`The calculator has no row ${id}.`)
  return row
}

export function driverValueOf(engine: Engine, id: Id): Value {
  const driver = engine.workbook.drivers.get(id)
  if (driver === undefined) throw new Error(`The calculator has no driver ${id}.`)
  return ownValue(driver, engine.names.get(driver.name)?.value ?? nameValue(driver.name, [driver], momentOf(engine), lookupIn(engine)))
}

export function scheduleOf(engine: Engine, id: Id): ScheduleEstimate {
  const schedule = engine.workbook.schedules.get(id)
  if (schedule === undefined) throw new Error(`The calculator has no schedule ${id}.`)
  const { value, said } = scheduleNode(engine, schedule.name)
  return { value, ...said }
}

/** A number input of a row; only where it is not a plain number is its text read again. */
export function inputValue(engine: Engine, row: RowNode, input: string): Value {
  const found = row.bound?.program.inputs.find(({ id }) => id === input)
  if (row.bound === null || found === undefined) throw new Error(`${row.component.service} has no number input ${input}.`)
  const value = row.bound.hourly === null ? engine.values.at[row.bound.base + found.slot]! : Number.NaN
  if (!Number.isNaN(value)) return numberValue(value)
  return explainInput(row.component, found, { settings: engine.settings, lookup: lookupIn(engine) }).value
}

export function scopeMoney(engine: Engine, scope: Scope): Money | undefined {
  if (scope.by === 'total') return groupTotal(engine)
  const members = rows(engine.workbook.components).flatMap((component) => {
    const row = engine.rows.get(component.id)!
    return isMember(scope, component, row.declaration) ? [row.handle] : []
  })
  return members.length === 0 ? undefined : moneyOf(addHandles(members, engine.money))
}

export function subtotalsBy(engine: Engine, by: Exclude<GroupBy, 'group'>): ReadonlyMap<string, Money> {
  const sums = new Map<string, ReturnType<typeof emptySum>>()
  for (const component of rows(engine.workbook.components)) {
    const row = engine.rows.get(component.id)!
    for (const key of keysOf(row, by)) {
      if (!sums.has(key)) sums.set(key, emptySum())
      addPart(sums.get(key)!, rowMoneyOf(engine, row))
    }
  }
  return new Map([...sums].map(([key, sum]) => [key, moneyOf(sum)]))
}

function keysOf({ component, declaration }: RowNode, by: Exclude<GroupBy, 'group'>): readonly string[] {
  switch (by) {
    case 'environment':
      return [component.environment]
    case 'category':
      return [declaration?.category ?? 'other']
    case 'cloud':
      return [declaration?.cloud ?? 'general']
    case 'tag':
      return Object.entries(component.tags).map(([name, value]) => `${name}=${value}`)
  }
}

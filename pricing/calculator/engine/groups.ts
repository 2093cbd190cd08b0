import { rows } from '#shared/document/rows.ts'
import { add, emptySum, moneyOf, totalOf } from '../sums.ts'
import type { MoneySum } from '../sums.ts'
import type { Money } from '../types.ts'
import type { RowNode } from './nodes.ts'
import type { Engine, MoneyColumns } from './state.ts'

/** Rows by group in the order of first appearance, each added up when asked and only if a row of it moved. */
export type GroupSums = ReadonlyMap<string, GroupSum>
type GroupSum = { readonly handles: readonly number[]; sum: MoneySum | null; money: Money | null }

export function groupsOf(engine: Engine): GroupSums {
  if (engine.groups !== null) return engine.groups
  const groups = new Map<string, { handles: number[]; sum: null; money: null }>()
  for (const component of rows(engine.workbook.components)) {
    const handle = engine.rows.get(component.id)!.handle
    const group = groups.get(component.group)
    if (group === undefined) groups.set(component.group, { handles: [handle], sum: null, money: null })
    else group.handles.push(handle)
  }
  engine.groups = groups
  return groups
}

/** A row's money moved: its group has to be added up again. */
export function touchGroup(engine: Engine, row: RowNode): void {
  const group = engine.groups?.get(row.component.group)
  if (group === undefined) return
  group.sum = null
  group.money = null
}

export function groupTotal(engine: Engine): Money {
  return totalOf(Array.from(groupsOf(engine).values(), (group) => sumOf(group, engine.money)))
}

export function groupMoney(engine: Engine): ReadonlyMap<string, Money> {
  const money = new Map<string, Money>()
  for (const [name, group] of groupsOf(engine)) {
    group.money ??= moneyOf(sumOf(group, engine.money))
    money.set(name, group.money)
  }
  return money
}

function sumOf(group: GroupSum, money: MoneyColumns): MoneySum {
  group.sum ??= addHandles(group.handles, money)
  return group.sum
}

/** Adds rows in the order given. */
export function addHandles(handles: Iterable<number>, money: MoneyColumns): MoneySum {
  const sum = emptySum()
  for (const handle of handles) {
    add(sum.list, money.list[handle]!)
    add(sum.monthly, money.monthly[handle]!)
    add(sum.upfront, money.upfront[handle]!)
    sum.unknown += money.unknown[handle]!
    sum.problems += money.problems[handle]!
  }
  return sum
}

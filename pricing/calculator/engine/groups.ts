import { rows } from '#shared/document/rows.ts'
import { moneyOf, totalOf } from '../sums.ts'
import type { MoneySum } from '../sums.ts'
import type { Money } from '../types.ts'
import type { GroupSum, RowNode } from './nodes.ts'
import { addHandles } from './money.ts'
import type { MoneyTable } from './money.ts'
import type { Engine } from './state.ts'

/** Rows by group in the order of first appearance, each added up when asked and only if a row of it moved. */
function groupsOf(engine: Engine): ReadonlyMap<string, GroupSum> {
  if (engine.groups !== null) return engine.groups
  const groups = new Map<string, GroupSum>()
  for (const component of rows(engine.workbook.components)) {
    const row = engine.rows.get(component.id)!
    row.group = groups.get(component.group) ?? { handles: [], sum: null, money: null }
    if (row.group.handles.length === 0) groups.set(component.group, row.group)
    row.group.handles.push(row.handle)
  }
  engine.groups = groups
  engine.total = null
  return groups
}

/** A row's money moved: its group has to be added up again. */
export function touchGroup(engine: Engine, row: RowNode): void {
  if (engine.groups === null || row.group === null) return
  row.group.sum = null
  row.group.money = null
  engine.total = null
}

export function groupTotal(engine: Engine): Money {
  const groups = groupsOf(engine)
  engine.total ??= totalOf(Array.from(groups.values(), (group) => sumOf(group, engine.money)))
  return engine.total
}

export function groupMoney(engine: Engine): ReadonlyMap<string, Money> {
  const money = new Map<string, Money>()
  for (const [name, group] of groupsOf(engine)) {
    group.money ??= moneyOf(sumOf(group, engine.money))
    money.set(name, group.money)
  }
  return money
}

function sumOf(group: GroupSum, money: MoneyTable): MoneySum {
  group.sum ??= addHandles(group.handles, money)
  return group.sum
}

import { sameDimension } from '#shared/formula/index.ts'
import { explainRow, explainUsage, pooledCharges } from '../explain.ts'
import type { RowUsage } from '../explain.ts'
import { costValue, nameValue, subtotalValue } from '../resolve.ts'
import { nothingSaid, scheduleOutcome } from '../schedules.ts'
import type { Component } from '#shared/document/types.ts'
import type { Problem, Value } from '#shared/formula/types.ts'
import type { ComponentEstimate, Money } from '../types.ts'
import { nothingCommitted } from '../commitments/commitments.ts'
import { countUsage, evaluateCommitments } from './commitments.ts'
import { bindUnits, fits } from './cells.ts'
import { hourlyRow, runByHour } from './by-hour.ts'
import { computeRow, deriveRow, quantityOf, rowResult } from './compute.ts'
import { touchGroup } from './groups.ts'
import { moneyAt, putMoney } from './money.ts'
import type { BoundRow, Node, RowNode, ScheduleNode, Source, SumNode, UsageNode } from './nodes.ts'
import { evaluatePool, viewOf } from './pools.ts'
import { isWeekly, lookupIn, momentOf } from './state.ts'
import type { Engine } from './state.ts'

/** Computes a node anew; answers whether anything that reads it has to be computed too. */
export function evaluateNode(engine: Engine, node: Node): boolean {
  switch (node.kind) {
    case 'name':
      return setValue(engine, node, nameValue(node.name, node.drivers, momentOf(engine), lookupIn(engine)))
    case 'schedule':
      return evaluateSchedule(engine, node)
    case 'sum':
      return setValue(engine, node, sumValue(engine, node))
    case 'usage':
      return evaluateUsage(engine, node)
    case 'pool':
      return evaluatePool(engine, node)
    case 'commitments':
      return evaluateCommitments(engine, node)
    case 'row':
      return evaluateRow(engine, node)
  }
}

/** Puts a cycle's nodes in error: every name and sum on it. Its rows are computed after, and find them so. */
export function breakNode(engine: Engine, node: Source, problem: Problem): void {
  setValue(engine, node, { kind: 'problem', problem })
  node.isBroken = true
  if (node.kind === 'schedule') node.said = nothingSaid
}

function evaluateSchedule(engine: Engine, node: ScheduleNode): boolean {
  const { value, ...said } = scheduleOutcome(node.name, node.schedules, lookupIn(engine))
  node.said = said
  return setValue(engine, node, value)
}

function setValue(engine: Engine, node: Source, value: Value): boolean {
  const before = node.value
  node.value = value
  node.isBroken = false
  engine.weekly += Number(isWeekly(value)) - Number(isWeekly(before))
  engine.values.at[node.slot] = value.kind === 'number' ? value.value : Number.NaN
  if (value.kind !== 'number' || before.kind !== 'number') {
    if (value.kind !== before.kind) engine.units += 1
    return !(value.kind === before.kind && sameReason(value, before))
  }
  const isSameDimension = sameDimension(value.dimension, before.dimension)
  if (!isSameDimension) engine.units += 1
  return !isSameDimension || value.value !== before.value || !isSameWeek(value.hours, before.hours)
}

function isSameWeek(one: Float64Array | undefined, other: Float64Array | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return one.every((value, hour) => value === other[hour])
}

function sameReason(a: Value, b: Value): boolean {
  if (a.kind === 'problem' && b.kind === 'problem') return a.problem.code === b.problem.code && a.problem.message === b.problem.message
  return a.kind === 'unknown' && b.kind === 'unknown' && a.unknown.message === b.unknown.message
}

function sumValue(engine: Engine, node: SumNode): Value {
  const members = node.members.map((row) => row.component)
  const moneyOf = (component: Component) => rowMoneyOf(engine, engine.rows.get(component.id)!)
  return node.reference.kind === 'cost'
    ? costValue(node.reference.row, members, moneyOf)
    : subtotalValue(node.reference.of, members, moneyOf)
}

export function rowMoneyOf(engine: Engine, row: RowNode): Money {
  return moneyAt(engine.money, row.handle)
}

export function explainNode(engine: Engine, row: RowNode): ComponentEstimate {
  return explainRow(row.component, {
    context: engine.context,
    settings: engine.settings,
    declaration: row.declaration,
    lookup: lookupIn(engine),
    pool: (key) => viewOf(engine, key),
    committed: () => row.meeting?.committed ?? nothingCommitted,
  })
}

/** The fast way for rows whose figures are all numbers; where one is not, the explaining way, which knows why. */
function evaluateRow(engine: Engine, row: RowNode): boolean {
  const result = row.bound !== null && computeFast(engine, row, row.bound) ? rowResult() : explainNode(engine, row)
  if (!putMoney(engine.money, row.handle, result)) return false
  touchGroup(engine, row)
  return true
}

/** A row that shares prices was read when its quantities were. */
function computeFast(engine: Engine, row: RowNode, bound: BoundRow): boolean {
  if (row.usage === null) readRow(engine, bound)
  return computeRow(engine, bound)
}

/** Runs a row's own formulas, then those of its service. */
function readRow(engine: Engine, row: BoundRow): void {
  const values = engine.values.at
  const weeks = engine.weekly === 0 && row.weeks.length === 0 ? null : [...row.weeks]
  for (const cell of row.cells) {
    if (cell.unitsAt !== engine.units) bindUnits(engine, cell)
    if (weeks !== null && cell.sources.some(({ value }) => isWeekly(value))) {
      const week = runByHour(engine, cell)
      if (week !== null) weeks.push(week)
      continue
    }
    const value = cell.run(cell.constants, values, cell.slots, 0) * cell.scale
    values[cell.target] = fits(value, cell.field) ? value : Number.NaN
  }
  row.hourly = weeks === null ? null : hourlyRow(engine, row, weeks)
  if (row.hourly === null) deriveRow(engine, row)
}

/** Its row is always computed after it; of its pools only those whose quantity moved. */
function evaluateUsage(engine: Engine, node: UsageNode): boolean {
  const { row } = node
  const { bound } = row
  if (bound === null) return true
  readRow(engine, bound)
  const explained = usageExplained(engine, row)
  if (row.meeting !== null && countUsage(engine, node, bound, explained)) row.meeting.isTouched = true
  const values = engine.values.at
  let asked = -1
  for (const [index, member] of bound.pools.entries()) {
    if (member === null) continue
    asked += 1
    const fast = bound.hourly === null ? quantityOf(bound, bound.program.charges[index]!, values) : bound.hourly.quantities[index]!
    const quantity = Number.isNaN(fast) ? (explained().quantities[asked] ?? Number.NaN) : fast
    if (Object.is(values[member.slot]!, quantity)) continue
    values[member.slot] = quantity
    member.pool.isTouched = true
  }
  return true
}

/** What the explaining way knows of a row's usage: also where a unit that does not fit stands in a branch that is not taken. */
function usageExplained(engine: Engine, { component, declaration }: RowNode): () => RowUsage {
  let usage: RowUsage | null = null
  return () => {
    const { context, settings } = engine
    const charges = pooledCharges(component, declaration, { book: context.book, settings })
    usage ??= explainUsage(component, charges, { context, settings, declaration, lookup: lookupIn(engine) })
    return usage
  }
}

import { settingsOf } from '#shared/document/empty.ts'
import type { Driver, Id, Settings, Workbook } from '#shared/document/types.ts'
import type { Reference, Value } from '#shared/formula/types.ts'
import { isSum, referenceKey, scheduleReferences } from '../references.ts'
import { countingOf } from '../commitments/meeting.ts'
import type { Counting } from '../commitments/meeting.ts'
import type { Context, Money } from '../types.ts'
import { readValue } from '../resolve.ts'
import type { Moment } from '../resolve.ts'
import { nothingSaid, schedulesNamed } from '../schedules.ts'
import { emptyValue } from '../values.ts'
import { newMoney } from './money.ts'
import type { MoneyTable } from './money.ts'
import type { CommitmentsNode, GroupSum, NameNode, PoolNode, Reader, RowNode, ScheduleNode, Source, SumNode } from './nodes.ts'

/** Everything the incremental calculator keeps between two edits. */
export type Engine = {
  /** Its month changes in a forecast. */
  context: Context
  workbook: Workbook
  settings: Settings
  readonly values: Numbers
  readonly money: MoneyTable
  readonly drivers: Map<string, Driver[]>
  readonly names: Map<string, NameNode>
  readonly sums: Map<string, SumNode>
  readonly schedules: Map<string, ScheduleNode>
  readonly rows: Map<Id, RowNode>
  readonly pools: Map<string, PoolNode>
  readonly commitments: Map<string, CommitmentsNode>
  /** Those whose rows came, went or moved since they were put in order. */
  readonly looseCommitments: Set<CommitmentsNode>
  readonly counting: Counting
  /** Pools whose rows came, went, moved or were read anew since they were put in order. */
  readonly loosePools: Set<PoolNode>
  /** Null when rows came, went or moved since they were last added up. */
  groups: ReadonlyMap<string, GroupSum> | null
  /** Null when a group has to be added up again. */
  total: Money | null
  round: number
  /** Rises when a value gets another dimension or kind, so that formulas check their units again. */
  units: number
  /** Names and schedules whose value changes by the hour. */
  weekly: number
}

/** Slots of numbers, given out in blocks and taken back. */
export type Numbers = { at: Float64Array; used: number; readonly free: Map<number, number[]> }

export function newEngine(workbook: Workbook, context: Context): Engine {
  const settings = settingsOf(workbook)
  const values: Numbers = { at: new Float64Array(1024), used: 0, free: new Map() }
  return {
    context,
    workbook,
    settings,
    values,
    money: newMoney(),
    drivers: new Map(),
    names: new Map(),
    sums: new Map(),
    schedules: new Map(),
    rows: new Map(),
    pools: new Map(),
    commitments: new Map(),
    looseCommitments: new Set(),
    counting: countingOf(workbook, context),
    loosePools: new Set(),
    groups: null,
    total: null,
    round: 0,
    units: 0,
    weekly: 0,
  }
}

export function takeSlots(numbers: Numbers, size: number): number {
  const again = numbers.free.get(size)?.pop()
  if (again !== undefined) return again
  const base = numbers.used
  numbers.used += size
  if (numbers.used > numbers.at.length) {
    const larger = new Float64Array(Math.max(numbers.at.length * 2, numbers.used))
    larger.set(numbers.at)
    numbers.at = larger
  }
  return base
}

export function giveSlots(numbers: Numbers, base: number, size: number): void {
  const free = numbers.free.get(size)
  if (free === undefined) numbers.free.set(size, [base])
  else free.push(base)
}

/** The node a reference reads, made when it is first named. */
export function nodeOf(engine: Engine, reference: Reference): Source {
  if (isSum(reference)) return sumNode(engine, reference)
  return reference.kind === 'name' ? nameNode(engine, reference.name) : scheduleNode(engine, reference.schedule)
}

export function scheduleNode(engine: Engine, name: string): ScheduleNode {
  const known = engine.schedules.get(name)
  if (known !== undefined) return known
  const node: ScheduleNode = {
    kind: 'schedule',
    dependents: new Set(),
    alone: null,
    mark: 0,
    pending: 0,
    stale: false,
    name,
    slot: emptySlot(engine),
    schedules: [],
    sources: [],
    value: emptyValue(name),
    said: nothingSaid,
    isBroken: false,
  }
  engine.schedules.set(name, node)
  aim(engine, node)
  return node
}

/** Finds the schedules a node means, which may have come, gone or changed; answers whether they did. */
export function aim(engine: Engine, node: ScheduleNode): boolean {
  const before = node.schedules
  node.schedules = schedulesNamed(node.name, engine.workbook.schedules.values())
  if (before.length === node.schedules.length && before.every((one, at) => one === node.schedules[at])) return false
  const references = node.schedules.length === 1 ? scheduleReferences(node.schedules[0]!) : []
  setSources(engine, node, [...new Set(references.map((reference) => nodeOf(engine, reference)))])
  return true
}

/** What the names' values are made for. */
export function momentOf(engine: Engine): Moment {
  return { settings: engine.settings, month: engine.context.month ?? 0 }
}

export function nameNode(engine: Engine, name: string): NameNode {
  const known = engine.names.get(name)
  if (known !== undefined) return known
  const node: NameNode = {
    kind: 'name',
    dependents: new Set(),
    alone: null,
    mark: 0,
    pending: 0,
    stale: false,
    name,
    slot: emptySlot(engine),
    drivers: engine.drivers.get(name) ?? [],
    sources: [],
    value: emptyValue(name),
    isBroken: false,
  }
  engine.names.set(name, node)
  return node
}

function sumNode(engine: Engine, reference: SumNode['reference']): SumNode {
  const key = referenceKey(reference)
  const known = engine.sums.get(key)
  if (known !== undefined) return known
  const node: SumNode = {
    kind: 'sum',
    dependents: new Set(),
    alone: null,
    mark: 0,
    pending: 0,
    stale: false,
    reference,
    slot: emptySlot(engine),
    members: [],
    value: emptyValue(key),
    isBroken: false,
  }
  engine.sums.set(key, node)
  return node
}

function emptySlot(engine: Engine): number {
  const slot = takeSlots(engine.values, 1)
  engine.values.at[slot] = Number.NaN
  return slot
}

/** Values of references as the explaining evaluator wants them. */
export function lookupIn(engine: Engine): (reference: Reference) => Value {
  return (reference) => {
    const node = nodeOf(engine, reference)
    return readValue(reference, node.value, node.kind === 'name' ? node.drivers : [])
  }
}

/** Replaces what a node reads; sources that nothing names any more are forgotten. */
export function setSources(engine: Engine, node: Reader, sources: readonly Source[]): void {
  const before = node.sources
  node.sources = sources
  for (const source of sources) source.dependents.add(node)
  for (const source of before) {
    if (sources.includes(source)) continue
    source.dependents.delete(node)
    forget(engine, source)
  }
}

/** Lets go of a name without a driver, a schedule nobody has, or a sum, that no formula reads. */
export function forget(engine: Engine, node: Source): void {
  if (node.dependents.size > 0) return
  if (node.kind === 'schedule') {
    if (node.schedules.length > 0 || engine.schedules.get(node.name) !== node) return
    engine.schedules.delete(node.name)
  } else if (node.kind === 'name') {
    // One that read itself was let go of when its sources were.
    if (node.drivers.length > 0 || engine.names.get(node.name) !== node) return
    engine.names.delete(node.name)
  } else {
    engine.sums.delete(referenceKey(node.reference))
    for (const row of node.members) row.memberOf = row.memberOf.filter((other) => other !== node)
  }
  if (isWeekly(node.value)) engine.weekly -= 1
  giveSlots(engine.values, node.slot, 1)
}

/** Whether a value changes by the hour. */
export function isWeekly(value: Value): boolean {
  return value.kind === 'number' && value.hours !== undefined
}

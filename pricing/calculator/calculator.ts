import { rows } from '#shared/document/rows.ts'
import type { Change } from '#shared/document/change.ts'
import type { Component, Driver, Id, Workbook } from '#shared/document/types.ts'
import { budgetEstimates } from '#pricing/budget/budget.ts'
import { boughtIn } from './commitments/commitments.ts'
import { commitmentEstimates } from './commitments/estimates.ts'
import { committedKeys, weeklyNames } from './commitments/meeting.ts'
import { driverValueOf, inputValue, rowOf, scheduleOf, scopeMoney, subtotalsBy } from './engine/ask.ts'
import { leaveCommitments, orderCommitments } from './engine/commitments.ts'
import { bindRow, rebindInputs, releaseBlock } from './engine/bind.ts'
import { explainNode, rowMoneyOf } from './engine/evaluate.ts'
import { groupMoney, groupTotal } from './engine/groups.ts'
import { findMembers } from './engine/members.ts'
import { giveHandle, takeHandle } from './engine/money.ts'
import type { Node, RowNode } from './engine/nodes.ts'
import { recalculate } from './engine/schedule.ts'
import { leavePools, orderPools } from './engine/pools.ts'
import { aim, forget, nameNode, newEngine, nodeOf, scheduleNode, setSources } from './engine/state.ts'
import type { Engine } from './engine/state.ts'
import { named } from './plain-nodes.ts'
import { driverReferences } from './references.ts'
import { serviceOf } from './services.ts'
import type { Calculator, Context, Moment, Recalculated } from './types.ts'
import { looksWeekly } from './weeks.ts'

/** A calculator that holds the workbook's figures and moves only those an edit reaches. */
export function createCalculator(workbook: Workbook, context: Context): Calculator {
  let engine = built(workbook, context)
  return {
    apply(changes, after, moment = engine.context) {
      if (changes.some((change) => change.table === 'settings') || countsOtherwise(engine, changes, after)) {
        engine = built(after, { ...context, ...moment })
        return everything(after)
      }
      return applyTo(engine, changes, after, moment)
    },
    total: () => groupTotal(engine),
    subtotals: (by) => (by === 'group' ? groupMoney(engine) : subtotalsBy(engine, by)),
    row: (id) => rowMoneyOf(engine, rowOf(engine, id)),
    driver: (id) => driverValueOf(engine, id),
    schedule: (id) => scheduleOf(engine, id),
    input: (id, input) => inputValue(engine, rowOf(engine, id), input),
    commitments: () => commitmentEstimates(boughtIn(engine.commitments.values()), rows(engine.workbook.components), engine.settings),
    budgets: () =>
      budgetEstimates(
        rows(engine.workbook.budgets),
        (scope) => scopeMoney(engine, scope),
        engine.context.month,
        engine.settings.currency.code,
      ),
    explain: (id) => explainNode(engine, rowOf(engine, id)),
  }
}

function everything(after: Workbook): Recalculated {
  return {
    components: new Set(after.components.keys()),
    drivers: new Set(after.drivers.keys()),
    schedules: new Set(after.schedules.keys()),
    everything: true,
  }
}

/** Whether an edit changes which rows are counted together hour by hour: then all are read anew. */
function countsOtherwise({ counting, context, workbook }: Engine, changes: readonly Change[], after: Workbook): boolean {
  const isCommitment = (component: Component | null, of: Workbook) =>
    component !== null && serviceOf(component, of, context)?.commitment !== undefined
  const commits = changes.some(
    (change) => change.table === 'components' && (isCommitment(change.before, workbook) || isCommitment(change.after, after)),
  )
  if (commits && !isSameSet(counting.committed, committedKeys(after, context))) return true
  const isWeekMoved = changes.some((change) => change.table === 'drivers' && readsOtherwise(change.before, change.after))
  return isWeekMoved && !isSameSet(counting.weekly, weeklyNames(rows(after.drivers)))
}

/** Whether a driver was or is more than a plain number, so that a week may come or go with it. */
function readsOtherwise(before: Driver | null, after: Driver | null): boolean {
  return [before, after].some((driver) => driver !== null && (looksWeekly(driver.value) || driverReferences(driver).length > 0))
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((key) => other.has(key))
}

function built(workbook: Workbook, context: Context): Engine {
  const engine = newEngine(workbook, context)
  const stale = new Set<Node>()
  updateDrivers(engine, new Set(Array.from(workbook.drivers.values(), (driver) => driver.name)), stale)
  updateSchedules(engine, stale)
  for (const component of rows(workbook.components)) placeRow(engine, component, stale)
  for (const sum of findMembers(engine)) stale.add(sum)
  for (const pool of orderPools(engine)) stale.add(pool)
  for (const node of orderCommitments(engine)) stale.add(node)
  for (const node of [...engine.names.values(), ...engine.schedules.values(), ...engine.sums.values()]) stale.add(node)
  recalculate(engine, stale)
  return engine
}

function applyTo(engine: Engine, changes: readonly Change[], after: Workbook, moment: Moment): Recalculated {
  engine.workbook = after
  const stale = new Set<Node>()
  if (moment !== engine.context) goTo(engine, moment, stale)
  const names = new Set<string>()
  let isMoved = false
  const knownSums = engine.sums.size
  for (const change of changes) {
    if (change.table === 'drivers') for (const driver of [change.before, change.after]) if (driver !== null) names.add(driver.name)
    if (change.table === 'components') isMoved = changeRow(engine, change.id, change.after, stale) || isMoved
    if (change.table === 'services') isMoved = rebindService(engine, change.id, stale) || isMoved
  }
  if (names.size > 0) updateDrivers(engine, names, stale)
  if (changes.some((change) => change.table === 'schedules')) updateSchedules(engine, stale)
  if (isMoved) engine.groups = null
  if (isMoved || engine.sums.size !== knownSums || hasNewSum(engine)) for (const sum of findMembers(engine)) stale.add(sum)
  for (const pool of orderPools(engine)) stale.add(pool)
  for (const node of orderCommitments(engine)) stale.add(node)
  for (const node of unseen(engine)) stale.add(node)
  return recalculated(recalculate(engine, stale), after)
}

/** Another month of the horizon: what grows is another number then, and what does not is covered by as much as was bought for it. */
function goTo(engine: Engine, moment: Moment, stale: Set<Node>): void {
  const isOtherMonth = (moment.month ?? 0) !== (engine.context.month ?? 0)
  engine.context = { ...engine.context, ...moment }
  if (!isOtherMonth) return
  for (const node of engine.names.values()) if (node.drivers.some(({ growth }) => growth !== undefined)) stale.add(node)
}

/** Nodes that this edit named for the first time. */
function unseen(engine: Engine): Node[] {
  return [...engine.names.values(), ...engine.schedules.values(), ...engine.sums.values()].filter((node) => node.mark === 0)
}

function hasNewSum(engine: Engine): boolean {
  for (const sum of engine.sums.values()) if (sum.mark === 0) return true
  return false
}

/** The ids of what was computed, made when somebody asks. */
function recalculated(computed: readonly Node[], after: Workbook): Recalculated {
  let components: ReadonlySet<Id> | null = null
  let drivers: ReadonlySet<Id> | null = null
  let schedules: ReadonlySet<Id> | null = null
  return {
    get components() {
      components ??= new Set(computed.flatMap((node) => (node.kind === 'row' ? [node.component.id] : [])))
      return components
    },
    get drivers() {
      drivers ??= driversNamed(new Set(computed.flatMap((node) => (node.kind === 'name' ? [node.name] : []))), after)
      return drivers
    },
    get schedules() {
      schedules ??= new Set(computed.flatMap((node) => (node.kind === 'schedule' ? node.schedules.map(({ id }) => id) : [])))
      return schedules
    },
    everything: false,
  }
}

function driversNamed(names: ReadonlySet<string>, workbook: Workbook): ReadonlySet<Id> {
  return new Set(Array.from(workbook.drivers.values()).flatMap((driver) => (names.has(driver.name) ? [driver.id] : [])))
}

/** Takes over which drivers have these names. */
function updateDrivers(engine: Engine, names: ReadonlySet<string>, stale: Set<Node>): void {
  const byName = named(rows(engine.workbook.drivers))
  for (const name of names) {
    const drivers = byName.get(name) ?? []
    if (drivers.length > 0) engine.drivers.set(name, drivers)
    else engine.drivers.delete(name)
    const node = nameNode(engine, name)
    node.drivers = drivers
    const references = drivers.length === 1 ? driverReferences(drivers[0]!) : []
    setSources(engine, node, [...new Set(references.map((reference) => nodeOf(engine, reference)))])
    stale.add(node)
    forget(engine, node)
  }
  for (const node of stale) if (node.kind === 'name' && engine.names.get(node.name) !== node) stale.delete(node)
}

/**
 * Takes over the schedules as they are now; every one has a node of its name. Nodes are made last: one that takes the name of a node which only
 * it read before would lose it with what it read.
 */
function updateSchedules(engine: Engine, stale: Set<Node>): void {
  for (const node of engine.schedules.values()) {
    if (aim(engine, node)) stale.add(node)
    forget(engine, node)
  }
  for (const { name } of engine.workbook.schedules.values()) scheduleNode(engine, name)
  for (const node of stale) if (node.kind === 'schedule' && engine.schedules.get(node.name) !== node) stale.delete(node)
}

/** Answers whether rows came, went or now belong elsewhere. */
function changeRow(engine: Engine, id: Id, component: Component | null, stale: Set<Node>): boolean {
  const row = engine.rows.get(id)
  if (component === null) {
    if (row !== undefined) removeRow(engine, row, stale)
    return true
  }
  const isMoved = row === undefined || belongsElsewhere(row.component, component)
  placeRow(engine, component, stale)
  return isMoved
}

function belongsElsewhere(before: Component, after: Component): boolean {
  return (
    before.order !== after.order ||
    before.name !== after.name ||
    before.group !== after.group ||
    before.environment !== after.environment ||
    before.service !== after.service ||
    before.tags !== after.tags
  )
}

function placeRow(engine: Engine, component: Component, stale: Set<Node>): void {
  const row = engine.rows.get(component.id) ?? newRow(engine, component)
  const before = { component: row.component, declaration: row.declaration }
  row.component = component
  row.declaration = serviceOf(component, engine.workbook, engine.context)
  const isSameService = before.declaration === row.declaration
  if (!isSameService || !rebindInputs(engine, row, before.component)) bindRow(engine, row)
  stale.add(row)
  if (row.usage !== null) stale.add(row.usage)
}

function newRow(engine: Engine, component: Component): RowNode {
  const row: RowNode = {
    kind: 'row',
    mark: 0,
    pending: 0,
    stale: false,
    handle: takeHandle(engine.money),
    component,
    declaration: undefined,
    bound: null,
    usage: null,
    meeting: null,
    sources: [],
    memberOf: [],
    group: null,
  }
  engine.rows.set(component.id, row)
  return row
}

function removeRow(engine: Engine, row: RowNode, stale: Set<Node>): void {
  setSources(engine, row.usage ?? row, [])
  leavePools(engine, row)
  leaveCommitments(engine, row)
  releaseBlock(engine, row)
  engine.rows.delete(row.component.id)
  stale.delete(row)
  if (row.usage !== null) stale.delete(row.usage)
  giveHandle(engine.money, row.handle)
}

function rebindService(engine: Engine, id: Id, stale: Set<Node>): boolean {
  const rowsOfService = [...engine.rows.values()].filter((row) => row.component.service === `user.${id}`)
  for (const row of rowsOfService) placeRow(engine, row.component, stale)
  return rowsOfService.length > 0
}

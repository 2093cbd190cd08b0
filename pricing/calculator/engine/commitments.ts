import type { Id } from '#shared/document/types.ts'
import { committedOf, nothingCommitted } from '../commitments/commitments.ts'
import type { Committed, CoveredBy } from '../commitments/commitments.ts'
import type { Meeting } from '../commitments/meeting.ts'
import type { RowUsage } from '../explain.ts'
import type { CommitmentRow } from '../commitments/offers.ts'
import { machinesInUse, runsOf } from '../commitments/usage.ts'
import type { ResourceUsage } from '../commitments/resource-usage.ts'
import type { MachineUsage } from '../commitments/usage.ts'
import type { Value } from '#shared/formula/types.ts'
import { uncovered } from '../shares.ts'
import { numberValue } from '../values.ts'
import { coveredBy, coverOf, quantityOf, run } from './compute.ts'
import type { BoundRow, CommitmentsNode, RowNode, UsageNode } from './nodes.ts'
import { byOrder } from './pools.ts'
import type { Engine } from './state.ts'

function commitmentsNode(meeting: Meeting): CommitmentsNode {
  return {
    kind: 'commitments',
    mark: 0,
    pending: 0,
    stale: false,
    meeting,
    bearers: new Set(),
    rows: [],
    committed: nothingCommitted,
    moved: new Set(),
    isTouched: false,
  }
}

/** A row takes part in a meeting, stands elsewhere in it now, or takes part in none. */
export function meet(engine: Engine, row: RowNode, meeting: Meeting | null): void {
  const { commitments, looseCommitments } = engine
  if (row.meeting !== null && row.meeting.meeting.key !== meeting?.key) leaveCommitments(engine, row)
  if (meeting === null) return
  const node = commitments.get(meeting.key) ?? commitmentsNode(meeting)
  commitments.set(meeting.key, node)
  node.bearers.add(row)
  looseCommitments.add(node)
  row.meeting = node
}

export function leaveCommitments({ looseCommitments }: Engine, row: RowNode): void {
  if (row.meeting === null) return
  row.meeting.bearers.delete(row)
  looseCommitments.add(row.meeting)
  row.meeting = null
}

/** Puts the rows of loose meetings in order and lets go of those without rows; answers those where any came, went or moved. */
export function orderCommitments({ commitments, looseCommitments }: Engine): readonly CommitmentsNode[] {
  const loose = [...looseCommitments]
  looseCommitments.clear()
  return loose.filter((node) => {
    if (node.bearers.size === 0) {
      commitments.delete(node.meeting.key)
      return false
    }
    const rows = [...node.bearers].sort((a, b) => byOrder(a.component, b.component))
    const isSame = rows.length === node.rows.length && rows.every((row, at) => row === node.rows[at])
    node.rows = rows
    return !isSame
  })
}

/** Reads what the commitments count of a row; answers whether it is another than before. */
export function countUsage(engine: Engine, node: UsageNode, bound: BoundRow, explained: () => RowUsage): boolean {
  const { declaration } = node.row
  const machines = bound.machines < 0 ? null : bound.machine === null ? null : (machinesOf(engine, bound) ?? explained().machines)
  const commitment = declaration?.commitment === undefined ? null : explained().commitment
  const resources = hasResources(bound) ? explained().resources : none
  const units = hasUnits(bound) ? explained().units : none
  const isSame =
    isSameUsage(node.machines, machines) &&
    isSameUnits(node.units, units) &&
    isSameCommitment(node.commitment, commitment) &&
    isSameResources(node.resources, resources)
  if (isSame) return false
  node.machines = machines
  node.commitment = commitment
  node.units = units
  node.resources = resources
  return true
}

function hasUnits({ program }: BoundRow): boolean {
  return program.charges.some(({ charge }) => charge.covered !== undefined)
}

/** Such rows are few: they are read the explaining way. */
function hasResources({ program }: BoundRow): boolean {
  return program.charges.some(({ together }) => together !== null)
}

/** Null also where only the explaining way knows them. */
function machinesOf(engine: Engine, bound: BoundRow): MachineUsage | null {
  const { machine } = bound
  const covered = coveredBy(engine, bound)
  const isKnown = bound.shares.every(({ price }) => price === null || price.ok) && covered <= 1 + 1e-12
  if (machine === null || bound.hourly?.isInvolved === true || !isKnown || !cellsKnown(engine, bound)) return null
  const { hours } = engine.settings.month
  const charge = bound.program.charges[bound.machines]!
  const quantity = bound.hourly === null ? quantityOf(bound, charge, engine.values.at) : bound.hourly.quantities[bound.machines]!
  const byHour = coverOf(engine, bound, bound.machines, quantity)
  const runs = runsOf(numberValue(charge.sustained === null ? 0 : run(charge.sustained, engine.values.at, bound.base)))
  if (Number.isNaN(quantity) || byHour?.left.some(Number.isNaN) === true) return null
  return { ...machine, runs, hours: machinesInUse(byHour === null ? uncovered(quantity, covered) : byHour.left, hours) }
}

/** Whether a row's discounts and times of spot are all numbers. */
function cellsKnown(engine: Engine, bound: BoundRow): boolean {
  const values = engine.values.at
  return bound.shares.every(
    ({ discount, spot }) =>
      (discount === null || !Number.isNaN(values[discount]!)) && (spot ?? []).every((slot) => !Number.isNaN(values[slot]!)),
  )
}

/** Applies the commitments anew and tells the rows for which it makes a difference; answers whether there are any. */
export function evaluateCommitments(engine: Engine, node: CommitmentsNode): boolean {
  const used = node.rows.flatMap(({ usage }) => usage ?? [])
  const before = node.committed
  node.committed = committedOf(used, engine.context.book, engine.settings.month.hours)
  node.isTouched = false
  node.moved.clear()
  for (const row of node.rows) {
    if (row.bound === null || isSameFor(row.component.id, before, node.committed)) continue
    row.bound.covered = node.committed.rows.get(row.component.id) ?? none
    row.bound.together = node.committed.sustained.get(row.component.id)
    node.moved.add(row)
  }
  return node.moved.size > 0
}

const none: readonly never[] = []

function isSameUsage(one: MachineUsage | null, other: MachineUsage | null): boolean {
  if (one === null || other === null) return one === other
  if (
    one.size !== other.size ||
    one.region !== other.region ||
    one.onDemandHourly !== other.onDemandHourly ||
    one.cloud !== other.cloud ||
    one.runs !== other.runs
  )
    return false
  return isSameNumber(one.hours, other.hours)
}

function isSameUnits(one: readonly MachineUsage[], other: readonly MachineUsage[]): boolean {
  return one.length === other.length && one.every((unit, at) => unit.charge === other[at]!.charge && isSameUsage(unit, other[at]!))
}

function isSameResources(one: readonly ResourceUsage[], other: readonly ResourceUsage[]): boolean {
  return one.length === other.length && one.every((usage, at) => isSameResource(usage, other[at]!))
}

function isSameResource(one: ResourceUsage, other: ResourceUsage): boolean {
  return (
    one.charge === other.charge &&
    one.series === other.series &&
    one.region === other.region &&
    one.onDemandHourly === other.onDemandHourly &&
    one.runs === other.runs &&
    isSameNumber(one.hours, other.hours)
  )
}

function isSameNumber(a: Value, b: Value): boolean {
  if (a.kind !== 'number' || b.kind !== 'number' || a.value !== b.value) return false
  return a.hours === undefined || b.hours === undefined ? a.hours === b.hours : a.hours.every((value, hour) => value === b.hours![hour])
}

function isSameCommitment(one: CommitmentRow | null, other: CommitmentRow | null): boolean {
  if (one === null || other === null) return one === other
  return (
    one.component === other.component && one.quantity === other.quantity && one.discount === other.discount && one.fargate === other.fargate
  )
}

/** Whether a row costs the same under both: what covers it, what sustained use takes off, and of a commitment what nothing uses. */
function isSameFor(id: Id, one: Committed, other: Committed): boolean {
  const [before, after] = [one.bought.get(id), other.bought.get(id)]
  return (
    isSameShares(one.sustained.get(id), other.sustained.get(id)) &&
    one.unknown.has(id) === other.unknown.has(id) &&
    before?.unused === after?.unused &&
    before?.upfront === after?.upfront &&
    isSameCover(one.rows.get(id) ?? none, other.rows.get(id) ?? none)
  )
}

function isSameShares(one: ReadonlyMap<string, number> | undefined, other: ReadonlyMap<string, number> | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return one.size === other.size && [...one].every(([charge, share]) => other.get(charge) === share)
}

function isSameCover(one: readonly CoveredBy[], other: readonly CoveredBy[]): boolean {
  return (
    one.length === other.length &&
    one.every((line, at) => {
      const against = other[at]!
      return line.by === against.by && line.charge === against.charge && line.onDemand === against.onDemand && line.paid === against.paid
    })
  )
}

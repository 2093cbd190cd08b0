import { committedOf, nothingCommitted } from '../commitments/commitments.ts'
import type { Committed, CoveredBy } from '../commitments/commitments.ts'
import type { RowUsage } from '../explain.ts'
import type { CommitmentRow } from '../commitments/offers.ts'
import { isInCommitments, machineOf, machinesInUse } from '../commitments/usage.ts'
import type { MachineUsage } from '../commitments/usage.ts'
import { uncovered } from '../shares.ts'
import { coveredBy, coverOf, quantityOf } from './compute.ts'
import type { BoundRow, CommitmentsNode, RowNode, UsageNode } from './nodes.ts'
import { byOrder } from './pools.ts'
import type { Engine } from './state.ts'

export function commitmentsNode(): CommitmentsNode {
  return {
    kind: 'commitments',
    mark: 0,
    pending: 0,
    stale: false,
    bearers: new Set(),
    rows: [],
    committed: nothingCommitted,
    isTouched: false,
  }
}

/** The node a row's machines or its commitment are counted in, if any. */
export function commitmentsOf(engine: Engine, row: RowNode): CommitmentsNode | null {
  return row.bound !== null && isInCommitments(row.declaration) ? engine.commitments : null
}

/** Puts the rows in order; answers whether any came, went or moved since. */
export function orderCommitments({ commitments }: Engine): boolean {
  if (commitments === null) return false
  const rows = [...commitments.bearers].sort((a, b) => byOrder(a.component, b.component))
  const isSame = rows.length === commitments.rows.length && rows.every((row, at) => row === commitments.rows[at])
  commitments.rows = rows
  return !isSame
}

/** Reads what the commitments count of a row; answers whether it is another than before. */
export function countUsage(engine: Engine, node: UsageNode, bound: BoundRow, explained: () => RowUsage): boolean {
  const { declaration } = node.row
  const machines = bound.machines < 0 ? null : (machinesOf(engine, node.row, bound) ?? explained().machines)
  const commitment = declaration?.commitment === undefined ? null : explained().commitment
  const isSame = isSameUsage(node.machines, machines) && isSameCommitment(node.commitment, commitment)
  node.machines = machines
  node.commitment = commitment
  return !isSame
}

function machinesOf(engine: Engine, { component, declaration }: RowNode, bound: BoundRow): MachineUsage | null {
  if (bound.machines < 0 || declaration === undefined) return null
  const machine = machineOf(component, declaration, engine.context.book)
  const covered = coveredBy(engine, bound)
  const isKnown = bound.shares.every(({ price }) => price === null || price.ok) && covered <= 1 + 1e-12
  if (machine === null || !isKnown || !cellsKnown(engine, bound)) return null
  const { hours } = engine.settings.month
  const byHour = coverOf(engine, bound, bound.machines)
  if (byHour !== null) return byHour.left.some(Number.isNaN) ? null : { ...machine, hours: machinesInUse(byHour.left, hours) }
  const charge = bound.program.charges[bound.machines]!
  const quantity = bound.hourly === null ? quantityOf(bound, charge, engine.values.at) : bound.hourly.quantities[bound.machines]!
  return Number.isNaN(quantity) ? null : { ...machine, hours: machinesInUse(uncovered(quantity, covered), hours) }
}

/** Whether a row's discounts and times of spot are all numbers. */
function cellsKnown(engine: Engine, bound: BoundRow): boolean {
  const values = engine.values.at
  return bound.shares.every(
    ({ discount, spot }) =>
      (discount === null || !Number.isNaN(values[discount]!)) && (spot ?? []).every((slot) => !Number.isNaN(values[slot]!)),
  )
}

/** Applies the commitments anew and tells their rows; answers whether anything is covered otherwise than before. */
export function evaluateCommitments(engine: Engine, node: CommitmentsNode): boolean {
  const usages = node.rows.flatMap(({ usage }) => usage?.machines ?? [])
  const commitments = node.rows.flatMap(({ usage }) => usage?.commitment ?? [])
  const before = node.committed
  node.committed = committedOf(usages, commitments, engine.context.book, engine.settings.month.hours)
  node.isTouched = false
  for (const { bound, component } of node.rows) if (bound !== null) bound.covered = node.committed.rows.get(component.id) ?? none
  return !isSameOutcome(before, node.committed)
}

const none: readonly never[] = []

function isSameUsage(one: MachineUsage | null, other: MachineUsage | null): boolean {
  if (one === null || other === null) return one === other
  if (one.size !== other.size || one.region !== other.region || one.onDemandHourly !== other.onDemandHourly || one.cloud !== other.cloud)
    return false
  const [a, b] = [one.hours, other.hours]
  if (a.kind !== 'number' || b.kind !== 'number' || a.value !== b.value) return false
  return a.hours === undefined || b.hours === undefined ? a.hours === b.hours : a.hours.every((value, hour) => value === b.hours![hour])
}

function isSameCommitment(one: CommitmentRow | null, other: CommitmentRow | null): boolean {
  if (one === null || other === null) return one === other
  return one.component === other.component && one.quantity === other.quantity && one.discount === other.discount
}

function isSameOutcome(one: Committed, other: Committed): boolean {
  if (one.rows.size !== other.rows.size || one.unknown.size !== other.unknown.size || one.bought.size !== other.bought.size) return false
  for (const [id, covered] of other.rows) if (!isSameCover(one.rows.get(id), covered)) return false
  for (const id of other.unknown.keys()) if (!one.unknown.has(id)) return false
  for (const [id, bought] of other.bought) {
    const before = one.bought.get(id)
    if (before?.unused !== bought.unused || before.upfront !== bought.upfront) return false
  }
  return true
}

function isSameCover(one: readonly CoveredBy[] | undefined, other: readonly CoveredBy[]): boolean {
  return (
    one !== undefined &&
    one.length === other.length &&
    one.every((line, at) => {
      const against = other[at]!
      return line.by === against.by && line.onDemand === against.onDemand && line.paid === against.paid
    })
  )
}

import { committedOf, nothingCommitted } from '../commitments/commitments.ts'
import type { Committed, CoveredBy } from '../commitments/commitments.ts'
import { commitmentRow } from '../commitments/offers.ts'
import type { CommitmentRow } from '../commitments/offers.ts'
import { isInCommitments, machineOf, machinesInUse } from '../commitments/usage.ts'
import type { MachineUsage } from '../commitments/usage.ts'
import { coveredBy, quantityOf } from './compute.ts'
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
export function countUsage(engine: Engine, node: UsageNode, bound: BoundRow): boolean {
  const { component, declaration } = node.row
  const machines = declaration === undefined ? null : machinesOf(engine, node.row, bound)
  const values = engine.values.at
  const commitment =
    declaration === undefined
      ? null
      : commitmentRow(component, declaration, engine.settings.currency.perUsd, (id) => {
          const value = values[bound.base + bound.program.inputs.find((input) => input.id === id)!.slot]!
          return Number.isNaN(value) ? null : value
        })
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
  const quantity =
    bound.hourly === null
      ? quantityOf(bound, bound.program.charges[bound.machines]!, engine.values.at)
      : bound.hourly.byHour[bound.machines]!
  const isNumber = typeof quantity === 'number' ? !Number.isNaN(quantity) : quantity.every((one) => !Number.isNaN(one))
  if (machine === null || !isKnown || !isNumber || !discountsKnown(engine, bound)) return null
  return { ...machine, hours: machinesInUse(quantity, covered, engine.settings.month.hours) }
}

function discountsKnown(engine: Engine, bound: BoundRow): boolean {
  return bound.shares.every(({ discount }) => discount === null || !Number.isNaN(engine.values.at[discount]!))
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

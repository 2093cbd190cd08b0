import type { ScheduleSaid } from '../schedules.ts'
import type { Component, Driver, Id, PurchaseShare, Schedule } from '#shared/document/types.ts'
import type { Formula, Program } from '#shared/formula/formula.ts'
import type { Dimension, Field, Value } from '#shared/formula/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import type { Committed, CoveredBy } from '../commitments/commitments.ts'
import type { CommitmentRow } from '../commitments/offers.ts'
import type { Meeting } from '../commitments/meeting.ts'
import type { Machine, MachineUsage } from '../commitments/usage.ts'
import type { ResourceUsage } from '../commitments/resource-usage.ts'
import type { Pooled, PoolState, PoolView } from '../pools.ts'
import type { SumReference } from '../references.ts'
import type { FoundPrice, SharePrice } from '../prices.ts'
import type { ServiceProgram } from '../program.ts'
import type { Sustained } from '../shares.ts'
import type { MoneySum } from '../sums.ts'
import type { Money } from '../types.ts'

/** What rows that read just one node share, instead of two lists each. */
type Alone = { readonly sources: readonly Source[]; readonly slots: readonly number[] }

/** A vertex of the calculation graph. `mark`, `pending` and `stale` belong to the recalculation that is running. */
type Vertex = { mark: number; pending: number; stale: boolean }

/** What a formula can read. */
export type Source = NameNode | SumNode | ScheduleNode

/** What reads them: names and schedules, rows, and in place of a row that shares prices its quantities. */
export type Reader = NameNode | ScheduleNode | RowNode | UsageNode

/** What a name in a formula means: the one driver that has it. */
export type NameNode = Vertex & {
  readonly kind: 'name'
  readonly dependents: Set<Reader>
  alone: Alone | null
  readonly name: string
  /** Where its number stands among the engine's values; NaN there unless `value` is a number. */
  readonly slot: number
  drivers: readonly Driver[]
  sources: readonly Source[]
  value: Value
  /** Put in error because it is on a cycle: computed again whenever it is reached, for the cycle may be gone. */
  isBroken: boolean
}

/** What `schedule("…")` means: the one schedule that bears the name or the id. */
export type ScheduleNode = Vertex & {
  readonly kind: 'schedule'
  readonly dependents: Set<Reader>
  alone: Alone | null
  readonly name: string
  readonly slot: number
  schedules: readonly Schedule[]
  sources: readonly Source[]
  value: Value
  /** What it says beside its value. */
  said: ScheduleSaid
  isBroken: boolean
}

/** `cost("…")` or `subtotal("…")`. Its sources are its members. */
export type SumNode = Vertex & {
  readonly kind: 'sum'
  readonly dependents: Set<Reader>
  alone: Alone | null
  readonly reference: SumReference
  readonly slot: number
  members: readonly RowNode[]
  value: Value
  isBroken: boolean
}

/** The quantities of a row that shares prices: its pools add them up before any of its money is known. */
export type UsageNode = Vertex & {
  readonly kind: 'usage'
  readonly row: RowNode
  sources: readonly Source[]
  /** What the commitments count of it. */
  machines: MachineUsage | null
  units: readonly MachineUsage[]
  resources: readonly ResourceUsage[]
  commitment: CommitmentRow | null
}

/** All charges that one graduated price or free allowance is shared by. */
export type PoolNode = Vertex & {
  readonly kind: 'pool'
  readonly pooled: Pooled
  /** Rows with a charge in it; those of `rows` once they were put in order. */
  readonly bearers: Set<RowNode>
  /** In the order of the workbook, with the places of their quantities, charge by charge. */
  rows: readonly RowNode[]
  slots: readonly number[]
  state: PoolState
  /** Made when an explanation asks for it. */
  view: PoolView | null
  /** A quantity moved since it was added up. */
  isTouched: boolean
}

export type RowNode = Vertex & {
  readonly kind: 'row'
  /** Where the row's money stands in the engine's table. */
  readonly handle: number
  component: Component
  declaration: ServiceDeclaration | undefined
  bound: BoundRow | null
  /** Null for a row that shares no price: then it reads its sources itself. */
  usage: UsageNode | null
  /** Null for a row that is counted by itself. */
  meeting: CommitmentsNode | null
  sources: readonly Source[]
  /** The sums the row is a member of; with none, nothing waits for it. */
  memberOf: readonly SumNode[]
  /** The group it is added up in; stale when the engine's groups are. */
  group: GroupSum | null
}

/** The rows of a group by their handles, with their sums once they were asked for. */
export type GroupSum = { readonly handles: number[]; sum: MoneySum | null; money: Money | null }

/** Rows that are counted together hour by hour: commitments and what they may cover, or machines with sustained use. */
export type CommitmentsNode = Vertex & {
  readonly kind: 'commitments'
  readonly meeting: Meeting
  readonly bearers: Set<RowNode>
  /** The bearers in the order of the workbook, once loose ones were put in order. */
  rows: readonly RowNode[]
  committed: Committed
  /** Rows to which the last count gave something else than the one before. */
  readonly moved: Set<RowNode>
  /** Machines or a commitment changed since it was computed. */
  isTouched: boolean
}

export type Node = Source | UsageNode | PoolNode | CommitmentsNode | RowNode

/** A row ready to compute: its block of numbers, the cells that are formulas, the prices its charges meet. */
export type BoundRow = {
  readonly id: Id
  readonly program: ServiceProgram
  readonly base: number
  readonly size: number
  cells: readonly FormulaCell[]
  /** Cells that hold a week as text. */
  weeks: readonly WeekCell[]
  readonly prices: readonly FoundPrice[]
  /** By charge: the pool it belongs to. */
  readonly pools: readonly (BoundPool | null)[]
  /** Slots of prices typed on the row, by charge; null where the price is not typed. */
  readonly own: readonly (number | null)[]
  readonly sustained: readonly (Sustained | null)[]
  readonly shares: readonly BoundShare[]
  readonly keep: number
  readonly issues: number
  /** Which charge is for machines by size, or -1. */
  readonly machines: number
  /** What commitments know of its machines; null where there are none at a known price. */
  readonly machine: Machine | null
  /** What commitment rows cover of it, and what sustained use takes off its charges where they are counted with others. */
  covered: readonly CoveredBy[]
  together: ReadonlyMap<string, number> | undefined
  /** The row hour by hour, where one of its inputs changes by the hour. */
  hourly: HourlyRow | null
}

/** A week written in a cell, in its field's unit; its mean stands at `target`. */
export type WeekCell = { readonly hours: Float64Array; readonly target: number }

/** Quantities of a row's charges: the month's (the mean of the hours), and those of each hour. NaN where not known. */
export type HourlyRow = {
  readonly quantities: Float64Array
  /** Null where a charge's hours are all alike. */
  readonly byHour: readonly (Float64Array | null)[]
  /** Whether a figure besides the quantities depends on the hour, so that only the explaining way has it. */
  readonly isInvolved: boolean
}

/** A formula whose number goes to `target`, in its field's unit. */
export type FormulaCell = {
  readonly formula: Formula
  readonly constants: readonly number[]
  readonly run: Program
  readonly slots: readonly number[]
  readonly sources: readonly Source[]
  readonly field: Field
  readonly target: number
  /** From base units to the field's; NaN where the units do not fit. */
  scale: number
  /** The engine's state of units in which `scale` was found; found anew in any other. */
  unitsAt: number
}

/** A charge in a pool, and where its quantity stands. */
export type BoundPool = { readonly pool: PoolNode; readonly slot: number }

/** Slots of a share's cells; `spot`: those of how often it is interrupted. */
export type BoundShare = {
  readonly kind: PurchaseShare['kind']
  readonly share: PurchaseShare
  readonly coverage: number
  readonly discount: number | null
  readonly spot: readonly [number, number, number] | null
  readonly price: SharePrice | null
}

export function dimensionOfValue(value: Value, otherwise: Dimension): Dimension {
  return value.kind === 'number' ? value.dimension : otherwise
}

import type { Id } from '#shared/document/types.ts'
import type { Unknown } from '#shared/formula/types.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { applyPlan } from '#pricing/purchase/apply.ts'
import type { OfferOutcome, Outcome } from '#pricing/purchase/apply.ts'
import { breakEvenMonth, breakEvenUtilisation } from '#pricing/purchase/reserved-break-even.ts'
import { isEven, onDemandDollars, sustainedShares } from '#pricing/purchase/sustained-pool.ts'
import { effectiveHourly } from '#pricing/purchase/usage.ts'
import type { Offer } from '#pricing/purchase/usage.ts'
import { isMoney, offerOf } from './offers.ts'
import type { CommitmentRow } from './offers.ts'
import { sustainedResources } from './resource-usage.ts'
import type { ResourceUsage } from './resource-usage.ts'
import { linesOf } from './usage.ts'
import type { MachineLine, MachineUsage } from './usage.ts'

/** What a commitment covers of a row's machines, in US dollars: `share` of what they would cost on demand. */
export type CoveredBy = {
  readonly by: Id
  readonly charge: string
  readonly label: string
  readonly share: number
  /** Machine hours of the month. */
  readonly machineHours: number
  readonly onDemand: number
  readonly paid: number
}

/** A commitment over a month, in US dollars; upfront payments are spread over the term. */
export type CommitmentBought = {
  readonly offer: Offer
  /** Of a plan US dollars an hour (`isMoney`), else machines, vCPUs or GB. */
  readonly quantity: number
  readonly isMoney: boolean
  readonly cost: number
  readonly unused: number
  readonly utilisation: number
  /** What the covered usage would cost on demand, and its share of what all machines that it may cover would. */
  readonly covered: number
  readonly coverage: number
  readonly upfront: number
  readonly breakEvenMonth: number | null
  readonly breakEvenUtilisation: number | null
}

export type Committed = {
  readonly rows: ReadonlyMap<Id, readonly CoveredBy[]>
  readonly bought: ReadonlyMap<Id, CommitmentBought>
  /** Commitments whose price or rates are not known. */
  readonly unknown: ReadonlyMap<Id, Unknown>
  /** Share that sustained use takes off what is left on demand of what changes by the hour, counted together with others: by row and charge. */
  readonly sustained: ReadonlyMap<Id, ReadonlyMap<string, number>>
}

export const nothingCommitted: Committed = { rows: new Map(), bought: new Map(), unknown: new Map(), sustained: new Map() }

/** The commitments of all meetings. */
export function boughtIn(meetings: Iterable<{ readonly committed: Committed }>): ReadonlyMap<Id, CommitmentBought> {
  return new Map([...meetings].flatMap(({ committed }) => [...committed.bought]))
}

/** What commitments and sustained use count of a row. */
export type RowUse = {
  /** Machines that commitments may cover. */
  readonly machines: MachineUsage | null
  /** vCPUs and memory that plans for all compute cover, as machines. */
  readonly units: readonly MachineUsage[]
  /** vCPUs and memory whose sustained use is counted with that of like machines. */
  readonly resources: readonly ResourceUsage[]
  /** The commitment that the row is. */
  readonly commitment: CommitmentRow | null
}

/**
 * Applies the commitment rows to the machines of the other rows hour by hour, in the clouds' order (pricing/purchase/apply.ts), and counts
 * sustained use of what they leave. Rows come in the order of the workbook; `monthHours` are those of its month.
 */
export function committedOf(used: readonly RowUse[], book: PriceBook, monthHours: number): Committed {
  const commitments = used.flatMap(({ commitment }) => commitment ?? [])
  const resources = used.flatMap((one) => one.resources)
  const machines = linesOf(
    used.flatMap((one) => (one.machines === null ? one.units : [one.machines, ...one.units])),
    book,
  )
  const lines = machines.map(({ line }) => line)
  const found = commitments.map((row) => ({ row, offer: offerOf(row, lines, book) }))
  const unknown = new Map(found.flatMap(({ row, offer }) => (offer.ok || row.quantity === 0 ? [] : [[row.row, offer.unknown] as const])))
  const offers = found.flatMap(({ offer }) => (offer.ok ? [offer.offer] : []))
  const moneyRows = new Set(commitments.flatMap(({ row, declaration }) => (isMoney(declaration.commitment) ? [row] : [])))
  const plan = new Map(commitments.map(({ row, quantity }) => [row, quantity]))
  const outcome = applyPlan(lines, offers, plan)
  return {
    rows: coveredRows(machines, offers, outcome, monthHours),
    bought: new Map(outcome.offers.map((one) => [one.offer.id, boughtOf(one, outcome, moneyRows.has(one.offer.id), monthHours)])),
    unknown,
    sustained: new Map([...sustainedRows(machines, outcome), ...sustainedResources(resources)]),
  }
}

function sustainedRows(machines: readonly MachineLine[], outcome: Outcome): Committed['sustained'] {
  const timed = machines.flatMap(({ usage, line }) =>
    usage.curve === null || usage.runs !== null ? [] : [[line.id, usage.curve] as const],
  )
  if (timed.length === 0) return nothingCommitted.sustained
  const shares = sustainedShares(outcome, new Map(timed))
  const rows = new Map<Id, { readonly charge: string; dollars: number; saved: number; changes: boolean }>()
  for (const [at, { usage, line }] of machines.entries()) {
    const share = shares.get(line.id)
    if (share === undefined) continue
    const left = outcome.lines[at]!
    const row = rows.get(usage.row) ?? { charge: usage.charge, dollars: 0, saved: 0, changes: false }
    row.dollars += onDemandDollars(left)
    row.saved += onDemandDollars(left) * share
    row.changes ||= !isEven(left.onDemandHours)
    rows.set(usage.row, row)
  }
  return new Map(
    [...rows].flatMap(([id, { charge, dollars, saved, changes }]) =>
      changes ? [[id, new Map([[charge, saved / dollars]])] as const] : [],
    ),
  )
}

function coveredRows(
  machines: readonly MachineLine[],
  offers: readonly Offer[],
  outcome: Outcome,
  monthHours: number,
): ReadonlyMap<Id, readonly CoveredBy[]> {
  const rows = new Map<Id, CoveredBy[]>()
  for (const [at, { usage, line }] of machines.entries()) {
    for (const [id, units] of outcome.lines[at]!.coveredBy) {
      const offer = offers.find((one) => one.id === id)!
      const onDemand = units * line.onDemandHourly * monthHours
      const paid = units * (offer.covers.get(line.id) ?? 0) * effectiveHourly(offer) * monthHours
      const all = rows.get(usage.row) ?? []
      rows.set(
        usage.row,
        added(all, { by: id, charge: usage.charge, label: offer.label, share: 0, machineHours: 0, onDemand, paid }, usage, monthHours),
      )
    }
  }
  return rows
}

/** A row's vCPUs and memory under one commitment are one line. */
function added(all: readonly CoveredBy[], one: CoveredBy, { hours, onDemandHourly }: MachineUsage, monthHours: number): CoveredBy[] {
  const before = all.find(({ by, charge }) => by === one.by && charge === one.charge)
  const onDemand = (before?.onDemand ?? 0) + one.onDemand
  const machines = hours.kind === 'number' ? hours.value * monthHours : 0
  const machineHours = onDemandHourly === 0 ? 0 : onDemand / onDemandHourly
  const sum = { ...one, onDemand, paid: (before?.paid ?? 0) + one.paid, machineHours, share: machines === 0 ? 0 : machineHours / machines }
  return before === undefined ? [...all, sum] : all.map((other) => (other === before ? sum : other))
}

function boughtOf(
  { offer, quantity, utilisation, cost, unused, covered }: OfferOutcome,
  outcome: Outcome,
  isMoneyRow: boolean,
  monthHours: number,
): CommitmentBought {
  const eligible = onDemandWithin(offer, outcome)
  const onDemandOfUnit = utilisation > 0 && quantity > 0 ? covered / (quantity * utilisation) : 0
  return {
    offer,
    quantity,
    isMoney: isMoneyRow,
    cost: cost * monthHours,
    unused: unused * monthHours,
    utilisation,
    covered: covered * monthHours,
    coverage: eligible === 0 ? 0 : Math.min(1, covered / eligible),
    upfront: quantity * offer.upfront,
    breakEvenMonth: onDemandOfUnit === 0 ? null : breakEvenMonth(offer, onDemandOfUnit),
    breakEvenUtilisation: onDemandOfUnit === 0 ? null : breakEvenUtilisation(offer, onDemandOfUnit),
  }
}

/** US dollars of a mean hour that everything an offer may cover costs on demand. */
function onDemandWithin(offer: Offer, { lines }: Outcome): number {
  const within = lines.filter(({ line }) => offer.covers.has(line.id))
  return within.reduce((sum, { line, committed, spot, onDemand }) => sum + (committed + spot + onDemand) * line.onDemandHourly, 0)
}

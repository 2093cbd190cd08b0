import type { Component } from '#shared/document/types.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { ChargeEstimate, DiscountLine } from '#pricing/calculator/types.ts'
import type { Commitment } from '#pricing/services/declare.ts'
import type { Report } from '../report.ts'

/** A charge whose cost is known. `kept`: the share of list that is paid after what is negotiated. */
export type Known = ChargeEstimate & { readonly cost: number; readonly list: number; readonly quantity: number; readonly kept: number }

/** A part of a charge that is priced in one way; all parts together cost what the charge does, and are its list. */
export type Part = { readonly quantity: number; readonly list: number; readonly cost: number; readonly bought: Bought | null }

/** How a part is bought otherwise than on demand. `commitment`: null on spot. */
export type Bought = {
  readonly label: string
  readonly commitment: { readonly category: 'Spend' | 'Usage'; readonly isUsed: boolean } | null
}

export function knownCharge(charge: ChargeEstimate): Known | null {
  const { cost, list, quantity, negotiated } = charge
  if (cost === null || list === null || quantity === null) return null
  return { ...charge, cost, list, quantity, kept: list === 0 ? 1 : (list - negotiated) / list }
}

/** What is on demand first, then each way of buying, what nobody uses of a reservation behind it. */
export function partsOf(charge: Known, component: Component, report: Report): readonly Part[] {
  const own = serviceOf(component, report.workbook, report.context)?.commitment
  const bought = charge.discounts.filter(({ kind }) => kind === 'commitment')
  if (own !== undefined) return unusedOf(charge, bought, own)
  const parts = bought.flatMap((line) => committedParts(line, charge, report))
  const covered = bought.reduce((sum, { share }) => sum + share, 0)
  const cost = charge.cost - parts.reduce((sum, part) => sum + part.cost, 0)
  if (covered < 1 - 1e-9 || parts.length === 0) {
    const left = Math.max(0, 1 - covered)
    return [{ quantity: charge.quantity * left, list: charge.list * left, cost, bought: null }, ...parts]
  }
  // Nothing is on demand: what rounding leaves over belongs to the last part.
  return parts.map((part, at) => (at === parts.length - 1 ? { ...part, cost: part.cost + cost } : part))
}

/** A commitment's own row costs what no row uses of it; what is used stands on the rows that use it. */
function unusedOf(charge: Known, lines: readonly DiscountLine[], commitment: Commitment): Part[] {
  const share = lines.reduce((sum, line) => sum + line.share, 0)
  if (share === 0 && charge.cost === 0) return []
  const bought: Bought = { label: '', commitment: { category: categoryOf(commitment), isUsed: false } }
  return [{ quantity: charge.quantity * share, list: charge.list, cost: charge.cost, bought }]
}

function committedParts(line: DiscountLine, charge: Known, report: Report): Part[] {
  const { share, amount, unused = 0 } = line
  const declared = charge.discounts.reduce((sum, one) => (one.kind === 'declared' ? sum + one.amount : sum), 0)
  const idle = unused * charge.kept
  const list = charge.list * share
  const isSpot = /^spot/i.test(line.label)
  const category = categoryOf(rowCommitment(line, report))
  const used: Part = {
    quantity: charge.quantity * share,
    list,
    cost: list * charge.kept - amount - declared * share - idle,
    bought: { label: line.label, commitment: isSpot ? null : { category, isUsed: true } },
  }
  if (idle === 0) return share === 0 ? [] : [used]
  const left: Bought = { label: line.label, commitment: { category, isUsed: false } }
  return [used, { quantity: idleHours(line, charge), list: 0, cost: idle, bought: left }]
}

function idleHours({ share, utilisation = 1, unused = 0, hourly = 0 }: DiscountLine, { quantity }: Known): number {
  return utilisation > 0 ? quantity * share * (1 / utilisation - 1) : hourly > 0 ? unused / hourly : 0
}

/** The commitment row that covers a part; undefined for how the row itself is bought. */
function rowCommitment({ by }: DiscountLine, { workbook, context }: Report): Commitment | undefined {
  const row = by === undefined ? undefined : workbook.components.get(by)
  return row === undefined ? undefined : serviceOf(row, workbook, context)?.commitment
}

/** Savings plans and flexible committed use are promises of so much money an hour, reservations of so many machines. */
function categoryOf(commitment: Commitment | undefined): 'Spend' | 'Usage' {
  return commitment?.kind === 'savings-plan' || commitment?.kind === 'family-plan' ? 'Spend' : 'Usage'
}

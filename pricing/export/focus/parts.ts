import type { Component } from '#shared/document/types.ts'
import type { PriceSource } from '#pricing/catalog/types.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { ChargeEstimate, DiscountLine } from '#pricing/calculator/types.ts'
import type { Cloud, ServiceDeclaration } from '#pricing/services/declare.ts'
import type { Report } from '../report.ts'

/** A charge whose cost is known. `kept`: the share of list that is paid after what is negotiated. */
export type Known = ChargeEstimate & { readonly cost: number; readonly list: number; readonly quantity: number; readonly kept: number }

/** A part of a charge that is priced in one way; all parts together cost what the charge does, and are its list. */
export type Part = { readonly quantity: number; readonly list: number; readonly cost: number; readonly bought: Bought | null }

/** How a part is bought otherwise than on demand, and what it is priced by where that is in the book. `commitment`: null on spot. */
export type Bought = {
  readonly label: string
  readonly price: PriceSource | undefined
  readonly commitment: (Committed & { readonly isUsed: boolean }) | null
}

/** A commitment as FOCUS tells one from another. `id`: that of its row, or of the row that buys it for itself and its place there. */
export type Committed = { readonly id: string; readonly name: string; readonly type: string; readonly category: 'Spend' | 'Usage' }

export function knownCharge(charge: ChargeEstimate): Known | null {
  const { cost, list, quantity, negotiated } = charge
  if (cost === null || list === null || quantity === null) return null
  return { ...charge, cost, list, quantity, kept: list === 0 ? 1 : (list - negotiated) / list }
}

/** What is on demand first, then each way of buying, what nobody uses of a reservation behind it. */
export function partsOf(charge: Known, component: Component, report: Report): readonly Part[] {
  const bought = charge.discounts.filter(({ kind }) => kind === 'commitment')
  if (isCommitment(component, report)) return unusedOf(charge, bought, component, report)
  const parts = bought.flatMap((line) => committedParts(line, charge, component, report))
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
function unusedOf(charge: Known, lines: readonly DiscountLine[], component: Component, report: Report): Part[] {
  const share = lines.reduce((sum, line) => sum + line.share, 0)
  if (share === 0 && charge.cost === 0) return []
  const bought: Bought = { label: '', price: undefined, commitment: { ...ownCommitment(component, report), isUsed: false } }
  return [{ quantity: charge.quantity * share, list: charge.list, cost: charge.cost, bought }]
}

function committedParts(line: DiscountLine, charge: Known, component: Component, report: Report): Part[] {
  const { label, price, share, amount, unused = 0 } = line
  const declared = charge.discounts.reduce((sum, one) => (one.kind === 'declared' ? sum + one.amount : sum), 0)
  const idle = unused * charge.kept
  const list = charge.list * share
  const commitment = isSpot(line) ? null : commitmentOf(line, charge, component, report)
  const used: Part = {
    quantity: charge.quantity * share,
    list,
    cost: list * charge.kept - amount - declared * share - idle,
    bought: { label, price, commitment: commitment === null ? null : { ...commitment, isUsed: true } },
  }
  if (idle === 0 || commitment === null) return share === 0 ? [] : [used]
  const left: Bought = { label, price, commitment: { ...commitment, isUsed: false } }
  return [used, { quantity: idleHours(line, charge), list: 0, cost: idle, bought: left }]
}

function idleHours({ share, utilisation = 1, unused = 0, hourly = 0 }: DiscountLine, { quantity }: Known): number {
  return utilisation > 0 ? quantity * share * (1 / utilisation - 1) : hourly > 0 ? unused / hourly : 0
}

export function isSpot({ by, label }: DiscountLine): boolean {
  return by === undefined && /^spot/i.test(label)
}

export function isCommitment(component: Component, { workbook, context }: Report): boolean {
  return serviceOf(component, workbook, context)?.commitment !== undefined
}

/** The commitment row that covers a part, or what its own row buys for itself. */
export function commitmentOf(line: DiscountLine, charge: ChargeEstimate, component: Component, report: Report): Committed {
  const row = line.by === undefined ? undefined : report.workbook.components.get(line.by)
  if (row !== undefined) return ownCommitment(row, report)
  const shares = charge.discounts.filter(({ kind, by }) => kind === 'commitment' && by === undefined)
  const service = serviceOf(component, report.workbook, report.context)
  return {
    id: `${component.id}/${shares.indexOf(line) + 1}`,
    name: `${component.name}: ${line.label}`,
    type: reservationNames[service?.cloud ?? 'general'],
    category: 'Usage',
  }
}

const reservationNames: Readonly<Record<Cloud, string>> = {
  aws: 'Reserved Instance',
  google: 'Committed Use Discount',
  azure: 'Reservation',
  general: 'Reservation',
}

export function ownCommitment(row: Component, { workbook, context }: Report): Committed {
  const service = serviceOf(row, workbook, context)
  return { id: row.id, name: row.name, type: service?.name ?? row.service, category: categoryOf(service) }
}

/** Savings plans and flexible committed use are promises of so much money an hour, reservations of so many machines. */
function categoryOf(service: ServiceDeclaration | undefined): 'Spend' | 'Usage' {
  const kind = service?.commitment?.kind
  return kind === 'savings-plan' || kind === 'family-plan' ? 'Spend' : 'Usage'
}

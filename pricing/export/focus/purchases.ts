import type { Component, Id } from '#shared/document/types.ts'
import { rows } from '#shared/document/rows.ts'
import { rounded } from '#pricing/calculator/settle.ts'
import type { DiscountLine } from '#pricing/calculator/types.ts'
import { termHours } from '#pricing/purchase/usage.ts'
import type { PriceSource } from '#pricing/catalog/types.ts'
import type { Report } from '../report.ts'
import { commitmentOf, isCommitment, isSpot, knownCharge, ownCommitment, partsOf } from './parts.ts'
import type { Committed, Known, Part } from './parts.ts'

/** The known charges of the rows with their parts, and what is bought for these: by its own id, and by the row on which it is bought. */
export type Billing = {
  readonly parts: ReadonlyMap<Id, readonly { readonly charge: Known; readonly parts: readonly Part[] }[]>
  readonly bought: ReadonlyMap<string, Purchase>
  readonly boughtBy: ReadonlyMap<Id, readonly Purchase[]>
}

/**
 * A commitment in the month in which it is bought, in the workbook's currency. `cost`: what covers the month, used or not, payments upfront
 * spread over the term; `upfront` is paid once for `months` months, `recurring` every month; `spread` is the month's part of `upfront`.
 */
export type Purchase = {
  readonly commitment: Committed
  readonly price: PriceSource | undefined
  readonly cost: number
  /** Machine hours of the month that are paid. */
  readonly hours: number
  readonly upfront: number
  readonly spread: number
  readonly recurring: number
  readonly years: number
}

export function billingOf(report: Report): Billing {
  const estimates = new Map(report.estimate.components.map((component) => [component.id, component]))
  const inOrder = rows(report.workbook.components)
  const parts = new Map(
    inOrder.map((component) => {
      const known = (estimates.get(component.id)?.charges ?? []).flatMap((charge) => knownCharge(charge) ?? [])
      return [component.id, known.map((charge) => ({ charge, parts: partsOf(charge, component, report) }))]
    }),
  )
  const costs = new Map<string, number>()
  for (const { bought, cost } of [...parts.values()].flat().flatMap((one) => one.parts)) {
    if (bought !== null && bought.commitment !== null) costs.set(bought.commitment.id, (costs.get(bought.commitment.id) ?? 0) + cost)
  }
  const boughtBy = new Map(
    inOrder.map((component) => {
      const bought = new Map<string, Purchase>()
      for (const { charge } of parts.get(component.id) ?? []) {
        for (const line of charge.discounts) addPurchase(bought, costs, line, charge, component, report)
      }
      return [component.id, [...bought.values()]]
    }),
  )
  const bought = new Map([...boughtBy.values()].flat().map((purchase) => [purchase.commitment.id, purchase]))
  return { parts, bought, boughtBy }
}

/** A share of a row with a term, and a commitment's own row, are bought there; what covers other rows is not bought on them. */
function addPurchase(
  bought: Map<string, Purchase>,
  costs: ReadonlyMap<string, number>,
  line: DiscountLine,
  charge: Known,
  component: Component,
  report: Report,
): void {
  if (line.kind !== 'commitment' || line.by !== undefined || isSpot(line)) return
  const isRow = isCommitment(component, report)
  const commitment = isRow ? ownCommitment(component, report) : commitmentOf(line, charge, component, report)
  const before = bought.get(commitment.id)
  const cost = costs.get(commitment.id) ?? 0
  const upfront = (before?.upfront ?? 0) + (line.upfront ?? 0)
  const { month } = report.settings
  const spread = (before?.spread ?? 0) + (line.term === undefined ? 0 : ((line.upfront ?? 0) * month.hours) / termHours(line.term))
  // What is left of the sums of many parts is no payment.
  const left = Math.abs(cost - spread) <= 1e-9 * Math.abs(cost) ? 0 : cost - spread
  bought.set(commitment.id, {
    commitment,
    price: line.price,
    cost,
    hours: (before?.hours ?? 0) + (isRow ? charge.quantity : (line.paidHours ?? charge.quantity * line.share)),
    upfront,
    spread,
    recurring: rounded(left, report.estimate.rounding),
    years: line.term === '3y' ? 3 : 1,
  })
}

/** Of a promise of money that money itself, else the part of its hours that so much of its cost is. */
export function commitmentQuantity({ commitment, hours, cost: all }: Purchase, cost: number): number {
  return commitment.category === 'Spend' ? cost : all === 0 ? 0 : (hours * cost) / all
}

import type { Component, PurchaseShare, PurchaseTerm } from '#shared/document/types.ts'
import type { Value } from '#shared/formula/types.ts'
import type { PriceSource } from '#pricing/catalog/types.ts'
import type { CoveredBy } from './commitments/commitments.ts'
import type { ReadScope } from './explain.ts'
import { chosen, sharePrice } from './prices.ts'
import { sustainedCurve, sustainedDiscount } from '#pricing/purchase/sustained.ts'
import type { SustainedCurve } from '#pricing/purchase/sustained.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import type { ChargeProgram, Declared, ServiceProgram } from './program.ts'
import { numberValue, problemValue, shareField, textInField } from './values.ts'

/** One purchase share of a row with its figures. `rate` is dollars per hour, or a share off on demand when typed. */
export type ShareValue = {
  readonly label: string
  /** Null for what can be given back at any time. */
  readonly term: PurchaseTerm | null
  /** 0 to 1 of the row's hours. */
  readonly coverage: Value
  readonly rate:
    | { readonly kind: 'hourly'; readonly hourly: number; readonly upfront: number; readonly source: PriceSource | null }
    | { readonly kind: 'off'; readonly share: Value }
}

/** The ways a row's hours are bought, or the first reason why that is not known. */
export type Shares = { readonly ok: true; readonly shares: readonly ShareValue[] } | { readonly ok: false; readonly value: Value }

export function explainShares(component: Component, program: ServiceProgram, scope: ReadScope): Shares {
  const size = computeSize(component, program)
  if (component.purchase.length === 0 || size === null) return { ok: true, shares: [] }
  const shares: ShareValue[] = []
  let covered = 0
  for (const share of component.purchase) {
    const value = shareValue(share, size, component, program, scope)
    if ('kind' in value) return { ok: false, value }
    const wrong = [value.coverage, value.rate.kind === 'off' ? value.rate.share : numberValue(0)].find((part) => part.kind !== 'number')
    if (wrong !== undefined) return { ok: false, value: wrong }
    covered += value.coverage.kind === 'number' ? value.coverage.value : 0
    shares.push(value)
  }
  return covered > 1 + 1e-12 ? { ok: false, value: overCovered(covered) } : { ok: true, shares }
}

/** The size that a row's compute charge is priced by, or null when its service has none. */
export function computeSize(component: Component, program: ServiceProgram): string | null {
  const compute = program.charges.find(({ charge }) => 'compute' in charge)?.charge
  return compute !== undefined && 'compute' in compute ? chosen(component, program.declaration, compute.compute) : null
}

export function overCovered(covered: number): Value {
  return problemValue(
    '#NUM!',
    `The shares of how this row is bought add up to ${Math.round(covered * 100)} %.`,
    'Lower one of them: together they cover at most 100 %.',
  )
}

function shareValue(
  share: PurchaseShare,
  size: string,
  component: Component,
  program: ServiceProgram,
  scope: ReadScope,
): ShareValue | Value {
  const read = (text: string, what: string) => textInField(text, what, shareField, scope.settings.month.hours, scope.lookup)
  const coverage = read(share.coverage, 'the share covered')
  const term = share.kind === 'reserved' ? share.term : null
  if (share.discount !== undefined) {
    return {
      label: share.kind === 'spot' ? 'Spot' : 'Reserved',
      term,
      coverage,
      rate: { kind: 'off', share: read(share.discount, 'the discount') },
    }
  }
  const price = sharePrice(share, size, component, program.declaration, scope.context.book)
  if (!price.ok) return { kind: 'unknown', unknown: price.unknown }
  return {
    label: price.label,
    term,
    coverage,
    rate: { kind: 'hourly', hourly: price.hourly, upfront: price.upfront, source: price.source },
  }
}

/** What one share saves against on demand, in US dollars; below zero where it costs more. */
export function savedBy(
  quantity: number,
  onDemand: number,
  coverage: number,
  rate: { readonly hourly: number } | { readonly off: number },
): number {
  return quantity * coverage * ('off' in rate ? onDemand * rate.off : onDemand - rate.hourly)
}

/** Upfront dollars of the instances a share stands for: covered hours over the month's hours, times one instance's upfront. */
export function upfrontOf(quantity: number, coverage: number, upfront: number, monthHours: number): number {
  return upfront === 0 ? 0 : ((quantity * coverage) / monthHours) * upfront
}

/** What no share covers is bought on demand. */
export function uncovered(quantity: number, covered: number): number {
  return covered < 1 ? quantity * (1 - covered) : 0
}

/** What a commitment row saves on what it covers of a row, in US dollars. */
export function coveredAmount({ onDemand, paid }: CoveredBy): number {
  return onDemand - paid
}

/** Machine hours that no commitment row covers either: those sustained use is counted on. */
export function sustainedHours(quantity: number, commitments: readonly CoveredBy[]): number {
  let left = quantity
  for (const { machineHours } of commitments) left -= machineHours
  return left > 1e-9 * quantity ? left : 0
}

/** How a charge's sustained use is counted. */
export type Sustained = { readonly curve: SustainedCurve; readonly share: Declared }

/**
 * Google takes sustained use off by itself: for the series that have it, on hours at the list price. A price typed on the
 * row is what is paid, so nothing comes off it.
 */
export function sustainedFor(
  { charge, sustained }: ChargeProgram,
  component: Component,
  declaration: ServiceDeclaration,
  isOwn: boolean,
): Sustained | null {
  if (sustained === null || isOwn || !('compute' in charge) || declaration.cloud !== 'google') return null
  const curve = sustainedCurve(chosen(component, declaration, charge.compute))
  return curve === null ? null : { curve, share: sustained }
}

/** Share that sustained use takes off, and what that saves on `quantity` hours at list, in the price's currency. */
export function sustainedBy(quantity: number, onDemand: number, curve: SustainedCurve, share: number) {
  const off = sustainedDiscount(curve, share)
  return { off, amount: quantity * onDemand * off }
}

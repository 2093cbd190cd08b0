import type { Component, Id } from '#shared/document/types.ts'
import type { Problem, Unknown } from '#shared/formula/types.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { isSizeFlexible, normalisationFactor } from '#pricing/purchase/normalisation.ts'
import {
  familySavingsPlan,
  reservedInstance,
  resourceCommitment,
  resourceStep,
  savingsPlan,
  sizeFlexibleReservation,
} from '#pricing/purchase/offers.ts'
import { termHours } from '#pricing/purchase/usage.ts'
import type { Offer, Payment, Term, UsageLine } from '#pricing/purchase/usage.ts'
import type { Commitment, ServiceDeclaration } from '#pricing/services/declare.ts'
import { chosen } from '../prices.ts'
import { resourcePrices } from './resources.ts'
import { familyOf } from './usage.ts'

/** A commitment as its row has it. `discount`: a plan's discount typed on the row, null where the book's rates count; `fargate`: on Fargate. */
export type CommitmentRow = {
  readonly row: Id
  readonly component: Component
  readonly declaration: ServiceDeclaration & { readonly commitment: Commitment }
  readonly quantity: number
  readonly discount: number | null
  readonly fargate: number | null
}

/**
 * The commitment that a row is; null for any other row, where nobody knows how much is bought or it cannot be bought, and for what begins after
 * the first month.
 */
export function commitmentRow(
  component: Component,
  declaration: ServiceDeclaration,
  perUsd: number,
  inputOf: (id: string) => number | null,
): CommitmentRow | null {
  const { commitment } = declaration
  if (commitment === undefined) return null
  const typed = inputOf(commitment.quantity)
  if (typed === null || beginsLater(declaration, inputOf) !== null || notSold(component, declaration, typed) !== null) return null
  const quantity = isMoney(commitment) ? typed / perUsd : typed
  const share = (id: string) => (Object.hasOwn(declaration.inputs, id) ? inputOf(id) : null)
  const found = { discount: share('discount'), fargate: share('fargateDiscount') }
  return { row: component.id, component, declaration: { ...declaration, commitment }, quantity, ...found }
}

/** The month (2 or later, 1 is the first) in which a commitment begins that does not count yet; null for one that does. */
export function beginsLater({ inputs }: ServiceDeclaration, inputOf: (id: string) => number | null): number | null {
  const start = Object.hasOwn(inputs, 'start') ? inputOf('start') : null
  return start !== null && start > 1 ? start : null
}

/** Why so many vCPUs or GB cannot be committed to; null where they can. */
export function notSold(component: Component, declaration: ServiceDeclaration, quantity: number): Problem | null {
  if (declaration.commitment?.kind !== 'resource') return null
  const resource = chosen(component, declaration, 'resource')
  const isMemory = resource === 'memory'
  const step = resourceStep(resource)
  const above = Math.ceil(quantity / step - 1e-9) * step
  if (Math.abs(quantity - above) <= 1e-9 * Math.max(1, quantity)) return null
  const sold = isMemory ? 'GB of memory are committed to in quarters of one' : 'vCPUs are committed to in whole numbers'
  return { code: '#NUM!', message: `${sold}, not ${quantity}.`, fix: `Write ${above}${isMemory ? '' : ', or use ceil(…)'}.` }
}

/** Whether a commitment is so much money an hour; the row has it in the workbook's currency, everything here is US dollars. */
export function isMoney({ kind }: Commitment): boolean {
  return kind === 'savings-plan' || kind === 'family-plan'
}

/** What a row buys, at the book's prices or its own discount; or why that is not known. */
export type OfferFound = { readonly ok: true; readonly offer: Offer } | { readonly ok: false; readonly unknown: Unknown }

type Bought = { readonly hourly: number; readonly upfront: number }

export function offerOf(row: CommitmentRow, lines: readonly UsageLine[], book: PriceBook): OfferFound {
  switch (row.declaration.commitment.kind) {
    case 'savings-plan':
      return wholePlan(row, lines, book)
    case 'family-plan':
      return familyPlan(row, lines, book)
    case 'reservation':
      return reservation(row, lines, book)
    case 'resource':
      return resource(row, lines, book)
  }
}

function termsOf({ row, component, declaration }: CommitmentRow) {
  const choice = (id: string) => chosen(component, declaration, id)
  const term: Term = choice('term') === '3y' ? '3y' : '1y'
  return { id: row, label: component.name, term, payment: paymentOf(choice('payment')) }
}

function paymentOf(text: string): Payment {
  return text === 'all-upfront' || text === 'partial-upfront' ? text : 'no-upfront'
}

function wholePlan(row: CommitmentRow, lines: readonly UsageLine[], book: PriceBook): OfferFound {
  const { cloud } = row.declaration
  const terms = termsOf(row)
  const rate = (line: UsageLine) => (line.scope.cloud === cloud ? planRate(row, line, book) : null)
  return planOf(
    savingsPlan({ ...terms, rate }, lines),
    row,
    lines.filter(({ scope }) => scope.cloud === cloud),
  )
}

function familyPlan(row: CommitmentRow, lines: readonly UsageLine[], book: PriceBook): OfferFound {
  const { region } = row.component
  const family = familyOf('aws', chosen(row.component, row.declaration, 'size'), book)
  const terms = termsOf(row)
  const inFamily = lines.filter(({ scope }) => scope.cloud === 'aws' && scope.region === region && scope.family === family)
  const offer = familySavingsPlan({ ...terms, rate: (line) => planRate(row, line, book) }, { region, family }, inFamily)
  return planOf(offer, row, inFamily)
}

/** A plan that has a rate for nothing of what it could cover would look unused; it is not known. */
function planOf(offer: Offer, row: CommitmentRow, lines: readonly UsageLine[]): OfferFound {
  if (offer.covers.size > 0 || lines.length === 0) return { ok: true, offer }
  const sizes = [...new Set(lines.map(({ scope }) => scope.size))].slice(0, 3).join(', ')
  return unknown(
    `The price book has no rates of ${row.declaration.name} (${offer.term}, ${offer.payment}) for ${sizes}.`,
    'Type the plan’s discount on the row, or choose another term or payment.',
  )
}

/**
 * Dollars an hour of a unit under a plan. EC2 Instance Savings Plans save what standard reserved instances do, Compute Savings Plans what
 * convertible ones do (https://docs.aws.amazon.com/savingsplans/latest/userguide/sp-ris.html); the book's own plan rates come first.
 */
function planRate(row: CommitmentRow, line: UsageLine, book: PriceBook): number | null {
  if (line.scope.size === 'fargate') return row.fargate === null ? null : line.onDemandHourly * (1 - row.fargate)
  if (row.discount !== null) return line.onDemandHourly * (1 - row.discount)
  const { term, payment } = termsOf(row)
  const key = `${row.declaration.id} ${term} ${payment}`
  const known = rates.get(line) ?? new Map<string, number | null>()
  rates.set(line, known)
  const found = known.get(key)
  if (found !== undefined) return found
  const rate = bookRate(row, line, term, payment, book)
  known.set(key, rate)
  return rate
}

/** Rates of a line by plan: a line is made for one book, and most lines outlive an edit. */
const rates = new WeakMap<UsageLine, Map<string, number | null>>()

function bookRate(row: CommitmentRow, { scope, onDemandHourly }: UsageLine, term: Term, payment: Payment, book: PriceBook): number | null {
  if (scope.cloud === 'google') return onDemandHourly * (1 - (isFlexible(scope.family) ? flexibleDiscounts[term] : 1)) || null
  if (scope.cloud === 'azure') return null
  const isFamily = row.declaration.commitment.kind === 'family-plan'
  const own = isFamily ? null : reservedPrice(book, scope, term, payment, 'savings-plan')
  const price = own ?? reservedPrice(book, scope, term, payment, isFamily ? 'standard' : 'convertible')
  return price === null ? null : price.hourly + price.upfront / termHours(term)
}

/**
 * Flexible committed use of Google: 28 % off for one year, 46 % for three, on general-purpose and compute-optimised machines.
 * Source: https://cloud.google.com/compute/docs/instances/committed-use-discounts-overview#spend_based
 */
const flexibleDiscounts: Readonly<Record<Term, number>> = { '1y': 0.28, '3y': 0.46 }
const flexibleSeries = new Set(['c2', 'c2d', 'c3', 'c3d', 'c4', 'c4a', 'c4d', 'e2', 'n1', 'n2', 'n2d', 'n4', 'n4a', 'n4d'])

function isFlexible(series: string): boolean {
  return flexibleSeries.has(series)
}

function reservedPrice(
  book: PriceBook,
  { size, region }: UsageLine['scope'],
  term: Term,
  payment: Payment,
  offering: 'standard' | 'convertible' | 'savings-plan',
): Bought | null {
  const found = book.reserved(size, region, term, payment, offering)
  if (found.ok) return found.value
  if (offering !== 'standard' || payment !== 'no-upfront') return null
  const listed = book.compute('aws', size, region, `reserved-${term}-no-upfront`)
  return listed.ok ? { hourly: listed.value.hourly, upfront: 0 } : null
}

function reservation(row: CommitmentRow, lines: readonly UsageLine[], book: PriceBook): OfferFound {
  const { component, declaration } = row
  const cloud = declaration.cloud === 'azure' ? 'azure' : 'aws'
  const terms = termsOf(row)
  const size = chosen(component, declaration, 'size')
  const family = familyOf(cloud, size, book)
  const factor = cloud === 'aws' ? normalisationFactor(size) : null
  const like = { cloud, region: component.region, family, size, units: factor ?? 1, platform: 'linux' } as const
  const offering = chosen(component, declaration, 'offering') === 'convertible' ? 'convertible' : 'standard'
  const price = cloud === 'azure' ? azurePrice(book, like, terms) : reservedPrice(book, like, terms.term, terms.payment, offering)
  if (price === null)
    return unknown(
      `The price book has no ${cloud === 'aws' ? `${offering} ` : ''}reservation of ${size} in ${component.region} (${terms.term}, ${terms.payment}).`,
      'Choose another term or payment, or a size and region that have one.',
    )
  const bought = { ...terms, ...price }
  if (factor === null || !isSizeFlexible(family)) return { ok: true, offer: reservedInstance(bought, like, lines) }
  const flexible = lines.filter(({ scope }) => normalisationFactor(scope.size) !== null)
  return { ok: true, offer: sizeFlexibleReservation(bought, like, flexible) }
}

/** Azure reservations cost the same paid monthly or at once. https://learn.microsoft.com/azure/cost-management-billing/reservations/prepare-buy-reservation */
function azurePrice(
  book: PriceBook,
  { size, region }: UsageLine['scope'],
  { term, payment }: { term: Term; payment: Payment },
): Bought | null {
  const found = book.compute('azure', size, region, `reserved-${term}-no-upfront`)
  if (!found.ok) return null
  const { hourly } = found.value
  return payment === 'all-upfront' ? { hourly: 0, upfront: hourly * termHours(term) } : { hourly, upfront: 0 }
}

function resource(row: CommitmentRow, lines: readonly UsageLine[], book: PriceBook): OfferFound {
  const { component, declaration } = row
  const terms = termsOf(row)
  const size = chosen(component, declaration, 'size')
  const family = familyOf('google', size, book)
  const platform = chosen(component, declaration, 'resource') === 'memory' ? 'memory' : 'vcpu'
  const prices = resourcePrices(book, family, component.region, `reserved-${terms.term}-no-upfront`)
  if (prices === null)
    return unknown(
      `The price book has no committed use prices of the ${family.toUpperCase()} series in ${component.region}.`,
      'Choose another series or region.',
    )
  const like = { cloud: 'google', region: component.region, family, size, units: 1, platform } as const
  return { ok: true, offer: resourceCommitment({ ...terms, hourly: prices[platform], upfront: 0 }, like, lines) }
}

function unknown(message: string, fix: string): OfferFound {
  return { ok: false, unknown: { reason: 'no-price', message, fix } }
}

import type { Adjustment, Component, PurchaseShare, RowPrice, Settings } from '#shared/document/types.ts'
import type { Problem, Unknown } from '#shared/formula/types.ts'
import type { Found, PriceBook, PriceSource, PriceTier, Rate } from '#pricing/catalog/types.ts'
import { termHours } from '#pricing/purchase/usage.ts'
import type { Charge, ServiceDeclaration } from '#pricing/services/declare.ts'
import type { ChargeProgram } from './program.ts'
import { remembering } from './remember.ts'

/** A price found for a charge of a row, in the book's currency (US dollars). */
export type ChargeRate = {
  readonly tiers: readonly PriceTier[]
  /** Units up to which the source knows the price. */
  readonly covered: number
  /** Units a month that cost nothing where the workbook counts the free tier. */
  readonly freeAllowance: number
  readonly source: PriceSource
  /** What the book calls it, and the region it was found in; absent for machines. */
  readonly key?: string
  readonly region?: string
}

export type FoundPrice =
  | { readonly kind: 'rate'; readonly rate: ChargeRate }
  | { readonly kind: 'typed' }
  /** A price typed over the one found. */
  | { readonly kind: 'own'; readonly own: RowPrice; readonly found: FoundPrice }
  | { readonly kind: 'missing'; readonly unknown: Unknown }
  /** The row's choices leave this charge out. */
  | { readonly kind: 'off' }

/** A share of the hours bought otherwise than on demand, in US dollars per hour with upfront payments spread over the term. */
export type SharePrice =
  | { readonly ok: true; readonly hourly: number; readonly upfront: number; readonly source: PriceSource | null; readonly label: string }
  | { readonly ok: false; readonly unknown: Unknown }

const off: FoundPrice = { kind: 'off' }
const typed: FoundPrice = { kind: 'typed' }

/** The text a choice or size input has on this row. */
export function chosen(component: Component, declaration: ServiceDeclaration, input: string): string {
  const declared = declaration.inputs[input]
  const text = Object.hasOwn(component.inputs, input) ? component.inputs[input]!.trim() : ''
  return text === '' && declared?.default !== undefined ? declared.default : text
}

/** The price of a charge on a row: the row's own where one was typed, else what `chargePrice` finds. Found once a row. */
export function priceOf({ id }: ChargeProgram, component: Component, declaration: ServiceDeclaration, book: PriceBook): FoundPrice {
  return pricesOf(component, declaration, book).get(id)!
}

const pricesOf = remembering(
  (component: Component, declaration: ServiceDeclaration, book: PriceBook): ReadonlyMap<string, FoundPrice> =>
    new Map(Object.entries(declaration.charges).map(([id, charge]) => [id, rowPrice(id, charge, component, declaration, book)])),
)

function rowPrice(id: string, charge: Charge, component: Component, declaration: ServiceDeclaration, book: PriceBook): FoundPrice {
  const found = chargePrice(charge, component, declaration, book)
  const own = ownPrice(component, id)
  return own === undefined || found.kind === 'off' ? found : { kind: 'own', own, found }
}

export function ownPrice(component: Component, charge: string): RowPrice | undefined {
  return Object.hasOwn(component.prices, charge) ? component.prices[charge] : undefined
}

/** The price that the book or the row's inputs have for a charge. */
export function chargePrice(charge: Charge, component: Component, declaration: ServiceDeclaration, book: PriceBook): FoundPrice {
  if (isOff(charge, component, declaration)) return off
  if ('typed' in charge) return typed
  if (book.count === 0) return noBook(book)
  if ('compute' in charge) {
    const size = chosen(component, declaration, charge.compute)
    const found = book.compute(declaration.cloud, size, component.region, 'on-demand')
    if (!found.ok) return missing(found)
    const { hourly, source } = found.value
    return { kind: 'rate', rate: { tiers: [{ from: 0, to: Infinity, price: hourly }], covered: Infinity, freeAllowance: 0, source } }
  }
  const region = charge.region === undefined ? component.region : filled(charge.region, component, declaration)
  return ratePrice(charge.rate, region, component, declaration, book)
}

function noBook({ id }: PriceBook): FoundPrice {
  const fix = 'Import the book, have the workbook priced with another one, or type a price on the row.'
  return {
    kind: 'missing',
    unknown: { reason: 'no-price', message: `The price book "${id}" is not on this machine, or holds no price.`, fix },
  }
}

/** The choices of a row switch a charge off when they are not among those it names. */
export function isOff(charge: Charge, component: Component, declaration: ServiceDeclaration): boolean {
  if (charge.when === undefined) return false
  return Object.entries(charge.when).some(([input, values]) => !values.includes(chosen(component, declaration, input)))
}

function ratePrice(
  patterns: string | readonly string[],
  region: string,
  component: Component,
  declaration: ServiceDeclaration,
  book: PriceBook,
): FoundPrice {
  let first: FoundPrice | null = null
  for (const pattern of typeof patterns === 'string' ? [patterns] : patterns) {
    const found = rateOf(book, filled(pattern, component, declaration), region)
    if (found.ok) return { kind: 'rate', rate: found.value }
    first ??= missing(found)
  }
  return (
    first ?? {
      kind: 'missing',
      unknown: { reason: 'no-price', message: 'No price is named for this charge.', fix: 'Type a price on the row.' },
    }
  )
}

const known = new WeakMap<PriceBook, Map<string, Found<Rate>>>()

/** Why a book has no price takes it a search through its names: each is asked for once. */
function rateOf(book: PriceBook, key: string, region: string): Found<Rate> {
  const rates = known.get(book) ?? new Map<string, Found<Rate>>()
  known.set(book, rates)
  const question = `${key}@${region}`
  const found = rates.get(question) ?? book.rate(key, region)
  rates.set(question, found)
  return found
}

/** A rate pattern with the row's choices put in. */
export function filled(pattern: string, component: Component, declaration: ServiceDeclaration): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'region' ? component.region : chosen(component, declaration, name)))
}

function missing(found: { readonly reason: string; readonly fix: string }): { readonly kind: 'missing'; readonly unknown: Unknown } {
  return { kind: 'missing', unknown: { reason: 'no-price', message: sentence(found.reason), fix: sentence(found.fix) } }
}

/** Reasons of a book stand inside sentences as well; alone they are one. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/**
 * Price of one purchase share of a row's hours. A share with a typed discount costs that much less than on demand;
 * any other comes from the book. Upfront payments count per hour of the term (upfront ÷ 8,760 h a year).
 */
export function sharePrice(
  share: PurchaseShare,
  size: string,
  component: Component,
  declaration: ServiceDeclaration,
  book: PriceBook,
): SharePrice {
  if (share.kind === 'spot') {
    return shareOf(book.compute(declaration.cloud, size, component.region, 'spot'), 'Spot')
  }
  const isConvertible = share.offering === 'convertible' && declaration.cloud === 'aws'
  const label = `Reserved ${share.term === '1y' ? '1 year' : '3 years'}, ${isConvertible ? 'convertible, ' : ''}${share.payment.replace('-', ' ')}`
  if (declaration.cloud === 'aws') {
    const found = book.reserved(size, component.region, share.term, share.payment, share.offering)
    if (found.ok) {
      const { hourly, upfront, source } = found.value
      return { ok: true, hourly: hourly + upfront / termHours(share.term), upfront, source, label }
    }
    if (share.payment !== 'no-upfront' || isConvertible) return { ok: false, unknown: missing(found).unknown }
  }
  return shareOf(book.compute(declaration.cloud, size, component.region, `reserved-${share.term}-no-upfront`), label)
}

function shareOf(found: Found<{ readonly hourly: number; readonly source: PriceSource }>, label: string): SharePrice {
  if (!found.ok) return { ok: false, unknown: missing(found).unknown }
  return { ok: true, hourly: found.value.hourly, upfront: 0, source: found.value.source, label }
}

/** One negotiated step: `share` off what the ones before it leave; below zero where the customer pays above list. */
export type Agreed = { readonly label: string; readonly share: number }

/**
 * What is negotiated for a row. Every adjustment that it meets counts, each on what the more specific ones leave: AWS prices
 * a service by its private addendum first and takes the enterprise discount off the result.
 * Source: https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-cur2-discount.html (one column for each).
 */
export function negotiated(component: Component, settings: Settings): readonly Agreed[] {
  const met = settings.priceBook.adjustments.filter(({ match, percent }) => percent !== 0 && isMet(match, component))
  return met.sort((a, b) => specificity(b) - specificity(a)).map(agreed)
}

/** Share of list that is paid after all negotiated steps. */
export function kept(steps: readonly Agreed[]): number {
  let keep = 1
  for (const { share } of steps) keep *= 1 - share
  return keep
}

/** Naming a region is more specific than naming none; then the more is written out. */
function specificity({ match }: Adjustment): number {
  return (match.includes('/') ? 1e6 : 0) + match.replaceAll('*', '').length
}

function agreed({ match, percent, note }: Adjustment): Agreed {
  return { share: -percent / 100, label: note === '' ? `Negotiated (${match})` : note }
}

/** Whether a row meets `aws.*`, `aws.ec2` or `aws.ec2/us-*`: `*` stands for any characters. */
export function isMet(pattern: string, { service, region }: Component): boolean {
  const parts = pattern.split('*')
  const subject = pattern.includes('/') ? `${service}/${region}` : service
  if (parts.length === 1) return pattern === subject
  const first = parts[0]!
  const last = parts.at(-1)!
  if (!subject.startsWith(first) || !subject.endsWith(last) || subject.length < first.length + last.length) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = subject.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= subject.length - last.length
}

/** A row whose service has no hourly sizes cannot be bought on commitment. */
export function purchaseProblem(component: Component, declaration: ServiceDeclaration): Problem | null {
  if (component.purchase.length === 0 || Object.values(declaration.charges).some((charge) => 'compute' in charge)) return null
  return {
    code: '#VALUE!',
    message: `${declaration.name} has no reserved or spot prices here.`,
    fix: 'Set how it is bought back to on-demand.',
  }
}

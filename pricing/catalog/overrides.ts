import { BookFault } from '#pricing/catalog/fault.ts'
import type { ComputeSize, ComputeTerm, PriceSource, PriceTier, Rate, ReservedPrice } from '#pricing/catalog/types.ts'
import type { Cloud } from '#pricing/services/declare.ts'

/** Prices that somebody gives instead of, or beside, those of a book. All amounts are US dollars; region `all` unless said. */
export type Overrides = {
  readonly id?: string
  /** ISO date of the given prices. */
  readonly asOf?: string
  readonly rates?: readonly RateOverride[]
  readonly compute?: readonly ComputeOverride[]
  readonly reserved?: readonly ReservedOverride[]
}

type Given = { readonly region?: string; readonly source?: Partial<PriceSource> }

/** One price for every unit, or tiers that follow each other from 0. Usage beyond the last tier has no known price. */
export type RateOverride = Given & { readonly key: string; readonly unit: string; readonly freeAllowance?: number } & (
    | { readonly price: number }
    | { readonly tiers: readonly PriceTier[] }
  )

export type ComputeOverride = Given & {
  readonly cloud: Cloud
  readonly size: string
  readonly hourly: Readonly<Partial<Record<ComputeTerm, number>>>
  /** What is known of a size that the book below does not have. */
  readonly machine?: Partial<ComputeSize>
}

export type ReservedOverride = Given & {
  readonly size: string
  readonly term: '1y' | '3y'
  readonly payment: 'no-upfront' | 'partial-upfront' | 'all-upfront'
  readonly upfront: number
  readonly hourly: number
}

export type Naming = { readonly id: string; readonly asOf: string }

/** The rate an override stands for. Throws BookFault when its prices are not prices. */
export function rateOf(given: RateOverride, book: Naming): Rate {
  const region = given.region ?? 'all'
  const tiers = 'tiers' in given ? given.tiers : [{ from: 0, to: Infinity, price: given.price }]
  const what = `${given.key} in ${region}`
  let end = 0
  for (const tier of tiers) {
    checkPrice(tier.price, what)
    if (tier.from !== end || !(tier.to > tier.from))
      throw new BookFault(`The tiers given for ${what} do not follow each other from 0.`, correct)
    end = tier.to
  }
  if (tiers.length === 0) throw new BookFault(`No tier is given for ${what}.`, correct)
  checkPrice(given.freeAllowance ?? 0, what)
  const source = sourceOf(given, `${given.key}@${region}`, book)
  return { key: given.key, region, unit: given.unit, tiers, covered: end, freeAllowance: given.freeAllowance ?? 0, source }
}

export function hourlyOf(
  given: ComputeOverride,
  term: ComputeTerm,
  book: Naming,
): { readonly hourly: number; readonly source: PriceSource } | undefined {
  const hourly = given.hourly[term]
  if (hourly === undefined) return undefined
  const region = given.region ?? 'all'
  checkPrice(hourly, `${given.size} in ${region}`)
  return { hourly, source: sourceOf(given, `${given.cloud}.compute/${given.size}/${term}@${region}`, book) }
}

export function reservedOf(given: ReservedOverride, book: Naming): ReservedPrice {
  const region = given.region ?? 'all'
  const what = `${given.size} in ${region}`
  checkPrice(given.upfront, what)
  checkPrice(given.hourly, what)
  const source = sourceOf(given, `aws.reserved/${given.size}/${given.term}-${given.payment}@${region}`, book)
  return { upfront: given.upfront, hourly: given.hourly, source }
}

export function machineOf(given: ComputeOverride): ComputeSize {
  const unsaid = { family: '', vcpu: 0, memoryGib: 0, gpuCount: 0, gpuModel: '', architecture: '' }
  return { ...unsaid, ...given.machine, cloud: given.cloud, size: given.size }
}

const correct = 'Correct the price and read it again.'

function checkPrice(price: number, what: string): void {
  if (!Number.isFinite(price) || price < 0) throw new BookFault(`${price} is no price for ${what}.`, correct)
}

function sourceOf(given: Given, sku: string, book: Naming): PriceSource {
  return { sku, book: book.id, asOf: book.asOf, source: 'given', note: '', derived: false, ...given.source }
}

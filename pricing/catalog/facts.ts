import type { PricedCloud } from '#pricing/catalog/library.ts'

/**
 * The content of a price book as plain records: what the compiler writes a book from, and what comes back when a book is read to be
 * compared or extended. All amounts are US dollars.
 */
export type BookFacts = {
  readonly id: string
  /** ISO date of the book. */
  readonly asOf: string
  readonly about: About
  readonly compute: Readonly<Record<PricedCloud, ComputeFacts>>
  /** AWS reserved instances but those that `ComputeRow.prices` holds (standard, no upfront). */
  readonly reserved: readonly ReservedFact[]
  readonly rates: readonly RateFact[]
}

/** How a book came to be. */
export type About = { readonly source: 'bundled' | 'import' | 'update'; readonly note: string }

/** Where one figure comes from, as the book keeps it. `date`: ISO date, or `undated`. */
export type Origin = { readonly source: string; readonly date: string; readonly note: string; readonly derived: boolean }

export type SizeFact = {
  readonly size: string
  readonly family: string
  /** 0 where not known, as for all figures of a size. */
  readonly vcpu: number
  readonly memory: number
  readonly gpu: number
  readonly model: string
  readonly architecture: string
}

/** Dollars an hour; `null` is not known. */
export type Price = { readonly value: number; readonly origin: Origin } | null

/** Prices of one size in one region, in the order on-demand, spot, one year, three years. */
export type ComputeRow = {
  readonly size: string
  readonly region: string
  readonly prices: readonly [Price, Price, Price, Price]
  /** The vendor's SKUs, where they are known; see skus.ts. */
  readonly sku?: string
}

export type ComputeFacts = { readonly sizes: readonly SizeFact[]; readonly rows: readonly ComputeRow[] }

export type ReservedFact = {
  readonly size: string
  readonly region: string
  readonly term: '1y' | '3y'
  readonly payment: 'no-upfront' | 'partial-upfront' | 'all-upfront'
  readonly offering: 'standard' | 'convertible' | 'savings-plan'
  /** Dollars for the whole term. */
  readonly upfront: number
  readonly hourly: number
  readonly origin: Origin
}

/** A graduated price: tiers from 0 without holes; usage beyond the last has no known price. */
export type RateFact = {
  readonly key: string
  readonly region: string
  readonly unit: string
  readonly tiers: readonly { readonly to: number; readonly price: number }[]
  /** Free units a month, 0 when none is known. */
  readonly free: number
  readonly origin: Origin
  readonly sku?: string
}

export const pricedClouds: readonly PricedCloud[] = ['aws', 'google', 'azure']

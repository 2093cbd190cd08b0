import type { Cloud } from '#pricing/services/declare.ts'

/** Where and when a price was found. */
export type PriceSource = {
  /** SKU of the vendor where one is known, else our dimension (`aws.ebs-gp3/storage@us-east-1`). */
  readonly sku: string
  readonly book: string
  /** ISO date of the figure, or `undated`. */
  readonly asOf: string
  /** Code of the source, explained in docs/prices.md; what follows it says where in the source. */
  readonly source: string
  readonly note: string
  /** True where the figure was computed from other sourced figures. */
  readonly derived: boolean
}

/** One graduated step: units above `from` and up to `to` (Infinity: without end) cost `price` each, in US dollars. */
export type PriceTier = { readonly from: number; readonly to: number; readonly price: number }

/** `price: null` inside a tier list never occurs: a hole in the source makes the tiers end (see `covered`). */
export type Rate = {
  readonly key: string
  readonly region: string
  readonly unit: string
  readonly tiers: readonly PriceTier[]
  /** Usage above this is *unknown* (the source ends there); Infinity when complete. */
  readonly covered: number
  /**
   * Free units a month per account, 0 when none is known; applied only when the workbook asks for the free tier, by taking
   * them off the month's quantity before the tiers.
   */
  readonly freeAllowance: number
  readonly source: PriceSource
}

export type ComputeTerm = 'on-demand' | 'spot' | 'reserved-1y-no-upfront' | 'reserved-3y-no-upfront'

export type ComputeSize = {
  readonly cloud: Cloud
  readonly size: string
  readonly family: string
  readonly vcpu: number
  readonly memoryGib: number
  readonly gpuCount: number
  readonly gpuModel: string
  readonly architecture: string
}

/** Reserved instance of one term and payment: upfront in dollars for the term, and dollars per hour. */
export type ReservedPrice = { readonly upfront: number; readonly hourly: number; readonly source: PriceSource }

export type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string; readonly fix: string }

/** A dated price list, immutable. All amounts are US dollars. Every look-up is constant time. */
export type PriceBook = {
  readonly id: string
  readonly asOf: string
  /** SHA-256 of the file's content, hexadecimal. */
  readonly hash: string
  /** `key` is a filled-in RatePattern: `aws.ebs-gp3/storage`. Falls back to regions `all` and `global`. */
  rate(key: string, region: string): Found<Rate>
  /** Hourly price of a VM size. */
  compute(cloud: Cloud, size: string, region: string, term: ComputeTerm): Found<{ readonly hourly: number; readonly source: PriceSource }>
  /** The same price alone, NaN where it is not known: for lists of everything, which need no record of each price. */
  hourly(cloud: Cloud, size: string, region: string, term: ComputeTerm): number
  /** Reserved instance of AWS; the offering is `standard` unless said. */
  reserved(
    size: string,
    region: string,
    term: '1y' | '3y',
    payment: 'no-upfront' | 'partial-upfront' | 'all-upfront',
    offering?: 'standard' | 'convertible' | 'savings-plan',
  ): Found<ReservedPrice>
  sizes(cloud: Cloud): readonly ComputeSize[]
  size(cloud: Cloud, size: string): ComputeSize | undefined
  /** Regions in which the book knows at least one price of the cloud. */
  regions(cloud: Cloud): readonly string[]
  /** Values that `{size}` can take in a pattern such as `aws.rds-postgres/{size}-single-az`. */
  matches(pattern: string, region?: string): readonly string[]
  /** Where the book lists a rate: codes of regions and of groups of regions (`all`, `na-eu`). Empty for a key it does not have. */
  soldIn(key: string): readonly string[]
  /** Number of single prices in the book. */
  readonly count: number
}

import type { ReservedFact, SizeFact } from '#pricing/catalog/facts.ts'
import type { PricedCloud } from '#pricing/catalog/library.ts'
import type { ComputeTerm } from '#pricing/catalog/types.ts'

/** One price that a list gave, in our words. All amounts are US dollars. */
type Found = {
  /** Where in the list it stood, in words: `line 12`. */
  readonly place: string
  /** ISO date of the price. */
  readonly date: string
  readonly sku: string
  readonly source: string
  readonly note?: string
  readonly derived?: boolean
}

/** One tier. `to: null`: up to where the next tier begins, or without end. */
export type RateFinding = Found & {
  readonly key: string
  readonly region: string
  readonly unit: string
  readonly from: number
  readonly to: number | null
  readonly price: number
  /** Free units a month, where the list says them apart from the tiers. */
  readonly free?: number
  /** What a first tier at price 0 is: paid with another charge of the service. Without it: the free allowance. */
  readonly included?: true
}

export type MachineFinding = Found & {
  readonly cloud: PricedCloud
  readonly size: string
  readonly region: string
  readonly term: ComputeTerm
  readonly hourly: number
  /** What the list says of the machine itself. */
  readonly machine: Partial<SizeFact>
}

/** Half of a reservation's price: what is paid at once, or by the hour. */
export type ReservedFinding = Found &
  Pick<ReservedFact, 'size' | 'region' | 'term' | 'payment' | 'offering'> & { readonly part: 'upfront' | 'hourly'; readonly price: number }

/** What one vCPU or one GiB of a machine family costs an hour; sizes are made of both when all lists have been read. */
export type PartFinding = Found & {
  readonly family: string
  readonly region: string
  readonly term: ComputeTerm
  readonly part: 'core' | 'memory'
  readonly hourly: number
}

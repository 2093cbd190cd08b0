import type { Field, Problem } from '#shared/formula/types.ts'

/**
 * A priced service is one declaration: its inputs, the quantities they make, the prices those meet.
 * Quantities are formulas in the language users type, over the service's own input names (plain numbers in
 * each input's declared unit), the `derived` names above them, and `hours_in_month`.
 */

/** What a service is filed under. */
export const categories = [
  'compute',
  'storage',
  'databases',
  'networking',
  'machine-learning',
  'observability',
  'integration',
  'analytics',
  'security',
  'other',
] as const

export type Category = (typeof categories)[number]

export const clouds = ['aws', 'google', 'azure', 'general'] as const

export type Cloud = (typeof clouds)[number]

type Described = {
  readonly label: string
  /** One sentence for a person: what to type and where to find it. */
  readonly help: string
}

/** A number: cell text, kept as a formula. */
export type NumberInput = Described & {
  readonly kind: 'number'
  readonly field: Field
  /** Absent: unknown until typed (usage nobody gave is not zero). */
  readonly default?: string
  /** Shown under "more" in the inspector. */
  readonly minor?: true
}

/** One of a short list, e.g. an EBS volume type. */
export type ChoiceInput = Described & {
  readonly kind: 'choice'
  readonly options: Readonly<Record<string, string>>
  readonly default: string
}

/** A size of the price book, e.g. an instance type; `dimensions` says where its sizes are looked up. */
export type SizeInput = Described & {
  readonly kind: 'size'
  readonly sizes: SizeSource
  readonly default: string
}

/**
 * `compute`: the VM sizes of a cloud. `rates`: what the `{size}` of any of these rate patterns can be in the book,
 * those that start with `prefix` where one is given. Read it through `sizesOf` of sizes.ts.
 */
export type SizeSource =
  | { readonly from: 'compute'; readonly cloud: Cloud }
  | { readonly from: 'rates'; readonly patterns: readonly RatePattern[]; readonly prefix?: string }

export type Input = NumberInput | ChoiceInput | SizeInput

/**
 * Where a charge's price stands in the book: `<cloud>.<service>/<dimension>`, in the row's region unless `region` says otherwise:
 * everywhere, nowhere in particular, or in the place that a choice names, such as a multi-region.
 * `{name}` is replaced by the value of the choice or size input of that name, `{region}` by the row's region.
 */
export type RatePattern = string

export type ChargePrice =
  /** A rate of the book, graduated over the quantity. Of several patterns the first that the book holds is taken. */
  | { readonly rate: RatePattern | readonly RatePattern[]; readonly region?: 'global' | 'all' | `{${string}}` }
  /** Hourly price of the VM size in the input named here; reserved, savings and spot prices come with it. */
  | {
      readonly compute: 'size'
      /** Share of the month that each machine runs, 0 to 1: a formula, for clouds that discount sustained use. */
      readonly sustained?: string
    }
  /** Price typed on the row: graduated tiers whose bounds and prices are formulas over the inputs. */
  | { readonly typed: readonly { readonly upTo?: string; readonly price: string }[] }

export type Charge = {
  readonly label: string
  /** Unit of the quantity as the price counts it: `hour`, `GB-month`, `request`, `LCU-hour`. */
  readonly unit: string
  readonly quantity: string
  /** Charged only when each choice named has one of these values. */
  readonly when?: Readonly<Record<string, readonly string[]>>
  /** Multiplies the quantity's tiers: graduated per this many like units (per-volume tiers). Default 1. */
  readonly tiersPer?: string
  /** Share of the list cost that is not paid, 0 to 1: a formula over the inputs. */
  readonly discount?: string
  /** A plan for all compute of the cloud covers it, at a discount typed on the plan for this kind of compute. */
  readonly covered?: 'fargate'
  /**
   * The charge is for vCPUs or memory whose sustained use is counted together with that of like machines where the hours are known; `discount`
   * then says what there is where they are not. `series`: the choice that names the machine series. `runs`: share of the month that each
   * machine runs, 0 to 1, a formula.
   */
  readonly together?: { readonly resource: 'vcpu' | 'memory'; readonly series: string; readonly runs: string }
} & ChargePrice

/**
 * A service whose rows are commitments: they cover other rows' machines hour by hour and cost what nothing uses of them. The row's
 * inputs `term`, `payment`, `offering`, `size` and `resource` say what was bought, `discount` a plan's discount that the book does not
 * have, `fargateDiscount` that on Fargate.
 */
export type Commitment = {
  /** A plan in dollars an hour for everything, or for one family in a region; reserved machines; vCPUs or memory. */
  readonly kind: 'savings-plan' | 'family-plan' | 'reservation' | 'resource'
  /** The number input that says how much was bought: dollars an hour, machines, vCPUs or GB. */
  readonly quantity: string
}

export type ServiceDeclaration = {
  readonly id: string
  readonly name: string
  readonly cloud: Cloud
  readonly category: Category
  /** The vendor's pricing page. */
  readonly source: string
  /** One sentence: what it is. */
  readonly summary: string
  /** Other words people search by. */
  readonly keywords?: readonly string[]
  /** `none`: sold without a region. Default `required`. */
  readonly region?: 'required' | 'none'
  readonly inputs: Readonly<Record<string, Input>>
  readonly derived?: Readonly<Record<string, string>>
  readonly charges: Readonly<Record<string, Charge>>
  readonly commitment?: Commitment
  /** Its machines answer people's requests: a note stands beside spot capacity, unless the row's tag says `interruptible: yes`. */
  readonly servesTraffic?: true
  /** What is wrong with a declaration that a person wrote; it then has no charges, and its rows must say so. */
  readonly faults?: readonly Problem[]
  /** Which input the sheet's Size and Count columns edit: a size or a choice, and a number. */
  readonly columns?: { readonly size?: string; readonly count?: string }
}

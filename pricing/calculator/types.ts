import type { Change } from '#shared/document/change.ts'
import type { Id, PurchaseShare, Rounding, Workbook } from '#shared/document/types.ts'
import type { Problem, Unknown, Value } from '#shared/formula/types.ts'
import type { PriceBook, PriceSource } from '#pricing/catalog/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'

/**
 * `month`: which month of the horizon the figures are for, from 0 (the first, unless said); drivers grow by it, budgets change.
 * `bought`: what earlier months bought.
 */
export type Context = Moment & {
  readonly book: PriceBook
  readonly services: ReadonlyMap<string, ServiceDeclaration>
}

export type Moment = { readonly month?: number; readonly bought?: BoughtShares }

/** Machine hours a month that reserved shares were bought for in an earlier month, by row: their coverage counts no more. */
export type BoughtShares = ReadonlyMap<Id, ReadonlyMap<PurchaseShare, number>>

/** Money of the month in the workbook's currency. `unknown` and `problems` count the charges that `list` and `monthly` leave out. */
export type Money = {
  readonly list: number
  /** List less monthly: what is negotiated, and what commitments and other discounts save on top of it. */
  readonly discount: number
  /** The negotiated part of the discount; below zero where prices above list were agreed. */
  readonly negotiated: number
  readonly monthly: number
  /** Paid once when commitments are bought. */
  readonly upfront: number
  readonly unknown: number
  readonly problems: number
}

/** One step of a graduated price. A free allowance is the line before the first step: units that are not counted on. */
export type TierLine = {
  readonly from: number
  readonly to: number
  readonly price: number
  readonly quantity: number
  readonly cost: number
  readonly free?: true
}

/** Charges of other rows that one graduated price or free allowance is shared with; see `Pooled`. */
export type PoolEstimate = {
  /** Other rows, and other charges of any row. */
  readonly rows: number
  readonly charges: number
  /** Charges left out because nobody knows their quantity. */
  readonly unknown: number
  /** Units of all charges together, what they cost at list in the workbook's currency, and this charge's share of both. */
  readonly quantity: number
  readonly cost: number
  readonly share: number
  readonly tiers: readonly TierLine[]
}

/** A price typed over the one the book (or the service) has. */
export type OwnPriceEstimate = {
  readonly text: string
  readonly note: string
  /** What it stands in place of, in the workbook's currency; no steps where there was no price. */
  readonly tiers: readonly Pick<TierLine, 'from' | 'to' | 'price'>[]
  readonly price: PriceSource | null
  /** Why there was none. */
  readonly unknown?: Unknown
}

/** One quarter of the month under a sustained use discount; prices are shares of the base price. */
export type BracketLine = { readonly from: number; readonly to: number; readonly price: number; readonly used: number }

/**
 * One step down from list: `amount` in the workbook's currency. A commitment covers `share` of the quantity at `hourly`
 * (upfront payments spread over the term), from `price`; any other discount takes `share` off.
 */
export type DiscountLine = {
  readonly kind: 'negotiated' | 'commitment' | 'sustained' | 'declared'
  readonly label: string
  /** The commitment row that covers it, where it is one. */
  readonly by?: Id
  readonly share: number
  readonly amount: number
  readonly hourly?: number
  readonly price?: PriceSource
  /** Of a reservation of machines whose number changes by the hour: the used share of what is paid, and the money of the rest. */
  readonly utilisation?: number
  readonly unused?: number
  /** What a person should know before buying so. */
  readonly notes?: readonly string[]
  /** What interruptions do to hours on spot. */
  readonly spot?: SpotEstimate
  /** Paid when a commitment begins; `hourly` has its share. Absent where nothing is. */
  readonly upfront?: number
  /** Of a share of the row with a term: machine hours of the month that are paid for, used or not. */
  readonly paidHours?: number
  readonly term?: '1y' | '3y'
  /** The quarters of the month a sustained use discount is made of. */
  readonly brackets?: readonly BracketLine[]
}

/**
 * An hour on spot in the workbook's currency at list: what a useful one costs and one on demand. `overhead`: hours lost for each useful one.
 * `interval`: hours of work between checkpoints by Young, `usefulInterval` those with most useful time; null where saving takes no time.
 */
export type SpotEstimate = {
  readonly hourly: number
  readonly onDemand: number
  readonly overhead: number
  readonly interval: number | null
  readonly usefulInterval: number | null
}

/** Hours of the week that are alike in all that a quantity is made of: so many hours of the month, and what each comes to a month. */
export type HourClass = { readonly hours: number; readonly working: string; readonly quantity: number }

/** One line of the arithmetic: quantity × tiers at a price, less discount. `null` where unknown or in error. */
/** One line of the arithmetic: quantity × tiers at a price, less discount. `null` where unknown or in error. */
export type ChargeEstimate = {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly quantity: number | null
  /** The declared formula, and its names with the numbers put in, for a person to follow. */
  readonly formula: string
  readonly working: string
  /** Where the quantity changes with the hour: `quantity` is the mean of these by their hours. */
  readonly profile?: readonly HourClass[]
  readonly tiers: readonly TierLine[]
  readonly price: PriceSource | null
  readonly own?: OwnPriceEstimate
  readonly pool?: PoolEstimate
  readonly list: number | null
  /** The part of list that negotiated prices take off. */
  readonly negotiated: number
  readonly discounts: readonly DiscountLine[]
  readonly cost: number | null
  /** Paid once for the commitments of this charge; `cost` has its monthly share. */
  readonly upfront: number
  readonly unknown?: Unknown
  readonly problem?: Problem
}

export type InputEstimate = {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly unit: string
  readonly value: Value
}

export type ComponentEstimate = Money & {
  readonly id: Id
  readonly name: string
  readonly service: string
  readonly region: string
  readonly inputs: readonly InputEstimate[]
  readonly derived: readonly { readonly id: string; readonly formula: string; readonly value: number | null }[]
  readonly charges: readonly ChargeEstimate[]
  /** What is wrong with the row as a whole (no such service, not offered in the region …). */
  readonly issues: readonly Problem[]
}

export type BudgetStatus = 'within' | 'near' | 'over'
export type BudgetEstimate = {
  readonly id: Id
  readonly scope: string
  /** In force in the month of the figures; `near` from `warnsFrom` on, `over` above `failsAbove`. */
  readonly limit: number
  readonly warnsFrom: number
  readonly failsAbove: number
  readonly actual: number
  readonly ratio: number
  readonly status: BudgetStatus
  /** Charges under this scope whose cost is not known. */
  readonly unknown: number
  readonly problems: number
  /** Set when the budget itself cannot be trusted: a scope that is unreadable or that no row belongs to, a bad warn level. */
  readonly problem?: Problem
}

/**
 * One commitment row over a month, in the workbook's currency at list, upfront payments spread over the term. Shares are 0 to 1; `coverage` is
 * of all machines on demand that it may cover. What is null is not known, or has no answer because nothing uses the commitment.
 */
export type CommitmentEstimate = {
  readonly id: Id
  readonly name: string
  readonly term: '1y' | '3y'
  readonly payment: 'no-upfront' | 'partial-upfront' | 'all-upfront'
  readonly quantity: number
  /** The whole commitment, the part of it that nothing uses, and what the usage it covers would cost on demand. */
  readonly cost: number
  readonly unused: number
  readonly covered: number
  readonly coverage: number
  readonly utilisation: number
  /** Saved of what is covered: 1 − cost / covered; below 0 where the commitment costs more. */
  readonly savingsRate: number | null
  readonly upfront: number
  readonly breakEvenMonth: number | null
  readonly breakEvenUtilisation: number | null
}

/** The week a schedule comes to (`hours` of its value, where they differ), and what one should know about it. */
export type ScheduleEstimate = { readonly value: Value; readonly warnings: readonly string[]; readonly scaling?: ScalingEstimate }

/** What a scaling rule meets in each hour of the week, in instances used to the full: the load, and what of it they could not take. */
export type ScalingEstimate = { readonly load: Float64Array; readonly unmet: Float64Array }

export type GroupBy = 'group' | 'category' | 'environment' | 'cloud' | 'tag'

export type Estimate = {
  readonly total: Money
  readonly groups: ReadonlyMap<string, Money>
  readonly drivers: ReadonlyMap<Id, Value>
  readonly schedules: ReadonlyMap<Id, ScheduleEstimate>
  readonly components: readonly ComponentEstimate[]
  /** The commitment rows whose price is known, in their order. */
  readonly commitments: readonly CommitmentEstimate[]
  readonly budgets: readonly BudgetEstimate[]
  readonly rounding: Rounding
}

/** What a recalculation moved: only these need to be painted again. */
export type Recalculated = {
  readonly components: ReadonlySet<Id>
  readonly drivers: ReadonlySet<Id>
  readonly schedules: ReadonlySet<Id>
  readonly everything: boolean
}

/** The incremental calculator. Misuse (a change that does not fit the workbook) throws. */
export type Calculator = {
  /** Takes changes already applied to `after`, recomputes what they reach; `moment`: in another month of the horizon from here on. */
  apply(changes: readonly Change[], after: Workbook, moment?: Moment): Recalculated
  total(): Money
  /** Subtotals in the order of first appearance. */
  subtotals(by: GroupBy): ReadonlyMap<string, Money>
  row(id: Id): Money
  /** `hours` of a number is its week by the hour where it has one; `value` is then the mean. */
  driver(id: Id): Value
  schedule(id: Id): ScheduleEstimate
  input(id: Id, input: string): Value
  commitments(): readonly CommitmentEstimate[]
  budgets(): readonly BudgetEstimate[]
  /** The whole arithmetic of one row, made on demand. */
  explain(id: Id): ComponentEstimate
}

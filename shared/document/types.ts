/**
 * The workbook in memory: five tables of records keyed by id, one settings record.
 * A file (`*.skytally`) is the same data as JSON arrays in `order`; see `file.ts`.
 */

export type Id = string

/** Text as a person typed it, in canonical form (point for decimals, comma between arguments). */
export type CellText = string

/** Every record stands at a place among its table: a finite number, smaller comes first. */
export type Ordered = { readonly id: Id; readonly order: number }

export type Confidence = 'known' | 'assumed' | 'guessed'

export type Driver = Ordered & {
  /** Identifier used in formulas: a letter or `_`, then letters, digits, `_`; at most 64 characters. */
  readonly name: string
  readonly value: CellText
  /** What the number counts or measures, e.g. `requests`, `KB`; empty for a plain number. */
  readonly unit: string
  readonly low?: CellText
  readonly high?: CellText
  /** How it changes by month: `4%` a month, `months 1, 1.1, 1.3` as factors, `season 0.8, … ` twelve factors, January first; joined by `;`. */
  readonly growth?: CellText
  readonly confidence?: Confidence
  readonly note?: string
}

export type PurchaseTerm = '1y' | '3y'
export type PurchasePayment = 'no-upfront' | 'partial-upfront' | 'all-upfront'

/** One way of buying a share of a row's usage; what no share covers is bought on demand. */
export type PurchaseShare =
  | {
      readonly kind: 'reserved'
      readonly term: PurchaseTerm
      readonly payment: PurchasePayment
      /** Absent: standard. */
      readonly offering?: 'standard' | 'convertible'
      readonly coverage: CellText
      readonly discount?: CellText
    }
  | {
      readonly kind: 'spot'
      readonly coverage: CellText
      readonly discount?: CellText
      /** Mean time between interruptions, time to save a checkpoint and to start again, e.g. `20 h`, `5 min`; absent: not counted. */
      readonly interruption?: CellText
      readonly checkpoint?: CellText
      readonly restart?: CellText
    }

/**
 * What one unit of a charge costs on this row, in the workbook's currency, whatever the book says. `note`: why, or where
 * it stands; may be empty.
 */
export type RowPrice = { readonly price: CellText; readonly note: string }

export type Component = Ordered & {
  readonly name: string
  /** A declared service id (`aws.ec2`) or `user.<service record id>`. */
  readonly service: string
  /** Region code of the cloud, or empty for services sold without one. */
  readonly region: string
  readonly group: string
  readonly environment: string
  readonly inputs: Readonly<Record<string, CellText>>
  /** Empty: everything on demand. */
  readonly purchase: readonly PurchaseShare[]
  /** Prices typed over the book's, by the id of the service's charge. */
  readonly prices: Readonly<Record<string, RowPrice>>
  readonly tags: Readonly<Record<string, string>>
  readonly note: string
}

/** `total`, or `group:Serving`, `environment:prod`, `category:compute`, `cloud:aws`, `tag:team=ml`. */
export type BudgetScope = string

export type Budget = Ordered & {
  readonly scope: BudgetScope
  /** Limit in the workbook's currency for one month, above zero. */
  readonly monthly: number
  /** Share of the limit from which the status is `near`, e.g. `80%`. */
  readonly warnAt: CellText
  /** Share of the limit above which the status is `over`; absent: 100 %. */
  readonly failAt?: CellText
  /** Other limits from later months on, rising by month; month 1 is the first of the horizon. */
  readonly phases?: readonly { readonly month: number; readonly monthly: number }[]
}

/** Load and capacity in the same unit; minutes where it says so. Texts are cells: numbers, formulas, weekly profiles. */
export type ScalingRule = {
  readonly load: CellText
  /** What one instance takes when it is used to the full. */
  readonly capacity: CellText
  /** Share of the capacity the rule aims at, e.g. `70%`. */
  readonly target: CellText
  readonly minimum: CellText
  readonly maximum: CellText
  readonly coolDownMinutes?: CellText
  readonly stabilisationMinutes?: CellText
}

/** A week of values by name: `weekly` as text (`Mon-Fri 08-18 = 4, else 2`), or the instances an autoscaling rule comes to. */
export type Schedule = Ordered & { readonly name: string; readonly weekly: string; readonly scaling?: ScalingRule }

/** An environment made of another one's rows: dev and staging from production. */
export type Environment = Ordered & {
  /** What the environment of its rows is called. */
  readonly name: string
  /** The environment whose rows it takes. */
  readonly from: string
  /** Applied in their order; a later one wins. */
  readonly rules: readonly EnvironmentRule[]
}

/**
 * `match`: `all`, `service:aws.ec2`, `category:compute`, `group:Serving`, `tag:team=ml` or `row:<id>`. `set`: values by field, as an
 * override names it (`inputs.count`, `region`); in a text the word `base` stands for what the taken row has there.
 */
export type EnvironmentRule = {
  readonly match: string
  readonly leaveOut?: true
  readonly set?: Readonly<Record<string, unknown>>
}

/** A service the user declared in the app; the same shape as a declared one. See pricing/services/declare.ts. */
export type UserService = Ordered & {
  readonly name: string
  readonly category: string
  readonly inputs: Readonly<Record<string, { readonly label: string; readonly unit: string; readonly default?: CellText }>>
  readonly charges: Readonly<
    Record<
      string,
      {
        readonly label: string
        readonly unit: string
        readonly quantity: CellText
        readonly price: readonly UserTier[]
        readonly discount?: CellText
      }
    >
  >
}

/** Price of one unit up to `upTo` units a month (absent: without end). Both are formulas over the inputs. */
export type UserTier = { readonly upTo?: CellText; readonly price: CellText }

/** What was decided about a scenario, why, and who decides by when; each may be empty. */
export type Decision = { readonly what: string; readonly why: string; readonly who: string; readonly by: string }

export type Scenario = Ordered & {
  readonly name: string
  /** `null` for a scenario that stands on the base. */
  readonly parent: Id | null
  /** One of the colours of the tabs, empty for none. */
  readonly colour: string
  readonly decision: Decision
  readonly overrides: readonly Override[]
}

/** The document as it stood at a moment, kept to be looked at, compared with and gone back to. */
export type SavedState = Ordered & {
  readonly name: string
  readonly note: string
  /** ISO date and time. */
  readonly at: string
  /** What the base cost then; null where nobody had it priced. */
  readonly total: { readonly monthly: number; readonly currency: string; readonly unknown: number } | null
  /** The text of its file, without the snapshots of that time. */
  readonly text: string
}

/** Tables whose records a scenario may hold differently. */
export type OverriddenTable = Exclude<TableName, 'scenarios' | 'snapshots'>

/**
 * What a scenario holds differently from its parent: one field of a record, a record of its own, or a record it does without.
 * `field` is a key of the record; in the maps of a component `inputs.count`, `tags.team`. `value: null` takes the key away.
 */
export type Override = FieldOverride | AddedRecord | DroppedRecord
export type FieldOverride = {
  readonly kind: 'set'
  readonly table: OverriddenTable
  readonly id: Id
  readonly field: string
  readonly value: unknown
}
/** A workbook has one settings record: none can be added. */
export type AddableTable = Exclude<OverriddenTable, 'settings'>
export type AddedRecord = AddedTo<AddableTable>
export type AddedTo<T extends AddableTable> = { readonly kind: 'add'; readonly table: T; readonly id: Id; readonly record: Tables[T] }
export type DroppedRecord = { readonly kind: 'drop'; readonly table: OverriddenTable; readonly id: Id }

/**
 * A negotiated price: `percent` on list (−7: seven per cent off) for every row that meets `match`, a service or a pattern of
 * services, with a pattern of regions behind a slash where it is not for all (`aws.*`, `aws.ec2`, `aws.ec2/us-*`).
 */
export type Adjustment = { readonly match: string; readonly percent: number; readonly note: string }

export type Settings = {
  readonly id: 'settings'
  readonly order: 0
  readonly name: string
  /** `perUsd`: how many units of the currency one US dollar buys on `asOf` (ISO date), above zero. */
  readonly currency: { readonly code: string; readonly perUsd: number; readonly asOf: string }
  readonly priceBook: { readonly id: string; readonly adjustments: readonly Adjustment[] }
  /** Hours counted as one month; 730 unless the workbook says otherwise. */
  readonly month: { readonly hours: number }
  readonly rounding: Rounding
  /** What a forecast looks at: so many months from the first one (`2026-12`), and the yearly rate at which later money counts less. */
  readonly horizon?: { readonly start: string; readonly months: number; readonly yearlyRate: CellText }
  /** Whether the free allowances of the price book count, once per account. */
  readonly freeTier: boolean
  readonly note: string
}

/** `exact`: nothing is rounded before it is printed. `vendor`: each charge to the cent, then added. */
export type Rounding = 'exact' | 'vendor'

export type Tables = {
  settings: Settings
  drivers: Driver
  components: Component
  budgets: Budget
  schedules: Schedule
  environments: Environment
  services: UserService
  scenarios: Scenario
  snapshots: SavedState
}
export type TableName = keyof Tables

/** An immutable workbook. `id` names it in storage and never changes. */
export type Workbook = { readonly id: Id } & { readonly [T in TableName]: ReadonlyMap<Id, Tables[T]> }

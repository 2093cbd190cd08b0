/**
 * The formula language: values, problems, units and names. Only this folder imports mathjs.
 */

/** Error values a cell can hold. `#PRICE?` and `#EMPTY` are *unknown* (see `Unknown`), not errors. */
export type ProblemCode =
  | '#SYNTAX!' // cannot be read
  | '#NAME?' // a name that does not exist, or is ambiguous
  | '#CYCLE!' // refers to itself, directly or through others
  | '#UNIT!' // units that do not go together
  | '#DIV/0!'
  | '#NUM!' // outside the numbers (sqrt(-1), overflow) or outside the field's range
  | '#VALUE!' // wrong number of arguments, text where a number belongs
  | '#LIMIT!' // too long, too deep, too many steps
  | '#REF!' // refers to a cell that is itself in error

/** Why a figure cannot be computed, in a sentence that says what to do. `at` is a place in the text. */
export type Problem = {
  readonly code: ProblemCode
  readonly message: string
  readonly fix: string
  readonly at?: { readonly from: number; readonly to: number }
}

/** A figure that nobody has given yet or that the price book does not hold. Never zero. */
export type Unknown = { readonly reason: 'empty' | 'no-price'; readonly message: string; readonly fix: string }

/**
 * Powers of the base dimensions. Base units: GB (1,024-based), hour, the workbook's currency.
 * Counts (requests, users, instances) are plain numbers. `duty` is a share of the time, written `3 h/day`.
 */
export type Dimension = { readonly data: number; readonly time: number; readonly money: number; readonly duty: number }

export type Value =
  /** `hours`: the number of each of the 168 hours of a week (hour 0 is Monday 00:00 UTC) where it changes; `value` is then their mean. */
  | { readonly kind: 'number'; readonly value: number; readonly dimension: Dimension; readonly hours?: Float64Array }
  | { readonly kind: 'unknown'; readonly unknown: Unknown }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** What a formula may refer to besides numbers. */
export type Reference =
  | { readonly kind: 'name'; readonly name: string } // a driver, or an input in a declared formula
  | { readonly kind: 'cost'; readonly row: string } // cost("API servers")
  | { readonly kind: 'subtotal'; readonly of: string } // subtotal("compute")
  | { readonly kind: 'schedule'; readonly schedule: string } // schedule("Office hours")

/**
 * A field's expectation: how a value given in a cell becomes the number the service's formulas use.
 * `factor` converts base units to the field's own (a field in ms: 3,600,000 per hour).
 */
export type Field = {
  readonly dimension: Dimension
  /** A plain number counts in this unit, and the field's number is in it. */
  readonly unit: string
  readonly factor: number
  /** `month`: also takes an amount per time and turns it into an amount per month. */
  readonly per: 'month' | 'second' | null
  readonly min: number
  readonly max: number
  readonly integer?: boolean
  /** Takes what is the same in every hour only: no week. */
  readonly steady?: boolean
}

import type { Dimension } from './types.ts'

/** Places in a text: `from` is the first character, `to` the one after the last. */
export type Span = { readonly from: number; readonly to: number }

/** A reference whose value belongs to a number's unit: `2 months` is 2 × `hours_in_month` hours. */
export type UnitName = { readonly name: string; readonly below: boolean }

/** A number with its suffix, percent sign and unit, in base units. */
export type NumberToken = Span & {
  readonly kind: 'number'
  readonly value: number
  readonly dimension: Dimension
  readonly unitNames: readonly UnitName[]
}

/**
 * `typed`: a bare unit word is a slip, and after a number `/ day` is a unit.
 * `declared`: a service's own names come first, so `hours` may be one and `8 / gpu` divides by one.
 */
export type NameRule = 'typed' | 'declared'

export type OperatorText = '+' | '-' | '*' | '/' | '^' | '=' | '<>' | '<' | '<=' | '>' | '>=' | 'and' | 'or' | 'not'

export type NameToken = Span & { readonly kind: 'name'; readonly text: string }
export type OperatorToken = Span & { readonly kind: 'operator'; readonly text: OperatorText }

export type Token =
  | NumberToken
  | NameToken
  | (Span & { readonly kind: 'string'; readonly text: string })
  | OperatorToken
  | (Span & { readonly kind: 'open' | 'close' | 'comma' })

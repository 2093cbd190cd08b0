import type { Dimension, Field, Problem, Reference, Value } from './types.ts'

/**
 * The door of the formula language. `readCell` turns text into a Cell, `compile` makes a fast program,
 * `interpret` says why a figure is what it is.
 */

/** Our own tree, made from mathjs's after the allow-list. Constants and references are by index, so that like formulas share it. */
export type Node =
  | { readonly kind: 'constant'; readonly index: number }
  | { readonly kind: 'reference'; readonly index: number }
  | { readonly kind: 'negate' | 'not'; readonly of: Node }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '=' | '<>' | '<' | '<=' | '>' | '>=' | 'and' | 'or'

/** What all formulas of one form have in common; one object per form, so programs can be cached on it. */
export type Shape = { readonly key: string; readonly tree: Node }

export type Formula = {
  readonly kind: 'formula'
  readonly text: string
  readonly shape: Shape
  /** In base units. */
  readonly constants: readonly number[]
  readonly dimensions: readonly Dimension[]
  /** A name used twice stands here once. `hours_in_month` (a plain number) is also behind units of months, `EUR` behind `5 EUR`. */
  readonly references: readonly Reference[]
}

export type Cell =
  | { readonly kind: 'empty' }
  /** `percent`: written as a percentage; `value` is the share, 0.25 for `25%`. */
  | { readonly kind: 'literal'; readonly value: number; readonly dimension: Dimension; readonly percent?: true }
  | Formula
  | { readonly kind: 'problem'; readonly problem: Problem }

/** Runs a shape: constants, the engine's values, and per reference its slot relative to `base`. NaN: ask `interpret`. */
export type Program = (constants: readonly number[], values: Float64Array, slots: readonly number[], base: number) => number

export type FormulaDoor = {
  /** Canonical text of a cell: a literal (`10 TB`, `25%`, `1,000`) or `=formula`. Never throws. */
  readCell(text: string): Cell
  /** A declared formula: no `=`, names are inputs, no cost() or subtotal(). Throws a fault when it cannot be read. */
  readDeclared(text: string): Formula
  /** Static unit check; equal dimensions of references give equal answers, so callers may cache by shape. */
  dimensionOf(formula: Formula, of: (reference: Reference) => Dimension): Dimension | Problem
  compile(shape: Shape): Program
  /** The slow, explaining evaluator: same numbers as `compile`, but unknowns and problems keep their reason. */
  interpret(formula: Formula, lookup: (reference: Reference) => Value): Value
  /** What one multiplies a base-unit number of this dimension by to get the field's number. */
  fieldScale(dimension: Dimension, field: Field, monthHours: number): number | Problem
  /** Range and integer rules of a field. */
  checkField(value: number, field: Field): Problem | null
}

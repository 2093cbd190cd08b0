import type { Binary, Unary } from './arithmetic.ts'
import { declaredFunctions } from './declared-functions.ts'
import type { DimensionRule } from './rules.ts'
import type { ProblemCode } from './types.ts'

/** What is wrong with arguments for which the operation has no answer. */
export type Reason = { readonly code: ProblemCode; readonly message: string; readonly fix: string }

/**
 * One function of the language: the reader, the unit check, both evaluators, the completion list and the manual read this.
 * `if` has no operation here: its branches are not evaluated before it is known which is taken.
 */
export type FunctionDeclaration = {
  readonly name: string
  readonly signature: string
  readonly help: string
  readonly least: number
  readonly most: number
  /** tier: an even number of arguments. */
  readonly even?: true
  readonly dimension: DimensionRule
  readonly unary?: Unary
  readonly binary?: Binary
  readonly many?: (args: ArrayLike<number>) => number
  readonly reason: (args: readonly number[]) => Reason
}

/** In the order the manual and the completion list show them. */
export const functions: ReadonlyMap<string, FunctionDeclaration> = new Map(
  declaredFunctions.map((declaration) => [declaration.name, declaration]),
)

/** The operation for this number of arguments; compiled and interpreted calls run the same. */
export function applyFunction(declaration: FunctionDeclaration, args: readonly number[]): number {
  const [first = Number.NaN, second = Number.NaN] = args
  if (args.length === 1 && declaration.unary !== undefined) return declaration.unary(first)
  if (args.length === 2 && declaration.binary !== undefined) return declaration.binary(first, second)
  if (declaration.many === undefined) throw new Error(`the reader lets no call of ${declaration.name} with ${args.length} values through`)
  return declaration.many(args)
}

/** References written like functions. */
export const referenceFunctions: readonly {
  readonly name: 'cost' | 'subtotal' | 'schedule'
  readonly signature: string
  readonly help: string
  readonly example: string
}[] = [
  { name: 'cost', signature: 'cost("row")', help: 'What another row costs in a month.', example: 'cost("API servers")' },
  {
    name: 'subtotal',
    signature: 'subtotal("group")',
    help: 'What a group, category, environment or tag costs in a month.',
    example: 'subtotal("compute")',
  },
  {
    name: 'schedule',
    signature: 'schedule("week")',
    help: 'The values of a schedule by the hour of the week; whatever is made from them follows the hours too.',
    example: 'schedule("Office hours")',
  },
]

/** Function names are read in any case, as in Excel. */
export function functionNamed(name: string): FunctionDeclaration | undefined {
  return functions.get(name.toLowerCase())
}

/** Names of other programs' functions and what to write here. */
export const foreignFunctions: ReadonlyMap<string, string> = new Map([
  ['average', 'Write avg(…).'],
  ['mean', 'Write avg(…).'],
  ['ceiling', 'Write ceil(x).'],
  ['roundup', 'Write ceil(x).'],
  ['rounddown', 'Write floor(x).'],
  ['int', 'Write floor(x).'],
  ['log', 'Write ln(x) or log10(x).'],
  ['power', 'Write x ^ y.'],
  ['pow', 'Write x ^ y.'],
  ['product', 'Write a * b.'],
  ['iferror', 'Write if(…) with the condition that avoids the error.'],
  ['factorial', 'There are no factorials.'],
])

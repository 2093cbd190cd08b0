import { dimensionKey, plain } from './dimension.ts'
import type { FunctionDeclaration } from './functions.ts'
import { maxNesting } from './limits.ts'
import { unreadable, type Unreadable } from './problems.ts'
import { sameReference } from './references.ts'
import type { NameRule, Span, Token } from './tokens.ts'
import type { Dimension, Reference } from './types.ts'

/** A formula's form with its numbers and names taken out; `key` is all that mathjs ever sees. */
export type Reading = {
  readonly key: string
  readonly constants: readonly number[]
  readonly dimensions: readonly Dimension[]
  readonly references: readonly Reference[]
}

export type Frame = {
  readonly open: Span
  readonly call: FunctionDeclaration | null
  args: number
  compared: boolean
  /** A `not` whose operand has no parentheses of its own: nothing but and/or may follow. */
  negation: Span | null
  /** Signs and powers since the last weaker operator: each nests one level in the parser. */
  chain: number
}

export type State = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly names: NameRule
  readonly frames: Frame[]
  readonly constants: number[]
  readonly dimensions: Dimension[]
  readonly references: Reference[]
  key: string
  at: number
  operandNext: boolean
}

export function frameAt(open: Span, call: FunctionDeclaration | null): Frame {
  return { open, call, args: 1, compared: false, negation: null, chain: 0 }
}

export function topFrame(state: State): Frame {
  const frame = state.frames.at(-1)
  if (frame === undefined) throw new Error('the outermost frame is never closed')
  return frame
}

export function countChain(frame: Frame, token: Span): void {
  frame.chain++
  if (frame.chain > maxNesting)
    throw unreadable(
      '#LIMIT!',
      `More than ${maxNesting} signs or powers follow each other.`,
      'Remove some, or give a part of it a name of its own.',
      token,
    )
}

/** The dimension is part of the placeholder, so that formulas of one shape agree in their units. */
export function constantKey(state: State, value: number, dimension: Dimension): string {
  state.dimensions.push(dimension)
  return `c${state.constants.push(value) - 1}${dimension === plain ? '' : dimensionKey(dimension)}`
}

export function referenceKey(state: State, reference: Reference): string {
  const { references } = state
  for (let i = 0; i < references.length; i++) {
    const other = references[i]
    if (other !== undefined && sameReference(other, reference)) return `r${i}`
  }
  return `r${references.push(reference) - 1}`
}

export function wrongArguments(call: FunctionDeclaration, args: number, at: Span): Unreadable {
  const given = args === 0 ? 'no values' : args === 1 ? 'one value' : `${args} values`
  return unreadable('#VALUE!', `${call.name}(…) cannot be used with ${given}.`, `Write ${call.signature}.`, at)
}

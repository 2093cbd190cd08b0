import { combineDimensions, describeDimension, isPlain, plain, powerOfDimension, sameDimension, unitText } from './dimension.ts'
import type { BinaryOperator } from './formula.ts'
import type { Dimension } from './types.ts'

/** Units that do not go together: what they are and what to do. */
export type Mismatch = { readonly message: string; readonly fix: string }

/** The dimension of a call from those of its arguments. */
export type DimensionRule = (args: readonly Dimension[], name: string) => Dimension | Mismatch

export function isMismatch(result: Dimension | Mismatch): result is Mismatch {
  return 'message' in result
}

/** All arguments count the same thing, and so does the result. */
export function alike(args: readonly Dimension[], name: string): Dimension | Mismatch {
  const first = args[0] ?? plain
  const other = args.find((dimension) => !sameDimension(dimension, first))
  return other === undefined ? first : mismatch(first, other, `${name}(…)`)
}

/** The result counts what the first argument counts; the others are plain. */
export function keep(args: readonly Dimension[], name: string): Dimension | Mismatch {
  const [first = plain, ...others] = args
  const wrong = plainOnly(others, name)
  return isMismatch(wrong) ? wrong : first
}

export function plainOnly(args: readonly Dimension[], name: string): Dimension | Mismatch {
  const other = args.find((dimension) => !isPlain(dimension))
  if (other === undefined) return plain
  return {
    message: `${name}(…) takes plain numbers, not ${describeDimension(other)}.`,
    fix: `Divide it by one unit of its own first, such as x / (1 ${unitText(other)}).`,
  }
}

/** Roots of areas make sense, of an amount of data they do not. */
export function squareRoot(args: readonly Dimension[], name: string): Dimension | Mismatch {
  const of = args[0] ?? plain
  const powers = [of.data, of.time, of.money, of.duty]
  return powers.every((power) => power % 2 === 0) ? powerOfDimension(of, 0.5) : plainOnly(args, name)
}

/** if: a plain condition, branches alike. */
export function branches(args: readonly Dimension[]): Dimension | Mismatch {
  const [condition = plain, ...values] = args
  if (!isPlain(condition))
    return { message: `A condition cannot be ${describeDimension(condition)}.`, fix: 'Compare it with something, such as x > 5 GB.' }
  return alike(values, 'if')
}

/** tier: bounds count what the quantity counts; prices are alike; the result is quantity × price. */
export function tiered(args: readonly Dimension[], name: string): Dimension | Mismatch {
  const bounds = alike(
    args.filter((_, index) => index === 0 || (index % 2 === 1 && index < args.length - 1)),
    name,
  )
  if (isMismatch(bounds)) return bounds
  const prices = alike(
    args.filter((_, index) => (index > 0 && index % 2 === 0) || index === args.length - 1),
    name,
  )
  return isMismatch(prices) ? prices : combineDimensions(bounds, prices, 1)
}

function mismatch(a: Dimension, b: Dimension, where: string): Mismatch {
  return {
    message: `${where} cannot put ${describeDimension(a)} and ${describeDimension(b)} together.`,
    fix: mismatchFix(a, b, 'the plain number', '3'),
  }
}

function mismatchFix(a: Dimension, b: Dimension, plainPart: string, sample: string): string {
  if (!isPlain(a) && !isPlain(b)) return `Make both ${describeDimension(a)}, or both ${describeDimension(b)}.`
  const unit = unitText(isPlain(a) ? b : a)
  return /^[\d.]+$/.test(sample)
    ? `Give ${plainPart} a unit, such as ${sample} ${unit}.`
    : `Multiply ${plainPart} by a unit, such as 1 ${unit}.`
}

const multiplicative: ReadonlyMap<BinaryOperator, number> = new Map<BinaryOperator, number>([
  ['*', 1],
  ['/', -1],
])

/** The dimension of `a operator b`; the texts of the two sides are asked for when they do not go together. */
export function operatorDimension(
  operator: BinaryOperator,
  a: Dimension,
  b: Dimension,
  texts: () => readonly [string, string],
): Dimension | Mismatch {
  const times = multiplicative.get(operator)
  if (times !== undefined) return combineDimensions(a, b, times)
  if (operator === '^' || operator === 'and' || operator === 'or') return plainSides(operator, a, b)
  if (sameDimension(a, b)) return operator === '+' || operator === '-' ? a : plain
  const [left, right] = texts()
  const plainPart = isPlain(a) ? left : right
  return {
    message: `${left} is ${describeDimension(a)}, but ${right} is ${describeDimension(b)}.`,
    fix: mismatchFix(a, b, plainPart, plainPart),
  }
}

function plainSides(operator: BinaryOperator, a: Dimension, b: Dimension): Dimension | Mismatch {
  if (isPlain(a) && isPlain(b)) return plain
  const wrong = describeDimension(isPlain(a) ? b : a)
  return operator === '^'
    ? { message: `A power takes plain numbers, not ${wrong}.`, fix: 'For a square write x * x.' }
    : { message: `“${operator}” joins conditions, not ${wrong}.`, fix: 'Compare it with something first, such as x > 5 GB.' }
}

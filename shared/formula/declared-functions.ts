import { roundTo } from '#shared/money/rounding.ts'
import * as arithmetic from './arithmetic.ts'
import type { Binary, Unary } from './arithmetic.ts'
import type { FunctionDeclaration, Reason } from './functions.ts'
import { graduatedCost } from './graduated.ts'
import { alike, branches, keep, plainOnly, squareRoot, tiered } from './rules.ts'

export const divisionByZero: Reason = {
  code: '#DIV/0!',
  message: 'Division by zero.',
  fix: 'Check the divisor, or write if(divisor = 0, …, …).',
}

const overflow: Reason = { code: '#NUM!', message: 'The result is too large.', fix: 'Check the numbers that go into it.' }
const tooLarge = (): Reason => overflow
const number = (message: string, fix: string) => (): Reason => ({ code: '#NUM!', message, fix })

function fold(operation: Binary): (args: ArrayLike<number>) => number {
  return (args) => {
    let result = args[0] ?? Number.NaN
    for (let i = 1; i < args.length; i++) result = operation(result, args[i] ?? Number.NaN)
    return result
  }
}
const same: Unary = (x) => x
const total = fold(arithmetic.add)

/** The functions of the language, in the order the manual and the completion list show them. */
export const declaredFunctions: readonly FunctionDeclaration[] = [
  {
    name: 'if',
    signature: 'if(condition, then, else)',
    help: 'The second value when the condition holds, else the third; the other one is not looked at.',
    least: 3,
    most: 3,
    dimension: branches,
    reason: tooLarge,
  },
  {
    name: 'min',
    signature: 'min(a, b, …)',
    help: 'The smallest of the values.',
    least: 1,
    most: 255,
    dimension: alike,
    unary: same,
    binary: arithmetic.smaller,
    many: fold(arithmetic.smaller),
    reason: tooLarge,
  },
  {
    name: 'max',
    signature: 'max(a, b, …)',
    help: 'The largest of the values.',
    least: 1,
    most: 255,
    dimension: alike,
    unary: same,
    binary: arithmetic.larger,
    many: fold(arithmetic.larger),
    reason: tooLarge,
  },
  {
    name: 'sum',
    signature: 'sum(a, b, …)',
    help: 'The values added up.',
    least: 1,
    most: 255,
    dimension: alike,
    unary: same,
    binary: arithmetic.add,
    many: total,
    reason: tooLarge,
  },
  {
    name: 'avg',
    signature: 'avg(a, b, …)',
    help: 'The mean of the values.',
    least: 1,
    most: 255,
    dimension: alike,
    unary: same,
    many: (args) => total(args) / args.length,
    reason: tooLarge,
  },
  {
    name: 'ceil',
    signature: 'ceil(x)',
    help: 'The next whole number up.',
    least: 1,
    most: 1,
    dimension: keep,
    unary: arithmetic.ceiling,
    reason: tooLarge,
  },
  {
    name: 'floor',
    signature: 'floor(x)',
    help: 'The next whole number down.',
    least: 1,
    most: 1,
    dimension: keep,
    unary: arithmetic.floor,
    reason: tooLarge,
  },
  {
    name: 'round',
    signature: 'round(x, digits)',
    help: 'Rounds to a number of decimal places, 0 when not given; halves away from zero.',
    least: 1,
    most: 2,
    dimension: keep,
    unary: (x) => roundTo(x, 0),
    binary: (x, digits) => (Number.isInteger(digits) && Math.abs(digits) <= 15 ? roundTo(x, digits) : Number.NaN),
    reason: number('The number of digits must be whole, from -15 to 15.', 'Write for example round(x, 2).'),
  },
  {
    name: 'abs',
    signature: 'abs(x)',
    help: 'The value without its sign.',
    least: 1,
    most: 1,
    dimension: keep,
    unary: Math.abs,
    reason: tooLarge,
  },
  {
    name: 'sqrt',
    signature: 'sqrt(x)',
    help: 'The square root.',
    least: 1,
    most: 1,
    dimension: squareRoot,
    unary: Math.sqrt,
    reason: number('A number below zero has no square root.', 'Check the sign, or use max(0, …).'),
  },
  {
    name: 'exp',
    signature: 'exp(x)',
    help: 'e to the power of x.',
    least: 1,
    most: 1,
    dimension: plainOnly,
    unary: arithmetic.exponential,
    reason: tooLarge,
  },
  {
    name: 'ln',
    signature: 'ln(x)',
    help: 'The natural logarithm.',
    least: 1,
    most: 1,
    dimension: plainOnly,
    unary: arithmetic.logarithm,
    reason: number('Only numbers above zero have a logarithm.', 'Check the value in the parentheses.'),
  },
  {
    name: 'log10',
    signature: 'log10(x)',
    help: 'The logarithm to base 10.',
    least: 1,
    most: 1,
    dimension: plainOnly,
    unary: arithmetic.logarithm10,
    reason: number('Only numbers above zero have a logarithm.', 'Check the value in the parentheses.'),
  },
  {
    name: 'clamp',
    signature: 'clamp(x, low, high)',
    help: 'x, but not below low and not above high.',
    least: 3,
    most: 3,
    dimension: alike,
    many: (args) => {
      const [x = Number.NaN, low = Number.NaN, high = Number.NaN] = [args[0], args[1], args[2]]
      return low <= high ? Math.min(Math.max(x, low), high) : Number.NaN
    },
    reason: number('The low bound is above the high one.', 'Write clamp(x, low, high).'),
  },
  {
    name: 'mod',
    signature: 'mod(x, divisor)',
    help: 'What is left of x after whole divisions.',
    least: 2,
    most: 2,
    dimension: alike,
    binary: arithmetic.modulo,
    reason: ([, divisor]) => (divisor === 0 ? divisionByZero : overflow),
  },
  {
    name: 'tier',
    signature: 'tier(quantity, upTo1, price1, upTo2, price2, …, priceRest)',
    help: 'Graduated cost: each part of the quantity at the price of its own bracket.',
    least: 2,
    most: 254,
    even: true,
    dimension: tiered,
    many: graduatedCost,
    reason: ([quantity = 0]) =>
      quantity < 0
        ? { code: '#NUM!', message: 'The quantity is below zero.', fix: 'Use max(0, …) for it.' }
        : {
            code: '#NUM!',
            message: 'The bounds of the brackets must rise.',
            fix: 'Write tier(quantity, upTo1, price1, upTo2, price2, …, priceRest).',
          },
  },
  {
    name: 'and',
    signature: 'and(a, b, …)',
    help: '1 when all conditions hold, else 0.',
    least: 1,
    most: 255,
    dimension: plainOnly,
    reason: tooLarge,
  },
  {
    name: 'or',
    signature: 'or(a, b, …)',
    help: '1 when a condition holds, else 0.',
    least: 1,
    most: 255,
    dimension: plainOnly,
    reason: tooLarge,
  },
  {
    name: 'not',
    signature: 'not(x)',
    help: '1 when the condition does not hold, else 0.',
    least: 1,
    most: 1,
    dimension: plainOnly,
    reason: tooLarge,
  },
]

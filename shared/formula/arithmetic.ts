/**
 * The operations of the language over doubles. Each answers NaN whenever the result is not a proper number, and NaN whenever an
 * operand is; the compiled program and the explaining evaluator call these same functions, so their numbers are the same bits.
 */

export type Unary = (x: number) => number
export type Binary = (a: number, b: number) => number

/** Infinity is no answer: NaN at once, so that 1 / (1e308 * 10) is an error and not 0. */
export function finite(value: number): number {
  return value - value === 0 ? value : Number.NaN
}

export function negate(x: number): number {
  return 0 - x
}
export function add(a: number, b: number): number {
  return finite(a + b)
}
export function subtract(a: number, b: number): number {
  return finite(a - b)
}
export function multiply(a: number, b: number): number {
  return finite(a * b)
}
export function divide(a: number, b: number): number {
  return finite(a / b)
}

/** As Excel: 0^0 is an error, a negative base takes whole exponents only. */
export function power(a: number, b: number): number {
  if (a !== a || (a === 0 && b <= 0)) return Number.NaN
  return finite(a ** b)
}

/** As Excel, which compares 15 digits: 0.1 + 0.2 = 0.3. */
function same(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b))
}

function truth(a: number, b: number, holds: boolean): number {
  return a !== a || b !== b ? Number.NaN : holds ? 1 : 0
}

export function equal(a: number, b: number): number {
  return truth(a, b, same(a, b))
}
export function unequal(a: number, b: number): number {
  return truth(a, b, !same(a, b))
}
export function less(a: number, b: number): number {
  return truth(a, b, a < b && !same(a, b))
}
export function lessOrEqual(a: number, b: number): number {
  return truth(a, b, a < b || same(a, b))
}
export function greater(a: number, b: number): number {
  return truth(a, b, a > b && !same(a, b))
}
export function greaterOrEqual(a: number, b: number): number {
  return truth(a, b, a > b || same(a, b))
}
export function not(x: number): number {
  return x !== x ? x : x === 0 ? 1 : 0
}

/** Whole numbers that only the last binary digits miss count as whole: ceil(0.1 * 3 * 10) is 3, not 4. */
function nearWhole(x: number): number {
  const whole = Math.round(x)
  return Math.abs(x - whole) <= Math.min(Math.abs(x) * 1e-14, 1e-6) ? whole : x
}
export function ceiling(x: number): number {
  return Math.ceil(nearWhole(x)) + 0
}
export function floor(x: number): number {
  return Math.floor(nearWhole(x)) + 0
}

/** The rest of a division with the sign of the divisor, as Excel's MOD. */
export function modulo(a: number, b: number): number {
  const rest = finite(a - b * floor(divide(a, b)))
  return Math.abs(rest) <= 1e-14 * Math.abs(a) ? 0 : rest
}

export function logarithm(x: number): number {
  return finite(Math.log(x))
}
export function logarithm10(x: number): number {
  return finite(Math.log10(x))
}
export function exponential(x: number): number {
  return finite(Math.exp(x))
}
/** One of two arguments: NaN when either is. */
export function smaller(a: number, b: number): number {
  return Math.min(a, b)
}
export function larger(a: number, b: number): number {
  return Math.max(a, b)
}

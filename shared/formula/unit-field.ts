import { isPlain } from './dimension.ts'
import { lex } from './lexer.ts'
import type { Field } from './types.ts'
import { dollarName, monthHoursName } from './units.ts'

/** Hours of a month when the workbook does not say otherwise. */
export const usualMonthHours = 730

/**
 * What a number typed beside a unit of its own means, such as a driver's `250` in `KB`: value ÷ factor is in base units.
 * `null` for counts, for percent, and for words that are not units: there the number stands for itself.
 * `monthHours` is asked for units like `GB/month`.
 */
export function unitField(unit: string, monthHours: number = usualMonthHours): Field | null {
  const { tokens, problem } = lex(`1 ${unit}`, 0)
  const [one] = tokens
  if (problem !== null || tokens.length !== 1 || one?.kind !== 'number' || isPlain(one.dimension)) return null
  // Beside a unit of its own, $ stands for whatever the workbook counts in.
  const names = one.unitNames.filter(({ name }) => name !== dollarName)
  if (names.some(({ name }) => name !== monthHoursName)) return null
  const months = names.reduce((product, { below }) => (below ? product / monthHours : product * monthHours), 1)
  return { dimension: one.dimension, unit, factor: exact(1 / (one.value * months)), per: null, min: -Infinity, max: Infinity }
}

/** Whole factors are whole: 1 / (1 / 3,600,000) may miss by a bit. */
function exact(factor: number): number {
  const whole = Math.round(factor)
  return Math.abs(factor - whole) <= 1e-12 * whole ? whole : factor
}

import { roundTo } from './rounding.ts'
import { sum } from './sum.ts'

/**
 * Rounds amounts that are shown under their shown total, so that what is shown adds up: each to `digits` decimal places, within one last
 * digit of its own value, together exactly `roundTo(total, digits)`. The largest remainders are rounded up first; ties go to the first.
 * `total` is what the parts add up to; when it is not (a part is hidden), say so by giving it, and the difference is spread as evenly.
 * Throws a RangeError when a part is not a finite number.
 */
export function shownParts(parts: readonly number[], digits = 2, total: number = sum(parts)): readonly number[] {
  if (!parts.every(Number.isFinite)) throw new RangeError('only finite amounts can be shown as parts of a total')
  if (parts.length === 0) return []
  const unit = 10 ** digits
  const exact = parts.map((part) => unitsOf(part, digits))
  const units = exact.map(Math.floor)
  const target = Math.round(roundTo(total, digits) * unit)
  const order = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
  const left = target - units.reduce((a, b) => a + b, 0)
  const each = Math.floor(left / parts.length)
  const favoured = new Set(order.slice(0, left - each * parts.length).map(({ index }) => index))
  return units.map((count, index) => (count + each + (favoured.has(index) ? 1 : 0)) / unit)
}

/** The amount in units of the last digit; a hair beside a whole number counts as the whole number. */
function unitsOf(amount: number, digits: number): number {
  const exact = amount * 10 ** digits
  const whole = Math.round(exact)
  return Math.abs(exact - whole) <= Math.abs(exact) * 1e-12 ? whole : exact
}

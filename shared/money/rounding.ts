/**
 * Rounding that shows what decimal arithmetic would show. Products of prices and quantities are often exactly half a cent, and binary
 * arithmetic lands a hair to either side of it; a value that near to a half counts as the half and rounds away from zero.
 */

/** Rounds to `digits` decimal places (negative: tens, hundreds), halves away from zero. `digits` is a whole number from -15 to 15. */
export function roundTo(value: number, digits: number): number {
  const scale = 10 ** Math.abs(digits)
  const scaled = digits < 0 ? Math.abs(value) / scale : Math.abs(value) * scale
  if (!(scaled < Number.MAX_SAFE_INTEGER)) return value
  const whole = Math.floor(scaled)
  const rounded = scaled - whole >= 0.5 - slack(scaled) ? whole + 1 : whole
  const magnitude = digits < 0 ? rounded * scale : rounded / scale
  return value < 0 && magnitude !== 0 ? -magnitude : magnitude
}

/** 1e-9 of the value; for large amounts no more than what their own last binary digits leave open, and never a visible part of the digit. */
function slack(scaled: number): number {
  return Math.min(scaled * 1e-9, Math.max(1e-6, scaled * 4e-15), 1e-3)
}

/** To two decimal places: 2.675 → 2.68, -0.005 → -0.01. */
export function roundToCent(amount: number): number {
  return roundTo(amount, 2)
}

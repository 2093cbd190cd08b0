/**
 * Sums that do not lose small amounts beside large ones: Neumaier's compensated summation.
 * Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974).
 */

/** A sum under way: `total` is what was added up, `lost` what its last digits could not hold. */
export type Accumulator = { total: number; lost: number }

export function accumulator(): Accumulator {
  return { total: 0, lost: 0 }
}

export function accumulate(into: Accumulator, value: number): void {
  const total = into.total + value
  into.lost += Math.abs(into.total) >= Math.abs(value) ? into.total - total + value : value - total + into.total
  into.total = total
}

export function accumulated(from: Accumulator): number {
  return from.total + from.lost
}

/** 0 for no values; NaN when one of them is NaN. */
export function sum(values: Iterable<number>): number {
  const into = accumulator()
  for (const value of values) accumulate(into, value)
  return accumulated(into)
}

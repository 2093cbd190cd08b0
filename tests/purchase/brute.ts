import type { Market } from './arbitrary.ts'

/**
 * The cheapest of all plans by trying each of them, written without a line of the product's: for every quantity of every offer in its
 * steps, hour by hour, the offers in order, the best discount first, of equal ones the
 * lowest price. Dollars per hour.
 */
export function cheapestByTrying({ lines, offers }: Market): number {
  const hours = lines[0]?.hours.length ?? 0
  const ordered = [...offers].sort((a, b) => a.precedence - b.precedence)
  const orders = ordered.map((offer) =>
    lines
      .map((line, index) => ({
        index,
        uses: offer.covers.get(line.id) ?? 0,
        saving: Math.round((line.onDemandHourly / (offer.covers.get(line.id) ?? 1)) * 1e9),
      }))
      .filter(({ uses }) => uses > 0)
      .sort((a, b) => b.saving - a.saving || a.uses - b.uses),
  )
  const tops = ordered.map((offer, index) => {
    const needs = Array.from({ length: hours }, (_, hour) =>
      (orders[index] ?? []).reduce((sum, { index: at, uses }) => sum + (lines[at]?.hours[hour] ?? 0) * uses, 0),
    )
    return Math.ceil(Math.max(...needs) / offer.step - 1e-9)
  })
  let best = Infinity
  const counts = ordered.map(() => 0)
  for (;;) {
    best = Math.min(best, costOf(counts.map((count, index) => count * (ordered[index]?.step ?? 0))))
    let place = 0
    while (place < counts.length && counts[place] === tops[place]) counts[place++] = 0
    if (place === counts.length) return best
    counts[place] = (counts[place] ?? 0) + 1
  }

  function costOf(quantities: readonly number[]): number {
    let total = 0
    for (let hour = 0; hour < hours; hour++) {
      const left = lines.map((line) => line.hours[hour] ?? 0)
      quantities.forEach((quantity, index) => {
        let free = quantity
        for (const { index: at, uses } of orders[index] ?? []) {
          const takes = Math.min(left[at] ?? 0, free / uses)
          left[at] = (left[at] ?? 0) - takes
          free -= takes * uses
        }
      })
      total += left.reduce((sum, units, at) => sum + units * (lines[at]?.onDemandHourly ?? 0), 0)
    }
    return total / hours + quantities.reduce((sum, quantity, index) => sum + quantity * (ordered[index]?.hourly ?? 0), 0)
  }
}

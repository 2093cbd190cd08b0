import type { UsageLine, UsagePart } from '../usage.ts'
import { weightedMean, type HourWeights } from './weights.ts'

/** Usage that goes to spot together, by one share of 0 to `most` (at most 1). */
export type SpotMover = {
  readonly most: number
  /** By line: what part of the line goes at a share of 1, and dollars of one unit for an hour on spot. */
  readonly lines: ReadonlyMap<string, { readonly part: number; readonly hourly: number }>
}

/** A mover as its pool sees it. */
export type PoolMover = {
  /** Its place among all movers. */
  readonly index: number
  /** Dollars of a mean hour at a share of 1: on spot, less what it would cost where nothing can cover it. */
  readonly cost: number
  readonly most: number
  /** Dollars that it takes off commodities at a share of 1, hour by hour or class by class. */
  readonly parts: readonly { readonly commodity: number; readonly dollars: Float64Array }[]
}

/** `commodityOf`: of a part by its index, or null where no offer covers it. */
export function poolMovers(
  movers: readonly SpotMover[],
  lines: readonly UsageLine[],
  parts: readonly UsagePart[],
  commodityOf: (part: number) => number | null,
  weights?: HourWeights,
): readonly PoolMover[] {
  return movers.map(({ most, lines: own }, index) => {
    const taken = new Map<number, Float64Array>()
    let cost = 0
    for (const line of lines) cost += weightedMean(line.hours, weights) * (own.get(line.id)?.part ?? 0) * (own.get(line.id)?.hourly ?? 0)
    parts.forEach(({ line, share, price, spot }, part) => {
      const each = spot ? 0 : share * price * (own.get(line.id)?.part ?? 0)
      if (each === 0) return
      const commodity = commodityOf(part)
      if (commodity === null) cost -= weightedMean(line.hours, weights) * each
      else addTo(taken, commodity, line.hours, each)
    })
    return { index, cost, most, parts: [...taken].map(([commodity, dollars]) => ({ commodity, dollars })) }
  })
}

function addTo(taken: Map<number, Float64Array>, commodity: number, hours: Float64Array, each: number): void {
  const dollars = taken.get(commodity) ?? new Float64Array(hours.length)
  taken.set(commodity, dollars)
  hours.forEach((units, hour) => (dollars[hour]! += units * each))
}

/** What is left of lines with these shares of the movers on spot. */
export function withoutMoved(lines: readonly UsageLine[], movers: readonly SpotMover[], shares: readonly number[]): readonly UsageLine[] {
  return lines.map((line) => {
    const gone = movers.reduce((sum, { lines: own }, at) => sum + (own.get(line.id)?.part ?? 0) * (shares[at] ?? 0), 0)
    return gone === 0 ? line : { ...line, hours: line.hours.map((units) => units * Math.max(0, 1 - gone)) }
  })
}

/** Dollars of a mean hour that these shares cost on spot. */
export function spotCost(
  lines: readonly UsageLine[],
  movers: readonly SpotMover[],
  shares: readonly number[],
  weights?: HourWeights,
): number {
  let cost = 0
  for (const line of lines) {
    movers.forEach(({ lines: own }, at) => {
      const moved = own.get(line.id)
      if (moved !== undefined) cost += weightedMean(line.hours, weights) * moved.part * moved.hourly * (shares[at] ?? 0)
    })
  }
  return cost
}

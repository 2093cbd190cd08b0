import { hourClasses } from '#pricing/schedule/hour-classes.ts'
import { partsOf, type Offer, type UsageLine, type UsagePart } from '../usage.ts'
import { undominated } from './dominance.ts'
import { poolMovers } from './movers.ts'
import type { PoolMover, SpotMover } from './movers.ts'
import { weightedMean, type HourWeights } from './weights.ts'

/**
 * The optimiser's own view of a design. Usage is counted in the dollars it costs where nothing covers it; usage that every offer treats
 * alike is one commodity, whatever its sizes and rows; hours in which all commodities are alike are one class.
 */
export type Pool = {
  readonly choices: readonly Choice[]
  /** Dollars of each commodity in each class. */
  readonly demand: readonly Float64Array[]
  /** Share of the hours that each class stands for; they add up to 1. */
  readonly weights: Float64Array
  /** What may go to spot by a share of its own. */
  readonly movers: readonly PoolMover[]
  /** Dollars per hour when nothing is bought and nothing moved. */
  readonly uncovered: number
}

/** An offer over a pool's commodities. */
export type Choice = {
  readonly offer: Offer
  /** Dollars per hour that one unit of quantity costs over the horizon. */
  readonly cost: number
  /** For each commodity the quantity that one dollar of it takes for an hour; 0 where it is not covered. */
  readonly uses: Float64Array
  /** The least that one unit of any of a commodity's lines takes: the order among commodities that are discounted alike. */
  readonly unit: Float64Array
  /** The most that any hour could use. */
  readonly limit: number
}

export type Priced = { readonly offer: Offer; readonly cost: number; /** By part. */ readonly uses: ReadonlyMap<number, number> }

export type Reduced = {
  readonly pools: readonly Pool[]
  /** Dollars per hour of usage that no offer worth buying covers. */
  readonly fixed: number
  /** The best shares of movers that no offer covers, by their place among all movers; what they cost is part of `fixed`. */
  readonly settled: ReadonlyMap<number, number>
}

/**
 * Usage and offers as pools that have nothing to do with one another. `costOf`: dollars per hour of one unit of an offer over the horizon.
 * Offers that can never save and offers that another one beats everywhere are left out. `weights`: of the lines' hours.
 */
export function poolsOf(
  lines: readonly UsageLine[],
  offers: readonly Offer[],
  costOf: (offer: Offer) => number,
  spot: readonly SpotMover[] = [],
  weights?: HourWeights,
): Reduced {
  const parts = lines.flatMap(partsOf).filter(({ price, line }) => price > 0 && line.hours.some((units) => units > 0))
  const partsOfLine = new Map<string, number[]>()
  parts.forEach(({ line }, part) => partsOfLine.set(line.id, [...(partsOfLine.get(line.id) ?? []), part]))
  const priced = offers.map((offer): Priced => {
    const uses = new Map<number, number>()
    for (const [line, taken] of offer.covers) {
      for (const part of partsOfLine.get(line) ?? []) uses.set(part, taken / (parts[part]?.price ?? 1))
    }
    return { offer, cost: costOf(offer), uses }
  })
  const kept = undominated(priced.filter(saves))
  const commodities = commoditiesOf(parts.length, kept)
  const demand = commodities.map(({ members }) => dollarsOf(members.map((part) => parts[part]).filter((part) => part !== undefined)))
  const alone = commodities.map((_, index) => index).filter((index) => commodities[index]?.taken.size === 0)
  const covered = new Map(
    commodities.flatMap(({ members, taken }, index) => (taken.size === 0 ? [] : members.map((part) => [part, index]))),
  )
  const movers = poolMovers(spot, lines, parts, (part) => covered.get(part) ?? null, weights)
  const free = movers.filter((one) => one.parts.length === 0)
  const settled = new Map(free.map(({ index, cost, most: share }) => [index, cost < 0 ? share : 0]))
  const fixed =
    alone.reduce((sum, index) => sum + weightedMean(demand[index], weights), 0) +
    free.reduce((sum, { index, cost }) => sum + cost * (settled.get(index) ?? 0), 0)
  const pools = componentsOf(commodities, kept, movers).map((members) => poolOf(members, commodities, demand, kept, parts, movers, weights))
  return { pools, fixed, settled }
}

/** Whether covering anything with it, even in every hour, costs less than not covering it. */
function saves({ cost, uses }: Priced): boolean {
  for (const taken of uses.values()) if (cost * taken < 1 - 1e-12) return true
  return false
}

type Commodity = {
  readonly members: readonly number[]
  /** Quantity per dollar, by kept offer. */ readonly taken: ReadonlyMap<number, number>
}

function commoditiesOf(parts: number, kept: readonly Priced[]): readonly Commodity[] {
  const taken = Array.from({ length: parts }, () => new Map<number, number>())
  kept.forEach(({ uses }, offer) => uses.forEach((amount, part) => taken[part]?.set(offer, amount)))
  const found = new Map<string, { members: number[]; taken: ReadonlyMap<number, number> }>()
  taken.forEach((own, part) => {
    const key = [...own].map(([offer, amount]) => `${offer}:${amount.toPrecision(12)}`).join(' ')
    const same = found.get(key)
    if (same === undefined) found.set(key, { members: [part], taken: own })
    else same.members.push(part)
  })
  return [...found.values()]
}

/** Commodities that offers or movers hold together, each group by its indexes; commodities without offers are in none. */
function componentsOf(
  commodities: readonly Commodity[],
  kept: readonly Priced[],
  movers: readonly PoolMover[],
): readonly (readonly number[])[] {
  const byOffer: number[][] = kept.map(() => [])
  commodities.forEach(({ taken }, index) => taken.forEach((_, offer) => byOffer[offer]?.push(index)))
  const byMover = movers.map(({ parts }) => parts.map(({ commodity }) => commodity))
  const others = (index: number) => byMover.filter((held) => held.includes(index)).flat()
  const seen = new Set<number>()
  const groups: number[][] = []
  commodities.forEach(({ taken }, start) => {
    if (taken.size === 0 || seen.has(start)) return
    const group = [start]
    seen.add(start)
    for (const index of group) {
      for (const held of [...(commodities[index]?.taken.keys() ?? [])].map((offer) => byOffer[offer] ?? []).concat([others(index)])) {
        for (const next of held) {
          if (!seen.has(next)) group.push(next)
          seen.add(next)
        }
      }
    }
    groups.push(group.sort((a, b) => a - b))
  })
  return groups
}

function poolOf(
  members: readonly number[],
  commodities: readonly Commodity[],
  all: readonly Float64Array[],
  kept: readonly Priced[],
  parts: readonly UsagePart[],
  allMovers: readonly PoolMover[],
  hourWeights: HourWeights,
): Pool {
  const moving = allMovers.filter((one) => one.parts.some(({ commodity }) => members.includes(commodity)))
  const profiles = members.map((index) => all[index] ?? new Float64Array(0))
  const classes = hourClasses([...profiles, ...moving.flatMap((one) => one.parts.map(({ dollars }) => dollars))])
  const demand = classes.profiles.slice(0, members.length)
  let next = members.length
  const movers = moving.map((one) => ({
    ...one,
    parts: one.parts.map(({ commodity }) => ({ commodity: members.indexOf(commodity), dollars: classes.profiles[next++]! })),
  }))
  const hours = classes.classOf.length
  const weights = classes.weights.map((count) => (hourWeights === undefined ? count / hours : 0))
  hourWeights?.forEach((weight, hour) => (weights[classes.classOf[hour]!]! += weight / hours))
  const own = kept.map((_, index) => index).filter((offer) => members.some((index) => commodities[index]?.taken.has(offer)))
  const choices = own.flatMap((index): Choice[] => {
    const uses = Float64Array.from(members, (commodity) => commodities[commodity]?.taken.get(index) ?? 0)
    const priced = kept[index]
    if (priced === undefined) return []
    const unit = Float64Array.from(members, (commodity) => leastUnit(commodities[commodity]?.members ?? [], priced, parts))
    return [{ offer: priced.offer, cost: priced.cost, uses, unit, limit: most(uses, demand) }]
  })
  return { choices, demand, weights, movers, uncovered: uncoveredOf(demand, weights) }
}

function leastUnit(members: readonly number[], { uses }: Priced, parts: readonly UsagePart[]): number {
  return members.reduce((least, part) => Math.min(least, (uses.get(part) ?? Infinity) * (parts[part]?.price ?? 1)), Infinity)
}

/** A fourth of a pool's classes, evenly taken, standing for all of them. */
export function everyFourth(pool: Pool): Pool {
  const kept = [...pool.weights.keys()].filter((index) => index % 4 === 0)
  const share = kept.reduce((sum, index) => sum + (pool.weights[index] ?? 0), 0)
  const weights = Float64Array.from(kept, (index) => (pool.weights[index] ?? 0) / share)
  const demand = pool.demand.map((profile) => Float64Array.from(kept, (index) => profile[index] ?? 0))
  const choices = pool.choices.map((choice) => ({ ...choice, limit: Math.max(most(choice.uses, demand), choice.limit * 1e-6) }))
  const movers = pool.movers.map((one) => ({
    ...one,
    parts: one.parts.map(({ commodity, dollars }) => ({ commodity, dollars: Float64Array.from(kept, (index) => dollars[index] ?? 0) })),
  }))
  return { choices, demand, weights, movers, uncovered: uncoveredOf(demand, weights) }
}

function uncoveredOf(demand: readonly Float64Array[], weights: Float64Array): number {
  return demand.reduce((sum, profile) => sum + profile.reduce((part, dollars, index) => part + dollars * (weights[index] ?? 0), 0), 0)
}

function most(uses: Float64Array, demand: readonly Float64Array[]): number {
  const needs = new Float64Array(demand[0]?.length ?? 0)
  demand.forEach((profile, commodity) => {
    const taken = uses[commodity] ?? 0
    if (taken > 0) profile.forEach((dollars, index) => (needs[index] = (needs[index] ?? 0) + dollars * taken))
  })
  return needs.reduce((largest, need) => Math.max(largest, need), 0)
}

function dollarsOf(parts: readonly { readonly line: UsageLine; readonly share: number; readonly price: number }[]): Float64Array {
  const dollars = new Float64Array(parts[0]?.line.hours.length ?? 0)
  for (const { line, share, price } of parts) {
    const each = share * price
    for (let hour = 0; hour < dollars.length; hour++) dollars[hour] = (dollars[hour] ?? 0) + (line.hours[hour] ?? 0) * each
  }
  return dollars
}

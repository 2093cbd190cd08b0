import { checkUsage, effectiveHourly, partsOf, type Offer, type Plan, type UsageLine, type UsagePart } from './usage.ts'

/** What became of one offer: means per hour, in its own quantity and in dollars. */
export type OfferOutcome = {
  readonly offer: Offer
  readonly quantity: number
  readonly used: number
  /** Used share of what was bought, 0 to 1; 1 where nothing was bought. */
  readonly utilisation: number
  /** Dollars per hour paid, upfront payments spread over the term, and the part of them that nothing used. */
  readonly cost: number
  readonly unused: number
  /** Dollars per hour that the covered usage would cost on demand. */
  readonly covered: number
}

/** Mean units per hour of a line by how they are paid. `onDemandHours`: what is left on demand in each hour. */
export type LineOutcome = {
  readonly line: UsageLine
  readonly committed: number
  readonly spot: number
  readonly onDemand: number
  readonly onDemandHours: Float64Array
  /** The committed units by the offers that cover them. */
  readonly coveredBy: ReadonlyMap<string, number>
}

/** Dollars per hour, as means over the hours of the lines. */
export type Outcome = {
  readonly lines: readonly LineOutcome[]
  readonly offers: readonly OfferOutcome[]
  readonly commitments: number
  readonly spot: number
  readonly onDemand: number
  /** commitments + spot + onDemand. */
  readonly total: number
  /** The same usage, all of it on demand. */
  readonly allOnDemand: number
}

/**
 * Applies what is bought to every hour's usage as the clouds do it: offer after offer by precedence, each to the usage on which it saves
 * most first (of equal savings the one that takes least of it), as far as its quantity goes in that hour. What an hour does not use is lost.
 * The interruptible part of a line runs on spot in the hours that no commitment covers it.
 * Source: https://docs.aws.amazon.com/savingsplans/latest/userguide/sp-applying.html
 */
export function applyPlan(lines: readonly UsageLine[], offers: readonly Offer[], plan: Plan): Outcome {
  checkUsage(lines, offers)
  const parts = lines.flatMap(partsOf)
  const bought = inOrder(offers).map((offer) => ({
    offer,
    quantity: plan.get(offer.id) ?? 0,
    order: plan.has(offer.id) ? orderOf(offer, parts) : [],
    used: 0,
    covered: 0,
    taken: new Float64Array(parts.length),
  }))
  const left = parts.map(({ line, share }) => line.hours.map((units) => units * share))
  const hours = lines[0]?.hours.length ?? 1
  for (const one of bought) {
    if (one.quantity > 0) for (let hour = 0; hour < hours; hour++) cover(one, parts, left, hour)
  }
  const offerOutcomes = bought.map(({ offer, quantity, used, covered }) => offerOutcome(offer, quantity, used / hours, covered / hours))
  const used = bought.filter(({ quantity }) => quantity > 0)
  return totals(lineOutcomes(lines, parts, left, hours, used), offerOutcomes)
}

/** The order in which offers meet an hour's usage. */
export function inOrder(offers: readonly Offer[]): readonly Offer[] {
  return [...offers].sort((a, b) => a.precedence - b.precedence)
}

type Claim = { readonly part: number; readonly uses: number }
/** `taken`: unit-hours by part. */
type Applied = {
  readonly offer: Offer
  readonly quantity: number
  readonly order: readonly Claim[]
  used: number
  covered: number
  readonly taken: Float64Array
}

function orderOf(offer: Offer, parts: readonly UsagePart[]): readonly Claim[] {
  return parts
    .flatMap(({ line, price }, part) => {
      const uses = offer.covers.get(line.id) ?? 0
      return uses > 0 ? [{ part, uses, saves: savedPerUnit(price / uses) }] : []
    })
    .sort((a, b) => b.saves - a.saves || a.uses - b.uses)
}

/** Discounts that are the same but for the noise of a division are the same. */
function savedPerUnit(dollars: number): number {
  return Number(dollars.toPrecision(10))
}

function cover(one: Applied, parts: readonly UsagePart[], left: readonly Float64Array[], hour: number): void {
  let free = one.quantity
  for (const { part, uses } of one.order) {
    const units = left[part]
    const open = units?.[hour] ?? 0
    if (units === undefined || open === 0) continue
    const takes = Math.min(open, free / uses)
    units[hour] = takes === open ? 0 : open - takes
    one.taken[part] = (one.taken[part] ?? 0) + takes
    one.covered += takes * (parts[part]?.line.onDemandHourly ?? 0)
    free = takes === open ? free - takes * uses : 0
    if (free <= 0) break
  }
  one.used += one.quantity - Math.max(0, free)
}

/** A share of a commitment so small is the noise of adding hours up, not something left unused. */
const wholeWithin = 1e-11

function offerOutcome(offer: Offer, quantity: number, used: number, covered: number): OfferOutcome {
  const cost = quantity * effectiveHourly(offer)
  if (quantity === 0) return { offer, quantity, used: 0, utilisation: 1, cost: 0, unused: 0, covered: 0 }
  const utilisation = used > quantity * (1 - wholeWithin) ? 1 : used / quantity
  return { offer, quantity, used, utilisation, cost, unused: cost * (1 - utilisation), covered }
}

function lineOutcomes(
  lines: readonly UsageLine[],
  parts: readonly UsagePart[],
  left: readonly Float64Array[],
  hours: number,
  bought: readonly Applied[],
): readonly LineOutcome[] {
  const all = parts.map(({ line, spot }, index) => ({ line, spot, index, hours: left[index] ?? new Float64Array(hours) }))
  const byLine = new Map<UsageLine, typeof all>()
  for (const part of all) {
    const own = byLine.get(part.line)
    if (own === undefined) byLine.set(part.line, [part])
    else own.push(part)
  }
  return lines.map((line) => {
    const own = byLine.get(line) ?? []
    const onDemandHours = own.find(({ spot }) => !spot)?.hours ?? new Float64Array(hours)
    const [onDemand, spot] = [meanOf(onDemandHours), meanOf(own.find(({ spot: isSpot }) => isSpot)?.hours ?? new Float64Array(0))]
    return {
      line,
      committed: Math.max(0, meanOf(line.hours) - onDemand - spot),
      spot,
      onDemand,
      onDemandHours,
      coveredBy: coveredBy(
        bought,
        own.map(({ index }) => index),
        hours,
      ),
    }
  })
}

function coveredBy(bought: readonly Applied[], parts: readonly number[], hours: number): ReadonlyMap<string, number> {
  const units = bought.map(({ offer, taken }) => [offer.id, parts.reduce((sum, part) => sum + (taken[part] ?? 0), 0) / hours] as const)
  return new Map(units.filter(([, mean]) => mean > 0))
}

function totals(lines: readonly LineOutcome[], offers: readonly OfferOutcome[]): Outcome {
  const commitments = offers.reduce((sum, { cost }) => sum + cost, 0)
  const spot = lines.reduce((sum, { line, spot: units }) => sum + units * (line.interruptible?.hourly ?? 0), 0)
  const onDemand = lines.reduce((sum, { line, onDemand: units }) => sum + units * line.onDemandHourly, 0)
  const allOnDemand = lines.reduce((sum, { line }) => sum + meanOf(line.hours) * line.onDemandHourly, 0)
  return { lines, offers, commitments, spot, onDemand, total: commitments + spot + onDemand, allOnDemand }
}

function meanOf(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return values.length === 0 ? 0 : total / values.length
}

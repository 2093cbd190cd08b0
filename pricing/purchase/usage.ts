import { Fault } from '#shared/document/fault.ts'

/**
 * What a design uses hour by hour and the commitments that could cover it. All amounts are US dollars. The hours may be a week (168) or a
 * year (8,760), the same for all lines; every figure made from them is a mean per hour, so that a month is 730 times it.
 */

/** One kind of usage at one price: the instances of a row, the vCPUs of a row, requests … */
export type UsageLine = {
  readonly id: string
  /** Price of one unit for one hour, zero or more. */
  readonly onDemandHourly: number
  /** Units in use in each hour, zero or more. */
  readonly hours: Float64Array
  /** What commitments know usage by; see `offers.ts`. */
  readonly scope: UsageScope
  /** Absent where the usage must not be interrupted. */
  readonly interruptible?: Interruptible
}

/** Usage counts as the same for a commitment where the parts that it names are equal. */
export type UsageScope = {
  readonly cloud: 'aws' | 'google' | 'azure'
  readonly region: string
  /** Instance family, machine series or size-flexibility group: `m5`, `n2`, `Dsv5 Series`. */
  readonly family: string
  readonly size: string
  /** How much of a size-flexible reservation one unit takes: the normalisation factor or the flexibility ratio of the size. */
  readonly units: number
  /** Operating system, tenancy and whatever else must match: `linux`, `windows`, `vcpu`, `memory`. */
  readonly platform: string
}

/** `share` of the line (0 to 1) may run on spot; `hourly` is what a useful hour costs there, interruptions included (`spot.ts`). */
export type Interruptible = { readonly share: number; readonly hourly: number }

export type Term = '1y' | '3y'
export type Payment = 'no-upfront' | 'partial-upfront' | 'all-upfront'

/**
 * A commitment that can be bought in any quantity, or in whole steps. One unit of quantity is one reserved instance, one vCPU, or one
 * dollar per hour of a plan; it is paid in every hour of the term, used or not.
 */
export type Offer = {
  readonly id: string
  readonly label: string
  /** Offers of a smaller number are applied first to an hour's usage. */
  readonly precedence: number
  readonly term: Term
  readonly payment: Payment
  /** Per unit of quantity: dollars an hour during the term, and dollars when it is bought. */
  readonly hourly: number
  readonly upfront: number
  /** Quantities are multiples of this; 0 for any. */
  readonly step: number
  /** For each line it may cover (by id), the quantity that one unit of the line takes for an hour, above 0. */
  readonly covers: ReadonlyMap<string, number>
}

/** How much of each offer is bought, by offer id. */
export type Plan = ReadonlyMap<string, number>

/** A term has 8,760 hours a year, a month 730. */
export const hoursPerMonth = 730
export function termMonths(term: Term): number {
  return term === '1y' ? 12 : 36
}

/** Hours over which an upfront payment is spread: 8,760 a year. */
export function termHours(term: Term): number {
  return termMonths(term) * hoursPerMonth
}

/** Dollars per hour of one unit, the upfront payment spread over the term: recurring + upfront / (8,760 × years). */
export function effectiveHourly(offer: Pick<Offer, 'hourly' | 'upfront' | 'term'>): number {
  return offer.hourly + offer.upfront / termHours(offer.term)
}

/** A part of a line at the price it has where no commitment covers it. */
export type UsagePart = { readonly line: UsageLine; readonly share: number; readonly price: number; readonly spot: boolean }

/** A line as what must run on demand and what may run on spot, where spot is the cheaper of the two. */
export function partsOf(line: UsageLine): readonly UsagePart[] {
  const spot = line.interruptible
  if (spot === undefined || spot.share === 0 || spot.hourly >= line.onDemandHourly) {
    return [{ line, share: 1, price: line.onDemandHourly, spot: false }]
  }
  const onSpot: UsagePart = { line, share: spot.share, price: spot.hourly, spot: true }
  return spot.share === 1 ? [onSpot] : [{ line, share: 1 - spot.share, price: line.onDemandHourly, spot: false }, onSpot]
}

/** Throws a Fault for what no door lets in: other lengths, negative prices, unknown or repeated ids. */
export function checkUsage(lines: readonly UsageLine[], offers: readonly Offer[]): void {
  const ids = new Set(lines.map(({ id }) => id))
  if (ids.size !== lines.length) throw new Fault('Two usage lines have one id.')
  if (new Set(offers.map(({ id }) => id)).size !== offers.length) throw new Fault('Two offers have one id.')
  for (const { id, hours, onDemandHourly, interruptible } of lines) {
    if (hours.length !== lines[0]?.hours.length) throw new Fault(`The usage line ${id} has other hours than the first one.`)
    const isBad =
      !(onDemandHourly >= 0) ||
      (interruptible !== undefined && !(interruptible.hourly >= 0 && interruptible.share >= 0 && interruptible.share <= 1))
    if (isBad) throw new Fault(`The usage line ${id} has a price below zero or a share outside 0 to 1.`)
  }
  for (const offer of offers) {
    const isBad = !(offer.hourly >= 0) || !(offer.upfront >= 0) || !(offer.step >= 0)
    if (isBad) throw new Fault(`The offer ${offer.id} has a price or a step below zero.`)
    for (const [line, uses] of offer.covers) {
      if (!ids.has(line) || !(uses > 0))
        throw new Fault(`The offer ${offer.id} covers ${line}, which is no usage line or takes nothing of it.`)
    }
  }
}

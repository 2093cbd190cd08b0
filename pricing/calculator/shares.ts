import type { Component, PurchaseShare, PurchaseTerm } from '#shared/document/types.ts'
import { plain } from '#shared/formula/index.ts'
import type { Field, Value } from '#shared/formula/types.ts'
import type { PriceSource } from '#pricing/catalog/types.ts'
import type { CoveredBy } from './commitments/commitments.ts'
import type { ReadScope } from './explain.ts'
import { chosen, sharePrice } from './prices.ts'
import { sustainedCurve, sustainedDiscount } from '#pricing/purchase/sustained.ts'
import type { SustainedCurve } from '#pricing/purchase/sustained.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import type { ChargeProgram, Declared, ServiceProgram } from './program.ts'
import { hoursBetweenInterruptions, spotOutcome } from '#pricing/purchase/spot.ts'
import { numberValue, problemValue, shareField, textInField } from './values.ts'
import { hoursPerWeek } from '#pricing/schedule/week.ts'
import { meanOf } from './weeks.ts'

/** One purchase share of a row with its figures. `rate` is dollars per hour, or a share off on demand when typed. */
export type ShareValue = {
  readonly label: string
  readonly way: PurchaseShare['kind']
  /** Null for what can be given back at any time. */
  readonly term: PurchaseTerm | null
  /** 0 to 1 of the row's hours. */
  readonly coverage: Value
  readonly rate:
    | { readonly kind: 'hourly'; readonly hourly: number; readonly upfront: number; readonly source: PriceSource | null }
    | { readonly kind: 'off'; readonly share: Value }
  /** Hours of work done twice and of starting again for each useful one, on spot. */
  readonly overhead: Value
  /** What is said of interruptions; null where nothing is, or it is no such time. */
  readonly spot: SpotTimes | null
  /** Machine hours a month it was bought for in an earlier month; null where its coverage counts. */
  readonly bought: number | null
}

/** Hours between two interruptions, to save a checkpoint, and to start again. */
export type SpotTimes = { readonly between: number; readonly saving: number; readonly restart: number }

/** The ways a row's hours are bought, or the first reason why that is not known. */
export type Shares = { readonly ok: true; readonly shares: readonly ShareValue[] } | { readonly ok: false; readonly value: Value }

export function explainShares(component: Component, program: ServiceProgram, scope: ReadScope): Shares {
  const size = computeSize(component, program)
  if (component.purchase.length === 0 || size === null) return { ok: true, shares: [] }
  const shares: ShareValue[] = []
  let covered = 0
  for (const share of component.purchase) {
    const value = shareValue(share, size, component, program, scope)
    if ('kind' in value) return { ok: false, value }
    const parts = [value.coverage, value.rate.kind === 'off' ? value.rate.share : numberValue(0), value.overhead]
    const wrong = parts.find((part) => part.kind !== 'number')
    if (wrong !== undefined) return { ok: false, value: wrong }
    covered += value.coverage.kind === 'number' ? value.coverage.value : 0
    shares.push(value)
  }
  return covered > 1 + 1e-12 ? { ok: false, value: overCovered(covered) } : { ok: true, shares }
}

/** The size that a row's compute charge is priced by, or null when its service has none. */
export function computeSize(component: Component, program: ServiceProgram): string | null {
  const compute = program.charges.find(({ charge }) => 'compute' in charge)?.charge
  return compute !== undefined && 'compute' in compute ? chosen(component, program.declaration, compute.compute) : null
}

export function overCovered(covered: number): Value {
  return problemValue(
    '#NUM!',
    `The shares of how this row is bought add up to ${Math.round(covered * 100)} %.`,
    'Lower one of them: together they cover at most 100 %.',
  )
}

function shareValue(
  share: PurchaseShare,
  size: string,
  component: Component,
  program: ServiceProgram,
  scope: ReadScope,
): ShareValue | Value {
  const read = (text: string, what: string) => textInField(text, what, shareField, scope.settings.month.hours, scope.lookup)
  const coverage = read(share.coverage, 'the share covered')
  const way = share.kind
  const bought = scope.context.bought?.get(component.id)?.get(share) ?? null
  const term = share.kind === 'reserved' ? share.term : null
  const times = spotTexts(share) === null ? null : spotTimes(share, scope)
  const spot = times === null || 'kind' in times ? null : times
  const overhead =
    times === null ? numberValue(0) : 'kind' in times ? times : numberValue(spotOverhead(times.between, times.saving, times.restart))
  if (share.discount !== undefined) {
    return {
      label: share.kind === 'spot' ? 'Spot' : 'Reserved',
      way,
      overhead,
      spot,
      bought,
      term,
      coverage,
      rate: { kind: 'off', share: read(share.discount, 'the discount') },
    }
  }
  const price = sharePrice(share, size, component, program.declaration, scope.context.book)
  if (!price.ok) return { kind: 'unknown', unknown: price.unknown }
  return {
    label: price.label,
    way,
    overhead,
    spot,
    bought,
    term,
    coverage,
    rate: { kind: 'hourly', hourly: price.hourly, upfront: price.upfront, source: price.source },
  }
}

/** The cells of a spot share that say how often it is interrupted; null where nothing is said of it. */
export function spotTexts(share: PurchaseShare): readonly [string, string, string] | null {
  if (share.kind !== 'spot') return null
  const between = betweenText((share.interruption ?? '').trim())
  return between === null ? null : [between, share.checkpoint ?? '0', share.restart ?? '0']
}

/** A share such as `5%` is that of the machines that are interrupted within a month, as clouds publish it; of none nothing is said. */
function betweenText(text: string): string | null {
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text)?.[1]
  if (percent === undefined) return text === '' ? null : text
  return Number(percent) === 0 ? null : String(hoursBetweenInterruptions(Math.min(1, Number(percent) / 100)))
}

/** Hours between interruptions: above zero; hours to save and to start again. A plain number counts hours. */
export const spotFields: readonly [Field, Field, Field] = [timeField(1 / 60), timeField(0), timeField(0)]

function timeField(min: number): Field {
  return { dimension: { ...plain, time: 1 }, unit: 'h', factor: 1, per: null, min, max: 87_600 }
}

/** What each useful hour on spot costs besides itself, as a share (pricing/purchase/spot.ts), with Young's interval between checkpoints. */
export function spotOverhead(betweenInterruptions: number, saving: number, restart: number): number {
  return spotOutcome({ spotHourly: 1, onDemandHourly: 1, betweenInterruptions, saving, restart }).overhead
}

function spotTimes(share: PurchaseShare, scope: ReadScope): SpotTimes | Value {
  const texts = spotTexts(share)!
  const names = ['the time between interruptions', 'the time to save a checkpoint', 'the time to start again'] as const
  const values = texts.map((text, at) =>
    textInField(text.trim() === '' ? '0' : text, names[at]!, spotFields[at]!, scope.settings.month.hours, scope.lookup),
  )
  const wrong = values.find(({ kind }) => kind !== 'number')
  if (wrong !== undefined) return wrong
  const [between = 0, saving = 0, restart = 0] = values.map((value) => (value.kind === 'number' ? value.value : Number.NaN))
  return { between, saving, restart }
}

/** Dollars of an hour, or the share that it is off on demand. */
export type HourRate = { readonly hourly: number } | { readonly off: number }

/** Rate of a share with the hours that spot loses in it: dollars of a useful hour, or what is left of the share off. */
export function usefulRate(rate: HourRate, overhead: number): HourRate {
  if (overhead === 0) return rate
  return 'off' in rate ? { off: 1 - (1 - rate.off) * (1 + overhead) } : { hourly: rate.hourly * (1 + overhead) }
}

/** A share of a row's machines hour by hour: machine hours of a month that are paid for and those of them that are used. */
export type HourlyCover = { readonly paid: number; readonly used: number }

/** A share as it meets machines; `bought` is what it was bought for in an earlier month, in machine hours a month. */
type Covering = { readonly kind: PurchaseShare['kind']; readonly coverage: number; readonly bought: number | null }

/**
 * The hours in which shares meet machines whose number changes: by the hour, or since a share was bought for a number that may have been another.
 * Null where neither is so: each share is then its part of the quantity.
 */
export function hoursToCover(hours: Float64Array | null, quantity: number, shares: readonly Covering[]): Float64Array | null {
  return hours ?? (shares.some(({ bought }) => bought !== null) ? new Float64Array(hoursPerWeek).fill(quantity) : null)
}

/**
 * Shares of machines whose number changes by the hour. A reservation is bought for a share of the week's peak, in the month in which it begins,
 * and paid in every hour, used or not; reservations stack in their order. Spot takes its share of each hour's machines, of what
 * reservations leave of them. `hours`: machine hours a month, were all hours like this one. `left` is what is bought on demand.
 */
export function coverByHour(
  hours: Float64Array,
  shares: readonly Covering[],
): { readonly covers: readonly HourlyCover[]; readonly left: Float64Array } {
  const peak = hours.reduce((most, one) => Math.max(most, one), 0)
  const left = hours.slice()
  const covers: HourlyCover[] = shares.map(() => ({ paid: 0, used: 0 }))
  for (const wanted of ['reserved', 'spot'] as const) {
    for (const [at, { kind, coverage, bought }] of shares.entries()) {
      if (kind !== wanted) continue
      const reserved = bought ?? coverage * peak
      const takes = hours.map((all, hour) => Math.min(left[hour]!, kind === 'spot' ? coverage * all : reserved))
      for (const [hour, taken] of takes.entries()) left[hour]! -= taken
      const used = meanOf(takes)
      covers[at] = { used, paid: kind === 'spot' ? used : reserved }
    }
  }
  return { covers, left }
}

/** What a share of changing machines saves against on demand: what its used hours would cost there, less all that is paid for. */
export function savedByHour({ used, paid }: HourlyCover, onDemand: number, rate: HourRate): number {
  return used * onDemand - paid * ('off' in rate ? onDemand * (1 - rate.off) : rate.hourly)
}

/** What one share saves against on demand, in US dollars; below zero where it costs more. */
export function savedBy(quantity: number, onDemand: number, coverage: number, rate: HourRate): number {
  return quantity * coverage * ('off' in rate ? onDemand * rate.off : onDemand - rate.hourly)
}

/** Upfront dollars of the instances a share stands for: covered hours over the month's hours, times one instance's upfront. */
export function upfrontOf(quantity: number, coverage: number, upfront: number, monthHours: number): number {
  return upfront === 0 ? 0 : ((quantity * coverage) / monthHours) * upfront
}

/** What no share covers is bought on demand. */
export function uncovered(quantity: number, covered: number): number {
  return covered < 1 ? quantity * (1 - covered) : 0
}

/** What a commitment row saves on what it covers of a row, in US dollars. */
export function coveredAmount({ onDemand, paid }: CoveredBy): number {
  return onDemand - paid
}

/** Machine hours that no commitment row covers either: those sustained use is counted on. */
export function sustainedHours(quantity: number, commitments: readonly CoveredBy[]): number {
  let left = quantity
  for (const { machineHours } of commitments) left -= machineHours
  return left > 1e-9 * quantity ? left : 0
}

/** How a charge's sustained use is counted. */
export type Sustained = { readonly curve: SustainedCurve; readonly share: Declared }

/**
 * Google takes sustained use off by itself: for the series that have it, on hours at the list price. A price typed on the
 * row is what is paid, so nothing comes off it.
 */
export function sustainedFor(
  { charge, sustained }: ChargeProgram,
  component: Component,
  declaration: ServiceDeclaration,
  isOwn: boolean,
): Sustained | null {
  if (sustained === null || isOwn || !('compute' in charge) || declaration.cloud !== 'google') return null
  const curve = sustainedCurve(chosen(component, declaration, charge.compute))
  return curve === null ? null : { curve, share: sustained }
}

/** Share that sustained use takes off, and what that saves on `quantity` hours at list, in the price's currency. */
export function sustainedBy(quantity: number, onDemand: number, curve: SustainedCurve, share: number) {
  const off = sustainedDiscount(curve, share)
  return { off, amount: quantity * onDemand * off }
}

/** What a share that sustained use takes off several rows together saves on the hours of one. */
export function savedTogether(quantity: number, onDemand: number, share: number): number {
  return quantity * onDemand * share
}

/** A row whose tag says that it may be interrupted: `interruptible: yes`. */
export function isInterruptible({ tags }: Component): boolean {
  return Object.hasOwn(tags, 'interruptible') && /^(?:yes|true)$/i.test(tags['interruptible'] ?? '')
}

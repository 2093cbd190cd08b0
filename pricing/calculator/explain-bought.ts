import type { Value } from '#shared/formula/types.ts'
import { printNumber } from '#shared/money/index.ts'
import { availabilityInterval, spotNotes, youngInterval } from '#pricing/purchase/spot.ts'
import { sustainedBrackets } from '#pricing/purchase/sustained.ts'
import { effectiveHourly } from '#pricing/purchase/usage.ts'
import type { CoveredBy } from './commitments/commitments.ts'
import { beginsLater, notSold } from './commitments/offers.ts'
import { quantityOf } from './explain-charge.ts'
import type { Listed, Row } from './explain-charge.ts'
import { evaluate, numberOrNull } from './explain.ts'
import type { ChargeProgram } from './program.ts'
import {
  coverByHour,
  hoursToCover,
  coveredAmount,
  isInterruptible,
  savedBy,
  savedByHour,
  savedTogether,
  sustainedBy,
  sustainedFor,
  sustainedHours,
  uncovered,
  upfrontOf,
  usefulRate,
} from './shares.ts'
import type { HourlyCover, HourRate, ShareValue } from './shares.ts'
import type { DiscountLine, SpotEstimate } from './types.ts'
import { meanOf } from './weeks.ts'

/** What a charge's machines are bought for otherwise than on demand, and what is paid for that at the start; or why it is not known. */
export function boughtTerms(
  quantity: number,
  listed: Listed,
  charge: ChargeProgram,
  row: Row,
): { readonly saved: DiscountLine[]; readonly upfront: number } | Value {
  if (row.program.declaration.commitment !== undefined) return unusedTerms(row)
  if (!('compute' in charge.charge)) return { saved: coveredLines(listed, charge, row), upfront: 0 }
  if (!row.shares.ok) return row.shares.value
  const { unitPrice, currency, worth } = listed
  const saved: DiscountLine[] = []
  let upfront = 0
  let covered = 0
  const byHour = hourlyCover(charge, row)
  for (const [at, share] of row.shares.shares.entries()) {
    const coverage = numeric(share.coverage)
    covered += coverage
    const typed = share.rate.kind === 'off' ? { off: numeric(share.rate.share) } : { hourly: share.rate.hourly * worth }
    const rate = usefulRate(typed, numeric(share.overhead))
    const cover = byHour?.covers[at]
    const amount = cover === undefined ? savedBy(quantity, unitPrice, coverage, rate) : savedByHour(cover, unitPrice, rate)
    const paid = upfrontPaid(share, cover, quantity, worth, row) * currency
    saved.push({
      kind: 'commitment',
      label: share.label,
      share: cover === undefined || quantity === 0 ? coverage : cover.used / quantity,
      amount: amount * currency,
      ...rateOf(share, rate, currency),
      ...(cover === undefined || share.way === 'spot' ? {} : idle(cover, rate, unitPrice, currency)),
      ...notesOf(share, rate, unitPrice, row),
      ...(share.way === 'spot' ? { spot: spotEstimate(share, rate, unitPrice, currency) } : {}),
      ...(share.term === null ? {} : { term: share.term, paidHours: cover?.paid ?? quantity * coverage }),
      ...(share.term === null || paid === 0 ? {} : { upfront: paid }),
    })
    upfront += paid
  }
  const commitments = listed.isOwn ? [] : (row.scope.committed().rows.get(row.component.id) ?? [])
  const spread = commitments.length === 0 ? {} : spreadNote(quantity, charge, row)
  for (const one of commitments) saved.push({ ...coveredLine(one, currency), ...spread })
  const left = byHour === null ? uncovered(quantity, covered) : meanOf(byHour.left)
  const sustained = sustainedLine(sustainedHours(left, commitments), listed, charge, row)
  if (sustained === null) return { saved, upfront }
  return 'label' in sustained ? { saved: [...saved, sustained], upfront } : sustained
}

/** What plans cover of a charge that is no machine by size. */
function coveredLines({ isOwn, currency }: Listed, charge: ChargeProgram, { component, scope }: Row): DiscountLine[] {
  if (charge.charge.covered === undefined || isOwn) return []
  const covered = scope.committed().rows.get(component.id) ?? []
  return covered.filter((one) => one.charge === charge.id).map((one) => coveredLine(one, currency))
}

/** How the shares meet machines whose number changes; null where it never does. */
function hourlyCover(charge: ChargeProgram, row: Row): ReturnType<typeof coverByHour> | null {
  const quantity = quantityOf(charge, row.names)
  if (quantity.kind !== 'number' || !row.shares.ok) return null
  const shares = row.shares.shares.map(({ way, coverage, bought }) => ({ kind: way, coverage: numeric(coverage), bought }))
  const hours = hoursToCover(quantity.hours ?? null, quantity.value, shares)
  return hours === null ? null : coverByHour(hours, shares)
}

/** Paid at the start for the machines of a share. */
function upfrontPaid({ rate, coverage }: ShareValue, cover: HourlyCover | undefined, quantity: number, worth: number, row: Row): number {
  if (rate.kind === 'off') return 0
  const monthHours = row.scope.settings.month.hours
  return upfrontOf(cover?.paid ?? quantity, cover === undefined ? numeric(coverage) : 1, rate.upfront * worth, monthHours)
}

/** What of a reservation is paid for and not used. */
function idle({ paid, used }: HourlyCover, rate: HourRate, onDemand: number, currency: number) {
  const hourly = 'off' in rate ? onDemand * (1 - rate.off) : rate.hourly
  return { utilisation: paid === 0 ? 1 : used / paid, unused: (paid - used) * hourly * currency }
}

/** Where spot costs more than on demand, or answers people, or may do so for all that anybody has said. */
function notesOf({ way, overhead }: ShareValue, rate: HourRate, onDemand: number, row: Row): Pick<DiscountLine, 'notes'> {
  if (way !== 'spot') return {}
  const isDearer = 'off' in rate ? rate.off < 0 : rate.hourly > onDemand
  const isUntagged = !isInterruptible(row.component)
  const servesTraffic = row.program.declaration.servesTraffic === true && isUntagged
  const notes = spotNotes({ isDearer, overhead: numeric(overhead), servesTraffic, isUntagged })
  return notes.length === 0 ? {} : { notes }
}

function spotEstimate({ overhead, spot }: ShareValue, rate: HourRate, unitPrice: number, currency: number): SpotEstimate {
  const saves = spot !== null && spot.saving > 0
  return {
    hourly: ('off' in rate ? unitPrice * (1 - rate.off) : rate.hourly) * currency,
    onDemand: unitPrice * currency,
    overhead: numeric(overhead),
    interval: saves ? youngInterval(spot.between, spot.saving) : null,
    usefulInterval: saves ? availabilityInterval(spot.between, spot.saving, spot.restart) : null,
  }
}

/** What a commitment row covers of this one's machine hours: paid there at its rates instead of on demand. */
function coveredLine(one: CoveredBy, currency: number): DiscountLine {
  return {
    kind: 'commitment',
    label: `Covered by ${one.label}`,
    by: one.by,
    share: one.share,
    amount: coveredAmount(one) * currency,
    hourly: one.machineHours === 0 ? 0 : (one.paid / one.machineHours) * currency,
  }
}

/**
 * Commitments are met hour by hour. Where a row says how long its machines run and not when, they are taken to be spread evenly over the month,
 * which is the best that can happen; the line says so.
 */
function spreadNote(quantity: number, charge: ChargeProgram, { program, names, scope }: Row): Pick<DiscountLine, 'notes'> {
  const monthHours = scope.settings.month.hours
  const read = new Set(charge.quantity.formula.references.flatMap((reference) => (reference.kind === 'name' ? [reference.name] : [])))
  const isSpread = program.inputs.some(({ id, input: { field } }) => {
    const value = names.get(id)
    const isTime = read.has(id) && field.per === 'month' && field.dimension.time === 1
    return isTime && value?.kind === 'number' && value.hours === undefined && value.value > 0 && value.value < monthHours * (1 - 1e-9)
  })
  const known = quantityOf(charge, names)
  if (!isSpread || known.kind !== 'number' || known.hours !== undefined) return {}
  const machines = printNumber(quantity / monthHours, 'en-US', 2)
  return {
    notes: [
      `Nobody knows in which hours these run: counted as ${machines} in every hour, the best case. Type the hours as a week, such as 08-20 = 100%, else 0.`,
    ],
  }
}

/** A commitment costs on its own row what nothing uses of it; what is used stands on the rows that use it. */
function unusedTerms(row: Row): { readonly saved: DiscountLine[]; readonly upfront: number } | Value {
  const { component, scope, program } = row
  const typed = numberOrNull(row.names.get(program.declaration.commitment?.quantity ?? ''))
  const problem = typed === null ? null : notSold(component, program.declaration, typed)
  if (problem !== null) return { kind: 'problem', problem }
  const later = beginsLater(program.declaration, (id) => numberOrNull(row.names.get(id)))
  if (later !== null) return { saved: [laterLine(later)], upfront: 0 }
  const committed = scope.committed()
  const unknown = committed.unknown.get(component.id)
  if (unknown !== undefined) return { kind: 'unknown', unknown }
  const bought = committed.bought.get(component.id)
  if (bought === undefined) return { saved: [], upfront: 0 }
  const { perUsd } = scope.settings.currency
  const line: DiscountLine = {
    kind: 'commitment',
    label: 'Not used by any row',
    share: 1 - bought.utilisation,
    amount: -bought.unused * perUsd,
    hourly: effectiveHourly(bought.offer) * perUsd,
    ...(bought.upfront === 0 ? {} : { upfront: bought.upfront * perUsd, term: bought.offer.term }),
  }
  return { saved: [line], upfront: bought.upfront * perUsd }
}

/** The figures of a workbook are those of its first month. */
function laterLine(month: number): DiscountLine {
  const note = `Begins in month ${month}: it covers and costs nothing before. The forecast counts it from then on.`
  return { kind: 'commitment', label: `Begins in month ${month}`, share: 0, amount: 0, notes: [note] }
}

/** What running on saves on the hours that nothing else covers; null where the vendor gives no such discount. */
function sustainedLine(quantity: number, listed: Listed, charge: ChargeProgram, row: Row): DiscountLine | Value | null {
  const sustained = sustainedFor(charge, row.component, row.program.declaration, listed.isOwn)
  if (sustained === null) return null
  const together = row.scope.committed().sustained.get(row.component.id)?.get(charge.id)
  if (together !== undefined) return togetherLine(savedTogether(quantity, listed.unitPrice, together) * listed.currency, together, row)
  const share = evaluate(sustained.share, row.names)
  if (share.kind !== 'number') return share
  const { off, amount } = sustainedBy(quantity, listed.unitPrice, sustained.curve, share.value)
  const brackets = sustainedBrackets(sustained.curve, share.value)
  return { kind: 'sustained', label: 'Sustained use', share: off, amount: amount * listed.currency, brackets }
}

/** vCPUs and memory that are counted with those of like machines; null where they have the discount that the service declares. */
export function sharedLine(list: number, charge: ChargeProgram, row: Row): DiscountLine | null {
  if (charge.together === null) return null
  const share = row.scope.committed().sustained.get(row.component.id)?.get(charge.id)
  return share === undefined ? null : togetherLine(list * share, share, row)
}

/** Machines that change by the hour are counted with others of their series and region, as if those that take turns were one. */
function togetherLine(amount: number, share: number, { component }: Row): DiscountLine {
  const note = `Counted hour by hour, together with other machines of its series in ${component.region}.`
  return { kind: 'sustained', label: 'Sustained use', share, amount, notes: [note] }
}

/** What a commitment's hours cost, and where that price stands. */
function rateOf({ rate }: ShareValue, useful: HourRate, currency: number): Pick<DiscountLine, 'hourly' | 'price'> {
  if (rate.kind === 'off' || 'off' in useful) return {}
  return { hourly: useful.hourly * currency, ...(rate.source === null ? {} : { price: rate.source }) }
}

function numeric(value: Value): number {
  return value.kind === 'number' ? value.value : 0
}

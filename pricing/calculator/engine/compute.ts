import type { ChargeProgram, Declared } from '../program.ts'
import { isBeyond, partOf } from '../pools.ts'
import type { PoolState } from '../pools.ts'
import { negotiatedPart, rounded, settle } from '../settle.ts'
import {
  coverByHour,
  hoursToCover,
  coveredAmount,
  savedBy,
  savedByHour,
  savedTogether,
  spotOverhead,
  sustainedBy,
  sustainedHours,
  uncovered,
  upfrontOf,
  usefulRate,
} from '../shares.ts'
import type { HourlyCover, HourRate } from '../shares.ts'
import { meanOf } from '../weeks.ts'
import { accumulate, accumulated, accumulator } from '#shared/money/index.ts'
import type { Accumulator } from '#shared/money/index.ts'
import { tierCost } from '../tiers.ts'
import type { BoundRow, BoundShare } from './nodes.ts'
import type { Engine } from './state.ts'

/** Money of the row computed last; read it before the next one is. */
type Result = { list: number; negotiated: number; monthly: number; upfront: number; unknown: number; problems: number }

const result: Result = { list: 0, negotiated: 0, monthly: 0, upfront: 0, unknown: 0, problems: 0 }
const sums = { list: accumulator(), negotiated: accumulator(), monthly: accumulator(), upfront: accumulator() }
const saved: number[] = []
const none: readonly never[] = []
const terms = { keep: 1, saved, declared: 0 }

/** Runs the declared formulas of a row's derived figures over its block of numbers. */
export function deriveRow(engine: Engine, row: BoundRow): void {
  const values = engine.values.at
  for (const { slot, declared } of row.program.derived) values[row.base + slot] = run(declared, values, row.base)
}

/** A charge's quantity, NaN where it is not known or below zero. */
export function quantityOf(row: BoundRow, program: ChargeProgram, values: Float64Array): number {
  const quantity = run(program.quantity, values, row.base)
  return quantity >= 0 ? quantity : Number.NaN
}

/**
 * Prices a row's charges from its block of numbers, with the very operations `explainRow` uses, and leaves the money in
 * `rowResult`. False when some figure is not a number: the reason is for `explainRow` to find.
 */
export function computeRow(engine: Engine, row: BoundRow): boolean {
  if (row.hourly?.isInvolved === true || row.program.declaration.commitment !== undefined) return false
  clear()
  const { charges } = row.program
  for (let i = 0; i < charges.length; i += 1) if (!charge(engine, row, charges[i]!, i)) return false
  result.list = accumulated(sums.list)
  result.negotiated = accumulated(sums.negotiated)
  result.monthly = accumulated(sums.monthly)
  result.upfront = accumulated(sums.upfront)
  result.problems = row.issues
  return true
}

export function rowResult(): Readonly<Result> {
  return result
}

function clear(): void {
  reset(sums.list)
  reset(sums.negotiated)
  reset(sums.monthly)
  reset(sums.upfront)
  result.unknown = 0
}

function reset(sum: Accumulator): void {
  sum.total = 0
  sum.lost = 0
}

/** A declared formula over a row's block of numbers. */
export function run(declared: Declared, values: Float64Array, base: number): number {
  if (declared.direct >= 0) return values[base + declared.direct]!
  if (!Number.isNaN(declared.fixed)) return declared.fixed
  return declared.run(declared.formula.constants, values, declared.slots, base)
}

function charge(engine: Engine, row: BoundRow, program: ChargeProgram, index: number): boolean {
  const price = row.prices[index]!
  if (price.kind === 'off') return true
  const values = engine.values.at
  const member = row.pools[index]!
  const quantity =
    member === null ? (row.hourly === null ? quantityOf(row, program, values) : row.hourly.quantities[index]!) : values[member.slot]!
  if (Number.isNaN(quantity)) return false
  if (price.kind === 'missing') {
    if (quantity > 0) result.unknown += 1
    return true
  }
  const { perUsd } = engine.settings.currency
  if (price.kind === 'own') {
    const unit = values[row.own[index]!]!
    return settleCharge(engine, row, index, { quantity, list: quantity * unit, unit, currency: 1, worth: perUsd })
  }
  if (member !== null) return poolCharge(engine, row, index, member.pool.state, quantity)
  const times = timesOf(program, values, row.base)
  if (!(times > 0)) return false
  if (price.kind === 'typed') {
    const list = typedCost(program, quantity / times, values, row.base) * times
    return settleCharge(engine, row, index, { quantity, list, unit: 0, currency: 1, worth: 1 })
  }
  const { rate } = price
  if (quantity / times > rate.covered) {
    result.unknown += 1
    return true
  }
  const list = tierCost(rate.tiers, quantity / times) * times * perUsd
  return settleCharge(engine, row, index, { quantity, list, unit: rate.tiers[0]?.price ?? 0, currency: perUsd, worth: 1 })
}

function poolCharge(engine: Engine, row: BoundRow, index: number, pool: PoolState, quantity: number): boolean {
  if (quantity > 0 && isBeyond(pool)) {
    result.unknown += 1
    return true
  }
  const { perUsd } = engine.settings.currency
  return settleCharge(engine, row, index, { quantity, list: partOf(pool, quantity) * perUsd, unit: 0, currency: perUsd, worth: 1 })
}

/** How many like units a charge's tiers are counted for: 1 for most, NaN where that is not known. */
function timesOf(program: ChargeProgram, values: Float64Array, base: number): number {
  if (program.tiersPer === null) return 1
  const times = run(program.tiersPer, values, base)
  return times <= 0 ? 1 : times
}

/** Graduated cost over prices typed on the row; NaN when the steps cannot be used. Same operations as `tierCost`. */
function typedCost(program: ChargeProgram, quantity: number, values: Float64Array, base: number): number {
  let cost = 0
  let from = 0
  for (const tier of program.typed!) {
    const price = run(tier.price, values, base)
    const to = tier.upTo === null ? Infinity : run(tier.upTo, values, base)
    if (!(price >= 0) || !(to > from)) return Number.NaN
    if (quantity > from) cost += ((quantity < to ? quantity : to) - from) * price
    from = to
  }
  return cost
}

/** What a charge costs at list; `unit` is the price of one unit for what is bought otherwise, `worth` a dollar in its currency. */
type Listed = {
  readonly quantity: number
  readonly list: number
  readonly unit: number
  readonly currency: number
  readonly worth: number
}

function settleCharge(engine: Engine, row: BoundRow, index: number, listed: Listed): boolean {
  const { list, quantity } = listed
  const program = row.program.charges[index]!
  if (saved.length > 0) saved.length = 0
  terms.keep = row.keep
  const together = row.together?.get(program.id)
  const isShared = program.together !== null && together !== undefined
  terms.declared = program.discount === null || isShared ? 0 : run(program.discount, engine.values.at, row.base)
  if (!(terms.declared >= 0 && terms.declared <= 1) || !(list < Infinity)) return false
  if (isShared) saved.push(list * together)
  if (program.charge.covered !== undefined && row.prices[index]!.kind !== 'own')
    for (const one of row.covered) if (one.charge === program.id) saved.push(coveredAmount(one) * listed.currency)
  let upfront = 0
  if ('compute' in program.charge) {
    const covered = coveredBy(engine, row)
    const byHour = coverOf(engine, row, index, quantity)
    upfront = row.shares.length === 0 ? 0 : saveByShares(engine, row, listed, byHour === null ? null : byHour.covers)
    if (Number.isNaN(upfront) || !(covered <= 1 + 1e-12)) return false
    const commitments = row.prices[index]!.kind === 'own' ? none : row.covered
    for (const one of commitments) saved.push(coveredAmount(one) * listed.currency)
    const sustained = row.sustained[index]!
    if (sustained !== null) {
      const left = sustainedHours(byHour === null ? uncovered(quantity, covered) : meanOf(byHour.left), commitments)
      const share = run(sustained.share, engine.values.at, row.base)
      if (together === undefined && Number.isNaN(share)) return false
      const off =
        together === undefined ? sustainedBy(left, listed.unit, sustained.curve, share).amount : savedTogether(left, listed.unit, together)
      saved.push(off * listed.currency)
    }
  }
  const { rounding } = engine.settings
  accumulate(sums.list, rounded(list, rounding))
  if (terms.keep !== 1) accumulate(sums.negotiated, negotiatedPart(list, terms.keep, rounding))
  accumulate(sums.monthly, rounded(settle(list, terms), rounding))
  if (upfront !== 0) accumulate(sums.upfront, upfront * terms.keep)
  return true
}

/** Share of the hours that is bought otherwise than on demand; NaN when one of the shares is not known. */
export function coveredBy(engine: Engine, row: BoundRow): number {
  let covered = 0
  for (const share of row.shares) covered += engine.values.at[share.coverage]!
  return covered
}

/** Fills `saved` and answers the upfront amount; NaN when a share is not known. */
function saveByShares(engine: Engine, row: BoundRow, listed: Listed, covers: readonly HourlyCover[] | null): number {
  const { quantity, unit, currency, worth } = listed
  const values = engine.values.at
  const monthHours = engine.settings.month.hours
  let upfront = 0
  for (let i = 0; i < row.shares.length; i += 1) {
    const share = row.shares[i]!
    const rate = rateOf(share, values, worth)
    if (rate === null) return Number.NaN
    const coverage = values[share.coverage]!
    const cover = covers === null ? null : covers[i]!
    saved.push((cover === null ? savedBy(quantity, unit, coverage, rate) : savedByHour(cover, unit, rate)) * currency)
    if (share.price === null || !share.price.ok) continue
    upfront += upfrontOf(cover?.paid ?? quantity, cover === null ? coverage : 1, share.price.upfront * worth, monthHours) * currency
  }
  return saved.every((amount) => !Number.isNaN(amount)) ? upfront : Number.NaN
}

/** What an hour of a share costs, or is off; null where its price is not known. */
function rateOf({ discount, price, spot }: BoundShare, values: Float64Array, worth: number): HourRate | null {
  const overhead = spot === null ? 0 : spotOverhead(values[spot[0]]!, values[spot[1]]!, values[spot[2]]!)
  if (discount !== null) return usefulRate({ off: values[discount]! }, overhead)
  return price !== null && price.ok ? usefulRate({ hourly: price.hourly * worth }, overhead) : null
}

/** The shares of a row whose machines change, by the hour or since they were bought, with what they leave; null where they never do. */
export function coverOf(engine: Engine, row: BoundRow, index: number, quantity: number): ReturnType<typeof coverByHour> | null {
  const changing = row.hourly?.byHour[index] ?? null
  const bought = engine.context.bought?.get(row.id)
  if (changing === null && bought === undefined) return null
  const shares = row.shares.map(({ kind, coverage, share }) => {
    return { kind, coverage: engine.values.at[coverage]!, bought: bought?.get(share) ?? null }
  })
  const hours = hoursToCover(changing, quantity, shares)
  return hours === null ? null : coverByHour(hours, shares)
}

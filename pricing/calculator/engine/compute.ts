import type { PriceTier } from '#pricing/catalog/types.ts'
import type { ChargeProgram, Declared } from '../program.ts'
import { rounded, settle } from '../settle.ts'
import { savedBy, upfrontOf } from '../shares.ts'
import { accumulate, accumulated, accumulator } from '#shared/money/index.ts'
import type { Accumulator } from '#shared/money/index.ts'
import { tierCost } from '../tiers.ts'
import type { BoundRow } from './nodes.ts'
import type { Engine } from './state.ts'

/** Money of the row computed last; read it before the next one is. */
type Result = { list: number; monthly: number; upfront: number; unknown: number; problems: number }

const result: Result = { list: 0, monthly: 0, upfront: 0, unknown: 0, problems: 0 }
const sums = { list: accumulator(), monthly: accumulator(), upfront: accumulator() }
const saved: number[] = []
const terms = { negotiated: 0, saved, declared: 0 }

/**
 * Runs a row's declared formulas over its block of numbers, with the very operations `explainRow` uses, and leaves the
 * money in `rowResult`. False when some figure is not a number: the reason is for `explainRow` to find.
 */
export function computeRow(engine: Engine, row: BoundRow): boolean {
  const values = engine.values.at
  for (const { slot, declared } of row.program.derived) values[row.base + slot] = run(declared, values, row.base)
  clear()
  const { charges } = row.program
  for (let i = 0; i < charges.length; i += 1) if (!charge(engine, row, charges[i]!, i)) return false
  result.list = accumulated(sums.list)
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
  reset(sums.monthly)
  reset(sums.upfront)
  result.unknown = 0
}

function reset(sum: Accumulator): void {
  sum.total = 0
  sum.lost = 0
}

function run(declared: Declared, values: Float64Array, base: number): number {
  if (declared.direct >= 0) return values[base + declared.direct]!
  if (!Number.isNaN(declared.fixed)) return declared.fixed
  return declared.run(declared.formula.constants, values, declared.slots, base)
}

function charge(engine: Engine, row: BoundRow, program: ChargeProgram, index: number): boolean {
  const price = row.prices[index]!
  if (price.kind === 'off') return true
  const values = engine.values.at
  const quantity = run(program.quantity, values, row.base)
  if (!(quantity >= 0)) return false
  if (price.kind === 'missing') {
    if (quantity > 0) result.unknown += 1
    return true
  }
  const times = timesOf(program, values, row.base)
  if (!(times > 0)) return false
  if (price.kind === 'typed')
    return settleCharge(engine, row, program, quantity, typedCost(program, quantity / times, values, row.base) * times, 1, null)
  if (quantity / times > price.rate.covered) {
    result.unknown += 1
    return true
  }
  const currency = engine.settings.currency.perUsd
  const list = tierCost(price.rate.tiers, quantity / times) * times * currency
  return settleCharge(engine, row, program, quantity, list, currency, price.rate.tiers)
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

function settleCharge(
  engine: Engine,
  row: BoundRow,
  program: ChargeProgram,
  quantity: number,
  list: number,
  currency: number,
  tiers: readonly PriceTier[] | null,
): boolean {
  if (saved.length > 0) saved.length = 0
  terms.negotiated = row.negotiated
  terms.declared = program.discount === null ? 0 : run(program.discount, engine.values.at, row.base)
  if (!(terms.declared >= 0 && terms.declared <= 1) || Number.isNaN(list)) return false
  let upfront = 0
  if (row.shares.length > 0 && tiers !== null && 'compute' in program.charge) {
    upfront = saveByShares(engine, row, quantity, tiers[0]?.price ?? 0, currency)
    if (Number.isNaN(upfront)) return false
  }
  const { rounding } = engine.settings
  accumulate(sums.list, rounded(list, rounding))
  accumulate(sums.monthly, rounded(settle(list, terms), rounding))
  if (upfront !== 0) accumulate(sums.upfront, upfront * (1 - terms.negotiated))
  return true
}

/** Fills `saved` and answers the upfront amount; NaN when a share is not known or they cover more than everything. */
function saveByShares(engine: Engine, row: BoundRow, quantity: number, onDemand: number, currency: number): number {
  const values = engine.values.at
  let covered = 0
  let upfront = 0
  for (const share of row.shares) {
    const coverage = values[share.coverage]!
    covered += coverage
    if (share.discount !== null) {
      saved.push(savedBy(quantity, onDemand, coverage, { off: values[share.discount]! }) * currency)
    } else if (share.price !== null && share.price.ok) {
      saved.push(savedBy(quantity, onDemand, coverage, share.price) * currency)
      upfront += upfrontOf(quantity, coverage, share.price.upfront, engine.settings.month.hours) * currency
    } else return Number.NaN
  }
  return covered <= 1 + 1e-12 && saved.every((amount) => !Number.isNaN(amount)) ? upfront : Number.NaN
}

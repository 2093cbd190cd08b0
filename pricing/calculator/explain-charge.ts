import type { Component } from '#shared/document/types.ts'
import type { Problem, Unknown, Value } from '#shared/formula/types.ts'
import type { PriceTier } from '#pricing/catalog/types.ts'
import { effectiveHourly } from '#pricing/purchase/usage.ts'
import { spotNotes } from '#pricing/purchase/spot.ts'
import { sustainedBrackets } from '#pricing/purchase/sustained.ts'
import type { CoveredBy } from './commitments/commitments.ts'
import { evaluate } from './explain.ts'
import type { Names, RowScope } from './explain.ts'
import { isBeyond, isFlat, partOf, pooled } from './pools.ts'
import type { PoolView } from './pools.ts'
import { kept, negotiated, priceOf } from './prices.ts'
import type { FoundPrice } from './prices.ts'
import type { ChargeProgram, ServiceProgram } from './program.ts'
import { negotiatedPart, rounded, settle } from './settle.ts'
import {
  coverByHour,
  coveredAmount,
  isInterruptible,
  savedBy,
  savedByHour,
  sustainedBy,
  sustainedFor,
  sustainedHours,
  uncovered,
  upfrontOf,
  usefulRate,
} from './shares.ts'
import type { HourlyCover, HourRate, Shares, ShareValue } from './shares.ts'
import { freeLine, sharedLines, tierCost, tierFault, tierLines } from './tiers.ts'
import type { ChargeEstimate, DiscountLine, PoolEstimate, TierLine } from './types.ts'
import { numberValue, priceField, problemValue, textInField } from './values.ts'
import { meanOf } from './weeks.ts'
import { hourClassesOf, workingOf } from './working.ts'

type Row = {
  readonly component: Component
  readonly program: ServiceProgram
  readonly names: Names
  readonly shares: Shares
  readonly scope: RowScope
}

/** What a quantity costs at list in the workbook's currency, and how. `worth`: what a dollar of the book is in its prices. */
type Listed = {
  readonly list: number
  readonly tiers: readonly TierLine[]
  readonly unitPrice: number
  readonly currency: number
  readonly worth: number
  readonly isOwn: boolean
}

/** One line of a row's arithmetic; null when the row's choices leave the charge out. */
export function explainCharge(charge: ChargeProgram, row: Row): ChargeEstimate | null {
  const price = priceOf(charge, row.component, row.program.declaration, row.scope.context.book)
  if (price.kind === 'off') return null
  const quantity = quantityOf(charge, row.names)
  const open = { ...blank(charge, quantity, row), ...ownPart(price, row) }
  if (quantity.kind !== 'number') return failed(open, quantity)
  if (price.kind === 'missing') return quantity.value === 0 ? { ...open, list: 0, cost: 0 } : { ...open, unknown: price.unknown }
  const shown = { ...open, ...poolPart(charge, price, quantity.value, row), price: price.kind === 'rate' ? price.rate.source : null }
  const listed = listOf(charge, price, quantity.value, row)
  return 'kind' in listed ? failed(shown, listed) : settled({ ...shown, tiers: listed.tiers }, quantity.value, listed, charge, row)
}

/** The quantity of a charge, or why there is none. */
export function quantityOf(charge: ChargeProgram, names: Names): Value {
  const quantity = evaluate(charge.quantity, names)
  if (quantity.kind !== 'number') return quantity
  const least = quantity.hours === undefined ? quantity.value : quantity.hours.reduce((a, b) => Math.min(a, b))
  if (least >= 0) return quantity
  return problemValue('#NUM!', `${charge.charge.label}: the quantity ${least} is below zero.`, 'Check the inputs it is made of.')
}

function listOf(charge: ChargeProgram, price: FoundPrice, quantity: number, row: Row): Listed | Value {
  const { perUsd } = row.scope.settings.currency
  if (price.kind === 'own') return ownList(price.own.price, quantity, charge, row)
  if (price.kind === 'rate') {
    const shared = pooled(charge, price, row.scope.settings)
    if (shared !== null) return poolList(row.scope.pool(shared.key), quantity, perUsd, charge)
    return graduated(price.rate.tiers, price.rate.covered, quantity, perUsd, charge, row.names)
  }
  const tiers = typedTiers(charge, row.names)
  return 'kind' in tiers ? tiers : graduated(tiers, Infinity, quantity, 1, charge, row.names)
}

/** A graduated price that this charge has for itself, counted for so many like units as its service says. */
function graduated(
  prices: readonly PriceTier[],
  covered: number,
  quantity: number,
  currency: number,
  charge: ChargeProgram,
  names: Names,
): Listed | Value {
  const per = charge.tiersPer === null ? numberValue(1) : evaluate(charge.tiersPer, names)
  if (per.kind !== 'number') return per
  const times = per.value > 0 ? per.value : 1
  if (quantity / times > covered) return { kind: 'unknown', unknown: beyond(covered, charge.charge.unit) }
  const tiers = inCurrency(tierLines(prices, quantity / times, times), currency)
  const unitPrice = prices[0]?.price ?? 0
  return { list: tierCost(prices, quantity / times) * times * currency, tiers, unitPrice, currency, worth: 1, isOwn: false }
}

function poolList(pool: PoolView, quantity: number, currency: number, charge: ChargeProgram): Listed | Value {
  if (quantity > 0 && isBeyond(pool)) return { kind: 'unknown', unknown: beyond(pool.rate.covered + pool.free, charge.charge.unit) }
  const { rate } = pool
  const own = isFlat(pool) || quantity === 0 ? tierLines(rate.tiers, quantity, 1) : sharedLines(poolLines(pool), quantity / pool.quantity)
  const tiers = inCurrency(own, currency)
  return { list: partOf(pool, quantity) * currency, tiers, unitPrice: rate.tiers[0]?.price ?? 0, currency, worth: 1, isOwn: false }
}

/** The steps of a whole pool in the rate's currency, the free units first. */
function poolLines({ rate, free, quantity }: PoolView): TierLine[] {
  if (free === 0) return tierLines(rate.tiers, quantity, 1)
  const paid = Math.max(0, quantity - free)
  return [freeLine(free, quantity), ...(paid > 0 ? tierLines(rate.tiers, paid, 1) : [])]
}

function inCurrency(lines: readonly TierLine[], currency: number): TierLine[] {
  return lines.map((line) => ({ ...line, price: line.price * currency, cost: line.cost * currency }))
}

/** What the explanation says of the pool a charge is in; nothing when it is the only one there. */
function poolPart(charge: ChargeProgram, price: FoundPrice, quantity: number, row: Row): { readonly pool?: PoolEstimate } {
  const shared = pooled(charge, price, row.scope.settings)
  if (shared === null) return {}
  const pool = row.scope.pool(shared.key)
  if (pool.charges < 2) return {}
  const { perUsd } = row.scope.settings.currency
  return {
    pool: {
      rows: pool.rows - 1,
      charges: pool.charges - 1,
      unknown: pool.unknown,
      quantity: pool.quantity,
      cost: pool.cost * perUsd,
      share: pool.quantity === 0 ? 0 : quantity / pool.quantity,
      tiers: inCurrency(poolLines(pool), perUsd),
    },
  }
}

function ownList(text: string, quantity: number, charge: ChargeProgram, row: Row): Listed | Value {
  const { settings, lookup } = row.scope
  const value = textInField(text, `the price of ${charge.charge.label}`, priceField, settings.month.hours, lookup)
  if (value.kind !== 'number') return value
  const list = quantity * value.value
  const tiers = [{ from: 0, to: Infinity, price: value.value, quantity, cost: list }]
  return { list, tiers, unitPrice: value.value, currency: 1, worth: settings.currency.perUsd, isOwn: true }
}

/** The price that one typed on the row stands in place of. */
function ownPart(price: FoundPrice, row: Row): Pick<ChargeEstimate, 'own'> {
  if (price.kind !== 'own') return {}
  const { found, own } = price
  const { perUsd } = row.scope.settings.currency
  const said = { text: own.price, note: own.note }
  if (found.kind === 'missing') return { own: { ...said, tiers: [], price: null, unknown: found.unknown } }
  if (found.kind !== 'rate') return { own: { ...said, tiers: [], price: null } }
  const tiers = found.rate.tiers.map((tier) => ({ ...tier, price: tier.price * perUsd }))
  return { own: { ...said, tiers, price: found.rate.source } }
}

function settled(shown: ChargeEstimate, quantity: number, listed: Listed, charge: ChargeProgram, row: Row): ChargeEstimate {
  const { rounding } = row.scope.settings
  const { list } = listed
  if (!(list < Infinity)) return { ...shown, problem: tooLarge(charge.charge.label) }
  const terms = termsOf(quantity, listed, charge, row)
  if ('kind' in terms) return failed(shown, terms)
  return {
    ...shown,
    list: rounded(list, rounding),
    negotiated: negotiatedPart(list, terms.keep, rounding),
    cost: rounded(settle(list, terms), rounding),
    discounts: terms.lines,
    upfront: terms.upfront,
  }
}

type ExplainedTerms = {
  readonly keep: number
  readonly saved: readonly number[]
  readonly declared: number
  readonly upfront: number
  readonly lines: readonly DiscountLine[]
}

function termsOf(quantity: number, listed: Listed, charge: ChargeProgram, row: Row): ExplainedTerms | Value {
  const steps = negotiated(row.component, row.scope.settings)
  const keep = kept(steps)
  const lines: DiscountLine[] = []
  let left = listed.list
  for (const { label, share } of steps) {
    lines.push({ kind: 'negotiated', label, share, amount: left * share })
    left *= 1 - share
  }
  const bought = boughtTerms(quantity, listed, charge, row)
  if ('kind' in bought) return bought
  for (const { amount, ...line } of bought.saved)
    lines.push({ ...line, amount: amount * keep, ...(line.upfront === undefined ? {} : { upfront: line.upfront * keep }) })
  const declared = declaredShare(charge, row.names)
  if (typeof declared !== 'number') return declared
  if (declared !== 0) lines.push({ kind: 'declared', label: 'Discount', share: declared, amount: listed.list * declared * keep })
  return { keep, saved: bought.saved.map(({ amount }) => amount), declared, upfront: bought.upfront * keep, lines }
}

function boughtTerms(
  quantity: number,
  listed: Listed,
  charge: ChargeProgram,
  row: Row,
): { readonly saved: DiscountLine[]; readonly upfront: number } | Value {
  if (row.program.declaration.commitment !== undefined) return unusedTerms(row)
  if (!('compute' in charge.charge)) return { saved: [], upfront: 0 }
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
      ...(share.term === null || paid === 0 ? {} : { upfront: paid, term: share.term }),
    })
    upfront += paid
  }
  const commitments = listed.isOwn ? [] : (row.scope.committed().rows.get(row.component.id) ?? [])
  for (const one of commitments) saved.push(coveredLine(one, currency))
  const left = byHour === null ? uncovered(quantity, covered) : meanOf(byHour.left)
  const sustained = sustainedLine(sustainedHours(left, commitments), listed, charge, row)
  if (sustained === null) return { saved, upfront }
  return 'label' in sustained ? { saved: [...saved, sustained], upfront } : sustained
}

/** How the shares meet machines whose number changes by the hour; null where it never does. */
function hourlyCover(charge: ChargeProgram, row: Row): ReturnType<typeof coverByHour> | null {
  const quantity = quantityOf(charge, row.names)
  if (quantity.kind !== 'number' || quantity.hours === undefined || !row.shares.ok) return null
  return coverByHour(
    quantity.hours,
    row.shares.shares.map(({ way, coverage }) => ({ kind: way, coverage: numeric(coverage) })),
  )
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

/** Where spot costs more than on demand, or answers people. */
function notesOf({ way, overhead }: ShareValue, rate: HourRate, onDemand: number, row: Row): Pick<DiscountLine, 'notes'> {
  if (way !== 'spot') return {}
  const isDearer = 'off' in rate ? rate.off < 0 : rate.hourly > onDemand
  const servesTraffic = row.program.declaration.servesTraffic === true && !isInterruptible(row.component)
  const notes = spotNotes({ isDearer, overhead: numeric(overhead), servesTraffic })
  return notes.length === 0 ? {} : { notes }
}

/** What a commitment row covers of this one's machine hours: paid there at its rates instead of on demand. */
function coveredLine(one: CoveredBy, currency: number): DiscountLine {
  return {
    kind: 'commitment',
    label: `Covered by ${one.label}`,
    share: one.share,
    amount: coveredAmount(one) * currency,
    hourly: one.machineHours === 0 ? 0 : (one.paid / one.machineHours) * currency,
  }
}

/** A commitment costs on its own row what nothing uses of it; what is used stands on the rows that use it. */
function unusedTerms({ component, scope }: Row): { readonly saved: DiscountLine[]; readonly upfront: number } | Value {
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

/** What running on saves on the hours that nothing else covers; null where the vendor gives no such discount. */
function sustainedLine(quantity: number, listed: Listed, charge: ChargeProgram, row: Row): DiscountLine | Value | null {
  const sustained = sustainedFor(charge, row.component, row.program.declaration, listed.isOwn)
  if (sustained === null) return null
  const share = evaluate(sustained.share, row.names)
  if (share.kind !== 'number') return share
  const { off, amount } = sustainedBy(quantity, listed.unitPrice, sustained.curve, share.value)
  const brackets = sustainedBrackets(sustained.curve, share.value)
  return { kind: 'sustained', label: 'Sustained use', share: off, amount: amount * listed.currency, brackets }
}

/** What a commitment's hours cost, and where that price stands. */
function rateOf({ rate }: ShareValue, useful: HourRate, currency: number): Pick<DiscountLine, 'hourly' | 'price'> {
  if (rate.kind === 'off' || 'off' in useful) return {}
  return { hourly: useful.hourly * currency, ...(rate.source === null ? {} : { price: rate.source }) }
}

function declaredShare(charge: ChargeProgram, names: Names): number | Value {
  const value = charge.discount === null ? numberValue(0) : evaluate(charge.discount, names)
  if (value.kind !== 'number') return value
  if (value.value >= 0 && value.value <= 1) return value.value
  return problemValue(
    '#NUM!',
    `${charge.charge.label}: the discount is ${value.value}, not a share between 0 and 1.`,
    'Check the inputs it is made of.',
  )
}

function typedTiers(charge: ChargeProgram, names: Names): PriceTier[] | Value {
  const tiers: PriceTier[] = []
  for (const tier of charge.typed ?? []) {
    const price = evaluate(tier.price, names)
    const to = tier.upTo === null ? numberValue(Infinity) : evaluate(tier.upTo, names)
    if (price.kind !== 'number') return price
    if (to.kind !== 'number') return to
    tiers.push({ from: tiers.at(-1)?.to ?? 0, to: to.value, price: price.value })
  }
  const fault = tierFault(tiers)
  return fault === null ? tiers : problemValue('#NUM!', `${charge.charge.label}: ${fault}`, 'Check the prices and bounds typed on the row.')
}

function blank(charge: ChargeProgram, quantity: Value, { names, scope }: Row): ChargeEstimate {
  const { formula } = charge.quantity
  const profile =
    quantity.kind === 'number' && quantity.hours !== undefined ? hourClassesOf(formula, names, scope.settings.month.hours) : null
  return {
    id: charge.id,
    label: charge.charge.label,
    unit: charge.charge.unit,
    quantity: quantity.kind === 'number' ? quantity.value : null,
    formula: formula.text,
    working: workingOf(formula, names),
    ...(profile === null ? {} : { profile }),
    tiers: [],
    price: null,
    list: null,
    negotiated: 0,
    discounts: [],
    cost: null,
    upfront: 0,
  }
}

function failed(line: ChargeEstimate, value: Value): ChargeEstimate {
  if (value.kind === 'unknown') return { ...line, unknown: value.unknown }
  return value.kind === 'problem' ? { ...line, problem: value.problem } : line
}

function numeric(value: Value): number {
  return value.kind === 'number' ? value.value : 0
}

export function beyond(covered: number, unit: string): Unknown {
  return {
    reason: 'no-price',
    message: `The book knows this price only up to ${covered.toLocaleString('en-US')} ${unit} a month.`,
    fix: 'Type the price on the row, or use a price book that has the upper tiers.',
  }
}

function tooLarge(label: string): Problem {
  return {
    code: '#NUM!',
    message: `${label}: the cost is too large for a number.`,
    fix: 'Check the quantities of the rows that share this price.',
  }
}

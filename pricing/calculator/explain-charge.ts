import type { Component } from '#shared/document/types.ts'
import type { Problem, Unknown, Value } from '#shared/formula/types.ts'
import type { PriceTier } from '#pricing/catalog/types.ts'
import { boughtTerms, sharedLine } from './explain-bought.ts'
import { evaluate } from './explain.ts'
import type { Names, RowScope } from './explain.ts'
import { isBeyond, isFlat, partOf, pooled } from './pools.ts'
import type { PoolView } from './pools.ts'
import { kept, negotiated, priceOf } from './prices.ts'
import type { FoundPrice } from './prices.ts'
import type { ChargeProgram, ServiceProgram } from './program.ts'
import { negotiatedPart, rounded, settle } from './settle.ts'
import type { Shares } from './shares.ts'
import { freeLine, sharedLines, tierCost, tierFault, tierLines } from './tiers.ts'
import type { ChargeEstimate, DiscountLine, PoolEstimate, TierLine } from './types.ts'
import { numberValue, priceField, problemValue, textInField } from './values.ts'
import { hourClassesOf, workingOf } from './working.ts'

/** A row while its charges are explained. */
export type Row = {
  readonly component: Component
  readonly program: ServiceProgram
  readonly names: Names
  readonly shares: Shares
  readonly scope: RowScope
}

/** What a quantity costs at list in the workbook's currency, and how. `worth`: what a dollar of the book is in its prices. */
export type Listed = {
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
  const shared = sharedLine(listed.list, charge, row)
  if (shared !== null) lines.push({ ...shared, amount: shared.amount * keep })
  const declared = shared === null ? declaredShare(charge, row.names) : 0
  if (typeof declared !== 'number') return declared
  if (declared !== 0) lines.push({ kind: 'declared', label: 'Discount', share: declared, amount: listed.list * declared * keep })
  return {
    keep,
    saved: [...bought.saved, ...(shared === null ? [] : [shared])].map(({ amount }) => amount),
    declared,
    upfront: bought.upfront * keep,
    lines,
  }
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

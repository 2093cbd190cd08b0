import type { Component } from '#shared/document/types.ts'
import type { Unknown, Value } from '#shared/formula/types.ts'
import type { PriceSource, PriceTier } from '#pricing/catalog/types.ts'
import { evaluate } from './explain.ts'
import type { Names, RowScope } from './explain.ts'
import { chargePrice, negotiated } from './prices.ts'
import type { ChargeProgram, ServiceProgram } from './program.ts'
import { rounded, settle } from './settle.ts'
import { savedBy, upfrontOf } from './shares.ts'
import type { Shares, ShareValue } from './shares.ts'
import { tierCost, tierFault, tierLines } from './tiers.ts'
import type { ChargeEstimate } from './types.ts'
import { numberValue, problemValue } from './values.ts'
import { workingOf } from './working.ts'

type Row = {
  readonly component: Component
  readonly program: ServiceProgram
  readonly names: Names
  readonly shares: Shares
  readonly scope: RowScope
}
type Priced = {
  readonly tiers: readonly PriceTier[]
  readonly covered: number
  readonly source: PriceSource | null
  readonly currency: number
}
type Discount = ChargeEstimate['discounts'][number]

/** One line of a row's arithmetic; null when the row's choices leave the charge out. */
export function explainCharge(charge: ChargeProgram, row: Row): ChargeEstimate | null {
  const price = chargePrice(charge.charge, row.component, row.program.declaration, row.scope.context.book)
  if (price.kind === 'off') return null
  const quantity = quantityOf(charge, row.names)
  const open = blank(charge, quantity, row.names)
  if (quantity.kind !== 'number') return failed(open, quantity)
  if (price.kind === 'missing') return quantity.value === 0 ? { ...open, list: 0, cost: 0 } : { ...open, unknown: price.unknown }
  if (price.kind === 'rate')
    return priced(open, quantity.value, { ...price.rate, currency: row.scope.settings.currency.perUsd }, charge, row)
  const tiers = typedTiers(charge, row.names)
  return 'kind' in tiers
    ? failed(open, tiers)
    : priced(open, quantity.value, { tiers, covered: Infinity, source: null, currency: 1 }, charge, row)
}

function quantityOf(charge: ChargeProgram, names: Names): Value {
  const quantity = evaluate(charge.quantity, names)
  if (quantity.kind !== 'number' || quantity.value >= 0) return quantity
  return problemValue('#NUM!', `${charge.charge.label}: the quantity ${quantity.value} is below zero.`, 'Check the inputs it is made of.')
}

function priced(open: ChargeEstimate, quantity: number, price: Priced, charge: ChargeProgram, row: Row): ChargeEstimate {
  const per = charge.tiersPer === null ? numberValue(1) : evaluate(charge.tiersPer, row.names)
  if (per.kind !== 'number') return failed(open, per)
  const times = per.value > 0 ? per.value : 1
  if (quantity / times > price.covered) return { ...open, price: price.source, unknown: beyond(price.covered, charge.charge.unit) }
  const list = tierCost(price.tiers, quantity / times) * times * price.currency
  const tiers = tierLines(price.tiers, quantity / times, times).map((line) => ({
    ...line,
    price: line.price * price.currency,
    cost: line.cost * price.currency,
  }))
  const shown = { ...open, tiers, price: price.source }
  const terms = termsOf(list, quantity, price, charge, row)
  if ('kind' in terms) return failed(shown, terms)
  const { rounding } = row.scope.settings
  return {
    ...shown,
    list: rounded(list, rounding),
    cost: rounded(settle(list, terms), rounding),
    discounts: terms.lines,
    upfront: terms.upfront,
  }
}

type ExplainedTerms = {
  readonly negotiated: number
  readonly saved: readonly number[]
  readonly declared: number
  readonly upfront: number
  readonly lines: readonly Discount[]
}

function termsOf(list: number, quantity: number, price: Priced, charge: ChargeProgram, row: Row): ExplainedTerms | Value {
  const agreed = negotiated(row.component, row.scope.settings)
  const keep = 1 - (agreed?.share ?? 0)
  const lines: Discount[] = agreed === null ? [] : [{ label: agreed.label, share: agreed.share, amount: list * agreed.share }]
  const bought = boughtTerms(quantity, price, charge, row)
  if ('kind' in bought) return bought
  for (const { share, amount } of bought.saved) {
    lines.push({ label: share.label, share: numeric(share.coverage), amount: amount * keep, ...rateOf(share, price.currency) })
  }
  const declared = declaredShare(charge, row.names)
  if (typeof declared !== 'number') return declared
  if (declared !== 0) lines.push({ label: 'Discount', share: declared, amount: list * declared * keep })
  return {
    negotiated: agreed?.share ?? 0,
    saved: bought.saved.map(({ amount }) => amount),
    declared,
    upfront: bought.upfront * keep,
    lines,
  }
}

/** What a commitment's hours cost, and where that price stands. */
function rateOf({ rate }: ShareValue, currency: number): Pick<Discount, 'hourly' | 'price'> {
  if (rate.kind === 'off') return {}
  return { hourly: rate.hourly * currency, ...(rate.source === null ? {} : { price: rate.source }) }
}

function boughtTerms(quantity: number, price: Priced, charge: ChargeProgram, row: Row) {
  if (!('compute' in charge.charge)) return { saved: [], upfront: 0 }
  if (!row.shares.ok) return row.shares.value
  const onDemand = price.tiers[0]?.price ?? 0
  const saved: { readonly share: ShareValue; readonly amount: number }[] = []
  let upfront = 0
  for (const share of row.shares.shares) {
    const coverage = numeric(share.coverage)
    const rate = share.rate.kind === 'off' ? { off: numeric(share.rate.share) } : share.rate
    saved.push({ share, amount: savedBy(quantity, onDemand, coverage, rate) * price.currency })
    if (share.rate.kind === 'hourly')
      upfront += upfrontOf(quantity, coverage, share.rate.upfront, row.scope.settings.month.hours) * price.currency
  }
  return { saved, upfront }
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

function blank(charge: ChargeProgram, quantity: Value, names: Names): ChargeEstimate {
  return {
    id: charge.id,
    label: charge.charge.label,
    unit: charge.charge.unit,
    quantity: quantity.kind === 'number' ? quantity.value : null,
    formula: charge.quantity.formula.text,
    working: workingOf(charge.quantity.formula, names),
    tiers: [],
    price: null,
    list: null,
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

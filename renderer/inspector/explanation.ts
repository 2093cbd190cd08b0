import type { ChargeEstimate, ComponentEstimate, DiscountLine, PoolEstimate, TierLine } from '#pricing/calculator/types.ts'
import type { PriceSource } from '#pricing/catalog/types.ts'
import { isKnown } from '#pricing/calculator/known.ts'
import { NOT_KNOWN } from '#renderer/ui/known.ts'
import type { Printer, SumPrinter } from '#renderer/ui/printer.ts'
import { humanFormula } from './human-formula.ts'
import { troubleOf } from './trouble.ts'
import type { Trouble } from './trouble.ts'

/** One line of the sum: what it says, and on the right what it comes to. `value` is the exact number of `amount`. */
export type Line = {
  readonly kind: 'quantity' | 'pool' | 'replaced' | 'tier' | 'list' | 'discount' | 'bracket' | 'note' | 'rounding'
  readonly text: string
  readonly amount?: string
  readonly value?: number
}

export type ChargeStory = {
  readonly id: string
  readonly label: string
  readonly lines: readonly Line[]
  /** As shown; the shown costs of a row add up to its shown total. `null`: not known. */
  readonly cost: string | null
  readonly value: number | null
  readonly sources: readonly PriceSource[]
  /** What one unit of the price counts. */
  readonly unit: string
  /** The price typed over the one found, with its note. */
  readonly own: { readonly text: string; readonly note: string } | null
  readonly trouble: Trouble | null
}

export type Explanation = {
  readonly derived: readonly { readonly id: string; readonly text: string }[]
  /** Charges that cost something or are in trouble, in the service's order. */
  readonly charges: readonly ChargeStory[]
  /** Charges this row does not use. */
  readonly unused: readonly ChargeStory[]
  readonly total: string
  /** `null` when nothing of it is known. */
  readonly value: number | null
  readonly left: { readonly unknown: number; readonly problems: number }
}

/**
 * The sum behind a row's monthly figure, step by step, in words and figures ready to be shown or copied. `wrongSizes`: charges without a
 * price because of the size that an input holds.
 */
export function explain(row: ComponentEstimate, printer: SumPrinter, wrongSizes: ReadonlyMap<string, string> = new Map()): Explanation {
  const known = row.charges.filter((charge) => charge.cost !== null)
  const shown = printer.parts(
    row.monthly,
    known.map((charge) => charge.cost ?? 0),
  )
  const costs = new Map(known.map((charge, index) => [charge.id, shown[index] ?? '']))
  const stories = row.charges.map((charge) => ({
    story: {
      ...chargeStory(charge, costs.get(charge.id) ?? null, printer),
      trouble: troubleOf(charge, row, wrongSizes.get(charge.id)),
    },
    used: isUsed(charge),
  }))
  return {
    derived: row.derived.map((one) => ({ id: one.id, text: derivedText(one, printer) })),
    charges: stories.filter(({ used }) => used).map(({ story }) => story),
    unused: stories.filter(({ used }) => !used).map(({ story }) => story),
    total: isKnown(row) ? printer.money(row.monthly) : NOT_KNOWN,
    value: isKnown(row) ? row.monthly : null,
    left: { unknown: row.unknown, problems: row.problems },
  }
}

function chargeStory(charge: ChargeEstimate, cost: string | null, printer: SumPrinter): Omit<ChargeStory, 'trouble'> {
  const sources = [charge.price, charge.own?.price ?? null, ...charge.discounts.map((discount) => discount.price ?? null)].filter(
    (source) => source !== null,
  )
  return {
    id: charge.id,
    label: charge.label,
    lines: [...quantityLines(charge, printer), ...poolLines(charge, printer), ...ownLines(charge, printer), ...moneyLines(charge, printer)],
    unit: charge.unit,
    own: charge.own === undefined ? null : { text: charge.own.text, note: charge.own.note },
    cost,
    value: charge.cost,
    sources,
  }
}

function quantityLines(charge: ChargeEstimate, printer: SumPrinter): Line[] {
  if (charge.quantity === null && charge.formula === '') return []
  const steps = [charge.formula, charge.working].map((text) => humanFormula(printer.formula(text)))
  if (charge.quantity !== null) steps.push(printer.quantity(charge.quantity, charge.unit))
  return [{ kind: 'quantity', text: withoutRepeats(steps).join(' = ') }]
}

/** What a shared price comes to for all who share it, before this row's part of it. */
function poolLines(charge: ChargeEstimate, printer: Printer): Line[] {
  const { pool } = charge
  if (pool === undefined) return []
  const lines: Line[] = [{ kind: 'pool', text: `Shared with ${others(pool)}: ${printer.quantity(pool.quantity, charge.unit)} together` }]
  if (pool.unknown > 0)
    lines.push({
      kind: 'pool',
      text: `${pool.unknown === 1 ? 'One of them is' : `${String(pool.unknown)} of them are`} not known and left out`,
    })
  if (pool.tiers.length < 2) return lines
  const tiers = pool.tiers.map((tier): Line => ({ ...tierLine(tier, charge, true, printer), kind: 'pool' }))
  return [...lines, ...tiers, { kind: 'pool', text: `Of this, ${printer.share(pool.share)} is this row’s` }]
}

function others({ rows, charges }: PoolEstimate): string {
  if (rows === 0) return charges === 1 ? 'another charge of this row' : `${String(charges)} other charges of this row`
  return rows === 1 ? '1 other row' : `${String(rows)} other rows`
}

/** The price that the person's own stands in place of. */
function ownLines({ own }: ChargeEstimate, printer: Printer): Line[] {
  const listed = own?.tiers ?? []
  const prices = listed.map(({ price }) => printer.price(price))
  return prices.length === 0 ? [] : [{ kind: 'replaced', text: `${prices.join(', ')} in the price book` }]
}

function moneyLines(charge: ChargeEstimate, printer: Printer): Line[] {
  if (charge.list === null) return []
  const tiers = charge.tiers.filter((tier) => tier.quantity > 0)
  const lines: Line[] = tiers.map((tier) => tierLine(tier, charge, tiers.length > 1, printer))
  if (tiers.length > 1 && charge.discounts.length > 0)
    lines.push({
      kind: 'list',
      text: charge.own === undefined ? 'List price' : 'Your price',
      amount: printer.precise(charge.list),
      value: charge.list,
    })
  for (const discount of charge.discounts) {
    lines.push({
      kind: 'discount',
      text: discountText(discount, charge, printer),
      amount: printer.precise(-discount.amount),
      value: -discount.amount,
    })
    lines.push(...bracketLines(discount, printer), ...(discount.notes ?? []).map((text): Line => ({ kind: 'note', text })))
  }
  return [...lines, ...roundingLines(charge, printer)]
}

function tierLine(tier: TierLine, charge: ChargeEstimate, banded: boolean, printer: Printer): Line {
  const product = `${printer.quantity(tier.quantity, charge.unit)} × ${printer.price(tier.price)}`
  return {
    kind: 'tier',
    text: tier.free === true ? `Free allowance: ${product}` : banded ? `${band(tier, printer)}: ${product}` : product,
    amount: printer.precise(tier.cost),
    value: tier.cost,
  }
}

/** The quarters of the month that a sustained use discount is made of. */
function bracketLines({ brackets }: DiscountLine, printer: Printer): Line[] {
  return (brackets ?? []).map(({ from, to, price }) => ({
    kind: 'bracket',
    text: `from ${printer.share(from)} to ${printer.share(to)} of the month at ${printer.share(price)} of the price`,
  }))
}

/** A share bought at another hourly price shows both prices; any other discount its share of the list price. */
function discountText(discount: ChargeEstimate['discounts'][number], charge: ChargeEstimate, printer: Printer): string {
  const listed = charge.tiers[0]?.price
  const covered = (charge.quantity ?? 0) * discount.share
  const alone = discount.kind === 'commitment' && charge.discounts.every((other) => other.price !== undefined)
  if (!alone || listed === undefined || covered === 0) return `${discount.label}: ${printer.share(discount.share)}`
  const paid = listed - discount.amount / covered
  return `${discount.label}: ${printer.share(discount.share)} of the ${printer.quantity(charge.quantity ?? 0, charge.unit)} × (${printer.price(listed)} − ${printer.price(paid)}) less`
}

/** With vendor rounding a charge is brought to the cent before it is added. */
function roundingLines(charge: ChargeEstimate, printer: Printer): Line[] {
  if (charge.list === null || charge.cost === null) return []
  const paid = charge.discounts.reduce((left, discount) => left - discount.amount, charge.list)
  const moved = charge.cost - paid
  if (Math.abs(moved) <= 1e-9 * Math.max(1, Math.abs(paid))) return []
  return [{ kind: 'rounding', text: 'Rounded to the cent, as on the bill', amount: printer.precise(moved), value: moved }]
}

function band(tier: TierLine, printer: Printer): string {
  if (tier.to === Infinity) return `above ${printer.number(tier.from)}`
  return tier.from === 0 ? `first ${printer.number(tier.to)}` : `${printer.number(tier.from)} to ${printer.number(tier.to)}`
}

function derivedText(derived: ComponentEstimate['derived'][number], printer: SumPrinter): string {
  const steps = [humanFormula(derived.id), humanFormula(printer.formula(derived.formula))]
  return [...steps, derived.value === null ? 'not known' : printer.number(derived.value)].join(' = ')
}

/** Without empty steps and without those that the next one says again (`100 = 100 GB`). */
function withoutRepeats(steps: readonly string[]): string[] {
  return steps.filter((step, index) => step !== '' && !`${steps[index + 1] ?? ''} `.startsWith(`${step} `))
}

function isUsed(charge: ChargeEstimate): boolean {
  const isFree = charge.tiers.some(({ free, quantity }) => free === true && quantity > 0)
  return charge.cost === null || charge.cost !== 0 || charge.list !== 0 || isFree
}

import type { Workbook } from '#shared/document/types.ts'
import { accumulate, accumulated, accumulator } from '#shared/money/index.ts'
import { estimate } from '#pricing/calculator/plain.ts'
import type { ChargeEstimate, ComponentEstimate, Context, DiscountLine } from '#pricing/calculator/types.ts'
import type { MoveReason, PricePoint, Repricing, RepriceWorkbook, RowMove } from '#pricing/catalog/library.ts'

/**
 * A workbook priced with two books, row by row, with the reason of every difference. Usage is the same in both; only quantities that read
 * other rows' costs move with them. An unknown figure counts for nothing, as in every total, and its appearance is a reason of its own.
 */
export const repriceWorkbook: RepriceWorkbook = (workbook: Workbook, from: Context, to: Context): Repricing => {
  const [before, after] = [estimate(workbook, from), estimate(workbook, to)]
  const byId = new Map(after.components.map((component) => [component.id, component]))
  const rows = before.components.map((component) => rowMove(component, byId.get(component.id) ?? component))
  const amount = accumulator()
  for (const row of rows) accumulate(amount, row.amount)
  return { rows, from: before.total, to: after.total, amount: accumulated(amount) }
}

function rowMove(before: ComponentEstimate, after: ComponentEstimate): RowMove {
  const { id, name, service, region } = before
  const charges = new Map(after.charges.map((charge) => [charge.id, charge]))
  const known = new Set(before.charges.map((charge) => charge.id))
  const pairs = [
    ...before.charges.map((charge) => [charge, charges.get(charge.id) ?? null] as const),
    ...after.charges.filter((charge) => !known.has(charge.id)).map((charge) => [null, charge] as const),
  ]
  const reasons = pairs.flatMap(([was, is]) => reasonsOf(was, is))
  return { id, name, service, region, from: before, to: after, amount: after.monthly - before.monthly, reasons }
}

function reasonsOf(was: ChargeEstimate | null, is: ChargeEstimate | null): MoveReason[] {
  const [before, after] = [was?.cost ?? null, is?.cost ?? null]
  if (before === null && after === null) return []
  if (after === null) return [appearance('lost', was, is, -(before ?? 0))]
  if (before === null) return [appearance('found', is, was, after)]
  return was === null || is === null ? [] : moves(was, is, after - before)
}

/** `here`: the charge where its price is known, `there` where it is not. */
function appearance(kind: 'found' | 'lost', here: ChargeEstimate | null, there: ChargeEstimate | null, amount: number): MoveReason {
  const why = there?.unknown?.message ?? there?.problem?.message ?? 'The charge does not occur there.'
  const message = kind === 'lost' ? `The other book does not know it: ${why}` : `Now known. Before: ${why}`
  return { kind, charge: here?.label ?? '', message, amount }
}

function moves(was: ChargeEstimate, is: ChargeEstimate, amount: number): MoveReason[] {
  const reasons: MoveReason[] = []
  const charge = is.label
  const followed = followedBy(was, is)
  const priced = (is.list ?? 0) - (was.list ?? 0) - followed
  const discounted = amount - priced - followed
  const [from, to] = [pointOf(was), pointOf(is)]
  if (!isNothing(followed, amount)) reasons.push({ kind: 'follows', charge, amount: followed })
  if (!isNothing(priced, was.list ?? 0) && from !== null && to !== null)
    reasons.push({ kind: 'price', charge, unit: is.unit, quantity: is.quantity ?? 0, from, to, amount: priced })
  if (!isNothing(discounted, was.list ?? 0))
    reasons.push({
      kind: 'discount',
      charge,
      from: discountPoint(was),
      to: discountPoint(is),
      shares: { from: takenOff(was), to: takenOff(is) },
      list: isNothing(priced, was.list ?? 0) ? 'same' : priced > 0 ? 'higher' : 'lower',
      amount: discounted,
    })
  return reasons
}

/** The part of the list price that is not paid; 0 of a list price of nothing. */
function takenOff({ list, cost }: ChargeEstimate): number {
  return list === null || list === 0 || cost === null ? 0 : 1 - cost / list
}

/** What the list price moved because other rows' costs did: by the quantity, at the average price of before. */
function followedBy(was: ChargeEstimate, is: ChargeEstimate): number {
  // A price typed on the row, or declared, is of no book: it moves only with what its formula reads.
  if (was.price === null && is.price === null) return (is.list ?? 0) - (was.list ?? 0)
  if (was.quantity === is.quantity || was.quantity === null || is.quantity === null) return 0
  if (was.quantity === 0) return (is.list ?? 0) - (was.list ?? 0)
  return (is.quantity / was.quantity - 1) * (was.list ?? 0)
}

/** Doubles of the same figure made in two ways differ in their last digits. */
function isNothing(amount: number, beside: number): boolean {
  return Math.abs(amount) <= 1e-12 * Math.max(1, Math.abs(beside))
}

function pointOf({ price, tiers }: ChargeEstimate): PricePoint | null {
  // A free allowance is a step of its own before the first that costs something.
  const first = tiers.find(({ price: each }) => each > 0) ?? tiers[0]
  if (price === null || first === undefined) return null
  return { price: first.price, tiers: tiers.map((tier) => ({ from: tier.from, price: tier.price })), source: price }
}

function discountPoint({ discounts }: ChargeEstimate): PricePoint | null {
  const line = discounts.find(isPriced)
  return line === undefined ? null : { price: line.hourly, tiers: [{ from: 0, price: line.hourly }], source: line.price }
}

function isPriced(
  line: DiscountLine,
): line is DiscountLine & { readonly hourly: number; readonly price: NonNullable<DiscountLine['price']> } {
  return line.hourly !== undefined && line.price !== undefined
}

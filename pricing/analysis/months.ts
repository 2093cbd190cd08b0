import type { Change } from '#shared/document/change.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id, PurchaseShare, Workbook } from '#shared/document/types.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { chosen } from '#pricing/calculator/prices.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { Calculator, Context, Moment, Money } from '#pricing/calculator/types.ts'
import { termMonths } from '#pricing/purchase/usage.ts'

/** A design in one month of its horizon. The calculator is the one of all months: read it before the next month is asked for. */
export type DesignMonth = {
  readonly month: number
  readonly workbook: Workbook
  readonly moment: Moment
  readonly calculator: Calculator
  readonly total: Money
  /** Rows whose figures are others than the month before. */
  readonly moved: ReadonlySet<Id>
  /** Rows whose reserved shares or whose commitment begin in this month, and those for which the month before was the last. */
  readonly begun: ReadonlySet<Id>
  readonly expired: readonly Id[]
}

/**
 * A design month by month: drivers grow, commitments and reservations end with their terms and are not renewed. A commitment row begins in the
 * month that its `start` says; shares of a row begin in month 0, or when it is first known how many machines that row has. What is bought stays
 * as much as it is in that month, however many machines there are later. `count`: how many months, 1 or more; `isRenewed`: commitment rows that go
 * on when their term ends.
 */
export function* monthsOf(
  workbook: Workbook,
  context: Context,
  count: number,
  isRenewed: (id: Id) => boolean = () => false,
): Generator<DesignMonth> {
  const calculator = createCalculator(workbook, { ...context, month: 0 })
  const contracts = newContracts(workbook, context, calculator, isRenewed)
  let before = workbook
  for (let month = 0; month < count; month += 1) {
    const shown = inMonth(workbook, contracts, month)
    const moment: Moment = { month, bought: new Map(contracts.shares) }
    const { components } = calculator.apply(changesTo(shown, before), shown, moment)
    before = shown
    const moved = month === 0 ? new Set(shown.components.keys()) : components
    const begun = sign(contracts, calculator, shown, month)
    yield {
      month,
      workbook: shown,
      moment,
      calculator,
      total: calculator.total(),
      moved,
      begun,
      expired: expiredIn(workbook, contracts, month),
    }
  }
}

/** A row that is a commitment: when it begins, for how many months, and which of its inputs says how much of it is bought. */
type CommitmentTerm = { readonly begin: number; readonly months: number; readonly quantity: string }

/** What is signed until the month that is looked at. */
type Contracts = {
  readonly commitments: ReadonlyMap<Id, CommitmentTerm>
  /** How much of a commitment is bought, as text, from when it began. */
  readonly quantities: Map<Id, string>
  /** What reserved shares are bought for (machine hours a month) and in which month. */
  readonly shares: Map<Id, ReadonlyMap<PurchaseShare, number>>
  readonly signedIn: Map<Id, number>
}

/** Commitments begin by what `start` says at first (1 is month 0). */
function newContracts(workbook: Workbook, context: Context, calculator: Calculator, isRenewed: (id: Id) => boolean): Contracts {
  const commitments = rows(workbook.components).flatMap((row): [Id, CommitmentTerm][] => {
    const declaration = serviceOf(row, workbook, context)
    if (declaration?.commitment === undefined) return []
    const start = calculator.input(row.id, 'start')
    const begin = start.kind === 'number' ? Math.round(start.value) - 1 : 0
    const months = isRenewed(row.id) ? Infinity : termMonths(chosen(row, declaration, 'term') === '3y' ? '3y' : '1y')
    return [[row.id, { begin, months, quantity: declaration.commitment.quantity }]]
  })
  return { commitments: new Map(commitments), quantities: new Map(), shares: new Map(), signedIn: new Map() }
}

/** The workbook with what is signed, and nothing of what has ended: a commitment of zero keeps its row, which formulas may name. */
function inMonth(workbook: Workbook, contracts: Contracts, month: number): Workbook {
  const changed = rows(workbook.components).flatMap((row): Component[] => {
    const commitment = contracts.commitments.get(row.id)
    const shown = commitment === undefined ? withShares(row, contracts, month) : withCommitment(row, commitment, contracts, month)
    return shown === row ? [] : [shown]
  })
  if (changed.length === 0) return workbook
  return { ...workbook, components: new Map([...workbook.components, ...changed.map((row) => [row.id, row] as const)]) }
}

function withShares(row: Component, { signedIn }: Contracts, month: number): Component {
  const since = month - (signedIn.get(row.id) ?? month)
  const purchase = row.purchase.filter((share) => share.kind !== 'reserved' || since < termMonths(share.term))
  return purchase.length === row.purchase.length ? row : { ...row, purchase }
}

/** The calculators count a commitment that begins later than in the first month for nothing: one that runs now begins in the first. */
function withCommitment(row: Component, { begin, months, quantity }: CommitmentTerm, { quantities }: Contracts, month: number): Component {
  if (month < begin) return row
  const bought = month < begin + months ? (quantities.get(row.id) ?? row.inputs[quantity]) : '0'
  if (begin <= 0 && bought === row.inputs[quantity]) return row
  return { ...row, inputs: { ...row.inputs, start: '1', ...(bought === undefined ? {} : { [quantity]: bought }) } }
}

/** Keeps how much is bought of what begins in this month; answers the rows that do. */
function sign(contracts: Contracts, calculator: Calculator, shown: Workbook, month: number): ReadonlySet<Id> {
  const begun = new Set<Id>()
  for (const row of shown.components.values()) {
    const commitment = contracts.commitments.get(row.id)
    const isSigned = commitment === undefined ? signShares(row, contracts, calculator) : month === commitment.begin
    if (!isSigned) continue
    begun.add(row.id)
    if (commitment === undefined) contracts.signedIn.set(row.id, month)
    else keepQuantity(row.id, commitment, contracts, calculator)
  }
  return begun
}

function keepQuantity(id: Id, { quantity }: CommitmentTerm, { quantities }: Contracts, calculator: Calculator): void {
  const bought = calculator.input(id, quantity)
  if (bought.kind === 'number') quantities.set(id, String(bought.value))
}

/** Whether a row's reserved shares begin now: they have not before, and it is known how many machines they are for. */
function signShares(row: Component, { shares }: Contracts, calculator: Calculator): boolean {
  const reserved = row.purchase.filter(({ kind }) => kind === 'reserved')
  if (reserved.length === 0 || shares.has(row.id)) return false
  const paid = calculator.explain(row.id).charges.flatMap(({ discounts }) => discounts.flatMap(({ paidHours }) => paidHours ?? []))
  if (paid.length !== reserved.length) return false
  shares.set(row.id, new Map(reserved.map((share, at) => [share, paid[at]!])))
  return true
}

function expiredIn(workbook: Workbook, { commitments, signedIn }: Contracts, month: number): readonly Id[] {
  return rows(workbook.components).flatMap(({ id, purchase }) => {
    const commitment = commitments.get(id)
    if (commitment !== undefined) return month === commitment.begin + commitment.months ? [id] : []
    const since = month - (signedIn.get(id) ?? month)
    return purchase.some((share) => share.kind === 'reserved' && termMonths(share.term) === since) ? [id] : []
  })
}

/** The rows that are others than the month before. */
function changesTo(shown: Workbook, before: Workbook): readonly Change[] {
  return rows(shown.components).flatMap((after): Change[] => {
    const was = before.components.get(after.id)!
    return was === after ? [] : [{ table: 'components', id: after.id, before: was, after }]
  })
}

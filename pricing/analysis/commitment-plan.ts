import type { NewComponent } from '#shared/commands/components.ts'
import { takenRow } from '#shared/document/environments.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id, PurchaseShare, Workbook } from '#shared/document/types.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { isMoney } from '#pricing/calculator/commitments/offers.ts'
import { rowOfLine, usageOf } from '#pricing/calculator/commitments/planned.ts'
import type { PlannedUsage } from '#pricing/calculator/commitments/planned.ts'
import { isInterruptible } from '#pricing/calculator/shares.ts'
import type { Calculator, Context, Money } from '#pricing/calculator/types.ts'
import { applyPlan } from '#pricing/purchase/apply.ts'
import { breakEvenMonthOf, cashFlowOf } from '#pricing/purchase/cash-flow.ts'
import { presentValue } from '#pricing/purchase/horizon.ts'
import type { CashFlow, Horizon } from '#pricing/purchase/horizon.ts'
import { metricsOf } from '#pricing/purchase/metrics.ts'
import type { Metrics } from '#pricing/purchase/metrics.ts'
import { optimise } from '#pricing/purchase/optimise/optimise.ts'
import { optimiseSustained } from '#pricing/purchase/optimise/sustained.ts'
import { sustainedShares } from '#pricing/purchase/sustained-pool.ts'
import type { SustainedCurves } from '#pricing/purchase/sustained-pool.ts'
import type { Offer, Payment, Plan, Term, UsageLine } from '#pricing/purchase/usage.ts'
import { whatIf } from '#pricing/purchase/what-if.ts'

/** What a person asks of a plan. `rows`: those whose machines it is for; absent: all. `spotShare`: 0 to 1. */
export type PlanWish = {
  readonly rows?: readonly Id[]
  readonly terms: readonly Term[]
  readonly payments: readonly Payment[]
  /** Share of the rows tagged `interruptible: yes` that goes to spot. */
  readonly spotShare: number
  readonly horizon: Horizon
}

/** A plan that was signed when usage is `factor` times the planned; money of one month in the workbook's currency. */
export type PlanTurn = { readonly factor: number; readonly cost: number; readonly onDemand: number; readonly metrics: Metrics }

/** What to buy and what it does. Money is in the workbook's currency, of one month where nothing else is said. */
export type CommitmentPlan = {
  readonly adds: readonly NewComponent[]
  /** Rows that go to spot in part, with all they are then bought by. */
  readonly spot: readonly { readonly row: Id; readonly purchase: readonly PurchaseShare[] }[]
  /** The whole workbook as it is, and with the plan. */
  readonly before: number
  readonly after: number
  /** Charges that `before` and `after` leave out, because nobody knows what they cost or they are in error. */
  readonly leftOut: { readonly before: number; readonly after: number }
  readonly metrics: Metrics
  readonly turns: readonly PlanTurn[]
  /** Paid by month: index 0 at the start, then by the end of each month; and the same usage on demand. */
  readonly cash: CashFlow
  readonly onDemandCash: CashFlow
  /** What is saved, worth at the start. */
  readonly presentSaving: number
  readonly breakEvenMonth: number | null
  /** Whether no cheaper plan of these offers exists. */
  readonly isProven: boolean
}

/**
 * How much of a plan is found, 0 to 1 and never falling; called in the thread that plans, every few milliseconds. What it throws ends the
 * planning and comes out of `commitmentPlan`. In a worker: pass a function that posts a message, and cancel by terminating the worker.
 */
export type PlanProgress = (done: number) => void

/** The cheapest commitments for a design over a horizon of whole months, as rows to be added. */
export function commitmentPlan(workbook: Workbook, context: Context, wish: PlanWish, progress: PlanProgress = () => {}): CommitmentPlan {
  const { currency, month } = settingsOf(workbook)
  const now = createCalculator(workbook, context)
  const spot = spotShares(workbook, context, wish, now)
  const onSpot = withPurchases(workbook, spot)
  const planned = usageOf(onSpot, context, { terms: wish.terms, payments: wish.payments })
  const lines = linesFor(planned, wish)
  const offers = offersFor(planned, lines)
  const curves = new Map([...planned.curves].filter(([id]) => lines.some((line) => line.id === id)))
  const { plan, isProven } =
    curves.size === 0
      ? optimise(lines, offers, wish.horizon, { progress })
      : optimiseSustained(lines, offers, wish.horizon, curves, { progress })
  const paid = afterSustainedUse(lines, curves)
  const outcome = applyPlan(paid, offers, plan)
  const adds = addsOf(plan, planned, currency.perUsd)
  const inCurrency = (dollars: number) => dollars * currency.perUsd
  const cash = cashFlowOf(outcome, wish.horizon.months, month.hours)
  const onDemandMonth = outcome.allOnDemand * month.hours
  const onDemandCash = cash.map((_, at) => (at >= 1 && at <= wish.horizon.months ? onDemandMonth : 0))
  const [before, after] = [now.total(), createCalculator(withRows(onSpot, adds), context).total()]
  return {
    adds,
    spot,
    before: before.monthly,
    after: after.monthly,
    leftOut: { before: before.unknown + before.problems, after: after.unknown + after.problems },
    metrics: inMoney(metricsOf(outcome, month.hours), inCurrency),
    turns: whatIf(paid, offers, plan, month.hours).map(({ factor, cost, allOnDemand, metrics }) => ({
      factor,
      cost: inCurrency(cost * month.hours),
      onDemand: inCurrency(allOnDemand * month.hours),
      metrics: inMoney(metrics, inCurrency),
    })),
    cash: cash.map(inCurrency),
    onDemandCash: onDemandCash.map(inCurrency),
    presentSaving: inCurrency(presentValue(onDemandCash, wish.horizon.annualRate) - presentValue(cash, wish.horizon.annualRate)),
    breakEvenMonth: breakEvenMonthOf(cash, onDemandMonth, wish.horizon.months),
    isProven,
  }
}

function inMoney(metrics: Metrics, inCurrency: (dollars: number) => number): Metrics {
  const { unused, upfront, amortisedMonthly } = metrics
  return { ...metrics, unused: inCurrency(unused), upfront: inCurrency(upfront), amortisedMonthly: inCurrency(amortisedMonthly) }
}

/**
 * Rows of their own that may be interrupted and are not on spot yet, where spot is known to make them cheaper: without a spot price a row would be
 * unknown, and the total would look lower for it. Spot takes at most what no reservation of the row covers.
 */
function spotShares(workbook: Workbook, context: Context, { rows: wanted, spotShare }: PlanWish, now: Calculator): CommitmentPlan['spot'] {
  if (spotShare === 0) return []
  const inScope = wanted === undefined ? null : new Set(wanted)
  const tried = rows(workbook.components).flatMap((row) => {
    const is = row.purchase.some(({ kind }) => kind === 'spot')
    if (!isInterruptible(row) || is || takenRow(row.id) !== null || inScope?.has(row.id) === false) return []
    const covered = now.explain(row.id).charges.flatMap(({ discounts }) => discounts.filter(({ label }) => label.startsWith('Reserved')))
    const share = Math.min(spotShare, 1 - covered.reduce((sum, one) => sum + one.share, 0))
    if (!(share > 0)) return []
    const spot: PurchaseShare = { kind: 'spot', coverage: `${Number((share * 100).toPrecision(12))}%` }
    return [{ row: row.id, purchase: [...row.purchase, spot] }]
  })
  const after = createCalculator(withPurchases(workbook, tried), context)
  return tried.filter(({ row }) => isCheaper(after.row(row), now.row(row)))
}

function isCheaper(after: Money, before: Money): boolean {
  return after.unknown <= before.unknown && after.problems <= before.problems && after.monthly < before.monthly
}

function withPurchases(workbook: Workbook, spot: CommitmentPlan['spot']): Workbook {
  if (spot.length === 0) return workbook
  const components = new Map(workbook.components)
  for (const { row, purchase } of spot) {
    const component = components.get(row)
    if (component !== undefined) components.set(row, { ...component, purchase })
  }
  return { ...workbook, components }
}

/** Lines at what their hours cost on demand while nothing is committed. */
function afterSustainedUse(lines: readonly UsageLine[], curves: SustainedCurves): readonly UsageLine[] {
  const shares = sustainedShares(applyPlan(lines, [], new Map()), curves)
  return lines.map((line) => ({ ...line, onDemandHourly: line.onDemandHourly * (1 - (shares.get(line.id) ?? 0)) }))
}

/** The machines of the rows that are meant; what goes to spot has left them already. */
function linesFor({ lines }: PlannedUsage, { rows: wanted }: PlanWish): readonly UsageLine[] {
  const inScope = wanted === undefined ? null : new Set(wanted)
  return lines.flatMap((line) => {
    const { interruptible: _, ...certain } = line
    return inScope === null || inScope.has(rowOfLine(line)) ? [certain] : []
  })
}

/** The offers as far as they cover these lines. */
function offersFor({ offers }: PlannedUsage, lines: readonly UsageLine[]): readonly Offer[] {
  const ids = new Set(lines.map(({ id }) => id))
  return offers.flatMap((offer) => {
    const covers = new Map([...offer.covers].filter(([line]) => ids.has(line)))
    return covers.size === 0 ? [] : [{ ...offer, covers }]
  })
}

function addsOf(plan: Plan, { candidates }: PlannedUsage, perUsd: number): readonly NewComponent[] {
  return [...plan].flatMap(([id, quantity]) => {
    const candidate = candidates.get(id)
    const commitment = candidate?.declaration.commitment
    if (candidate === undefined || commitment === undefined) return []
    const { service, name, region, inputs } = candidate.component
    const typed = isMoney(commitment) ? quantity * perUsd : quantity
    return [{ service, name, region, inputs: { ...inputs, [commitment.quantity]: String(Number(typed.toPrecision(12))) } }]
  })
}

function withRows(workbook: Workbook, adds: readonly NewComponent[]): Workbook {
  const last = rows(workbook.components).at(-1)?.order ?? 0
  const made = adds.map(({ service, name = '', region = '', inputs = {} }, at): [Id, Component] => [
    `plan ${at}`,
    {
      id: `plan ${at}`,
      order: last + at + 1,
      name: `${name} ${at}`,
      service,
      region,
      inputs,
      group: '',
      environment: '',
      purchase: [],
      prices: {},
      tags: {},
      note: '',
    },
  ])
  return { ...workbook, components: new Map([...workbook.components, ...made]) }
}

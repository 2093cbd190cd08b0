import { applyPlan } from '#pricing/purchase/apply.ts'
import type { Outcome } from '#pricing/purchase/apply.ts'
import { breakEvenMonthOf, cashFlowOf } from '#pricing/purchase/cash-flow.ts'
import { presentValue } from '#pricing/purchase/horizon.ts'
import type { CashFlow, Horizon } from '#pricing/purchase/horizon.ts'
import { metricsOf } from '#pricing/purchase/metrics.ts'
import type { Metrics } from '#pricing/purchase/metrics.ts'
import { onDemandByMonth, sustainedSaving } from '#pricing/purchase/sustained-pool.ts'
import type { SustainedCurves } from '#pricing/purchase/sustained-pool.ts'
import type { Offer, Plan, UsageLine } from '#pricing/purchase/usage.ts'
import { meanOf } from './plan-months.ts'

/** A plan that was signed when usage is `factor` times the planned; money of a mean month in the workbook's currency, all rows counted. */
export type PlanTurn = { readonly factor: number; readonly cost: number; readonly onDemand: number; readonly metrics: Metrics }

/** What the first month now and with the plan are made of, in the workbook's currency: each adds up to its total. */
export type PlanPart = { readonly part: 'on-demand' | 'commitments' | 'spot' | 'rest'; readonly before: number; readonly after: number }

export type PlanFigures = {
  readonly metrics: Metrics
  readonly parts: readonly PlanPart[]
  readonly turns: readonly PlanTurn[]
  readonly cash: CashFlow
  readonly onDemandCash: CashFlow
  readonly presentSaving: number
  readonly breakEvenMonth: number | null
}

/**
 * `lines`: the machines that are meant, nothing bought; `left`: those that do not go to spot, which costs `spotHourly` by month. `month`: hours of
 * the lines that are one month. US dollars.
 */
export type Signed = {
  readonly lines: readonly UsageLine[]
  readonly left: readonly UsageLine[]
  readonly curves: SustainedCurves
  readonly month: number
  readonly spotHourly: readonly number[]
  readonly offers: readonly Offer[]
  readonly plan: Plan
}

/** Workbook totals now and with the plan by month, in its currency; as many as the lines have months. */
type Totals = {
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly perUsd: number
  readonly monthHours: number
}

/**
 * All figures of a plan, of the whole workbook: what is not among the machines that are meant is in both months, so that the sums by month are the
 * totals `before` and `after`, those by part the totals of the first month, and those by turn their means.
 */
export function planFigures(signed: Signed, horizon: Horizon, { before, after, perUsd, monthHours }: Totals): PlanFigures {
  const { curves, month, spotHourly } = signed
  const monthly = (dollars: number) => dollars * monthHours * perUsd
  const nothing = onDemandByMonth(applyPlan(signed.lines, [], new Map()), curves, month)
  const planned = signedAt(signed, meanOf(nothing), 1)
  const onDemand = onDemandByMonth(planned.applied, curves, month)
  const { commitments } = planned.outcome
  const restAfter = after.map((total, at) => total - monthly(commitments + inMonth(onDemand, at) + inMonth(spotHourly, at)))
  const rest = { before: meanOf(before) - monthly(planned.onDemand), after: meanOf(restAfter) }
  const flow = cashFlowOf({ ...planned.outcome, onDemand: 0, spot: 0 }, horizon.months, monthHours).map((dollars) => dollars * perUsd)
  const isWithin = (at: number) => at >= 1 && at <= horizon.months
  const running = (at: number) => monthly(inMonth(onDemand, at) + inMonth(spotHourly, at)) + inMonth(restAfter, at)
  const cash = flow.map((paid, at) => (isWithin(at) ? paid + running(at - 1) : paid))
  const onDemandCash = flow.map((_, at) => (isWithin(at) ? inMonth(before, at - 1) : 0))
  return {
    metrics: metricsAt(planned, perUsd, monthHours),
    parts: [
      { part: 'on-demand', before: monthly(inMonth(nothing, 0)), after: monthly(inMonth(onDemand, 0)) },
      { part: 'commitments', before: 0, after: monthly(commitments) },
      { part: 'spot', before: 0, after: monthly(inMonth(spotHourly, 0)) },
      { part: 'rest', before: inMonth(before, 0) - monthly(inMonth(nothing, 0)), after: inMonth(restAfter, 0) },
    ],
    turns: [signedAt(signed, meanOf(nothing), 0.7), planned, signedAt(signed, meanOf(nothing), 1.3)].map((turn) => ({
      factor: turn.factor,
      cost: monthly(turn.outcome.total + turn.spot) + rest.after,
      onDemand: monthly(turn.onDemand) + rest.before,
      metrics: metricsAt(turn, perUsd, monthHours),
    })),
    cash,
    onDemandCash,
    presentSaving: presentValue(onDemandCash, horizon.annualRate) - presentValue(cash, horizon.annualRate),
    breakEvenMonth: breakEvenMonthOf(cash, onDemandCash),
  }
}

/** The figure of a month; where the months are alike there is but one. */
function inMonth(months: readonly number[], at: number): number {
  return months[months.length === 1 ? 0 : at] ?? 0
}

/** Dollars of a mean hour: `onDemand` is what all machines that are meant cost when nothing is bought. */
type Turned = {
  readonly factor: number
  /** Before and after sustained use. */
  readonly applied: Outcome
  readonly outcome: Outcome
  readonly spot: number
  readonly onDemand: number
}

/** `nothing`: dollars of a mean hour with nothing bought, which grows as usage does. */
function signedAt({ left, curves, month, spotHourly, offers, plan }: Signed, nothing: number, factor: number): Turned {
  const applied = applyPlan(times(left, factor), offers, plan)
  const outcome = afterSustainedUse(applied, curves, month)
  return { factor, applied, outcome, spot: meanOf(spotHourly) * factor, onDemand: nothing * factor }
}

function times(lines: readonly UsageLine[], factor: number): readonly UsageLine[] {
  return factor === 1 ? lines : lines.map((line) => ({ ...line, hours: line.hours.map((units) => units * factor) }))
}

function afterSustainedUse(outcome: Outcome, curves: SustainedCurves, month: number): Outcome {
  if (curves.size === 0) return outcome
  const saving = sustainedSaving(outcome, curves, month)
  return { ...outcome, onDemand: outcome.onDemand - saving, total: outcome.total - saving }
}

/** Coverage and utilisation are of the machines that stay off spot; the saving is of all that are meant, spot included. */
function metricsAt({ outcome, spot, onDemand }: Turned, perUsd: number, monthHours: number): Metrics {
  const { unused, upfront, ...metrics } = metricsOf(outcome, monthHours)
  const total = outcome.total + spot
  return {
    ...metrics,
    unused: unused * perUsd,
    upfront: upfront * perUsd,
    effectiveSavingsRate: onDemand === 0 ? 0 : 1 - total / onDemand,
    amortisedMonthly: total * monthHours * perUsd,
  }
}

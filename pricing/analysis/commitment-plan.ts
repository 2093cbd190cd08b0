import type { NewComponent } from '#shared/commands/components.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { isMoney } from '#pricing/calculator/commitments/offers.ts'
import { rowOfLine, usageOf } from '#pricing/calculator/commitments/planned.ts'
import type { PlannedUsage } from '#pricing/calculator/commitments/planned.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { Context } from '#pricing/calculator/types.ts'
import type { Horizon } from '#pricing/purchase/horizon.ts'
import { optimise } from '#pricing/purchase/optimise/optimise.ts'
import type { Optimum } from '#pricing/purchase/optimise/optimise.ts'
import { optimiseSustained } from '#pricing/purchase/optimise/sustained.ts'
import type { SustainedCurves } from '#pricing/purchase/sustained-pool.ts'
import type { Offer, Payment, Plan, Term, UsageLine } from '#pricing/purchase/usage.ts'
import { planFigures } from './plan-figures.ts'
import type { PlanFigures } from './plan-figures.ts'
import { chooseSpot, nothingOnSpot } from './plan-spot.ts'
import type { SpotRows } from './plan-spot.ts'

/** What a person asks of a plan. `rows`: those whose machines it is for; absent: all. `spotShare`: 0 to 1. */
export type PlanWish = {
  readonly rows?: readonly Id[]
  readonly terms: readonly Term[]
  readonly payments: readonly Payment[]
  /** Share of the machines of rows tagged `interruptible: yes` that goes to spot at the most: less where commitments are cheaper. */
  readonly spotShare: number
  readonly horizon: Horizon
}

/** What to buy and what it does. Money is in the workbook's currency, of one month where nothing else is said. */
export type CommitmentPlan = PlanFigures & {
  readonly adds: readonly NewComponent[]
  /** Rows that go to spot in part, with all they are then bought by. */
  readonly spot: SpotRows
  /** The whole workbook as it is, and with the plan. */
  readonly before: number
  readonly after: number
  /** Charges that `before` and `after` leave out, because nobody knows what they cost or they are in error. */
  readonly leftOut: { readonly before: number; readonly after: number }
  /** Rows with machines on demand for which the book has none of the commitments that may be bought. */
  readonly passedOver: readonly Id[]
  /** Whether no cheaper plan of these offers exists; where spot is allowed too, none with as much on spot. */
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
  const planned = usageOf(workbook, context, { terms: wish.terms, payments: wish.payments })
  const lines = linesFor(planned.lines, wish)
  const offers = offersFor(planned.offers, lines)
  let tried = 0
  const touched = hasCommitments(workbook, context) ? new Set(lines.map(({ id }) => id)) : touchedBy(planned.lines, offers)
  const wanted = chooseSpot(workbook, planned, wish, now, (gone) => {
    tried += 1
    progress(searched(tried))
    const left = planned.withSpot(gone)
    const some = linesFor(left.lines, wish).filter(({ id }) => touched.has(id))
    return cheapest(some, offersFor(offers, some), wish, left.curves, () => {}).cost + left.spotHourly
  })
  const before = now.total()
  const onSpot = createCalculator(withPurchases(workbook, wanted.rows), context).total()
  const isKnown = onSpot.unknown <= before.unknown && onSpot.problems <= before.problems
  const spot = isKnown ? wanted : nothingOnSpot
  const left = planned.withSpot(spot.gone)
  const start = searched(tried)
  const { plan, isProven } = cheapest(linesFor(left.lines, wish), offers, wish, left.curves, (done) => progress(start + (1 - start) * done))
  const adds = addsOf(plan, planned, currency.perUsd)
  const after = createCalculator(withRows(withPurchases(workbook, spot.rows), adds), context).total()
  const signed = {
    lines,
    left: linesFor(left.lines, wish),
    curves: curvesOf(lines, planned.curves),
    spotHourly: left.spotHourly,
    offers,
    plan,
  }
  const totals = { before: before.monthly, after: after.monthly, perUsd: currency.perUsd, monthHours: month.hours }
  return {
    ...planFigures(signed, wish.horizon, totals),
    adds,
    spot: spot.rows,
    before: before.monthly,
    after: after.monthly,
    leftOut: { before: before.unknown + before.problems, after: after.unknown + after.problems },
    passedOver: passedOver(lines, offers),
    isProven,
  }
}

/** How far a plan is when so many shares on spot were tried; nobody knows how many there will be. */
function searched(tried: number): number {
  return tried === 0 ? 0 : (0.8 * tried) / (tried + 20)
}

/** What the workbook's own commitments no longer cover of machines on spot they cover of any others. */
function hasCommitments(workbook: Workbook, context: Context): boolean {
  return rows(workbook.components).some((row) => serviceOf(row, workbook, context)?.commitment !== undefined)
}

/** Lines whose cost spot could change: those that may go, and all that share an offer with them, however far. */
function touchedBy(lines: readonly UsageLine[], offers: readonly Offer[]): ReadonlySet<string> {
  const touched = new Set(lines.flatMap(({ id, interruptible }) => (interruptible === undefined ? [] : [id])))
  let before = -1
  while (touched.size > before) {
    before = touched.size
    for (const { covers } of offers) if ([...covers.keys()].some((id) => touched.has(id))) for (const id of covers.keys()) touched.add(id)
  }
  return touched
}

function cheapest(
  lines: readonly UsageLine[],
  offers: readonly Offer[],
  { horizon }: PlanWish,
  all: SustainedCurves,
  progress: (done: number) => void,
): Optimum {
  const curves = curvesOf(lines, all)
  return curves.size === 0
    ? optimise(lines, offers, horizon, { progress })
    : optimiseSustained(lines, offers, horizon, curves, { progress })
}

function curvesOf(lines: readonly UsageLine[], all: SustainedCurves): SustainedCurves {
  const ids = new Set(lines.map(({ id }) => id))
  return new Map([...all].filter(([id]) => ids.has(id)))
}

/** Rows none of whose usage any offer covers. */
function passedOver(lines: readonly UsageLine[], offers: readonly Offer[]): readonly Id[] {
  const covered = new Set(offers.flatMap(({ covers }) => [...covers.keys()]))
  const used = lines.filter(({ hours }) => hours.some((units) => units > 0))
  const offered = new Set(used.flatMap((line) => (covered.has(line.id) ? [rowOfLine(line)] : [])))
  return [...new Set(used.map(rowOfLine))].filter((row) => !offered.has(row))
}

function withPurchases(workbook: Workbook, spot: SpotRows): Workbook {
  if (spot.length === 0) return workbook
  const components = new Map(workbook.components)
  for (const { row, purchase } of spot) {
    const component = components.get(row)
    if (component !== undefined) components.set(row, { ...component, purchase })
  }
  return { ...workbook, components }
}

/** The machines of the rows that are meant, as what must not be interrupted: what goes to spot has left them already. */
function linesFor(lines: readonly UsageLine[], { rows: wanted }: PlanWish): readonly UsageLine[] {
  const inScope = wanted === undefined ? null : new Set(wanted)
  return lines.flatMap((line) => {
    const { interruptible: _, ...certain } = line
    return inScope === null || inScope.has(rowOfLine(line)) ? [certain] : []
  })
}

/** The offers as far as they cover these lines. */
function offersFor(offers: readonly Offer[], lines: readonly UsageLine[]): readonly Offer[] {
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

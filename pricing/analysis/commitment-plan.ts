import type { NewComponent } from '#shared/commands/components.ts'
import { settingsOf } from '#shared/document/empty.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import { createCalculator } from '#pricing/calculator/calculator.ts'
import { isMoney } from '#pricing/calculator/commitments/offers.ts'
import { rowOfLine, usageOf } from '#pricing/calculator/commitments/planned.ts'
import type { PlannedUsage } from '#pricing/calculator/commitments/planned.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { Calculator, Context, Money } from '#pricing/calculator/types.ts'
import type { Horizon } from '#pricing/purchase/horizon.ts'
import type { SpotMover } from '#pricing/purchase/optimise/movers.ts'
import type { Optimum } from '#pricing/purchase/optimise/optimise.ts'
import { sustainedWithSpot } from '#pricing/purchase/optimise/sustained.ts'
import { optimiseWithSpot } from '#pricing/purchase/optimise/with-spot.ts'
import type { SustainedCurves } from '#pricing/purchase/sustained-pool.ts'
import type { Offer, Payment, Plan, Term, UsageLine } from '#pricing/purchase/usage.ts'
import { monthsOf } from './months.ts'
import { planFigures } from './plan-figures.ts'
import type { PlanFigures } from './plan-figures.ts'
import { meanOf, monthsAhead } from './plan-months.ts'
import { choiceAt, moversOf, nothingOnSpot, spotByTrying, spotGroups } from './plan-spot.ts'
import type { SpotChoice, SpotGroups, SpotRows } from './plan-spot.ts'

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
  /** The whole workbook as it is, and with the plan: the first month, as the sheet shows it. */
  readonly before: number
  readonly after: number
  /** Whether the months of the horizon differ, so that metrics and turns are means over them. */
  readonly isMean: boolean
  /** Charges that `before` and `after` leave out, because nobody knows what they cost or they are in error. */
  readonly leftOut: { readonly before: number; readonly after: number }
  /** Rows with machines on demand for which the book has none of the commitments that may be bought. */
  readonly passedOver: readonly Id[]
  /** Whether no cheaper plan of these offers, with any shares of the groups on spot, exists. */
  readonly isProven: boolean
}

/**
 * How much of a plan is found, 0 to 1 and never falling; called in the thread that plans, every few milliseconds. What it throws ends the
 * planning and comes out of `commitmentPlan`. In a worker: pass a function that posts a message, and cancel by terminating the worker.
 */
export type PlanProgress = (done: number) => void

/**
 * The cheapest commitments for a design over a horizon of whole months, as rows to be added. Where drivers grow, or what the workbook has bought ends
 * or begins within the horizon, its months are planned for one by one (pricing/analysis/plan-months.ts).
 */
export function commitmentPlan(workbook: Workbook, context: Context, wish: PlanWish, progress: PlanProgress = () => {}): CommitmentPlan {
  const { currency, month } = settingsOf(workbook)
  const now = createCalculator(workbook, context)
  const months = monthsAhead(workbook, context, wish.horizon.months, now)
  const planned = usageOf(workbook, context, { terms: wish.terms, payments: wish.payments }, months)
  const lines = linesFor(planned.lines, wish)
  const offers = offersFor(planned.offers, lines)
  const { spot, found } = chosenFor(workbook, context, { planned, lines, offers, now }, wish, progress)
  const left = planned.withSpot(spot.gone)
  const adds = addsOf(found.plan, planned, currency.perUsd)
  const before = months.map(({ total }) => total)
  const after = totalsWith(withPurchases(workbook, spot.rows), adds, context, months.length)
  const { curves: all, month: hours } = planned
  const signed = { lines, left: linesFor(left.lines, wish), curves: curvesOf(lines, all), month: hours, spotHourly: left.spotHourly }
  const totals = { before: before.map(({ monthly }) => monthly), after: after.map(({ monthly }) => monthly) }
  const isMean = months.length > 1
  return {
    ...planFigures({ ...signed, offers, plan: found.plan }, wish.horizon, { ...totals, perUsd: currency.perUsd, monthHours: month.hours }),
    adds,
    spot: spot.rows,
    before: totals.before[0]!,
    after: totals.after[0]!,
    isMean,
    leftOut: { before: mostLeftOut(before), after: mostLeftOut(after) },
    passedOver: passedOver(lines, offers),
    isProven: found.isProven,
  }
}

/** What is planned for: machines by the hour, what may be bought for them, and the workbook's figures now. */
type Asked = {
  readonly planned: PlannedUsage
  readonly lines: readonly UsageLine[]
  readonly offers: readonly Offer[]
  readonly now: Calculator
}

/** The best of spot and commitments; nothing on spot where its price is not known after all. */
function chosenFor(workbook: Workbook, context: Context, asked: Asked, wish: PlanWish, progress: PlanProgress): Chosen {
  const { planned, lines, offers, now } = asked
  const groups = spotGroups(workbook, planned, wish, now)
  const isByTrying = groups.length > 0 && hasCommitments(workbook, context)
  const chosen = isByTrying ? tryingSpot(groups, planned, wish, progress) : together(groups, planned, lines, offers, wish, progress)
  if (chosen.spot.rows.length === 0) return chosen
  const before = now.total()
  const onSpot = createCalculator(withPurchases(workbook, chosen.spot.rows), context).total()
  if (onSpot.unknown <= before.unknown && onSpot.problems <= before.problems) return chosen
  const left = planned.withSpot(nothingOnSpot.gone)
  const found = cheapest(linesFor(left.lines, wish), offers, wish, { ...planned, ...left }, [], () => {})
  return { spot: nothingOnSpot, found }
}

/** The workbook's totals with the plan, by month; what it buys is renewed as long as the horizon lasts. */
function totalsWith(workbook: Workbook, adds: readonly NewComponent[], context: Context, months: number): readonly Money[] {
  const after = withRows(workbook, adds)
  if (months === 1) return [createCalculator(after, context).total()]
  const isRenewed = (id: Id) => !workbook.components.has(id)
  return [...monthsOf(after, context, months, isRenewed)].map(({ total }) => total)
}

function mostLeftOut(months: readonly Money[]): number {
  return months.reduce((most, { unknown, problems }) => Math.max(most, unknown + problems), 0)
}

/** What goes to spot, and the cheapest commitments for the rest. */
type Chosen = { readonly spot: SpotChoice; readonly found: Optimum }

/** Shares and commitments in one search. */
function together(
  groups: SpotGroups,
  planned: PlannedUsage,
  lines: readonly UsageLine[],
  offers: readonly Offer[],
  wish: PlanWish,
  progress: PlanProgress,
): Chosen {
  const found = cheapest(lines, offers, wish, planned, moversOf(groups, planned.lines), progress)
  return { spot: choiceAt(groups, found.shares), found }
}

/** Shares one by one, then commitments; a plan is then proved for its shares only. */
function tryingSpot(groups: SpotGroups, planned: PlannedUsage, wish: PlanWish, progress: PlanProgress): Chosen {
  let tried = 0
  const at = (gone: ReadonlyMap<Id, number>, told: PlanProgress): Optimum => {
    const left = planned.withSpot(gone)
    const some = linesFor(left.lines, wish)
    const found = cheapest(some, offersFor(planned.offers, some), wish, { ...planned, ...left }, [], told)
    return { ...found, cost: found.cost + meanOf(left.spotHourly) }
  }
  const spot = spotByTrying(groups, planned, (gone) => {
    tried += 1
    progress(searched(tried))
    return at(gone, () => {}).cost
  })
  const start = searched(tried)
  const found = at(spot.gone, (done) => progress(start + (1 - start) * done))
  return { spot, found: { ...found, isProven: false } }
}

/** How far a plan is when so many shares on spot were tried; nobody knows how many there will be. */
function searched(tried: number): number {
  return tried === 0 ? 0 : (0.8 * tried) / (tried + 20)
}

/** What the workbook's own commitments no longer cover of machines on spot they cover of any others. */
function hasCommitments(workbook: Workbook, context: Context): boolean {
  return rows(workbook.components).some((row) => serviceOf(row, workbook, context)?.commitment !== undefined)
}

function cheapest(
  lines: readonly UsageLine[],
  offers: readonly Offer[],
  { horizon }: PlanWish,
  { curves: all, month }: Pick<PlannedUsage, 'curves' | 'month'>,
  movers: readonly SpotMover[],
  progress: (done: number) => void,
): Optimum & { readonly shares: readonly number[] } {
  const curves = curvesOf(lines, all)
  return curves.size === 0
    ? optimiseWithSpot(lines, offers, horizon, movers, { progress, month })
    : sustainedWithSpot(lines, offers, horizon, curves, movers, { progress, month })
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

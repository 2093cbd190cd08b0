import { settingsOf } from '#shared/document/empty.ts'
import type { NewComponent } from '#shared/commands/components.ts'
import { rows } from '#shared/document/rows.ts'
import type { Component, Workbook } from '#shared/document/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { applyPlan } from '#pricing/purchase/apply.ts'
import type { Horizon } from '#pricing/purchase/horizon.ts'
import { optimise } from '#pricing/purchase/optimise/optimise.ts'
import type { Optimum } from '#pricing/purchase/optimise/optimise.ts'
import type { Interruptible, Offer, Payment, Term, UsageLine } from '#pricing/purchase/usage.ts'
import { sustainedCurve, sustainedDiscount } from '#pricing/purchase/sustained.ts'
import { whatIf } from '#pricing/purchase/what-if.ts'
import type { Turn } from '#pricing/purchase/what-if.ts'
import { estimate, plannedUsage } from '../plain.ts'
import { isInterruptible } from '../shares.ts'
import type { Context } from '../types.ts'
import type { Committed } from './commitments.ts'
import { isMoney, offerOf } from './offers.ts'
import { familyOf, linesOf } from './usage.ts'
import type { MachineUsage } from './usage.ts'

/** What may be bought; absent: both terms, paid month by month or all at once. */
export type Wanted = { readonly terms?: readonly Term[]; readonly payments?: readonly Payment[]; readonly horizon?: Horizon }

/** An offer and the row that buys one unit of it. */
type Candidate = { readonly component: Component; readonly declaration: ServiceDeclaration }

/** A design's machines hour by hour, what could be bought for them, and the row each offer becomes, by the offer's id. */
export type PlannedUsage = {
  readonly lines: readonly UsageLine[]
  readonly offers: readonly Offer[]
  readonly candidates: ReadonlyMap<string, Candidate>
}

/**
 * The usage that commitments could still cover, what the workbook's own commitment rows cover left out, with every offer the book (or
 * a published discount) prices: plans, reservations by size on Azure, vCPUs and memory on Google. EC2 Instance Savings Plans stand for
 * standard reserved instances too: they save the same and any amount can be bought. A row tagged `interruptible: yes` may run on spot.
 */
export function usageOf(workbook: Workbook, context: Context, wanted: Wanted = {}): PlannedUsage {
  const { machines: usages, committed } = plannedUsage(workbook, context)
  const lines = withSpot(uncommitted(usages, committed, context), workbook, context)
  const candidates = new Map<string, Candidate>()
  const offers: Offer[] = []
  for (const candidate of candidatesFor(usages, context, wanted)) {
    const found = offerOf({ row: candidate.component.id, quantity: 1, discount: null, ...withCommitment(candidate) }, lines, context.book)
    if (!found.ok || found.offer.covers.size === 0) continue
    offers.push(found.offer)
    candidates.set(found.offer.id, candidate)
  }
  return { lines: lines.map(afterSustainedUse), offers, candidates }
}

function withCommitment({ component, declaration }: Candidate) {
  return { component, declaration: { ...declaration, commitment: declaration.commitment! } }
}

/** Lines less what the workbook's own commitments cover of them in each hour. */
function uncommitted(usages: readonly MachineUsage[], { bought }: Committed, { book }: Context): readonly UsageLine[] {
  const lines = linesOf(usages, book).map(({ line }) => line)
  const offers = [...bought.values()].map(({ offer }) => offer)
  const outcome = applyPlan(lines, offers, new Map([...bought].map(([id, { quantity }]) => [id, quantity])))
  return outcome.lines.map(({ line, onDemandHours }) => ({ ...line, hours: onDemandHours }))
}

/** What a machine of Google that runs on demand really costs: the share of the month that its line runs at its peak counts as sustained. */
function afterSustainedUse(line: UsageLine): UsageLine {
  const curve = line.scope.cloud === 'google' ? sustainedCurve(line.scope.size) : null
  if (curve === null) return line
  const peak = line.hours.reduce((most, one) => Math.max(most, one), 0)
  const mean = line.hours.reduce((sum, one) => sum + one, 0) / line.hours.length
  return { ...line, onDemandHourly: line.onDemandHourly * (1 - sustainedDiscount(curve, peak === 0 ? 0 : mean / peak)) }
}

/** Rows tagged `interruptible: yes` may run wholly on spot, at the book's price. */
function withSpot(lines: readonly UsageLine[], workbook: Workbook, { book }: Context): readonly UsageLine[] {
  const interruptible = new Set(rows(workbook.components).flatMap((row) => (isInterruptible(row) ? [row.id] : [])))
  return lines.map((line) => {
    const { cloud, size, region } = line.scope
    if (!interruptible.has(line.id.slice(0, line.id.lastIndexOf(' ')))) return line
    const [spot, onDemand] = [book.hourly(cloud, size, region, 'spot'), book.hourly(cloud, size, region, 'on-demand')]
    if (!(spot < onDemand)) return line
    const part: Interruptible = { share: 1, hourly: line.onDemandHourly * (spot / onDemand) }
    return { ...line, interruptible: part }
  })
}

const allTerms: readonly Term[] = ['1y', '3y']
const usualPayments: readonly Payment[] = ['no-upfront', 'all-upfront']

/** Every row that could be bought for these machines. */
function candidatesFor(usages: readonly MachineUsage[], { services, book }: Context, { terms, payments }: Wanted): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  for (const { cloud, size, region } of usages) {
    for (const { service, inputs } of kinds[cloud](size, familyOf(cloud, size, book), region)) {
      const declaration = services.get(service)
      if (declaration === undefined) continue
      const place = declaration.region === 'none' ? '' : region
      for (const term of terms ?? allTerms) {
        for (const payment of 'payment' in declaration.inputs ? (payments ?? usualPayments) : ['']) {
          const all = { ...inputs, term, ...(payment === '' ? {} : { payment }) }
          const id = JSON.stringify([service, place, all])
          if (!found.has(id)) found.set(id, { declaration, component: rowOf(id, service, place, declaration.name, all) })
        }
      }
    }
  }
  return [...found.values()]
}

type Kind = { readonly service: string; readonly inputs: Readonly<Record<string, string>> }

const kinds: Readonly<Record<MachineUsage['cloud'], (size: string, family: string, region: string) => readonly Kind[]>> = {
  aws: (size, family) => [
    { service: 'aws.compute-savings-plan', inputs: {} },
    { service: 'aws.ec2-instance-savings-plan', inputs: { size: sizeOfFamily(family, size) } },
  ],
  google: (_, series) => [
    { service: 'google.flexible-committed-use', inputs: {} },
    { service: 'google.committed-use', inputs: { size: `${series}-standard-2`, resource: 'vcpu' } },
    { service: 'google.committed-use', inputs: { size: `${series}-standard-2`, resource: 'memory' } },
  ],
  azure: (size) => [{ service: 'azure.reservation', inputs: { size } }],
}

/** Plans name a family by one of its sizes: the same for every row of it. */
function sizeOfFamily(family: string, size: string): string {
  return size.endsWith('.metal') ? size : `${family}.large`
}

function rowOf(id: string, service: string, region: string, name: string, inputs: Readonly<Record<string, string>>): Component {
  const empty = { group: '', environment: '', purchase: [], prices: {}, tags: {}, note: '' }
  return { id, order: 0, name, service, region, inputs, ...empty }
}

/** Commitments that would make a design cheaper: the rows to add, and what they do. Money is of one month, in the workbook's currency. */
export type Recommendation = {
  /** For the command `applyPlan`. */
  readonly adds: readonly NewComponent[]
  readonly optimum: Optimum
  readonly before: number
  readonly after: number
  /** The plan kept while usage turns out 30 % lower, as planned, and 30 % higher; US dollars an hour. */
  readonly turns: readonly Turn[]
}

/** The commitments that cost least over the horizon (the workbook's own, else twelve months), as rows. */
export function recommend(workbook: Workbook, context: Context, wanted: Wanted = {}): Recommendation {
  const settings = settingsOf(workbook)
  const { lines, offers, candidates } = usageOf(workbook, context, wanted)
  const horizon = wanted.horizon ?? { months: settings.horizon?.months ?? 12, annualRate: rateOf(settings.horizon?.yearlyRate ?? '0%') }
  const optimum = optimise(lines, offers, horizon)
  const adds = [...optimum.plan].map(([id, quantity]) => addOf(candidates.get(id)!, quantity, settings.currency.perUsd))
  return {
    adds,
    optimum,
    before: estimate(workbook, context).total.monthly,
    after: estimate(withRows(workbook, adds), context).total.monthly,
    turns: whatIf(lines, offers, optimum.plan, settings.month.hours),
  }
}

function addOf({ component, declaration }: Candidate, quantity: number, perUsd: number): NewComponent {
  const commitment = declaration.commitment!
  const typed = isMoney(commitment) ? quantity * perUsd : quantity
  return {
    service: component.service,
    name: component.name,
    region: component.region,
    inputs: { ...component.inputs, [commitment.quantity]: String(Number(typed.toPrecision(12))) },
  }
}

function withRows(workbook: Workbook, adds: readonly NewComponent[]): Workbook {
  const last = rows(workbook.components).at(-1)?.order ?? 0
  const made = adds.map((add, at): Component => {
    const { service, name = '', region = '', inputs = {} } = add
    return { ...rowOf(`plan ${at}`, service, region, name, inputs), order: last + at + 1 }
  })
  return { ...workbook, components: new Map([...workbook.components, ...made.map((row) => [row.id, row] as const)]) }
}

function rateOf(text: string): number {
  const written = /^(\d+(?:\.\d*)?|\.\d+)\s*(%?)$/.exec(text.trim())
  return written === null ? 0 : Number(written[1]) / (written[2] === '%' ? 100 : 1)
}

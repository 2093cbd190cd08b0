import { rows } from '#shared/document/rows.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { applyPlan } from '#pricing/purchase/apply.ts'
import type { Interruptible, Offer, Payment, Term, UsageLine } from '#pricing/purchase/usage.ts'
import { sustainedDiscount } from '#pricing/purchase/sustained.ts'
import type { SustainedCurve } from '#pricing/purchase/sustained.ts'
import type { SustainedCurves } from '#pricing/purchase/sustained-pool.ts'
import { plannedUsage } from '../plain.ts'
import { isInterruptible } from '../shares.ts'
import type { Context, Moment } from '../types.ts'
import type { CommitmentBought } from './commitments.ts'
import { offerOf } from './offers.ts'
import { familyOf, linesOf } from './usage.ts'
import type { MachineUsage } from './usage.ts'

/** What may be bought; absent: both terms, paid month by month or all at once. */
export type Wanted = { readonly terms?: readonly Term[]; readonly payments?: readonly Payment[] }

/** An offer and the row that buys one unit of it. */
type Candidate = { readonly component: Component; readonly declaration: ServiceDeclaration }

/** A design's machines hour by hour, what could be bought for them, and the row each offer becomes, by the offer's id. */
export type PlannedUsage = {
  readonly lines: readonly UsageLine[]
  /** How what is left on demand of a line is discounted for sustained use. */
  readonly curves: SustainedCurves
  readonly offers: readonly Offer[]
  readonly candidates: ReadonlyMap<string, Candidate>
  /** How many hours of the lines are one month: those of the months ahead stand one after the other. */
  readonly month: number
  /** The same design with a share (0 to 1) of the machines that rows run on demand gone to spot, by row. */
  readonly withSpot: (gone: ReadonlyMap<Id, number>) => OnSpot
}

/** What is left of the lines, and what the machines on spot cost by month: US dollars of a mean hour. */
export type OnSpot = Pick<PlannedUsage, 'lines' | 'curves'> & { readonly spotHourly: readonly number[] }

/** A month that is planned for. `isLikeBefore`: all of it is as in the month before. */
export type PlannedMonth = { readonly workbook: Workbook; readonly moment: Moment; readonly isLikeBefore: boolean }

/**
 * The usage that commitments could still cover, what the workbook's own commitment rows cover left out, with every offer the book (or
 * a published discount) prices: plans, reservations by size on Azure, vCPUs and memory on Google. EC2 Instance Savings Plans stand for
 * standard reserved instances too: they save the same and any amount can be bought. A row tagged `interruptible: yes` may run on spot.
 * `months`: those ahead; absent: one, as the workbook is.
 */
export function usageOf(workbook: Workbook, context: Context, wanted: Wanted = {}, months?: readonly PlannedMonth[]): PlannedUsage {
  const used = usedIn(months ?? [{ workbook, moment: {}, isLikeBefore: false }], context)
  const usages = [...new Set(used)].flatMap((one) => one.usages)
  const lines = inTurn(used.map(({ left }) => left))
  const candidates = new Map<string, Candidate>()
  const offers: Offer[] = []
  for (const candidate of candidatesFor(usages, context, wanted)) {
    const found = offerOf(
      { row: candidate.component.id, quantity: 1, discount: null, fargate: null, ...withCommitment(candidate) },
      lines,
      context.book,
    )
    if (!found.ok || found.offer.covers.size === 0) continue
    offers.push(found.offer)
    candidates.set(found.offer.id, candidate)
  }
  const gone = (shares: ReadonlyMap<Id, number>): OnSpot => ({
    ...sustainedIn(used, ({ machines, bought }) => uncommitted(lessSpot(machines, shares), bought)),
    spotHourly: eachOnce(used, ({ machines }) => spotOf(machines, shares)),
  })
  const month = (lines[0]?.hours.length ?? used.length) / used.length
  return { ...sustainedIn(used, ({ left }) => left), offers, candidates, month, withSpot: gone }
}

/** The machines of a month, as lines too, what the workbook's own commitments are in it, and what these leave of the lines. */
type UsedInMonth = {
  readonly usages: readonly MachineUsage[]
  readonly machines: readonly UsageLine[]
  readonly bought: ReadonlyMap<Id, CommitmentBought>
  readonly left: readonly UsageLine[]
}

function usedIn(months: readonly PlannedMonth[], context: Context): readonly UsedInMonth[] {
  const used: UsedInMonth[] = []
  for (const { workbook, moment, isLikeBefore } of months) {
    const before = used.at(-1)
    if (isLikeBefore && before !== undefined) {
      used.push(before)
      continue
    }
    const { machines: usages, bought } = plannedUsage(workbook, { ...context, ...moment })
    const lines = linesOf(usages, context.book).map(({ line }) => line)
    const machines = withSpot(lines, workbook, context)
    used.push({ usages, bought, machines, left: uncommitted(machines, bought) })
  }
  return used
}

/** What is made of each month, made once of months that are alike. */
function eachOnce<Month extends object, Made>(months: readonly Month[], make: (month: Month) => Made): readonly Made[] {
  const made = new Map<Month, Made>()
  for (const month of months) if (!made.has(month)) made.set(month, make(month))
  return months.map((month) => made.get(month)!)
}

function sustainedIn(
  used: readonly UsedInMonth[],
  left: (month: UsedInMonth) => readonly UsageLine[],
): Pick<PlannedUsage, 'lines' | 'curves'> {
  const months = eachOnce(used, (month) => sustainedOf(left(month), month.usages))
  return { lines: inTurn(months.map(({ lines }) => lines)), curves: new Map(months.flatMap(({ curves }) => [...curves])) }
}

/**
 * The lines of months one after the other. A line whose price is another in a later month (of machines that run for another share of it) is
 * counted there in units of its first price.
 */
function inTurn(months: readonly (readonly UsageLine[])[]): readonly UsageLine[] {
  const [only] = months
  if (months.length === 1 && only !== undefined) return only
  const each = months.reduce((most, lines) => lines.reduce((hours, line) => Math.max(hours, line.hours.length), most), 1)
  const found = new Map<string, UsageLine & { readonly hours: Float64Array }>()
  for (const [month, lines] of months.entries()) {
    for (const line of lines) {
      const all = found.get(line.id) ?? { ...line, hours: new Float64Array(each * months.length) }
      found.set(line.id, all)
      const worth = all.onDemandHourly > 0 ? line.onDemandHourly / all.onDemandHourly : 1
      for (let hour = 0; hour < each; hour += 1) all.hours[month * each + hour] = line.hours[hour % line.hours.length]! * worth
    }
  }
  return [...found.values()]
}

function lessSpot(lines: readonly UsageLine[], gone: ReadonlyMap<Id, number>): readonly UsageLine[] {
  return lines.map((line) => {
    const share = gone.get(rowOfLine(line)) ?? 0
    return share === 0 ? line : { ...line, hours: line.hours.map((units) => units * (1 - share)) }
  })
}

function spotOf(lines: readonly UsageLine[], gone: ReadonlyMap<Id, number>): number {
  return lines.reduce((sum, line) => {
    const units = line.hours.reduce((all, one) => all + one, 0) / line.hours.length
    return sum + units * (gone.get(rowOfLine(line)) ?? 0) * (line.interruptible?.hourly ?? line.onDemandHourly)
  }, 0)
}

function withCommitment({ component, declaration }: Candidate) {
  return { component, declaration: { ...declaration, commitment: declaration.commitment! } }
}

/** Lines less what the workbook's own commitments cover of them in each hour. */
function uncommitted(lines: readonly UsageLine[], bought: ReadonlyMap<Id, CommitmentBought>): readonly UsageLine[] {
  if (bought.size === 0) return lines
  const certain = lines.map((line) => {
    const { interruptible: _, ...always } = line
    return always
  })
  const offers = [...bought.values()].map(({ offer }) => offer)
  const outcome = applyPlan(certain, offers, new Map([...bought].map(([id, { quantity }]) => [id, quantity])))
  return lines.map((line, at) => ({ ...line, hours: outcome.lines[at]!.onDemandHours }))
}

/** Lines of machines that run for a share of the month, nobody knows when, at what is left of their price; the curves of all others. */
function sustainedOf(lines: readonly UsageLine[], usages: readonly MachineUsage[]): Pick<PlannedUsage, 'lines' | 'curves'> {
  const byRow = new Map(usages.map((usage) => [usage.row, usage]))
  const curves = new Map<string, SustainedCurve>()
  const priced = lines.map((line) => {
    const { curve = null, runs = null } = byRow.get(rowOfLine(line)) ?? {}
    if (curve === null) return line
    if (runs !== null) return { ...line, onDemandHourly: line.onDemandHourly * (1 - sustainedDiscount(curve, runs)) }
    curves.set(line.id, curve)
    return line
  })
  return { lines: priced, curves }
}

/** The row that a line is of. */
export function rowOfLine({ id }: UsageLine): Id {
  return id.slice(0, id.lastIndexOf(' '))
}

/** Rows tagged `interruptible: yes` may run wholly on spot, at the book's price. */
function withSpot(lines: readonly UsageLine[], workbook: Workbook, { book }: Context): readonly UsageLine[] {
  const interruptible = new Set(rows(workbook.components).flatMap((row) => (isInterruptible(row) ? [row.id] : [])))
  return lines.map((line) => {
    const { cloud, size, region } = line.scope
    if (!interruptible.has(rowOfLine(line))) return line
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
  const families = new Map<string, string>()
  for (const { cloud, size, region } of usages) {
    const family = `${cloud} ${familyOf(cloud, size, book)}`
    const named = families.get(family) ?? firstOfFamily(cloud, size, book)
    families.set(family, named)
    for (const { service, inputs } of kinds[cloud](size, named)) {
      const declaration = services.get(service)
      if (declaration === undefined) continue
      const place = declaration.region === 'none' ? '' : region
      for (const term of terms ?? allTerms) {
        for (const payment of 'payment' in declaration.inputs ? (payments ?? usualPayments) : ['']) {
          const all = { ...inputs, term, ...(payment === '' ? {} : { payment }) }
          const id = JSON.stringify([service, place, all])
          if (!found.has(id))
            found.set(id, { declaration, component: rowOf(id, service, place, nameOf(declaration, inputs, cloud, book), all) })
        }
      }
    }
  }
  return [...found.values()]
}

/** Of a commitment to a family the family, not the size that stands for it; of one to a size that size. */
function nameOf(declaration: ServiceDeclaration, { size }: Kind['inputs'], cloud: MachineUsage['cloud'], book: PriceBook): string {
  if (size === undefined) return declaration.name
  return `${declaration.name} ${cloud === 'azure' ? size : familyOf(cloud, size, book)}`
}

type Kind = { readonly service: string; readonly inputs: Readonly<Record<string, string>> }

/** What may be bought for a size, `family` being any size of its family: which one does not matter. */
const kinds: Readonly<Record<MachineUsage['cloud'], (size: string, family: string) => readonly Kind[]>> = {
  aws: (_, family) => [
    { service: 'aws.compute-savings-plan', inputs: {} },
    { service: 'aws.ec2-instance-savings-plan', inputs: { size: family } },
  ],
  google: (_, family) => [
    { service: 'google.flexible-committed-use', inputs: {} },
    { service: 'google.committed-use', inputs: { size: family, resource: 'vcpu' } },
    { service: 'google.committed-use', inputs: { size: family, resource: 'memory' } },
  ],
  azure: (size) => [{ service: 'azure.reservation', inputs: { size } }],
}

/** Plans name a family by one of its sizes: the first that the book has, the same for every row of it. */
function firstOfFamily(cloud: MachineUsage['cloud'], size: string, book: PriceBook): string {
  const family = familyOf(cloud, size, book)
  return book.sizes(cloud).find((one) => familyOf(cloud, one.size, book) === family)?.size ?? size
}

function rowOf(id: string, service: string, region: string, name: string, inputs: Readonly<Record<string, string>>): Component {
  const empty = { group: '', environment: '', purchase: [], prices: {}, tags: {}, note: '' }
  return { id, order: 0, name, service, region, inputs, ...empty }
}

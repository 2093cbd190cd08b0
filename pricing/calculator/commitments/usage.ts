import type { Component, Id } from '#shared/document/types.ts'
import type { Value } from '#shared/formula/types.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { normalisationFactor } from '#pricing/purchase/normalisation.ts'
import type { UsageLine } from '#pricing/purchase/usage.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { hoursPerWeek } from '#pricing/schedule/week.ts'
import type { SustainedCurve } from '#pricing/purchase/sustained.ts'
import { chosen, priceOf } from '../prices.ts'
import { programOf } from '../program.ts'
import { sustainedFor } from '../shares.ts'
import { numberValue } from '../values.ts'
import { byHour } from '../weeks.ts'
import { resourcePrices } from './resources.ts'

/** Machines of a row that commitments may cover: how many are in use on demand in each hour (one number where they never change). */
export type MachineUsage = {
  readonly row: Id
  readonly charge: string
  readonly cloud: UsageLine['scope']['cloud']
  readonly region: string
  readonly size: string
  /** US dollars an hour of one. */
  readonly onDemandHourly: number
  /** How the vendor discounts sustained use of it; null where it does not. */
  readonly curve: SustainedCurve | null
  /**
   * Share of the month that each machine runs where nobody knows in which hours: sustained use is then counted for the row alone. Null where the
   * hours are known: all of them, or those of a week.
   */
  readonly runs: number | null
  readonly hours: Value
}

/** What is known of a row's machines before anything of it is computed. */
export type Machine = Omit<MachineUsage, 'hours' | 'runs'>

/** The charge of a service that is for machines by size, or -1. */
export function machineCharge(declaration: ServiceDeclaration | undefined): number {
  return declaration === undefined ? -1 : programOf(declaration).charges.findIndex(({ charge }) => 'compute' in charge)
}

/** What a share of the month says of `MachineUsage.runs`. */
export function runsOf(share: Value): number | null {
  if (share.kind !== 'number') return 0
  return share.hours !== undefined || share.value >= 1 - 1e-12 ? null : share.value
}

/** A row's machines at the book's price; null where its price is typed, missing or left out: no commitment is known for it. */
export function machineOf(component: Component, declaration: ServiceDeclaration, book: PriceBook): Machine | null {
  const { cloud } = declaration
  const program = programOf(declaration).charges[machineCharge(declaration)]
  if (program === undefined || !('compute' in program.charge) || cloud === 'general') return null
  const price = priceOf(program, component, declaration, book)
  if (price.kind !== 'rate') return null
  const size = chosen(component, declaration, program.charge.compute)
  const curve = sustainedFor(program, component, declaration, false)?.curve ?? null
  return {
    row: component.id,
    charge: program.id,
    cloud,
    region: component.region,
    size,
    curve,
    onDemandHourly: price.rate.tiers[0]?.price ?? 0,
  }
}

/** Machines that run on demand, of a month's machine hours that nothing else buys (of each hour, were all like it). */
export function machinesInUse(left: number | Float64Array, monthHours: number): Value {
  if (typeof left !== 'number') return byHour(left.map((one) => one / monthHours))
  return numberValue(left / monthHours)
}

/** One line of usage, or on Google two: commitments there are for vCPUs and for memory. */
export type MachineLine = { readonly usage: MachineUsage; readonly line: UsageLine }

export function linesOf(usages: readonly MachineUsage[], book: PriceBook): readonly MachineLine[] {
  const isFlat = usages.every(({ hours }) => hours.kind !== 'number' || hours.hours === undefined)
  return usages.flatMap((usage) => linesOnce(usage, isFlat ? 1 : hoursPerWeek, book))
}

type Lines = { readonly book: PriceBook; readonly count: number; readonly lines: readonly MachineLine[] }
const known = new WeakMap<MachineUsage, Lines>()

/** An edit changes one row's usage: the lines of all others are those made before. */
function linesOnce(usage: MachineUsage, count: number, book: PriceBook): readonly MachineLine[] {
  const made = known.get(usage)
  if (made?.book === book && made.count === count) return made.lines
  const lines = linesOfUsage(usage, count, book)
  known.set(usage, { book, count, lines })
  return lines
}

function linesOfUsage(usage: MachineUsage, count: number, book: PriceBook): readonly MachineLine[] {
  const { hours } = usage
  if (hours.kind !== 'number') return []
  const each = hours.hours ?? new Float64Array(count).fill(hours.value)
  return scopesOf(usage, book).map(({ part, ...one }) => ({
    usage,
    line: {
      id: `${usage.row} ${usage.charge}:${part}`,
      hours: each.map((machines) => machines * one.times),
      onDemandHourly: one.price,
      scope: one.scope,
    },
  }))
}

type Part = { readonly part: string; readonly times: number; readonly price: number; readonly scope: UsageLine['scope'] }

function scopesOf({ cloud, region, size, onDemandHourly }: MachineUsage, book: PriceBook): readonly Part[] {
  const family = familyOf(cloud, size, book)
  const scope = { cloud, region, family, size, units: cloud === 'aws' ? (normalisationFactor(size) ?? 1) : 1, platform: 'linux' }
  const whole: readonly Part[] = [{ part: 'machines', times: 1, price: onDemandHourly, scope }]
  const known = cloud === 'google' ? book.size('google', size) : undefined
  const prices = known === undefined ? null : resourcePrices(book, family, region, 'on-demand')
  if (known === undefined || prices === null) return whole
  const memory = known.memoryGib * prices.memory
  if (!(memory < onDemandHourly) || known.vcpu === 0) return whole
  return [
    { part: 'vcpu', times: known.vcpu, price: (onDemandHourly - memory) / known.vcpu, scope: { ...scope, platform: 'vcpu' } },
    { part: 'memory', times: known.memoryGib, price: prices.memory, scope: { ...scope, platform: 'memory' } },
  ]
}

/** What commitments know as one family: `m5` of `m5.large`, `n2` of `n2-standard-8`, the book's family of an Azure size. */
export function familyOf(cloud: MachineUsage['cloud'], size: string, book: PriceBook): string {
  if (cloud === 'azure') return book.size('azure', size)?.family ?? size
  return size.split(cloud === 'aws' ? '.' : '-')[0] ?? size
}

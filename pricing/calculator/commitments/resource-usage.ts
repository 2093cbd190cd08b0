import type { Component, Id } from '#shared/document/types.ts'
import type { Value } from '#shared/formula/types.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { hoursPerWeek } from '#pricing/schedule/week.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { sustainedCurve } from '#pricing/purchase/sustained.ts'
import type { SustainedCurve } from '#pricing/purchase/sustained.ts'
import { isEven, sustainedShares } from '#pricing/purchase/sustained-pool.ts'
import type { UsageLine } from '#pricing/purchase/usage.ts'
import { chosen, priceOf } from '../prices.ts'
import { programOf } from '../program.ts'
import type { ChargeProgram } from '../program.ts'

/** vCPUs or GB of a row's machines whose sustained use is counted together with that of like machines. */
export type Resource = {
  readonly row: Id
  readonly charge: string
  readonly region: string
  /** Machine series, such as `n1`. */
  readonly series: string
  readonly resource: 'vcpu' | 'memory'
  /** US dollars of one for an hour. */
  readonly onDemandHourly: number
  readonly curve: SustainedCurve
}

/** The same with how many are in use in each hour (one number where they never change); `runs`: see `MachineUsage`. */
export type ResourceUsage = Resource & { readonly runs: number | null; readonly hours: Value }

export type ResourceCharge = { readonly program: ChargeProgram; readonly resource: Resource }

/** The charges of a row that are counted so, at a price of the book: one typed on the row is what is paid. */
export function resourceCharges(
  component: Component,
  declaration: ServiceDeclaration | undefined,
  book: PriceBook,
): readonly ResourceCharge[] {
  if (declaration === undefined) return []
  return programOf(declaration).charges.flatMap((program) => {
    const { together } = program.charge
    if (together === undefined) return []
    const price = priceOf(program, component, declaration, book)
    const series = chosen(component, declaration, together.series)
    const curve = sustainedCurve(series)
    if (price.kind !== 'rate' || curve === null) return []
    const onDemandHourly = price.rate.tiers[0]?.price ?? 0
    const { region, id: row } = component
    return [{ program, resource: { row, charge: program.id, region, series, resource: together.resource, onDemandHourly, curve } }]
  })
}

/** Share that sustained use takes off each charge, by row: of those that change by the hour in hours that are known. */
export function sustainedResources(usages: readonly ResourceUsage[]): ReadonlyMap<Id, ReadonlyMap<string, number>> {
  const lines = usages.flatMap((usage) => lineOf(usage) ?? [])
  const outcome = { lines: lines.map(({ line }) => ({ line, onDemandHours: line.hours })) }
  const shares = sustainedShares(outcome, new Map(lines.map(({ usage, line }) => [line.id, usage.curve])))
  const rows = new Map<Id, Map<string, number>>()
  for (const { usage, line } of lines) {
    if (!isEven(line.hours)) rows.set(usage.row, (rows.get(usage.row) ?? new Map<string, number>()).set(usage.charge, shares.get(line.id)!))
  }
  return rows
}

type Line = { readonly usage: ResourceUsage; readonly line: UsageLine }

function lineOf(usage: ResourceUsage): Line | null {
  const { hours, region, series, resource, onDemandHourly } = usage
  if (hours.kind !== 'number' || usage.runs !== null) return null
  const scope = { cloud: 'google', region, family: series, size: series, units: 1, platform: resource } as const
  const each = hours.hours ?? new Float64Array(hoursPerWeek).fill(hours.value)
  return { usage, line: { id: `${usage.row} ${usage.charge}`, hours: each, onDemandHourly, scope } }
}

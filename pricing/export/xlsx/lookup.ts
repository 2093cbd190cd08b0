import { rows } from '#shared/document/rows.ts'
import { isReservedName } from '#shared/formula/index.ts'
import type { Reference, Value } from '#shared/formula/types.ts'
import { named } from '#pricing/calculator/plain-nodes.ts'
import { isSum, referenceKey } from '#pricing/calculator/references.ts'
import { costValue, nameValue, readValue, subtotalValue } from '#pricing/calculator/resolve.ts'
import { scheduleOutcome, schedulesNamed } from '#pricing/calculator/schedules.ts'
import { problemValue } from '#pricing/calculator/values.ts'
import type { Report } from '../report.ts'
import type { SumPlace } from './design.ts'

/** Drivers whose number changes by the hour. */
export function weeklyDrivers({ workbook, estimate }: Report): ReadonlySet<string> {
  return new Set(
    rows(workbook.drivers).flatMap(({ id, name }) => {
      const value = estimate.drivers.get(id)
      return value?.kind === 'number' && value.hours !== undefined ? [name] : []
    }),
  )
}

/** What references come to in the priced workbook, as the formulas that read them see it. */
export function lookupIn(
  { workbook, settings, context, estimate }: Report,
  sums: ReadonlyMap<string, SumPlace>,
): (reference: Reference) => Value {
  const byName = named(rows(workbook.drivers))
  const rowsById = new Map(estimate.components.map((component) => [component.id, component]))
  const moment = { settings, month: context.month ?? 0 }
  const lookup = (reference: Reference): Value => {
    if (isSum(reference)) {
      const members = sums.get(referenceKey(reference))?.members ?? []
      const moneyOf = ({ id }: { readonly id: string }) => rowsById.get(id)!
      return reference.kind === 'cost' ? costValue(reference.row, members, moneyOf) : subtotalValue(reference.of, members, moneyOf)
    }
    if (reference.kind === 'schedule') return scheduleNamedAs(reference.schedule)
    const bearers = byName.get(reference.name) ?? []
    const known = bearers.length === 1 && !isReservedName(reference.name) ? estimate.drivers.get(bearers[0]!.id) : undefined
    return known === undefined ? nameValue(reference.name, bearers, moment, lookup) : readValue(reference, known, bearers)
  }
  return lookup

  function scheduleNamedAs(name: string): Value {
    const [only, second] = schedulesNamed(name, rows(workbook.schedules))
    if (only === undefined) return scheduleOutcome(name, [], lookup).value
    const known = second !== undefined ? undefined : estimate.schedules.get(only.id)?.value
    return known ?? problemValue('#NAME?', `There is not one schedule "${name}".`, 'Correct the name in schedule("…").')
  }
}

import { hourClasses } from '#pricing/schedule/hour-classes.ts'
import type { HourClasses } from '#pricing/schedule/hour-classes.ts'
import type { Declared, ServiceProgram } from '../program.ts'
import { meanOf } from '../weeks.ts'
import { fits } from './cells.ts'
import { deriveRow, quantityOf } from './compute.ts'
import type { BoundRow, FormulaCell, HourlyRow, Source, WeekCell } from './nodes.ts'
import type { Engine } from './state.ts'

/** The hours of what a formula reads, where it changes by the hour. */
export function weekOfSource({ value }: Source): Float64Array | undefined {
  return value.kind === 'number' ? value.hours : undefined
}

/**
 * A formula cell hour by hour, in its field's unit, and its mean at its target; null where an hour is not known or not one the field
 * takes, or where the field takes no week (then the target is NaN).
 */
export function runByHour(engine: Engine, cell: FormulaCell): WeekCell | null {
  const values = engine.values.at
  const weekly = cell.sources.filter((source) => weekOfSource(source) !== undefined)
  const classes = hourClasses(weekly.map((source) => weekOfSource(source)!))
  const before = weekly.map(({ slot }) => values[slot]!)
  const results = new Float64Array(classes.weights.length)
  let isKnown = true
  for (let index = 0; index < results.length; index += 1) {
    for (const [at, { slot }] of weekly.entries()) values[slot] = classes.profiles[at]![index]!
    const value = cell.run(cell.constants, values, cell.slots, 0) * cell.scale
    isKnown &&= fits(value, cell.field)
    results[index] = value
  }
  for (const [at, { slot }] of weekly.entries()) values[slot] = before[at]!
  const hours = Float64Array.from(classes.classOf, (index) => results[index]!)
  if (cell.field.steady === true && hours.some((value) => value !== hours[0])) isKnown = false
  values[cell.target] = isKnown ? meanOf(hours) : Number.NaN
  return isKnown ? { hours, target: cell.target } : null
}

/** Runs a row's own formulas hour by hour over the weeks of its inputs; null where none of its inputs changes by the hour. */
export function hourlyRow(engine: Engine, row: BoundRow, weeks: readonly WeekCell[]): HourlyRow | null {
  const inputs = weeks.filter(({ target }) => target < row.base + row.program.size)
  if (inputs.length === 0) return null
  const classes = hourClasses(inputs.map(({ hours }) => hours))
  const { charges } = row.program
  const values = engine.values.at
  const byClass = charges.map(() => new Float64Array(classes.weights.length))
  for (let index = 0; index < classes.weights.length; index += 1) {
    for (const [at, { target }] of inputs.entries()) values[target] = classes.profiles[at]![index]!
    deriveRow(engine, row)
    for (const [at, program] of charges.entries()) byClass[at]![index] = quantityOf(row, program, values)
  }
  for (const { hours, target } of inputs) values[target] = meanOf(hours)
  return outcome(classes, byClass, isInvolved(row.program, new Set(inputs.map(({ target }) => target - row.base))))
}

function outcome({ classOf }: HourClasses, byClass: readonly Float64Array[], isInvolvedRow: boolean): HourlyRow {
  const byHour = byClass.map((quantities) => Float64Array.from(classOf, (index) => quantities[index]!))
  return {
    byHour: byHour.map((hours) => (hours.every((one) => one === hours[0]) ? null : hours)),
    quantities: Float64Array.from(byHour, meanOf),
    isInvolved: isInvolvedRow,
  }
}

/** Whether anything besides a quantity — like units, a discount, a typed price, a share of the month — reads what changes by the hour. */
function isInvolved({ derived, charges }: ServiceProgram, weekly: Set<number>): boolean {
  const reads = (declared: Declared | null) => declared !== null && declared.slots.some((slot) => weekly.has(slot))
  for (const { slot, declared } of derived) if (reads(declared)) weekly.add(slot)
  return charges.some(
    ({ tiersPer, discount, sustained, typed }) =>
      reads(tiersPer) || reads(discount) || reads(sustained) || (typed ?? []).some(({ upTo, price }) => reads(upTo) || reads(price)),
  )
}

import { interpret } from '#shared/formula/index.ts'
import type { Formula } from '#shared/formula/formula.ts'
import type { Problem, Reference, Value } from '#shared/formula/types.ts'
import { hourClasses } from '#pricing/schedule/hour-classes.ts'
import type { HourClasses } from '#pricing/schedule/hour-classes.ts'
import { placeInWeek } from '#pricing/schedule/week.ts'
import { byHour } from './weeks.ts'

type Lookup = (reference: Reference) => Value
type NumberValue = Extract<Value, { readonly kind: 'number' }>

/**
 * A formula's value. Where it reads a week it is computed hour by hour — once for hours that are alike in all it reads — and is a week
 * itself. An hour in error puts the whole in error and says which.
 */
export function interpretByHour(formula: Formula, lookup: Lookup): Value {
  const values = formula.references.map(lookup)
  const weekly = values.flatMap((value) => (value.kind === 'number' && value.hours !== undefined ? [value.hours] : []))
  if (weekly.length === 0) return interpret(formula, lookup)
  const classes = hourClasses(weekly)
  const results = Array.from(classes.weights, (_, index) => interpret(formula, atClass(formula, values, classes, index)))
  const stop = results.findIndex(({ kind }) => kind === 'problem')
  if (stop >= 0) return inHour(results[stop]!, classes.classOf.indexOf(stop))
  const unknown = results.find(({ kind }) => kind === 'unknown')
  if (unknown !== undefined) return unknown
  const numbers = results.flatMap((result) => (result.kind === 'number' ? [result] : []))
  return spread(classes, numbers)
}

/** The values of the references in the hours of one class. */
function atClass(formula: Formula, values: readonly Value[], { profiles }: HourClasses, index: number): Lookup {
  let profile = 0
  const scalars = values.map((value): Value => {
    if (value.kind !== 'number' || value.hours === undefined) return value
    profile += 1
    return { kind: 'number', value: profiles[profile - 1]![index]!, dimension: value.dimension }
  })
  const byReference = new Map(formula.references.map((reference, at) => [reference, scalars[at]!]))
  return (reference) => byReference.get(reference)!
}

/** The values of the classes, hour by hour. */
function spread({ classOf }: HourClasses, numbers: readonly NumberValue[]): Value {
  const hours = Float64Array.from(classOf, (index) => numbers[index]!.value)
  return byHour(hours, numbers[0]!.dimension)
}

function inHour(value: Value, hour: number): Value {
  if (value.kind !== 'problem') return value
  return { kind: 'problem', problem: problemInHour(value.problem, hour) }
}

/** A problem that only some hours of the week have, said with the first of them. */
export function problemInHour(problem: Problem, hour: number): Problem {
  return { ...problem, message: `In the hour of ${placeInWeek(hour * 60)}: ${problem.message}` }
}

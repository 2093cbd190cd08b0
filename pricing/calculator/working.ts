import { interpret } from '#shared/formula/index.ts'
import type { Formula } from '#shared/formula/formula.ts'
import type { Value } from '#shared/formula/types.ts'
import { hourClasses } from '#pricing/schedule/hour-classes.ts'
import type { Names } from './explain.ts'
import type { HourClass } from './types.ts'

/**
 * A declared formula with its names replaced by their numbers, for a person to follow: `count * hours` becomes `4 * 730`. What changes by
 * the hour stands there as its mean.
 */
export function workingOf(formula: Formula, names: Names): string {
  const used = valuesOf(formula, names)
  return formula.text.replace(/[\p{L}_][\p{L}\p{N}_]*/gu, (name) => {
    const value = used.get(name)
    if (value === undefined) return name
    return value.kind === 'number' ? legible(value.value) : '?'
  })
}

/** What a formula comes to in the hours of the week that are alike in all it reads, in the order of the week; null where it never changes. */
export function hourClassesOf(formula: Formula, names: Names, monthHours: number): readonly HourClass[] | null {
  const used = valuesOf(formula, names)
  const weekly = [...used].flatMap(([name, value]) =>
    value?.kind === 'number' && value.hours !== undefined ? [[name, value] as const] : [],
  )
  if (weekly.length === 0) return null
  const { weights, profiles } = hourClasses(weekly.map(([, value]) => value.hours!))
  return Array.from(weights, (weight, index) => {
    const inClass = weekly.map(([name, { dimension }], at) => [name, { kind: 'number', value: profiles[at]![index]!, dimension }] as const)
    const here: Names = new Map<string, Value>([...names, ...inClass])
    const quantity = interpret(formula, (reference) => here.get(reference.kind === 'name' ? reference.name : '')!)
    return {
      hours: (weight * monthHours) / 168,
      working: workingOf(formula, here),
      quantity: quantity.kind === 'number' ? quantity.value : Number.NaN,
    }
  })
}

function valuesOf(formula: Formula, names: Names): ReadonlyMap<string, Value | undefined> {
  return new Map(
    formula.references.flatMap((reference) => (reference.kind === 'name' ? [[reference.name, names.get(reference.name)] as const] : [])),
  )
}

/** At most six decimal places, of what is below one six digits, and twelve digits in all: what a pencil would write. */
function legible(value: number): string {
  return String(Math.abs(value) < 1 ? Number(value.toPrecision(6)) : Number(Number(value.toFixed(6)).toPrecision(12)))
}

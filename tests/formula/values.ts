import { compile, interpret, plain, readCell } from '#shared/formula/index.ts'
import type { Formula } from '#shared/formula/formula.ts'
import type { Dimension, Problem, Reference, Value } from '#shared/formula/types.ts'

export const data: Dimension = { ...plain, data: 1 }
export const time: Dimension = { ...plain, time: 1 }
export const money: Dimension = { ...plain, money: 1 }
export const perHour: Dimension = { ...plain, time: -1 }

export function formulaOf(text: string): Formula {
  const cell = readCell(text)
  if (cell.kind !== 'formula') throw new Error(`${text} is no formula: ${JSON.stringify(cell)}`)
  return cell
}

export function problemOf(text: string): Problem {
  const cell = readCell(text)
  if (cell.kind !== 'problem') throw new Error(`${text} is no problem: ${JSON.stringify(cell)}`)
  return cell.problem
}

export type Given = Readonly<Record<string, number | Value>>

export function lookupIn(given: Given): (reference: Reference) => Value {
  return (reference) => {
    const value = reference.kind === 'name' && Object.hasOwn(given, reference.name) ? given[reference.name] : undefined
    if (value === undefined) return { kind: 'problem', problem: { code: '#NAME?', message: 'There is no such name.', fix: 'Add it.' } }
    return typeof value === 'number' ? { kind: 'number', value, dimension: plain } : value
  }
}

/** What the fast program makes of a text; the names are plain numbers. */
export function run(text: string, given: Readonly<Record<string, number>> = {}): number {
  const formula = formulaOf(text)
  const base = 3
  const numbers = formula.references.map((reference) => (reference.kind === 'name' ? (given[reference.name] ?? Number.NaN) : Number.NaN))
  const values = new Float64Array(base + numbers.length)
  values.set(numbers, base)
  return compile(formula.shape)(
    formula.constants,
    values,
    numbers.map((_, index) => index),
    base,
  )
}

export function explain(text: string, given: Given = {}): Value {
  return interpret(formulaOf(text), lookupIn(given))
}

export function explainedProblem(text: string, given: Given = {}): Problem {
  const value = explain(text, given)
  if (value.kind !== 'problem') throw new Error(`${text} has no problem: ${JSON.stringify(value)}`)
  return value.problem
}

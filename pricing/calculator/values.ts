import { checkField, fieldScale, interpret, plain } from '#shared/formula/index.ts'
import type { Cell } from '#shared/formula/formula.ts'
import type { Dimension, Field, Problem, ProblemCode, Reference, Value } from '#shared/formula/types.ts'

export const money: Dimension = { data: 0, time: 0, money: 1, duty: 0 }

/** A share typed as `50%` or `0.5`. */
export const shareField: Field = { dimension: plain, unit: '%', factor: 1, per: null, min: 0, max: 1 }

/** What one unit of a charge costs, in the workbook's currency. */
export const priceField: Field = { dimension: money, unit: '', factor: 1, per: null, min: 0, max: Infinity }

export function numberValue(value: number, dimension: Dimension = plain): Value {
  return { kind: 'number', value, dimension }
}

export function problemValue(code: ProblemCode, message: string, fix: string): Value {
  return { kind: 'problem', problem: { code, message, fix } }
}

export function emptyValue(what: string): Value {
  return { kind: 'unknown', unknown: { reason: 'empty', message: `${what} is not given.`, fix: `Type ${what}, or 0 if there is none.` } }
}

/** A cell's value with the reason when it has none. `what` names it in sentences. */
export function cellValue(cell: Cell, what: string, lookup: (reference: Reference) => Value): Value {
  switch (cell.kind) {
    case 'empty':
      return emptyValue(what)
    case 'literal':
      return numberValue(cell.value, cell.dimension)
    case 'formula':
      return interpret(cell, lookup)
    case 'problem':
      return cell
  }
}

/** The number a field's formulas count with: plain, in the field's own unit. */
export function fieldValue(value: Value, field: Field, monthHours: number): Value {
  if (value.kind !== 'number') return value
  const scale = fieldScale(value.dimension, field, monthHours)
  if (typeof scale !== 'number') return { kind: 'problem', problem: scale }
  const inField = value.value * scale
  const problem = checkField(inField, field)
  return problem === null ? numberValue(inField) : { kind: 'problem', problem }
}

/** What reading a driver that is itself in error gives. */
export function brokenReference(name: string, problem: Problem): Value {
  if (problem.code === '#CYCLE!') return { kind: 'problem', problem }
  return problemValue('#REF!', `${name} is in error: ${problem.message}`, problem.fix)
}

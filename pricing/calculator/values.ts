import { cellIn, checkField, fieldScale, plain, readCell } from '#shared/formula/index.ts'
import type { Cell } from '#shared/formula/formula.ts'
import type { Dimension, Field, Problem, ProblemCode, Reference, Value } from '#shared/formula/types.ts'
import { interpretByHour, problemInHour } from './by-hour.ts'
import { byHour, looksWeekly, weekIn, weekValue } from './weeks.ts'

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

/** `takesZero`: whether 0 may be typed for none. */
export function emptyValue(what: string, takesZero = true): Value {
  const message = `${what.replace(/^the /, 'The ')} is not given.`
  return { kind: 'unknown', unknown: { reason: 'empty', message, fix: `Type ${what}${takesZero ? ', or 0 if there is none' : ''}.` } }
}

/** A cell's value with the reason when it has none. `what` names it in sentences. */
export function cellValue(cell: Cell, what: string, lookup: (reference: Reference) => Value): Value {
  switch (cell.kind) {
    case 'empty':
      return emptyValue(what)
    case 'literal':
      return numberValue(cell.value, cell.dimension)
    case 'formula':
      return interpretByHour(cell, lookup)
    case 'problem':
      return cell
  }
}

/** The number a field's formulas count with: plain, in the field's own unit. */
export function fieldValue(value: Value, field: Field, monthHours: number): Value {
  if (value.kind !== 'number') return value
  const scale = fieldScale(value.dimension, field, monthHours)
  if (typeof scale !== 'number') return { kind: 'problem', problem: scale }
  if (value.hours !== undefined)
    return field.steady === true ? { kind: 'problem', problem: changesByTheHour } : weekInField(value.hours, scale, field)
  const inField = value.value * scale
  const problem = checkField(inField, field)
  return problem === null ? numberValue(inField) : { kind: 'problem', problem }
}

const changesByTheHour: Problem = {
  code: '#VALUE!',
  message: 'This is the same in every hour: what is committed to cannot follow a week.',
  fix: 'Write one number. How much of it each hour uses is found from the rows that use it.',
}

/** Every hour has to be one that the field takes. */
function weekInField(hours: Float64Array, scale: number, field: Field): Value {
  const inField = hours.map((value) => value * scale)
  for (const [hour, value] of inField.entries()) {
    const problem = checkField(value, field)
    if (problem !== null) return { kind: 'problem', problem: problemInHour(problem, hour) }
  }
  return byHour(inField)
}

/** The value of a text that is no input of a service: a number, a formula or a week. `what` names it in sentences. */
export function textValue(text: string, what: string, lookup: (reference: Reference) => Value): Value {
  return looksWeekly(text) ? weekValue(text) : cellValue(readCell(text), what, lookup)
}

/** The value of a cell's text as its field takes it. */
export function textInField(text: string, what: string, field: Field, monthHours: number, lookup: (reference: Reference) => Value): Value {
  const numbers = numbersOf(field, monthHours)
  const known = numbers.get(text)
  if (known !== undefined) return known
  if (looksWeekly(text)) return fieldValue(weekIn(text, field), field, monthHours)
  const cell = readCell(text)
  if (cell.kind === 'empty') return emptyValue(what, field.min <= 0)
  const value = fieldValue(cellValue(cellIn(cell, field), what, lookup), field, monthHours)
  if (cell.kind !== 'literal' || value.kind !== 'number') return value
  if (numbers.size >= mostKept) numbers.clear()
  numbers.set(text, value)
  return value
}

/** Texts that are plain numbers, as a field takes them: most cells are, and the same defaults stand in every row. */
const literals = new WeakMap<Field, { readonly monthHours: number; readonly values: Map<string, Value> }>()
const mostKept = 512

function numbersOf(field: Field, monthHours: number): Map<string, Value> {
  const known = literals.get(field)
  if (known?.monthHours === monthHours) return known.values
  const values = new Map<string, Value>()
  literals.set(field, { monthHours, values })
  return values
}

/** What reading a driver that is itself in error gives. */
export function brokenReference(name: string, problem: Problem): Value {
  if (problem.code === '#CYCLE!') return { kind: 'problem', problem }
  return problemValue('#REF!', `${name} is in error: ${problem.message}`, problem.fix)
}

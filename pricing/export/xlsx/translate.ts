import {
  cellIn,
  checkField,
  dimensionOf,
  excelCall,
  excelNumber,
  excelOperator,
  excelTimes,
  failing,
  fieldScale,
  readCell,
  toExcel,
} from '#shared/formula/index.ts'
import type { Cell as Read, Formula, Node } from '#shared/formula/formula.ts'
import type { ExcelPiece } from '#shared/formula/index.ts'
import type { Dimension, Field, Reference, Value } from '#shared/formula/types.ts'
import { computed } from './sheet.ts'
import type { Cell } from './sheet.ts'

/** What a formula of a workbook needs to be said in Excel. */
export type Reading = {
  readonly of: (reference: Reference) => ExcelPiece
  readonly dimension: (reference: Reference) => Dimension
  /** What a text of a field comes to. */
  readonly value: (text: string, field: Field) => Value
  /** Why a reference cannot be read in Excel: it would go round in a circle, or has no cell. Null where it can. */
  readonly obstacle: (reference: Reference) => string | null
  readonly hours: ExcelPiece
  readonly monthHours: number
  /** Drivers on a cycle must not be written as formulas; what reads them may be. */
  readonly isDriver: boolean
}

/** A cell of the export. `least` is the smallest number it can be; `note` says why it is no formula where it could be one. */
export type Said = { readonly cell: Cell; readonly least: number; readonly note: string; readonly isFormula: boolean }

/** Turns a cell's base-unit number into the one that is shown. */
export type Scale = (dimension: Dimension, hours: number) => number | null

/** Ends every note of a cell that does not follow from others as it does in the app. */
export const isFixedValue = 'the value is fixed.'
export const unsayable = `Excel cannot say this formula; ${isFixedValue}`
export const circular = `Part of this formula would go round in a circle; ${isFixedValue}`
export const hourByHour = `Worked out hour by hour; ${isFixedValue}`
const mixedUnits = `The units of this formula depend on its values; ${isFixedValue}`

/** The text of a field as an Excel cell, in the field's own unit. `value` is what the calculator made of it. */
export function sayField(text: string, field: Field, value: Value, reading: Reading): Said {
  const scale: Scale = (dimension, hours) => {
    const factor = fieldScale(dimension, field, hours)
    return typeof factor === 'number' ? factor : null
  }
  const read = cellIn(readCell(text), field)
  if (read.kind === 'literal' && checkField(literalIn(read, scale, reading), field) !== null) return unanswered(value)
  return say(read, scale, value, reading)
}

/** What a field makes of a literal; 0 where it does not take its unit, which is another error. */
function literalIn(read: Extract<Read, { kind: 'literal' }>, scale: Scale, { monthHours }: Reading): number {
  return read.value * (scale(read.dimension, monthHours) ?? 0)
}

export function say(read: Read, scale: Scale, value: Value, reading: Reading): Said {
  if (read.kind === 'empty' || read.kind === 'problem') return value.kind === 'number' ? fixed(value.value, hourByHour) : unanswered(value)
  if (read.kind === 'literal') return sayLiteral(read, scale, value, reading)
  return sayFormula(read, scale, value, reading)
}

function sayLiteral(read: Extract<Read, { kind: 'literal' }>, scale: Scale, value: Value, reading: Reading): Said {
  const { power, factor } = scaleOf(scale, read.dimension, reading.monthHours)
  if (power === null) return unanswered(value)
  const number = read.value * factor
  if (power === 0) return { cell: number, least: Math.min(0, number), note: '', isFormula: false }
  const piece = withHours(excelNumber(number), power, reading)
  return { cell: computed(piece.text, cached(value)), least: piece.least, note: '', isFormula: false }
}

function sayFormula(read: Formula, scale: Scale, value: Value, reading: Reading): Said {
  if (reading.isDriver && value.kind === 'problem' && value.problem.code === '#CYCLE!') return unanswered(value)
  const orFixed = (why: string): Said => (value.kind === 'number' ? fixed(value.value, why) : unanswered(value))
  for (const reference of read.references) {
    const obstacle = reading.obstacle(reference)
    if (obstacle !== null) return orFixed(obstacle)
  }
  const piece = scaled(read, scale, reading)
  if (piece === null) return orFixed(unsayable)
  if (piece === mismatch) return orFixed(mixedUnits)
  return { cell: computed(piece.text, cached(value)), least: piece.least, note: '', isFormula: true }
}

const mismatch = failing('#UNIT!')

/** A formula in the field's unit; the branches of an `if` may be of different units, as long as the field takes both. */
function scaled(read: Formula, scale: Scale, reading: Reading): ExcelPiece | null {
  const dimension = dimensionOf(read, reading.dimension)
  if ('code' in dimension) return eachBranch(read, scale, reading)
  const { power, factor } = scaleOf(scale, dimension, reading.monthHours)
  if (power === null) return mismatch
  const piece = toExcel(read, reading.of)
  return piece === null ? null : withHours(excelTimes(piece, factor), power, reading)
}

function eachBranch(read: Formula, scale: Scale, reading: Reading): ExcelPiece | null {
  const { tree } = read.shape
  if (tree.kind !== 'call' || tree.name !== 'if') return mismatch
  const part = (node: Node | undefined): Formula => ({ ...read, shape: { key: '', tree: node ?? tree } })
  const [condition, then, otherwise] = tree.args
  if ('code' in dimensionOf(part(condition), reading.dimension)) return mismatch
  const pieces = [toExcel(part(condition), reading.of), scaled(part(then), scale, reading), scaled(part(otherwise), scale, reading)]
  const known = pieces.flatMap((piece) => piece ?? [])
  return known.length < pieces.length ? null : excelCall('IF', known, Math.min(known[1]!.least, known[2]!.least))
}

/** How a scale depends on the month's hours: times them, by them, or not at all; `power: null` where units do not go together. */
function scaleOf(scale: Scale, dimension: Dimension, hours: number): { readonly power: number | null; readonly factor: number } {
  const now = scale(dimension, hours)
  const twice = scale(dimension, hours * 2)
  if (now === null || twice === null) return { power: null, factor: 0 }
  const power = Math.round(Math.log2(twice / now))
  return { power, factor: power === 0 ? now : now / hours ** power }
}

function withHours(piece: ExcelPiece, power: number, { hours }: Reading): ExcelPiece {
  let result = piece
  for (let at = 0; at < Math.abs(power); at += 1) result = excelOperator(power > 0 ? '*' : '/', result, hours)
  return result
}

/** A number that does not follow from others, with the reason. */
export function fixed(value: number, note: string): Said {
  return { cell: value, least: Math.min(0, value), note, isFormula: false }
}

/** A cell of which nobody knows the number yet (#N/A: a number can be typed over it), or that is in error. */
export function unanswered(value: Value): Said {
  const cell = value.kind === 'problem' ? computed(failing(value.problem.code).text, '#VALUE!') : computed('NA()', '#N/A')
  const note = value.kind === 'problem' ? `${value.problem.message} ${value.problem.fix}` : ''
  return { cell, least: -Infinity, note, isFormula: false }
}

/** What a formula's cell shows before anything recalculates. */
export function cached(value: Value): number | string {
  if (value.kind === 'number') return value.value
  return value.kind === 'unknown' ? '#N/A' : '#VALUE!'
}

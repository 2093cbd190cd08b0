import { combineDimensions, describeDimension, isPlain, plain, sameDimension } from './dimension.ts'
import type { Cell } from './formula.ts'
import { problem } from './problems.ts'
import type { Dimension, Field, Problem } from './types.ts'

const perTime: Dimension = { ...plain, time: 1 }
const secondsPerHour = 3600

/**
 * What one multiplies a base-unit number of this dimension by to get the field's number. A plain number counts in the field's own
 * unit. A field per month also takes an amount per time, a field of hours per month a share of the time (`3 h/day`), a field per
 * second an amount per time. `monthHours`: hours of the workbook's month.
 */
export function fieldScale(dimension: Dimension, field: Field, monthHours: number): number | Problem {
  if (isPlain(dimension)) return 1
  if (sameDimension(dimension, field.dimension)) return field.factor
  const rate = sameDimension(dimension, combineDimensions(field.dimension, perTime, -1))
  if (rate && field.per === 'month') return field.factor * monthHours
  if (rate && field.per === 'second') return field.factor / secondsPerHour
  const { duty } = dimension
  if (duty > 0 && field.dimension.duty === 0) {
    const undutied = { ...dimension, duty: 0 }
    if (field.per === 'month' && isPlain(undutied) && sameDimension(field.dimension, perTime)) return field.factor * monthHours
    if (!isPlain(undutied)) return fieldScale(undutied, field, monthHours)
  }
  return problem(
    '#UNIT!',
    `This field takes ${wantedText(field)}, not ${describeDimension(dimension)}.`,
    `Write a number${unitExample(field)}.`,
  )
}

const shareOfTime: Dimension = { ...plain, duty: 1 }

/** A cell as the field reads it: a percentage typed into a field of hours a month is a share of the month, as `8 h/day` is. */
export function cellIn(cell: Cell, field: Field): Cell {
  if (cell.kind !== 'literal' || cell.percent !== true || !isPlain(cell.dimension)) return cell
  return field.per === 'month' && sameDimension(field.dimension, perTime) ? { ...cell, dimension: shareOfTime } : cell
}

function wantedText(field: Field): string {
  const unit = field.unit === '' ? describeDimension(field.dimension) : field.unit
  return field.per === null || unit.includes('/') ? unit : `${unit} per ${field.per}`
}

function unitExample(field: Field): string {
  if (field.unit === '%') return ', such as 25%'
  return field.unit === '' ? '' : ` in ${field.unit}, such as 5 ${field.unit}`
}

/** Whole numbers that only the last binary digits miss count as whole. */
function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, Math.abs(value))
}

/** Six digits: a sentence needs no more of a number that was divided. */
function shortened(value: number): number {
  return Number(value.toPrecision(6))
}

/** Range and integer rules of a field; `value` is in the field's own unit. */
export function checkField(value: number, field: Field): Problem | null {
  const unit = field.unit === '' || field.unit === '%' ? '' : ` ${field.unit}`
  if (value !== value) return problem('#NUM!', 'This is not a number.', 'Check the formula.')
  if (value > field.max) {
    const isShare = isPlain(field.dimension) && field.max === 1
    const share = isShare && value > 2 && value <= 100
    return problem(
      '#NUM!',
      `${shortened(value)} is more than ${isShare ? '100%' : `${field.max}${unit}`}, the most this field takes.`,
      share ? `Write ${shortened(value)}% or ${shortened(value / 100)}.` : `Use at most ${isShare ? '100%' : `${field.max}${unit}`}.`,
    )
  }
  if (value < field.min)
    return problem(
      '#NUM!',
      `${shortened(value)} is less than ${shortened(field.min)}${unit}, the least this field takes.`,
      `Use at least ${shortened(field.min)}${unit}.`,
    )
  if (field.integer === true && !isWhole(value))
    return problem('#NUM!', `This field takes whole numbers, not ${value}.`, `Use ceil(…) or write ${Math.ceil(value)}.`)
  return null
}

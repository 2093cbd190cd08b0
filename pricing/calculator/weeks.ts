import { cellIn, sameDimension } from '#shared/formula/index.ts'
import type { Dimension, Field, Problem, Value } from '#shared/formula/types.ts'
import { hoursPerWeek } from '#pricing/schedule/week.ts'
import { parseWeekly } from '#pricing/schedule/weekly.ts'
import { inUtc, zoneOffset } from '#pricing/schedule/zones.ts'

/** A weekly text by the clock of UTC, or why it cannot be read. `relative`: its values are shares (50 %) or multiples (×2). */
export type ReadWeek =
  | { readonly ok: true; readonly hours: Float64Array; readonly relative: boolean }
  | { readonly ok: false; readonly problem: Problem }

/** Enough for the distinct weeks of a large workbook; all are let go of together. */
const mostKept = 2048
const read = new Map<string, ReadWeek>()

const weeklyText = /=|\belse\b|^\s*(?:mon|tue|wed|thu|fri|sat|sun|daily|weekday|weekend)/i

/**
 * Whether a cell's text is meant as a week (`Mon-Fri 08-18 = 4, else 2`) and not as a number or a formula. Told before the formula
 * language reads it: no number holds an `=`, and a formula begins with one.
 */
export function looksWeekly(text: string): boolean {
  return !text.startsWith('=') && weeklyText.test(text) && !/^\s*=/.test(text)
}

/** Reads a weekly text once; the same text gives the same answer. */
export function weekOf(text: string): ReadWeek {
  const known = read.get(text)
  if (known !== undefined) return known
  if (read.size >= mostKept) read.clear()
  const reading = parseWeekly(text)
  const week: ReadWeek = reading.ok
    ? {
        ok: true,
        hours: inUtc(reading.weekly.hours, reading.weekly.zone === null ? 0 : (zoneOffset(reading.weekly.zone) ?? 0)),
        relative: reading.weekly.relative,
      }
    : reading
  read.set(text, week)
  return week
}

const perTime: Dimension = { data: 0, time: 1, money: 0, duty: 0 }

/** Whether a field takes hours in use a month: a week in it holds shares of each hour, in any other it holds counts. */
export function isMonthHours({ per, dimension }: Pick<Field, 'per' | 'dimension'>): boolean {
  return per === 'month' && sameDimension(dimension, perTime)
}

/** A weekly text as a value: plain numbers, shares as parts of one. */
export function weekValue(text: string): Value {
  const week = weekOf(text)
  return week.ok ? byHour(week.hours) : { kind: 'problem', problem: week.problem }
}

/**
 * A weekly text as a field reads it, before its range is checked. In a field of hours a month a share is that of each hour in use;
 * a field of shares takes shares; any other counts in its own unit.
 */
export function weekIn(text: string, field: Field): Value {
  const week = weekOf(text)
  if (!week.ok) return { kind: 'problem', problem: week.problem }
  const isHours = isMonthHours(field)
  const isNothing = week.hours.every((value) => value === 0)
  if (isHours && !week.relative && !isNothing) return { kind: 'problem', problem: countInHours }
  if (!isHours && week.relative && field.max !== 1 && !isNothing) return { kind: 'problem', problem: shareOfNothing }
  const share = cellIn({ kind: 'literal', value: 1, dimension: plainDimension, percent: true }, field)
  return byHour(week.hours, isHours && share.kind === 'literal' ? share.dimension : plainDimension)
}

const plainDimension: Dimension = { data: 0, time: 0, money: 0, duty: 0 }

const countInHours: Problem = {
  code: '#VALUE!',
  message: 'A week of hours in use takes shares of each hour, not counts.',
  fix: 'Write for example Mon-Fri 08-18 = 100%, else 0; counts belong into the number of units.',
}

const shareOfNothing: Problem = {
  code: '#VALUE!',
  message: 'This week gives shares, and there is nothing here that they are shares of.',
  fix: 'Write the values themselves (Mon-Fri 08-18 = 4, else 2), or give the week to a schedule and multiply: =4 * schedule("…").',
}

/** The number of 168 hourly values: one number where all are alike, else their mean and the hours. */
export function byHour(hours: Float64Array, dimension: Dimension = plainDimension): Value {
  const value = meanOf(hours)
  return hours.every((other) => other === hours[0]) ? { kind: 'number', value, dimension } : { kind: 'number', value, dimension, hours }
}

/** Mean of the hours in their order; of hours that are all alike exactly the one. */
export function meanOf(hours: Float64Array): number {
  const [first = 0] = hours
  let isFlat = true
  let sum = 0
  for (let hour = 0; hour < hoursPerWeek; hour += 1) {
    const value = hours[hour]!
    if (value !== first) isFlat = false
    sum += value
  }
  return isFlat ? first : sum / hoursPerWeek
}

/** The same number made of every hour of a value: `change` of one number gives one, of a week a week. */
export function changed(value: Extract<Value, { readonly kind: 'number' }>, change: (one: number) => number, dimension: Dimension): Value {
  if (value.hours === undefined) return { kind: 'number', value: change(value.value), dimension }
  return byHour(value.hours.map(change), dimension)
}

import { endOfName, isDigit, skipBlanks } from './characters.ts'
import { combineDimensions, plain } from './dimension.ts'
import { problem, quoted, Unreadable, unreadable } from './problems.ts'
import type { NameRule, NumberToken, UnitName } from './tokens.ts'
import type { Dimension } from './types.ts'
import { currencySign, unitOf, type Unit } from './units.ts'

/** Powers of ten of the suffixes; moved into the exponent, so that 1.005k is exactly 1005. */
const suffixes: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['M', 6],
  ['bn', 9],
  ['Bn', 9],
  ['BN', 9],
])

export function isSuffix(word: string): boolean {
  return suffixes.has(word)
}

/**
 * Reads the number that starts at `at` (a digit, a point, or a currency sign) with its suffix, percent sign and unit.
 * `groups`: commas may stand between thousands. Throws `Unreadable`.
 */
export function readNumberToken(text: string, at: number, groups: boolean, names: NameRule): NumberToken {
  const before = currencySign(text.charAt(at))
  const start = before === undefined ? at : skipBlanks(text, at + 1)
  const digits = endOfDigits(text, start, groups)
  if (digits === start)
    throw unreadable('#SYNTAX!', `There is no number after ${text.charAt(at)}.`, 'Write an amount such as $5.', { from: at, to: at + 1 })
  if (before === undefined && endsNumber(text.charCodeAt(skipBlanks(text, digits)))) {
    const value = decimalOf(text.slice(at, digits), 0)
    if (Number.isFinite(value)) return { kind: 'number', from: at, to: digits, value, dimension: plain, unitNames: noNames }
  }
  const scaled = endOfScale(text, digits)
  const value = decimalOf(text.slice(start, digits), scaled.exponent)
  if (!Number.isFinite(value)) throw unreadable('#NUM!', 'This number is too large.', 'Use a number below 1e308.', { from: at, to: digits })
  return withUnits(text, at, scaled.end, value, before, names)
}

const noNames: readonly UnitName[] = []

/** End of text (no character code) or one of `) , + - * ^ < = >`: no unit can follow. */
function endsNumber(code: number): boolean {
  return code !== code || (code >= 41 && code <= 45) || code === 94 || (code >= 60 && code <= 62)
}

/** Digits, thousands groups, point, exponent. */
function endOfDigits(text: string, at: number, groups: boolean): number {
  let end = at
  while (isDigit(text.charCodeAt(end))) end++
  if (groups && end - at >= 1 && end - at <= 3) end = endOfGroups(text, end)
  const whole = end
  if (text.charCodeAt(end) === 46) {
    end++
    while (isDigit(text.charCodeAt(end))) end++
    if (end === at + 1) return at
  }
  return end === at ? whole : endOfExponent(text, end)
}

function endOfGroups(text: string, at: number): number {
  let end = at
  while (text.charCodeAt(end) === 44 && areDigits(text, end + 1, 3)) {
    if (isDigit(text.charCodeAt(end + 4))) return at
    end += 4
  }
  return end
}

function areDigits(text: string, at: number, count: number): boolean {
  for (let i = at; i < at + count; i++) if (!isDigit(text.charCodeAt(i))) return false
  return true
}

function endOfExponent(text: string, at: number): number {
  const mark = text.charCodeAt(at)
  if (mark !== 101 && mark !== 69) return at
  const sign = text.charCodeAt(at + 1)
  let end = sign === 43 || sign === 45 ? at + 2 : at + 1
  if (!isDigit(text.charCodeAt(end))) return at
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

/** A suffix glued or one blank away, then a percent sign glued or one blank away. */
function endOfScale(text: string, at: number): { readonly end: number; readonly exponent: number } {
  let end = at
  let exponent = 0
  const word = oneBlank(text, end)
  const wordEnd = endOfName(text, word)
  if (wordEnd > word && wordEnd - word <= 2) {
    const power = suffixes.get(text.slice(word, wordEnd))
    if (power !== undefined) {
      end = wordEnd
      exponent = power
    }
  }
  const sign = oneBlank(text, end)
  return text.charCodeAt(sign) === 37 ? { end: sign + 1, exponent: exponent - 2 } : { end, exponent }
}

function oneBlank(text: string, at: number): number {
  const after = skipBlanks(text, at)
  return after - at <= 1 ? after : at
}

function decimalOf(digits: string, exponent: number): number {
  const ungrouped = digits.includes(',') ? digits.replaceAll(',', '') : digits
  if (exponent === 0) return Number(ungrouped)
  const mark = ungrouped.search(/[eE]/)
  return mark < 0
    ? Number(`${ungrouped}e${exponent}`)
    : Number(`${ungrouped.slice(0, mark)}e${Number(ungrouped.slice(mark + 1)) + exponent}`)
}

type Units = { end: number; dimension: Dimension; times: number; over: number; names: UnitName[] }

/** Unit after the number (`10 GB`), then any per-units (`/day`). */
function withUnits(text: string, from: number, at: number, value: number, before: Unit | undefined, names: NameRule): NumberToken {
  const above = before === undefined ? unitAfter(text, at) : { unit: before, end: at }
  const first = belowAfter(text, above?.end ?? at, names)
  if (above === null && first === null) return { kind: 'number', from, to: at, value, dimension: plain, unitNames: noNames }
  const units: Units = { end: above?.end ?? at, dimension: plain, times: 1, over: 1, names: [] }
  if (above !== null) multiply(units, above.unit)
  for (let below = first; below !== null; below = belowAfter(text, units.end, names)) divide(units, above?.unit, below)
  const converted = (value * units.times) / units.over
  if (!Number.isFinite(converted))
    throw unreadable('#NUM!', 'This number is too large.', 'Use a number below 1e308.', { from, to: units.end })
  return { kind: 'number', from, to: units.end, value: converted, dimension: units.dimension, unitNames: units.names }
}

function multiply(units: Units, unit: Unit): void {
  units.dimension = unit.dimension
  units.times = unit.times
  units.over = unit.over
  if (unit.name !== undefined) units.names.push({ name: unit.name, below: false })
}

/** Time per time, as in `3 h/day`, is a share of the time. */
function divide(units: Units, above: Unit | undefined, below: { readonly unit: Unit; readonly end: number }): void {
  const { unit, end } = below
  const share =
    above !== undefined &&
    above.dimension.time === 1 &&
    above.dimension.data === 0 &&
    unit.dimension.time === 1 &&
    units.dimension.time === 1
  units.dimension = share
    ? { ...combineDimensions(units.dimension, unit.dimension, -1), duty: 1 }
    : combineDimensions(units.dimension, unit.dimension, -1)
  units.times *= unit.over
  units.over *= unit.times
  units.end = end
  if (unit.name !== undefined) units.names.push({ name: unit.name, below: true })
}

function unitAfter(text: string, at: number): { readonly unit: Unit; readonly end: number } | null {
  const word = skipBlanks(text, at)
  const sign = currencySign(text.charAt(word))
  if (sign !== undefined) return { unit: sign, end: word + 1 }
  const end = endOfName(text, word)
  if (end === word || isCall(text, end)) return null
  const written = text.slice(word, end)
  if (isLogicWord(written)) return null
  const unit = unitOf(written)
  if (unit === undefined) throw notAUnit(written, word, end)
  return { unit, end }
}

function belowAfter(text: string, at: number, names: NameRule): { readonly unit: Unit; readonly end: number } | null {
  const slash = skipBlanks(text, at)
  if (text.charCodeAt(slash) !== 47 || names === 'declared') return null
  const word = skipBlanks(text, slash + 1)
  const end = endOfName(text, word)
  if (end === word || isCall(text, end)) return null
  const unit = unitOf(text.slice(word, end))
  return unit !== undefined && unit.below ? { unit, end } : null
}

function isCall(text: string, at: number): boolean {
  return text.charCodeAt(skipBlanks(text, at)) === 40
}

export function isLogicWord(word: string): boolean {
  return /^(?:and|or|not)$/i.test(word)
}

function notAUnit(word: string, from: number, to: number): Unreadable {
  const bits = /^[KMGTP]b$/.test(word) || word === 'b'
  const fix = bits
    ? `Write ${word.toUpperCase()} for bytes or ${word === 'b' ? 'bit' : `${word.charAt(0)}bit`} for bits.`
    : 'Use a unit such as GB, h or requests; to multiply, write * between the number and a name.'
  return new Unreadable(
    problem('#SYNTAX!', bits ? `${quoted(word)} can mean bits or bytes.` : `${quoted(word)} is not a unit.`, fix, { from, to }),
  )
}

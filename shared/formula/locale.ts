import { endOfName, isBlank, isDigit } from './characters.ts'

/**
 * Texts between a person's locale and the canonical form of the document. `1.234,5` and `max(a; b)` in German are
 * `1,234.5` and `max(a, b)` in a file. Names and quoted text stay as they are; texts that cannot be read pass through.
 */
type Marks = {
  readonly decimal: string
  /** Written between thousands, and what is taken for it. */
  readonly group: string
  readonly groups: string
  readonly separator: string
  /** Lakh and crore: 1,00,000. */
  readonly lakh: boolean
}

const canonical: Marks = { decimal: '.', group: ',', groups: ',', separator: ',', lakh: false }

/** Text as typed in a locale → canonical text. */
export function canonicalise(typed: string, locale: string): string {
  return convert(typed, marksOf(locale), canonical)
}

/** Canonical text → text to edit in a locale; `canonicalise` turns it back into the same text. */
export function localise(text: string, locale: string): string {
  return convert(text, canonical, marksOf(locale))
}

/** What separates arguments in a locale: `;` where the comma is the decimal mark. */
export function argumentSeparator(locale: string): string {
  return marksOf(locale).separator
}

const known = new Map<string, Marks>()
const blanks = ' \u00a0\u202f\u2009'
const apostrophes = "'’"

function marksOf(locale: string): Marks {
  const marks = known.get(locale) ?? readMarks(locale)
  known.set(locale, marks)
  return marks
}

function readMarks(locale: string): Marks {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn', useGrouping: 'always' }).formatToParts(12345678.5)
  const decimal = parts.find((part) => part.type === 'decimal')?.value ?? '.'
  const group = parts.find((part) => part.type === 'group')?.value ?? ','
  const groups = [blanks, apostrophes].find((alike) => alike.includes(group)) ?? group
  const lakh = parts.filter((part) => part.type === 'integer').at(1)?.value.length === 2
  return { decimal, group, groups, separator: decimal === ',' ? ';' : ',', lakh }
}

type Scan = {
  readonly text: string
  readonly from: Marks
  readonly to: Marks
  at: number
  depth: number
  operandNext: boolean
  written: string
}

function convert(text: string, from: Marks, to: Marks): string {
  if (from.decimal === to.decimal && from.group === to.group && !from.lakh) return text
  const scan: Scan = { text, from, to, at: 0, depth: 0, operandNext: true, written: '' }
  while (scan.at < text.length) step(scan)
  return scan.written
}

function step(scan: Scan): void {
  const { text, at } = scan
  const name = endOfName(text, at)
  if (name > at) return copy(scan, name, false)
  if (text.charAt(at) === '"') return copy(scan, endOfQuotes(text, at), false)
  if (isDigit(text.charCodeAt(at)) || (scan.operandNext && startsFraction(scan, at))) return convertNumber(scan)
  const character = text.charAt(at)
  if (character === '(') scan.depth++
  if (character === ')') scan.depth--
  if (character === scan.from.separator) {
    scan.written += scan.to.separator
    scan.at++
    scan.operandNext = true
    return
  }
  copy(
    scan,
    at + 1,
    isBlank(text.charCodeAt(at)) ? scan.operandNext : character !== ')' && character !== '%' && character !== '.' && character !== ',',
  )
}

function copy(scan: Scan, to: number, operandNext: boolean): void {
  scan.written += scan.text.slice(scan.at, to)
  scan.at = to
  scan.operandNext = operandNext
}

function endOfQuotes(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 2)) {
    if (text.charAt(quote + 1) !== '"') return quote + 1
  }
  return text.length
}

function startsFraction(scan: Scan, at: number): boolean {
  return scan.text.charAt(at) === scan.from.decimal && isDigit(scan.text.charCodeAt(at + 1))
}

/** Groups inside parentheses are dropped: there the canonical comma separates arguments. */
function convertNumber(scan: Scan): void {
  const { text, from, to, at } = scan
  const firstGroup = endOfDigits(text, at)
  const whole = mayGroup(scan) ? endOfGroups(text, firstGroup, firstGroup - at, from) : firstGroup
  const keep = scan.depth === 0 && !isLakh(text, firstGroup, whole)
  for (let i = at; i < whole; i++) scan.written += isDigit(text.charCodeAt(i)) ? text.charAt(i) : keep ? to.group : ''
  scan.at = whole
  if (startsFraction(scan, whole)) {
    scan.written += to.decimal
    scan.at++
    copy(scan, endOfDigits(text, scan.at), false)
  }
  const exponent = /^[eE][-+]?\d+/.exec(text.slice(scan.at, scan.at + 330))
  if (exponent !== null) copy(scan, scan.at + exponent[0].length, false)
  scan.operandNext = false
}

function mayGroup(scan: Scan): boolean {
  return scan.depth === 0 || scan.from.group !== scan.from.separator
}

function endOfDigits(text: string, at: number): number {
  let end = at
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

function endOfGroups(text: string, at: number, leading: number, from: Marks): number {
  if (leading < 1 || leading > 3) return at
  let end = at
  let size = 3
  while (end < text.length && from.groups.includes(text.charAt(end))) {
    const next = endOfDigits(text, end + 1)
    const length = next - end - 1
    const lakh = from.lakh && length === 2
    if (length !== 3 && !lakh) break
    size = length
    end = next
  }
  return size === 3 && !continuesGroup(text, end, from) ? end : at
}

/** `1,000,00` is no grouped number: then none of it is. */
function continuesGroup(text: string, end: number, from: Marks): boolean {
  return (
    end < text.length && !blanks.includes(text.charAt(end)) && from.groups.includes(text.charAt(end)) && isDigit(text.charCodeAt(end + 1))
  )
}

/** Whether the first of the groups between the two places has two digits. */
function isLakh(text: string, from: number, to: number): boolean {
  return to > from + 3 && !isDigit(text.charCodeAt(from + 3))
}

import { plain } from './dimension.ts'
import { lex } from './lexer.ts'
import type { Cell, Formula } from './formula.ts'
import { formulaStart } from './place.ts'
import { problem, quoted, Unreadable } from './problems.ts'
import { readFormula } from './reader.ts'
import { shapeOf } from './shape.ts'
import type { NameRule, Token } from './tokens.ts'
import type { Dimension, Problem, Reference } from './types.ts'

const empty: Cell = { kind: 'empty' }

/** Canonical text of a cell: a literal (`10 TB`, `25%`, `1,000`) or `=formula`. Never throws. */
export function readCell(text: string): Cell {
  if (text.trim() === '') return empty
  const start = formulaStart(text)
  if (start > 0) return readOnce(text, start)
  const { tokens, problem: unread } = lex(text, start)
  return readLiteral(text, tokens, unread)
}

/** Enough for the distinct formulas of a large workbook; all are let go of together. */
const mostKept = 4096
const known = new Map<string, Cell>()

/** The same formula stands in many rows, and is asked for by everything that looks at them. */
function readOnce(text: string, start: number): Cell {
  const found = known.get(text)
  if (found !== undefined) return found
  const { tokens, problem: unread } = lex(text, start)
  const cell: Cell = unread === null ? formulaFrom(text, tokens, 'typed') : { kind: 'problem', problem: unread }
  if (known.size >= mostKept) known.clear()
  known.set(text, cell)
  return cell
}

/** A formula of a service, over its own names (which may be unit words such as `hours`); no `=`. Never throws. */
export function readServiceFormula(text: string): Formula | Extract<Cell, { kind: 'problem' }> {
  const { tokens, problem: unread } = lex(text, 0, 'declared')
  return unread === null ? formulaFrom(text, tokens, 'declared') : { kind: 'problem', problem: unread }
}

/** A declared formula: no `=`, names are inputs, no cost() or subtotal(). Throws an Error when it cannot be read: the declaration is wrong. */
export function readDeclared(text: string): Formula {
  const cell = readServiceFormula(text)
  if (cell.kind === 'problem')
    throw new Error(`the declared formula ${quoted(text)} cannot be read: ${cell.problem.message} ${cell.problem.fix}`)
  const foreign = cell.references.find((reference) => reference.kind !== 'name')
  if (foreign !== undefined)
    throw new Error(`the declared formula ${quoted(text)} uses ${foreign.kind}(…); a declaration knows its own inputs only`)
  return cell
}

function formulaFrom(text: string, tokens: readonly Token[], names: NameRule): Formula | Extract<Cell, { kind: 'problem' }> {
  try {
    const { key, constants, dimensions, references } = readFormula(text, tokens, names)
    return {
      kind: 'formula',
      text,
      shape: shapeOf(key),
      constants: constants.slice(),
      dimensions: lastingDimensions(dimensions),
      references: references.slice(),
    }
  } catch (caught) {
    if (caught instanceof Unreadable) return { kind: 'problem', problem: caught.problem }
    throw caught
  }
}

/** Lists of plain dimensions are shared, and no list keeps the room it grew into: a large workbook holds a formula per cell. */
function lastingDimensions(dimensions: readonly Dimension[]): readonly Dimension[] {
  if (dimensions.some((dimension) => dimension !== plain)) return dimensions.slice()
  const shared = plainLists[dimensions.length] ?? dimensions.map(() => plain)
  plainLists[dimensions.length] = shared
  return shared
}

const plainLists: (readonly Dimension[])[] = []

/** A sign and a number. One that leans on a name (`10 GB/month`: the month's length) is a formula without `=`. */
function readLiteral(text: string, tokens: readonly Token[], unread: Problem | null): Cell {
  const [first, second] = tokens
  const sign = first?.kind === 'operator' && (first.text === '-' || first.text === '+') ? first.text : ''
  const number = sign === '' ? first : second
  if (unread === null && number?.kind === 'number' && tokens.length === (sign === '' ? 1 : 2)) {
    if (number.unitNames.length > 0) return formulaFrom(text, tokens, 'typed')
    const value = sign === '-' ? 0 - number.value : number.value
    const percent = text.charAt(number.to - 1) === '%'
    return { kind: 'literal', value, dimension: number.dimension, ...(percent ? { percent } : {}) }
  }
  return { kind: 'problem', problem: notANumber(text, unread, number?.kind === 'number') }
}

function notANumber(text: string, unread: Problem | null, startsWithNumber: boolean): Problem {
  if (unread !== null && (startsWithNumber || unread.code === '#LIMIT!' || /^\s*[-+]?[\d.$€£¥₹]/.test(text))) return unread
  const shown = quoted(text.trim())
  return startsWithNumber
    ? problem(
        '#VALUE!',
        `${shown} is not one number.`,
        `To calculate, start with =; thousands are grouped by three (1,000) and decimals take a point (1.5).`,
      )
    : problem('#VALUE!', `${shown} is not a number.`, 'Write a number such as 1,000 or 10 GB, or start with = to use names and functions.')
}

/** What a cell depends on. */
export function referencesOf(cell: Cell): readonly Reference[] {
  return cell.kind === 'formula' ? cell.references : []
}

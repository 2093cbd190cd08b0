import { excelAtom, excelCall, excelNegative, excelNumber, excelOperator, TooLongForExcel } from './excel-pieces.ts'
import type { ExcelPiece } from './excel-pieces.ts'
import type { BinaryOperator, Formula, Node } from './formula.ts'
import type { Reference } from './types.ts'

/** Where a reference stands in the Excel workbook, as a piece in base units. */
export type ExcelOf = (reference: Reference) => ExcelPiece

/**
 * A formula in Excel's language: constants in base units, what it refers to as `of` says. Errors stay errors, and what is
 * unknown (#N/A) stays unknown. Null where Excel would not take it, because it becomes too long or too deep.
 */
export function toExcel({ shape, constants, references }: Formula, of: ExcelOf): ExcelPiece | null {
  const pieces = references.map(of)
  const given: Given = {
    constant: (index) => constants[index] ?? Number.NaN,
    reference: (index) => pieces[index] ?? failing('#NAME?'),
  }
  try {
    return number(shape.tree, given)
  } catch (caught) {
    if (caught instanceof TooLongForExcel) return null
    throw caught
  }
}

/** A call that is always an error in Excel, and shows why in the formula bar. */
export function failing(why: string): ExcelPiece {
  return excelAtom(`VALUE("${why.replaceAll('"', '""')}")`)
}

type Given = { readonly constant: (index: number) => number; readonly reference: (index: number) => ExcelPiece }

const one = excelNumber(1)
const zero = excelNumber(0)

/** The node as a number: what holds is 1, what does not 0. */
function number(node: Node, given: Given): ExcelPiece {
  switch (node.kind) {
    case 'constant':
      return excelNumber(given.constant(node.index))
    case 'reference':
      return given.reference(node.index)
    case 'negate':
      return excelNegative(number(node.of, given))
    case 'not':
      return excelCall('IF', [condition(node.of, given), zero, one], 0)
    case 'binary':
      return isConditional(node.operator)
        ? excelCall('IF', [condition(node, given), one, zero], 0)
        : excelOperator(node.operator, number(node.left, given), number(node.right, given))
    case 'call':
      return call(node.name, node.args, given)
  }
}

/** The node where Excel asks whether something holds. As here, `and` and `or` do not look at what cannot matter. */
function condition(node: Node, given: Given): ExcelPiece {
  if (node.kind !== 'binary' || !isConditional(node.operator)) return number(node, given)
  const { operator } = node
  if (operator === 'and') return excelCall('IF', [condition(node.left, given), condition(node.right, given), zero], 0)
  if (operator === 'or') return excelCall('IF', [condition(node.left, given), one, condition(node.right, given)], 0)
  return excelOperator(operator, number(node.left, given), number(node.right, given))
}

function isConditional(operator: BinaryOperator): boolean {
  return !['+', '-', '*', '/', '^'].includes(operator)
}

function call(name: string, nodes: readonly Node[], given: Given): ExcelPiece {
  if (name === 'if') return conditional(nodes, given)
  const args = nodes.map((node) => number(node, given))
  const [first = zero, second = zero, third = zero] = args
  const leasts = args.map(({ least }) => least)
  switch (name) {
    case 'min':
      return excelCall('MIN', args, Math.min(...leasts))
    case 'max':
      return excelCall('MAX', args, Math.max(...leasts))
    case 'sum':
      return excelCall(
        'SUM',
        args,
        leasts.reduce((a, b) => a + b, 0),
      )
    case 'avg':
      return excelCall('AVERAGE', args, Math.min(...leasts))
    case 'ceil':
      return roundedUp(first)
    case 'floor':
      return roundedDown(first)
    case 'round':
      return excelCall('ROUND', [first, second], first.least >= 0 ? 0 : -Infinity)
    case 'clamp':
      return excelCall('MIN', [excelCall('MAX', [first, inOrder(second, third)], second.least), third], Math.min(second.least, third.least))
    case 'mod':
      return excelCall('MOD', args, second.least >= 0 ? 0 : -Infinity)
    case 'tier':
      return graduated(args)
    default:
      return excelCall(name.toUpperCase(), args, name === 'ln' || name === 'log10' ? -Infinity : 0)
  }
}

function conditional([test, then, otherwise]: readonly Node[], given: Given): ExcelPiece {
  if (test === undefined || then === undefined || otherwise === undefined)
    throw new Error('the reader lets no if without three values through')
  const [yes, no] = [number(then, given), number(otherwise, given)]
  return excelCall('IF', [condition(test, given), yes, no], Math.min(yes.least, no.least))
}

const aHairLess = excelNumber(0.999_999_999_999_99)
const aHairMore = excelNumber(1.000_000_000_000_01)
const aHair = excelNumber(1e-14)

/** Numbers that only the last binary digits miss count as whole, as everywhere here. */
function roundedUp(x: ExcelPiece): ExcelPiece {
  if (x.least >= 0) return excelCall('ROUNDUP', [excelOperator('*', x, aHairLess), zero], 0)
  return excelNegative(excelCall('INT', [excelOperator('-', excelOperator('*', aHair, excelCall('ABS', [x])), x)]))
}

function roundedDown(x: ExcelPiece): ExcelPiece {
  if (x.least >= 0) return excelCall('INT', [excelOperator('*', x, aHairMore)], 0)
  return excelCall('INT', [excelOperator('+', x, excelOperator('*', aHair, excelCall('ABS', [x])))])
}

/** The low bound of a clamp, an error where it lies above the high one. */
function inOrder(low: ExcelPiece, high: ExcelPiece): ExcelPiece {
  const [a, b] = [Number(low.text), Number(high.text)]
  if (a <= b) return low
  return excelCall('IF', [excelOperator('<=', low, high), low, failing('the low bound is above the high one')], low.least)
}

/** tier(quantity, upTo1, price1, …, priceRest): each part of the quantity at the price of its own bracket. */
function graduated([quantity = zero, ...steps]: readonly ExcelPiece[]): ExcelPiece {
  const rest = steps.at(-1) ?? zero
  let from: ExcelPiece | null = null
  let cost: ExcelPiece | null = null
  const rising: ExcelPiece[] = []
  for (let at = 0; at + 1 < steps.length; at += 2) {
    const [upTo = zero, price = zero] = [steps[at], steps[at + 1]]
    if (!isRising(from, upTo)) rising.push(excelOperator('>', upTo, from ?? zero))
    const units = bracket(excelCall('MIN', [quantity, upTo]), from)
    cost = added(cost, excelOperator('*', units, price))
    from = upTo
  }
  const whole = added(cost, excelOperator('*', bracket(quantity, from), rest))
  return checked(whole, quantity, rising)
}

function bracket(upTo: ExcelPiece, from: ExcelPiece | null): ExcelPiece {
  return from === null ? upTo : excelCall('MAX', [zero, excelOperator('-', upTo, from)], 0)
}

function added(a: ExcelPiece | null, b: ExcelPiece): ExcelPiece {
  return a === null ? b : excelOperator('+', a, b)
}

function isRising(from: ExcelPiece | null, upTo: ExcelPiece): boolean {
  return Number(upTo.text) > (from === null ? 0 : Number(from.text))
}

function checked(cost: ExcelPiece, quantity: ExcelPiece, rising: readonly ExcelPiece[]): ExcelPiece {
  const isFine = [...(quantity.least >= 0 ? [] : [excelOperator('>=', quantity, zero)]), ...rising]
  const [first, ...others] = isFine
  if (first === undefined) return cost
  const test = others.length === 0 ? first : excelCall('AND', isFine)
  return excelCall('IF', [test, cost, failing('the quantity is below zero, or the bounds do not rise')], 0)
}

/**
 * Parts of a formula in Excel's language. `power` says how tightly the part binds, `least` the smallest number it can be
 * (-Infinity where nothing is known), `depth` how deeply its functions are nested.
 */
export type ExcelPiece = { readonly text: string; readonly power: number; readonly least: number; readonly depth: number }

/** Excel takes 8,192 characters and 64 levels of functions; some room is left for what the piece is put into. */
const mostCharacters = 7000
const mostLevels = 50

/** A formula that Excel would not take. */
export class TooLongForExcel extends Error {}

const powers = { comparison: 1, sum: 3, product: 4, sign: 4.5, power: 5, whole: 9 } as const

const operatorPowers: Readonly<Record<string, number>> = {
  '=': powers.comparison,
  '<>': powers.comparison,
  '<': powers.comparison,
  '<=': powers.comparison,
  '>': powers.comparison,
  '>=': powers.comparison,
  '+': powers.sum,
  '-': powers.sum,
  '*': powers.product,
  '/': powers.product,
  '^': powers.power,
}

function piece(text: string, power: number, least: number, depth: number): ExcelPiece {
  if (text.length > mostCharacters || depth > mostLevels) throw new TooLongForExcel('the formula is longer or deeper than Excel takes')
  return { text, power, least, depth }
}

/** A cell, a defined name, a call: something that needs no parentheses. `least`: the smallest number it can be. */
export function excelAtom(text: string, least = -Infinity): ExcelPiece {
  return piece(text, powers.whole, least, 0)
}

/** A number as Excel writes it. */
export function excelNumber(value: number): ExcelPiece {
  const text = String(value).toUpperCase()
  return piece(text, value < 0 ? powers.sign : powers.whole, value, 0)
}

export function excelOperator(operator: string, left: ExcelPiece, right: ExcelPiece): ExcelPiece {
  const power = operatorPowers[operator] ?? powers.comparison
  const text = `${enclosed(left, power)}${operator}${enclosed(right, power + 0.1)}`
  return piece(text, power, leastOf(operator, left, right), Math.max(left.depth, right.depth))
}

export function excelNegative(of: ExcelPiece): ExcelPiece {
  return piece(`-${enclosed(of, powers.whole)}`, powers.sign, -Infinity, of.depth)
}

export function excelCall(name: string, args: readonly ExcelPiece[], least = -Infinity): ExcelPiece {
  const depth = 1 + Math.max(0, ...args.map((arg) => arg.depth))
  return piece(`${name}(${args.map(({ text }) => text).join(',')})`, powers.whole, least, depth)
}

/** The piece times a number, which is left out where it is 1. */
export function excelTimes(of: ExcelPiece, factor: number): ExcelPiece {
  if (factor === 1) return of
  const over = 1 / factor
  return Number.isInteger(over) && Math.abs(factor) < 1
    ? excelOperator('/', of, excelNumber(over))
    : excelOperator('*', of, excelNumber(factor))
}

function enclosed({ text, power }: ExcelPiece, least: number): string {
  return power < least ? `(${text})` : text
}

function leastOf(operator: string, left: ExcelPiece, right: ExcelPiece): number {
  const areBothPositive = left.least >= 0 && right.least >= 0
  switch (operator) {
    case '+':
      return left.least + right.least
    case '*':
      return areBothPositive ? left.least * right.least : -Infinity
    case '/':
      return areBothPositive ? 0 : -Infinity
    case '^':
      return left.least >= 0 ? 0 : -Infinity
    case '-':
      return -Infinity
    default:
      return 0
  }
}

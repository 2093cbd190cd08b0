import { endOfName, isBlank, isDigit } from './characters.ts'
import { maxCharacters, maxNameLength, maxNesting, maxTokens } from './limits.ts'
import { isLogicWord, readNumberToken } from './number.ts'
import { Unreadable, unreadable } from './problems.ts'
import type { NameRule, OperatorText, Token } from './tokens.ts'
import type { Problem } from './types.ts'
import { currencySign } from './units.ts'

export type Lexed = { readonly tokens: readonly Token[]; readonly problem: Problem | null }

/** Cuts canonical text from `start` into tokens. Never throws: what stands before the problem is still in `tokens`. */
export function lex(text: string, start: number, names: NameRule = 'typed'): Lexed {
  const tokens: Token[] = []
  try {
    if (text.length > maxCharacters) {
      throw unreadable(
        '#LIMIT!',
        `This is ${text.length} characters long; a cell holds at most ${maxCharacters}.`,
        'Split it over several drivers.',
        { from: maxCharacters, to: text.length },
      )
    }
    readTokens(text, start, tokens, names)
    return { tokens, problem: null }
  } catch (caught) {
    if (caught instanceof Unreadable) return { tokens, problem: caught.problem }
    throw caught
  }
}

function readTokens(text: string, start: number, tokens: Token[], names: NameRule): void {
  let at = start
  let depth = 0
  while (at < text.length) {
    if (isBlank(text.charCodeAt(at))) {
      at++
      continue
    }
    const token = readToken(text, at, depth === 0, names)
    if (token.kind === 'open') depth++
    if (token.kind === 'close') depth--
    if (depth > maxNesting)
      throw unreadable(
        '#LIMIT!',
        `Parentheses are nested more than ${maxNesting} deep.`,
        'Give a part of it a name of its own, as a driver.',
        token,
      )
    tokens.push(token)
    if (tokens.length > maxTokens)
      throw unreadable('#LIMIT!', `This has more than ${maxTokens} parts.`, 'Split it over several drivers.', token)
    at = token.to
  }
}

function readToken(text: string, at: number, groups: boolean, names: NameRule): Token {
  const code = text.charCodeAt(at)
  if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1)))) return readNumberToken(text, at, groups, names)
  const end = endOfName(text, at)
  if (end > at) return readWord(text, at, end)
  const mark = marks.get(code)
  if (mark !== undefined) return { kind: mark, from: at, to: at + 1 }
  if (code === 34) return readString(text, at)
  if (startsCurrency(code) && currencySign(text.charAt(at)) !== undefined) return readNumberToken(text, at, groups, names)
  return readOperator(text, at)
}

/** `$` and whatever is not ASCII may be a currency sign. */
function startsCurrency(code: number): boolean {
  return code === 36 || code > 127
}

const marks: ReadonlyMap<number, 'open' | 'close' | 'comma'> = new Map([
  [40, 'open'],
  [41, 'close'],
  [44, 'comma'],
])

function readWord(text: string, from: number, to: number): Token {
  if (to - from > maxNameLength)
    throw unreadable('#LIMIT!', `A name has at most ${maxNameLength} characters.`, 'Use a shorter name.', { from, to })
  const word = text.slice(from, to)
  if (to - from <= 3 && isLogicWord(word)) return { kind: 'operator', text: logicWords.get(word.toLowerCase()) ?? 'not', from, to }
  return { kind: 'name', text: word, from, to }
}

const logicWords: ReadonlyMap<string, OperatorText> = new Map([
  ['and', 'and'],
  ['or', 'or'],
])

/** Text in double quotes; a quote inside is written twice. */
function readString(text: string, from: number): Token {
  let to = from + 1
  for (;;) {
    const quote = text.indexOf('"', to)
    if (quote < 0)
      throw unreadable('#SYNTAX!', 'A quotation mark is not closed.', 'Add " at the end of the name.', { from, to: text.length })
    to = quote + 1
    if (text.charCodeAt(to) !== 34) return { kind: 'string', text: text.slice(from + 1, quote).replaceAll('""', '"'), from, to }
    to++
  }
}

/** By character code: a workbook's formulas pass here by the hundred thousand. */
const operators: ReadonlyMap<number, OperatorText> = new Map([
  [43, '+'],
  [45, '-'],
  [42, '*'],
  [47, '/'],
  [94, '^'],
  [61, '='],
  [60, '<'],
  [62, '>'],
  [0x2212, '-'],
  [0xd7, '*'],
  [0xb7, '*'],
  [0xf7, '/'],
  [0x2260, '<>'],
  [0x2264, '<='],
  [0x2265, '>='],
])

const pairs: ReadonlyMap<string, OperatorText> = new Map([
  ['==', '='],
  ['<>', '<>'],
  ['!=', '<>'],
  ['<=', '<='],
  ['>=', '>='],
])

function readOperator(text: string, at: number): Token {
  const next = text.charCodeAt(at + 1)
  const pair = next === 61 || next === 62 ? pairs.get(text.slice(at, at + 2)) : undefined
  if (pair !== undefined) return { kind: 'operator', text: pair, from: at, to: at + 2 }
  const operator = operators.get(text.charCodeAt(at))
  if (operator !== undefined) return { kind: 'operator', text: operator, from: at, to: at + 1 }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const fix = hints.get(character) ?? 'Remove it.'
  throw unreadable('#SYNTAX!', `${character} cannot be used in a formula.`, fix, { from: at, to: at + character.length })
}

const hints: ReadonlyMap<string, string> = new Map([
  ['%', 'A percent sign stands right after a number; for a share of something write x / 100.'],
  ['?', 'Write if(condition, then, else).'],
  [':', 'Ranges are not supported; name each value, or write if(condition, then, else).'],
  ['!', 'There are no factorials; for “not” write not(…).'],
  [';', 'Separate arguments with a comma.'],
  ["'", 'Write names without quotation marks, rows as cost("name").'],
  ['&', 'Write and.'],
  ['|', 'Write or.'],
  ['.', 'Names have no points, and a number needs a digit beside its point.'],
  ['[', 'Lists are not supported; use parentheses.'],
  [']', 'Lists are not supported; use parentheses.'],
  ['{', 'Use parentheses.'],
  ['}', 'Use parentheses.'],
  ['#', 'An error value cannot be typed; refer to a name instead.'],
])

import { dimensionKey, plain } from './dimension.ts'
import { foreignFunctions, functionNamed, referenceFunctions, type FunctionDeclaration } from './functions.ts'
import { maxNesting } from './limits.ts'
import { quoted, unreadable, type Unreadable } from './problems.ts'
import type { NameToken, NumberToken, OperatorText, OperatorToken, Span, Token } from './tokens.ts'
import type { Dimension, Reference } from './types.ts'
import { unitOf } from './units.ts'

/** A formula's form with its numbers and names taken out; `key` is all that mathjs ever sees. */
export type Reading = {
  readonly key: string
  readonly constants: readonly number[]
  readonly dimensions: readonly Dimension[]
  readonly references: readonly Reference[]
}

type Frame = {
  readonly open: Span
  readonly call: FunctionDeclaration | null
  args: number
  compared: boolean
  /** A `not` whose operand has no parentheses of its own: nothing but and/or may follow. */
  negation: Span | null
  /** Signs and powers since the last weaker operator: each nests one level in the parser. */
  chain: number
}

/** `typed`: a bare unit word is a slip. `declared`: a service's own names come first, so `hours` may be one. */
export type NameRule = 'typed' | 'declared'

type State = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly names: NameRule
  readonly frames: Frame[]
  readonly constants: number[]
  readonly dimensions: Dimension[]
  readonly references: Reference[]
  key: string
  at: number
  operandNext: boolean
}

/** Checks the order of the tokens and takes numbers and names out. Throws `Unreadable` with the place. */
export function readFormula(text: string, tokens: readonly Token[], names: NameRule): Reading {
  const end: Span = { from: text.length, to: text.length }
  const state: State = {
    text,
    tokens,
    names,
    frames: [frameAt(end, null)],
    constants: [],
    dimensions: [],
    references: [],
    key: '',
    at: 0,
    operandNext: true,
  }
  for (let token = tokens[0]; token !== undefined; token = tokens[state.at]) {
    state.at++
    if (state.operandNext) readOperand(state, token)
    else readContinuation(state, token)
  }
  if (state.operandNext)
    throw unreadable(
      '#SYNTAX!',
      'The formula ends where a value is expected.',
      'Add a number, a name or a function, or remove the last sign.',
      end,
    )
  const open = state.frames.at(-1)
  if (state.frames.length > 1 && open !== undefined)
    throw unreadable('#SYNTAX!', 'A parenthesis is not closed.', 'Add ) where it belongs.', open.open)
  return state
}

function frameAt(open: Span, call: FunctionDeclaration | null): Frame {
  return { open, call, args: 1, compared: false, negation: null, chain: 0 }
}

function topFrame(state: State): Frame {
  const frame = state.frames.at(-1)
  if (frame === undefined) throw new Error('the outermost frame is never closed')
  return frame
}

function readOperand(state: State, token: Token): void {
  switch (token.kind) {
    case 'number':
      readNumber(state, token)
      break
    case 'name':
      if (state.tokens[state.at]?.kind === 'open') readCall(state, token)
      else readName(state, token)
      break
    case 'open':
      state.key += '('
      state.frames.push(frameAt(token, null))
      break
    case 'operator':
      readPrefix(state, token)
      break
    case 'string':
      throw unreadable('#VALUE!', 'Text stands where a number belongs.', `Text is only used in cost("row") and subtotal("group").`, token)
    case 'close':
    case 'comma':
      throw unreadable(
        '#SYNTAX!',
        `A value is missing before ${state.text.slice(token.from, token.to)}.`,
        'Add a number or a name there, or remove the sign.',
        token,
      )
  }
}

function readNumber(state: State, token: NumberToken): void {
  const { unitNames } = token
  const constant = constantKey(state, token.value, token.dimension)
  state.key +=
    unitNames.length === 0
      ? constant
      : `(${constant}${unitNames.map(({ name, below }) => (below ? '/' : '*') + referenceKey(state, { kind: 'name', name })).join('')})`
  state.operandNext = false
}

/** The dimension is part of the placeholder, so that formulas of one shape agree in their units. */
function constantKey(state: State, value: number, dimension: Dimension): string {
  state.dimensions.push(dimension)
  return `c${state.constants.push(value) - 1}${dimension === plain ? '' : dimensionKey(dimension)}`
}

function referenceKey(state: State, reference: Reference): string {
  const { references } = state
  for (let i = 0; i < references.length; i++) {
    const other = references[i]
    if (other !== undefined && sameReference(other, reference)) return `r${i}`
  }
  return `r${references.push(reference) - 1}`
}

export function sameReference(a: Reference, b: Reference): boolean {
  return a.kind === b.kind && referenceText(a) === referenceText(b)
}

export function referenceText(reference: Reference): string {
  return reference.kind === 'name' ? reference.name : reference.kind === 'cost' ? reference.row : reference.of
}

/** Words lately found to mean nothing but a name: a sheet says the same few over and over. */
const freeWords = new Set<string>()
const freeWordsKept = 4096

function readName(state: State, token: NameToken): void {
  state.operandNext = false
  if (!freeWords.has(token.text)) {
    if (token.text.toLowerCase() === 'pi') {
      state.key += constantKey(state, Math.PI, plain)
      return
    }
    checkFree(state, token)
  }
  state.key += referenceKey(state, { kind: 'name', name: token.text })
}

function checkFree(state: State, token: NameToken): void {
  const isUnit = unitOf(token.text)?.below === true
  if (isUnit && state.names === 'typed')
    throw unreadable('#SYNTAX!', `${quoted(token.text)} is a unit and needs a number.`, `Write 1 ${token.text}.`, token)
  if (functionNamed(token.text) !== undefined || isReferenceFunction(token.text)) {
    throw unreadable('#SYNTAX!', `${quoted(token.text)} is a function and needs its arguments.`, `Write ${token.text}(…).`, token)
  }
  if (isUnit) return
  if (freeWords.size >= freeWordsKept) freeWords.clear()
  freeWords.add(token.text)
}

function isReferenceFunction(name: string): boolean {
  return referenceFunctions.some((declaration) => declaration.name === name.toLowerCase())
}

function readCall(state: State, token: NameToken): void {
  if (isReferenceFunction(token.text)) return readReferenceCall(state, token)
  const declaration = functionNamed(token.text)
  if (declaration === undefined) throw unknownFunction(token)
  openCall(state, token, declaration)
}

function openCall(state: State, token: Span, declaration: FunctionDeclaration): void {
  const open = state.tokens[state.at]
  state.at++
  if (state.tokens[state.at]?.kind === 'close') throw wrongArguments(declaration, 0, token)
  state.key += `f_${declaration.name}(`
  state.frames.push(frameAt(open ?? token, declaration))
}

function unknownFunction(token: NameToken): Unreadable {
  const fix = foreignFunctions.get(token.text.toLowerCase()) ?? 'Check the spelling; to multiply a name by parentheses write *.'
  return unreadable('#NAME?', `There is no function ${quoted(token.text)}.`, fix, token)
}

/** cost("row") and subtotal("group"). */
function readReferenceCall(state: State, token: NameToken): void {
  const name = token.text.toLowerCase()
  const of = state.tokens[state.at + 1]
  const close = state.tokens[state.at + 2]
  if (of?.kind !== 'string' || close?.kind !== 'close') {
    const example = name === 'cost' ? 'cost("API servers")' : 'subtotal("compute")'
    throw unreadable('#VALUE!', `${name}(…) takes one name in quotation marks.`, `Write for example ${example}.`, token)
  }
  state.at += 3
  state.key += referenceKey(state, name === 'cost' ? { kind: 'cost', row: of.text } : { kind: 'subtotal', of: of.text })
  state.operandNext = false
}

function readPrefix(state: State, token: OperatorToken): void {
  const asCall = token.text === 'and' || token.text === 'or' || token.text === 'not'
  const declaration = asCall && state.tokens[state.at]?.kind === 'open' ? functionNamed(token.text) : undefined
  if (declaration !== undefined) return openCall(state, token, declaration)
  if (token.text !== '-' && token.text !== '+' && token.text !== 'not') {
    throw unreadable('#SYNTAX!', `A value is missing before ${token.text}.`, 'Add a number or a name there, or remove the sign.', token)
  }
  const frame = topFrame(state)
  if (token.text === 'not') frame.negation = token
  countChain(frame, token)
  state.key += token.text === 'not' ? ' not ' : token.text
}

function countChain(frame: Frame, token: Span): void {
  frame.chain++
  if (frame.chain > maxNesting)
    throw unreadable(
      '#LIMIT!',
      `More than ${maxNesting} signs or powers follow each other.`,
      'Remove some, or give a part of it a name of its own.',
      token,
    )
}

function readContinuation(state: State, token: Token): void {
  switch (token.kind) {
    case 'operator':
      readOperator(state, token, token.text)
      break
    case 'comma':
      readComma(state, token)
      break
    case 'close':
      readClose(state, token)
      break
    case 'name':
    case 'number':
    case 'open':
    case 'string': {
      const written = quoted(state.text.slice(token.from, token.to))
      throw unreadable('#SYNTAX!', `An operator is missing before ${written}.`, 'To multiply, write * between the two.', token)
    }
  }
}

const comparisons: ReadonlySet<OperatorText> = new Set<OperatorText>(['=', '<>', '<', '<=', '>', '>='])

function readOperator(state: State, token: Span, operator: OperatorText): void {
  const frame = topFrame(state)
  if (operator === 'not') throw unreadable('#SYNTAX!', 'An operator is missing before not.', 'Write and not(…).', token)
  const logic = operator === 'and' || operator === 'or'
  if (!logic && frame.negation !== null)
    throw unreadable(
      '#SYNTAX!',
      'It is not clear how far this “not” reaches.',
      'Put what it negates in parentheses: not(a = b).',
      frame.negation,
    )
  if (comparisons.has(operator)) {
    if (frame.compared) throw unreadable('#SYNTAX!', 'Two comparisons follow each other.', 'Write a < b and b < c.', token)
    frame.compared = true
  }
  if (logic) startTerm(frame)
  if (operator === '^') countChain(frame, token)
  else frame.chain = 0
  state.key += spelling.get(operator) ?? operator
  state.operandNext = true
}

const spelling: ReadonlyMap<OperatorText, string> = new Map<OperatorText, string>([
  ['=', '=='],
  ['<>', '!='],
  ['and', ' and '],
  ['or', ' or '],
])

function startTerm(frame: Frame): void {
  frame.compared = false
  frame.negation = null
  frame.chain = 0
}

function readComma(state: State, token: Span): void {
  const frame = topFrame(state)
  if (frame.call === null) {
    throw unreadable(
      '#SYNTAX!',
      'A comma stands between thousands, or between the arguments of a function.',
      'Group digits by three outside parentheses (1,000), and write a point for decimals (1.5).',
      token,
    )
  }
  frame.args++
  startTerm(frame)
  state.key += ','
  state.operandNext = true
}

function readClose(state: State, token: Span): void {
  const frame = topFrame(state)
  if (state.frames.length === 1) throw unreadable('#SYNTAX!', 'There is a ) without its (.', 'Remove it, or add the ( before it.', token)
  const { call, args } = frame
  if (call !== null && (args < call.least || args > call.most || (call.even === true && args % 2 === 1)))
    throw wrongArguments(call, args, { from: frame.open.from, to: token.to })
  state.frames.pop()
  state.key += ')'
}

function wrongArguments(call: FunctionDeclaration, args: number, at: Span): Unreadable {
  const given = args === 0 ? 'no values' : args === 1 ? 'one value' : `${args} values`
  return unreadable('#VALUE!', `${call.name}(…) cannot be used with ${given}.`, `Write ${call.signature}.`, at)
}

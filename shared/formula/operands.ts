import { plain } from './dimension.ts'
import { foreignFunctions, functionNamed, referenceFunctions, type FunctionDeclaration } from './functions.ts'
import { quoted, unreadable, type Unreadable } from './problems.ts'
import { constantKey, countChain, frameAt, referenceKey, topFrame, wrongArguments, type State } from './reading-state.ts'
import type { NameToken, NumberToken, OperatorToken, Span, Token } from './tokens.ts'
import { quotedReference } from './references.ts'
import type { Reference } from './types.ts'
import { unitOf } from './units.ts'

export function readOperand(state: State, token: Token): void {
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
      throw unreadable(
        '#VALUE!',
        'Text stands where a number belongs.',
        `Text is only used in cost("row"), subtotal("group") and schedule("week").`,
        token,
      )
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

/** Words lately found to mean nothing but a name, each with the one reference all formulas share: a sheet says the same few over and over. */
const freeWords = new Map<string, Reference>()

const freeWordsKept = 4096

function readName(state: State, token: NameToken): void {
  state.operandNext = false
  const known = freeWords.get(token.text)
  if (known !== undefined) {
    state.key += referenceKey(state, known)
  } else if (token.text.toLowerCase() === 'pi') {
    state.key += constantKey(state, Math.PI, plain)
  } else {
    const reference: Reference = { kind: 'name', name: token.text }
    checkFree(state, token, reference)
    state.key += referenceKey(state, reference)
  }
}

function checkFree(state: State, token: NameToken, reference: Reference): void {
  const isUnit = unitOf(token.text)?.below === true
  if (isUnit && state.names === 'typed')
    throw unreadable('#SYNTAX!', `${quoted(token.text)} is a unit and needs a number.`, `Write 1 ${token.text}.`, token)
  if (functionNamed(token.text) !== undefined || isReferenceFunction(token.text)) {
    throw unreadable('#SYNTAX!', `${quoted(token.text)} is a function and needs its arguments.`, `Write ${token.text}(…).`, token)
  }
  if (isUnit) return
  if (freeWords.size >= freeWordsKept) freeWords.clear()
  freeWords.set(token.text, reference)
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

/** cost("row"), subtotal("group") and schedule("week"). */
function readReferenceCall(state: State, token: NameToken): void {
  const name = token.text.toLowerCase()
  const of = state.tokens[state.at + 1]
  const close = state.tokens[state.at + 2]
  if (of?.kind !== 'string' || close?.kind !== 'close') {
    const example = referenceFunctions.find((declaration) => declaration.name === name)?.example ?? ''
    throw unreadable('#VALUE!', `${name}(…) takes one name in quotation marks.`, `Write for example ${example}.`, token)
  }
  const reference = quotedReference(name, of.text)
  if (reference === null) throw new Error(`the reader lets no reference ${name}(…) through`)
  state.at += 3
  state.key += referenceKey(state, reference)
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

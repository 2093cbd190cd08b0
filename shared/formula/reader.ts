import { readOperand } from './operands.ts'
import { quoted, unreadable } from './problems.ts'
import { countChain, frameAt, topFrame, wrongArguments, type Frame, type Reading, type State } from './reading-state.ts'
import type { NameRule, OperatorText, Span, Token } from './tokens.ts'

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

import * as arithmetic from './arithmetic.ts'
import { operations } from './compile.ts'
import { isPlain, plain } from './dimension.ts'
import type { BinaryOperator, Formula, Node } from './formula.ts'
import { divisionByZero } from './declared-functions.ts'
import { applyFunction, functions, type Reason } from './functions.ts'
import { maxSteps } from './limits.ts'
import { placeOf, textOf } from './place.ts'
import { problem } from './problems.ts'
import { branches, isMismatch, operatorDimension, plainOnly, type Mismatch } from './rules.ts'
import type { Dimension, Reference, Value } from './types.ts'

type Run = { readonly formula: Formula; readonly lookup: (reference: Reference) => Value; steps: number }
type NumberValue = Extract<Value, { kind: 'number' }>

/** The slow evaluator that keeps reasons: an error wins over an unknown, the branch not taken does not matter. */
export function interpret(formula: Formula, lookup: (reference: Reference) => Value, steps = maxSteps): Value {
  return evaluate({ formula, lookup, steps }, formula.shape.tree)
}

function evaluate(run: Run, node: Node): Value {
  run.steps--
  if (run.steps < 0)
    return { kind: 'problem', problem: problem('#LIMIT!', 'This formula takes too many steps.', 'Split it over several drivers.') }
  switch (node.kind) {
    case 'constant':
      return {
        kind: 'number',
        value: run.formula.constants[node.index] ?? Number.NaN,
        dimension: run.formula.dimensions[node.index] ?? plain,
      }
    case 'reference':
      return refer(run, node)
    case 'negate': {
      const of = evaluate(run, node.of)
      return of.kind === 'number' ? { ...of, value: arithmetic.negate(of.value) } : of
    }
    case 'not': {
      const of = evaluate(run, node.of)
      return of.kind === 'number' ? result(run, node, arithmetic.not(of.value), plainOnly([of.dimension], 'not'), tooLarge) : of
    }
    case 'binary':
      return node.operator === 'and' || node.operator === 'or' ? evaluateLogic(run, node) : evaluateBinary(run, node, node.operator)
    case 'call':
      return node.name === 'if' ? evaluateIf(run, node) : evaluateCall(run, node)
  }
}

function refer(run: Run, node: Extract<Node, { kind: 'reference' }>): Value {
  const reference = run.formula.references[node.index]
  if (reference === undefined) throw new Error('a formula holds every reference its shape counts')
  const value = run.lookup(reference)
  if (value.kind === 'problem' && value.problem.at === undefined)
    return { kind: 'problem', problem: { ...value.problem, at: placeOf(run.formula, node) } }
  return value
}

const tooLarge: Reason = { code: '#NUM!', message: 'The result is too large.', fix: 'Check the numbers that go into it.' }

function result(run: Run, node: Node, value: number, dimension: Dimension | Mismatch, reason: Reason): Value {
  if (isMismatch(dimension))
    return { kind: 'problem', problem: problem('#UNIT!', dimension.message, dimension.fix, placeOf(run.formula, node)) }
  if (value === value) return { kind: 'number', value, dimension }
  return { kind: 'problem', problem: problem(reason.code, reason.message, reason.fix, placeOf(run.formula, node)) }
}

/** The first problem among the values, else the first unknown, else nothing. */
function stopper(values: readonly Value[]): Value | undefined {
  return values.find((value) => value.kind === 'problem') ?? values.find((value) => value.kind === 'unknown')
}

function evaluateBinary(run: Run, node: Extract<Node, { kind: 'binary' }>, operator: Exclude<BinaryOperator, 'and' | 'or'>): Value {
  const left = evaluate(run, node.left)
  const right = evaluate(run, node.right)
  if (left.kind !== 'number' || right.kind !== 'number') return stopper([left, right]) ?? left
  const dimension = operatorDimension(operator, left.dimension, right.dimension, () => [
    textOf(run.formula, node.left),
    textOf(run.formula, node.right),
  ])
  return result(run, node, operations[operator](left.value, right.value), dimension, binaryReason(operator, left.value, right.value))
}

function binaryReason(operator: BinaryOperator, left: number, right: number): Reason {
  if (right === 0 && operator === '/') return divisionByZero
  if (operator !== '^') return tooLarge
  if (left === 0 && right < 0) return divisionByZero
  if (left === 0 && right === 0) return { code: '#NUM!', message: '0 ^ 0 has no value.', fix: 'Check the base and the exponent.' }
  if (left < 0 && !Number.isInteger(right))
    return { code: '#NUM!', message: 'A number below zero takes whole exponents only.', fix: 'Check the sign of the base.' }
  return tooLarge
}

/** The right side is not evaluated when the left one decides. */
function evaluateLogic(run: Run, node: Extract<Node, { kind: 'binary' }>): Value {
  const left = evaluate(run, node.left)
  if (left.kind !== 'number') return left
  if (!isPlain(left.dimension)) return wrongCondition(run, node, left, left)
  const decided = node.operator === 'or'
  if ((left.value !== 0) === decided) return { kind: 'number', value: decided ? 1 : 0, dimension: plain }
  const right = evaluate(run, node.right)
  if (right.kind !== 'number') return right
  return isPlain(right.dimension)
    ? { kind: 'number', value: right.value === 0 ? 0 : 1, dimension: plain }
    : wrongCondition(run, node, left, right)
}

function wrongCondition(run: Run, node: Extract<Node, { kind: 'binary' }>, left: NumberValue, right: NumberValue): Value {
  return result(
    run,
    node,
    0,
    operatorDimension(node.operator, left.dimension, right.dimension, () => ['', '']),
    tooLarge,
  )
}

function evaluateIf(run: Run, node: Extract<Node, { kind: 'call' }>): Value {
  const [condition, then, otherwise] = node.args
  if (condition === undefined || then === undefined || otherwise === undefined)
    throw new Error('the reader lets no if without three values through')
  const holds = evaluate(run, condition)
  if (holds.kind !== 'number') return holds
  if (!isPlain(holds.dimension)) return result(run, node, 0, branches([holds.dimension]), tooLarge)
  return evaluate(run, holds.value === 0 ? otherwise : then)
}

function evaluateCall(run: Run, node: Extract<Node, { kind: 'call' }>): Value {
  const declaration = functions.get(node.name)
  if (declaration === undefined) throw new Error(`the reader lets no call of ${node.name} through`)
  const args = node.args.map((arg) => evaluate(run, arg))
  const stop = stopper(args)
  if (stop !== undefined) return stop
  const given = args.filter((arg) => arg.kind === 'number')
  const numbers = given.map((arg) => arg.value)
  const value = applyFunction(declaration, numbers)
  const dimension = declaration.dimension(
    given.map((arg) => arg.dimension),
    declaration.name,
  )
  return result(run, node, value, dimension, value === value ? tooLarge : declaration.reason(numbers))
}

import * as arithmetic from './arithmetic.ts'
import type { Binary } from './arithmetic.ts'
import type { BinaryOperator, Node, Program, Shape } from './formula.ts'
import { functions } from './functions.ts'

/** What the operators do to numbers; and/or are not here, as they may not look at their right side. */
export const operations: Readonly<Record<Exclude<BinaryOperator, 'and' | 'or'>, Binary>> = {
  '+': arithmetic.add,
  '-': arithmetic.subtract,
  '*': arithmetic.multiply,
  '/': arithmetic.divide,
  '^': arithmetic.power,
  '=': arithmetic.equal,
  '<>': arithmetic.unequal,
  '<': arithmetic.less,
  '<=': arithmetic.lessOrEqual,
  '>': arithmetic.greater,
  '>=': arithmetic.greaterOrEqual,
}

const programs = new WeakMap<Shape, Program>()

/** One program per shape. It answers NaN for whatever is not a proper number; `interpret` says why. */
export function compile(shape: Shape): Program {
  const known = programs.get(shape)
  if (known !== undefined) return known
  const program = compileNode(shape.tree)
  programs.set(shape, program)
  return program
}

function compileNode(node: Node): Program {
  switch (node.kind) {
    case 'constant': {
      const at = node.index
      return (constants) => constants[at] ?? Number.NaN
    }
    case 'reference': {
      const at = node.index
      return (_, values, slots, base) => values[base + (slots[at] ?? Number.NaN)] ?? Number.NaN
    }
    case 'negate':
      return compileUnary(arithmetic.negate, node.of)
    case 'not':
      return compileUnary(arithmetic.not, node.of)
    case 'binary':
      return compileOperator(node.operator, node.left, node.right)
    case 'call':
      return compileCall(node.name, node.args)
  }
}

function compileUnary(operation: arithmetic.Unary, of: Node): Program {
  const inner = compileNode(of)
  return (constants, values, slots, base) => operation(inner(constants, values, slots, base))
}

function compileOperator(operator: BinaryOperator, left: Node, right: Node): Program {
  if (operator === 'and' || operator === 'or') return compileLogic(operator === 'or', compileNode(left), compileNode(right))
  return compileBinary(operations[operator], left, right)
}

function compileLogic(decided: boolean, left: Program, right: Program): Program {
  return (constants, values, slots, base) => {
    const first = left(constants, values, slots, base)
    if (first !== first) return first
    if ((first !== 0) === decided) return decided ? 1 : 0
    const second = right(constants, values, slots, base)
    return second !== second ? second : second === 0 ? 0 : 1
  }
}

/** Most formulas of a sheet are a name and a number: those are read without a call of their own. */
function compileBinary(operation: Binary, left: Node, right: Node): Program {
  if (left.kind === 'reference' && right.kind === 'constant') {
    const [at, by] = [left.index, right.index]
    return (constants, values, slots, base) =>
      operation(values[base + (slots[at] ?? Number.NaN)] ?? Number.NaN, constants[by] ?? Number.NaN)
  }
  if (left.kind === 'reference' && right.kind === 'reference') {
    const [at, by] = [left.index, right.index]
    return (_, values, slots, base) =>
      operation(values[base + (slots[at] ?? Number.NaN)] ?? Number.NaN, values[base + (slots[by] ?? Number.NaN)] ?? Number.NaN)
  }
  const first = compileNode(left)
  if (right.kind === 'constant') {
    const by = right.index
    return (constants, values, slots, base) => operation(first(constants, values, slots, base), constants[by] ?? Number.NaN)
  }
  if (right.kind === 'reference') {
    const by = right.index
    return (constants, values, slots, base) =>
      operation(first(constants, values, slots, base), values[base + (slots[by] ?? Number.NaN)] ?? Number.NaN)
  }
  const second = compileNode(right)
  return (constants, values, slots, base) => operation(first(constants, values, slots, base), second(constants, values, slots, base))
}

function compileCall(name: string, args: readonly Node[]): Program {
  if (name === 'if') return compileIf(args)
  const declaration = functions.get(name)
  const [first, second] = args
  if (declaration?.unary !== undefined && args.length === 1 && first !== undefined) return compileUnary(declaration.unary, first)
  if (declaration?.binary !== undefined && args.length === 2 && first !== undefined && second !== undefined)
    return compileBinary(declaration.binary, first, second)
  if (declaration?.many === undefined) throw new Error(`the reader lets no call of ${name} with ${args.length} values through`)
  return compileMany(declaration.many, args.map(compileNode))
}

function compileIf(args: readonly Node[]): Program {
  const [condition, then, otherwise] = args.map(compileNode)
  if (condition === undefined || then === undefined || otherwise === undefined)
    throw new Error('the reader lets no if without three values through')
  return (constants, values, slots, base) => {
    const holds = condition(constants, values, slots, base)
    if (holds !== holds) return holds
    return holds === 0 ? otherwise(constants, values, slots, base) : then(constants, values, slots, base)
  }
}

/** The scratch array belongs to one place in one formula, which cannot contain itself, so no two runs share it. */
function compileMany(operation: (args: ArrayLike<number>) => number, args: readonly Program[]): Program {
  const scratch = new Float64Array(args.length)
  return (constants, values, slots, base) => {
    for (let i = 0; i < args.length; i++) scratch[i] = args[i]?.(constants, values, slots, base) ?? Number.NaN
    return operation(scratch)
  }
}

import { plain } from './dimension.ts'
import type { Formula, Node } from './formula.ts'
import { functions } from './functions.ts'
import { placeOf, textOf } from './place.ts'
import { isProblem, problem } from './problems.ts'
import { isMismatch, operatorDimension, plainOnly, type Mismatch } from './rules.ts'
import type { Dimension, Problem, Reference } from './types.ts'

/** Static unit check; equal dimensions of references give equal answers (all but the places), so callers may cache by shape. */
export function dimensionOf(formula: Formula, of: (reference: Reference) => Dimension): Dimension | Problem {
  return dimensionOfNode(formula, formula.shape.tree, formula.references.map(of))
}

function dimensionOfNode(formula: Formula, node: Node, given: readonly Dimension[]): Dimension | Problem {
  switch (node.kind) {
    case 'constant':
      return formula.dimensions[node.index] ?? plain
    case 'reference':
      return given[node.index] ?? plain
    case 'negate':
      return dimensionOfNode(formula, node.of, given)
    case 'not': {
      const of = dimensionOfNode(formula, node.of, given)
      return isProblem(of) ? of : answer(formula, node, plainOnly([of], 'not'))
    }
    case 'binary': {
      const left = dimensionOfNode(formula, node.left, given)
      if (isProblem(left)) return left
      const right = dimensionOfNode(formula, node.right, given)
      if (isProblem(right)) return right
      return answer(
        formula,
        node,
        operatorDimension(node.operator, left, right, () => [textOf(formula, node.left), textOf(formula, node.right)]),
      )
    }
    case 'call':
      return dimensionOfCall(formula, node, given)
  }
}

function dimensionOfCall(formula: Formula, node: Extract<Node, { kind: 'call' }>, given: readonly Dimension[]): Dimension | Problem {
  const args: Dimension[] = []
  for (const arg of node.args) {
    const dimension = dimensionOfNode(formula, arg, given)
    if (isProblem(dimension)) return dimension
    args.push(dimension)
  }
  return answer(formula, node, functions.get(node.name)?.dimension(args, node.name) ?? plain)
}

function answer(formula: Formula, node: Node, result: Dimension | Mismatch): Dimension | Problem {
  return isMismatch(result) ? problem('#UNIT!', result.message, result.fix, placeOf(formula, node)) : result
}

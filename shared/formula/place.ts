import type { Formula, Node } from './formula.ts'
import { lex } from './lexer.ts'
import type { Span, Token } from './tokens.ts'

/** Where a formula's own text begins: after the `=`, or at once when it has none. */
export function formulaStart(text: string): number {
  const sign = /^\s*=/.exec(text)
  return sign === null ? 0 : sign[0].length
}

/**
 * Where a part of a formula stands in its text. The tree is shared by all formulas of one shape and holds no places;
 * its leaves come in the order of the text, so they are counted. Only wanted when something is wrong.
 */
export function placeOf(formula: Formula, node: Node): Span {
  const range = leafRange(formula.shape.tree, node)
  const spans = leafSpans(lex(formula.text, formulaStart(formula.text)).tokens)
  const first = spans[range.from]
  const last = spans[range.to - 1]
  return first === undefined || last === undefined ? { from: 0, to: formula.text.length } : { from: first.from, to: last.to }
}

export function textOf(formula: Formula, node: Node): string {
  const { from, to } = placeOf(formula, node)
  return formula.text.slice(from, to)
}

/** Number of leaves before the wanted node, and up to its end. */
function leafRange(tree: Node, wanted: Node): Span {
  let count = 0
  let from = 0
  let to = 0
  const pending: (Node | 'end')[] = [tree]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === 'end') {
      to = count
      continue
    }
    if (node === wanted) {
      from = count
      pending.push('end')
    }
    if (node.kind === 'constant' || node.kind === 'reference') count++
    pending.push(...partsOf(node).toReversed())
  }
  return { from, to }
}

function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'constant':
    case 'reference':
      return []
    case 'negate':
    case 'not':
      return [node.of]
    case 'binary':
      return [node.left, node.right]
    case 'call':
      return node.args
  }
}

/** One span for each leaf: `cost("x")` is one, `2 months` is two at the same place (the number and the month's length). */
function leafSpans(tokens: readonly Token[]): readonly Span[] {
  const spans: Span[] = []
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'number') {
      spans.push(token, ...token.unitNames.map(() => token))
    } else if (token.kind === 'name') {
      const called = tokens[i + 1]?.kind === 'open'
      if (!called) spans.push(token)
      else if (tokens[i + 2]?.kind === 'string') spans.push({ from: token.from, to: tokens[i + 3]?.to ?? token.to })
    }
  }
  return spans
}

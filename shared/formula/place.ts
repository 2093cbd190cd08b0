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
  const { tokens, leaves } = readAgain(formula)
  const first = leaves[range.from]
  const last = leaves[range.to - 1]
  if (first === undefined || last === undefined) return { from: 0, to: formula.text.length }
  const { from, to } = balanced(tokens, startOf(tokens, node, first.from), last.to)
  return { from: tokens[from]?.from ?? 0, to: tokens[to - 1]?.to ?? formula.text.length }
}

/** The tokens the formula was made of: typed, or declared when typed ones do not make as many leaves as its tree has. */
function readAgain(formula: Formula): { readonly tokens: readonly Token[]; readonly leaves: readonly Span[] } {
  const { tree } = formula.shape
  const { tokens } = lex(formula.text, formulaStart(formula.text))
  const leaves = leafTokens(tokens)
  if (leaves.length === leafRange(tree, tree).to) return { tokens, leaves }
  const declared = lex(formula.text, 0, 'declared').tokens
  return { tokens: declared, leaves: leafTokens(declared) }
}

/** From the first leaf back over the signs and function names that belong to the part. */
function startOf(tokens: readonly Token[], node: Node, leaf: number): number {
  if (node.kind === 'constant' || node.kind === 'reference') return leaf
  const inner = startOf(tokens, partsOf(node)[0] ?? node, leaf)
  if (node.kind === 'binary') return inner
  const word = node.kind === 'call' ? node.name : node.kind === 'not' ? 'not' : '-'
  for (let at = inner - 1; at >= 0; at--) {
    const token = tokens[at]
    if (token !== undefined && 'text' in token && token.text.toLowerCase() === word) return at
  }
  return inner
}

/** Widened until every parenthesis inside has its partner. */
function balanced(tokens: readonly Token[], from: number, to: number): Span {
  let open = 0
  let start = from
  for (let at = from; at < to; at++) {
    const step = stepOf(tokens[at])
    if (step < 0 && open === 0) start--
    else open += step
  }
  let end = to
  for (; open > 0 && end < tokens.length; end++) open += stepOf(tokens[end])
  return { from: Math.max(0, start), to: end }
}

function stepOf(token: Token | undefined): number {
  return token?.kind === 'open' ? 1 : token?.kind === 'close' ? -1 : 0
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

/** Which tokens each leaf covers: `cost("x")` is four, `2 months` is two leaves in one token (the number and the month's length). */
function leafTokens(tokens: readonly Token[]): readonly Span[] {
  const leaves: Span[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'number') {
      const leaf = { from: at, to: at + 1 }
      leaves.push(leaf, ...token.unitNames.map(() => leaf))
    } else if (token.kind === 'name') {
      const called = tokens[at + 1]?.kind === 'open'
      if (!called) leaves.push({ from: at, to: at + 1 })
      else if (tokens[at + 2]?.kind === 'string') leaves.push({ from: at, to: at + 4 })
    }
  }
  return leaves
}

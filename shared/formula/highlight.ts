import { functionNamed, referenceFunctions } from './functions.ts'
import { lex } from './lexer.ts'
import { formulaStart } from './place.ts'
import type { Span, Token } from './tokens.ts'

/** `rest`: from where the text cannot be read on. */
export type TextPartKind = 'number' | 'name' | 'function' | 'text' | 'operator' | 'open' | 'close' | 'comma' | 'rest'

/** A coloured part of a formula. `pair`: for a parenthesis, the index of the part it belongs with, or null when there is none. */
export type TextPart = Span & { readonly kind: TextPartKind; readonly pair: number | null }

/** The parts of a cell's text, for colouring and for matching parentheses; blanks and the leading `=` are in none. Never throws. */
export function tokensOf(text: string): readonly TextPart[] {
  const { tokens, problem } = lex(text, formulaStart(text))
  const pairs = pairsOf(tokens)
  const parts: TextPart[] = tokens.map((token, index) => ({
    kind: kindOf(token, tokens[index + 1]),
    from: token.from,
    to: token.to,
    pair: pairs.get(index) ?? null,
  }))
  const from = tokens.at(-1)?.to ?? formulaStart(text)
  if (problem !== null && from < text.length) parts.push({ kind: 'rest', from, to: text.length, pair: null })
  return parts
}

function kindOf(token: Token, next: Token | undefined): TextPartKind {
  if (token.kind === 'string') return 'text'
  if (token.kind !== 'name') return token.kind
  const called =
    next?.kind === 'open' &&
    (functionNamed(token.text) !== undefined || referenceFunctions.some(({ name }) => name === token.text.toLowerCase()))
  return called ? 'function' : 'name'
}

function pairsOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') open.push(index)
    if (token.kind !== 'close') continue
    const opened = open.pop()
    if (opened === undefined) continue
    pairs.set(opened, index)
    pairs.set(index, opened)
  }
  return pairs
}

import { lex } from './lexer.ts'
import { formulaStart } from './place.ts'
import { quotedReference, referenceText } from './references.ts'
import type { Token } from './tokens.ts'
import type { Reference } from './types.ts'

/** A reference and the place of the name in it (with the quotation marks of a row or group). */
export type PlacedReference = { readonly reference: Reference; readonly from: number; readonly to: number }

/** Every place where a formula text refers to something, in order; also in a formula that is not finished. */
export function placedReferences(text: string): readonly PlacedReference[] {
  const { tokens } = lex(text, formulaStart(text))
  return tokens.flatMap((token, index) => placedAt(tokens, token, index))
}

function placedAt(tokens: readonly Token[], token: Token, index: number): readonly PlacedReference[] {
  const { from, to } = token
  if (token.kind === 'name' && tokens[index + 1]?.kind !== 'open') return [{ reference: { kind: 'name', name: token.text }, from, to }]
  if (token.kind !== 'string' || tokens[index - 1]?.kind !== 'open') return []
  const call = tokens[index - 2]
  const reference = call?.kind === 'name' ? quotedReference(call.text, token.text) : null
  return reference === null ? [] : [{ reference, from, to }]
}

/**
 * The text with every reference renamed for which `to` has another bare name, wherever it stands, all at once: names may change places.
 * Every other character stays.
 */
export function renameReferences(text: string, to: (reference: Reference) => string | undefined): string {
  let result = ''
  let copied = 0
  for (const { reference, from, to: end } of placedReferences(text)) {
    const name = to(reference)
    if (name === undefined) continue
    result += text.slice(copied, from) + (reference.kind === 'name' ? name : quoteName(name))
    copied = end
  }
  return copied === 0 ? text : result + text.slice(copied)
}

/** A name as text of the language: in quotation marks, those inside doubled. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** How a reference is written: `orders`, `cost("API servers")`, `subtotal("compute")`, `schedule("Office hours")`. */
export function writeReference(reference: Reference): string {
  return reference.kind === 'name' ? reference.name : `${reference.kind}(${quoteName(referenceText(reference))})`
}

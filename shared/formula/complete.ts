import { endOfName } from './characters.ts'
import { functionNamed, functions, referenceFunctions } from './functions.ts'
import { lex } from './lexer.ts'
import { formulaStart } from './place.ts'
import { quoteName } from './rename.ts'
import type { Token } from './tokens.ts'
import { usualUnits } from './units.ts'

/** `insert` replaces the text from `from` to `to`; the caret goes `caret` characters into it. */
export type Suggestion = {
  readonly kind: 'name' | 'function' | 'row' | 'group' | 'schedule' | 'unit'
  readonly label: string
  readonly detail: string
  readonly insert: string
  readonly from: number
  readonly to: number
  readonly caret: number
}

/** The function the caret is in, for the hint while typing; `argument` counts from 0. */
export type SignatureHint = { readonly name: string; readonly signature: string; readonly help: string; readonly argument: number }

export type Completions = { readonly suggestions: readonly Suggestion[]; readonly signature: SignatureHint | null }

const none: Completions = { suggestions: [], signature: null }

/**
 * What could be typed at the caret of a canonical text. Names, rows, groups and schedules are offered in the order given, best matches first:
 * those that begin with what is typed, then those that contain it.
 */
export function completionsAt(
  text: string,
  caret: number,
  names: readonly string[],
  rows: readonly string[],
  groups: readonly string[],
  schedules: readonly string[] = [],
): Completions {
  const start = formulaStart(text)
  if (caret < start) return none
  const word = wordBefore(text, start, caret)
  const { tokens, problem } = lex(text.slice(0, word), start)
  const quotes = problem === null ? null : openQuotes(text, start, caret)
  const before = quotes === null ? tokens : tokens.filter((token) => token.to <= quotes)
  const signature = signatureAt(before)
  if (quotes !== null)
    return { suggestions: quotedSuggestions(text, quotes, caret, before, { row: rows, group: groups, schedule: schedules }), signature }
  if (start === 0) return { suggestions: unitSuggestions(text, word, caret, tokens.at(-1)), signature: null }
  return { suggestions: suggestionsFor(text, word, caret, tokens, names), signature }
}

/**
 * Whether a suggestion only finishes the word typed: at least two letters that begin it. A unit never does: the number
 * before it already says something, and `50M` is not an unfinished `50MB`.
 */
export function finishesWord(text: string, { kind, label, from, to }: Suggestion): boolean {
  const typed = text.slice(from, to).replace(/^"/, '').toLowerCase()
  return kind !== 'unit' && typed.length >= 2 && label.toLowerCase().startsWith(typed)
}

/** Start of the word that ends at the caret, or the caret. */
function wordBefore(text: string, start: number, caret: number): number {
  let from = caret
  for (let at = caret - 1; at >= start && endOfName(text.slice(0, caret), at) === caret; at--) from = at
  return from
}

/** Place of the quotation mark that is open at the caret. */
function openQuotes(text: string, start: number, caret: number): number | null {
  let open: number | null = null
  for (let at = start; at < caret; at++) {
    if (text.charAt(at) === '"') open = open === null ? at : null
  }
  return open
}

function suggestionsFor(text: string, from: number, to: number, tokens: readonly Token[], names: readonly string[]): readonly Suggestion[] {
  const last = tokens.at(-1)
  if (last?.kind === 'number') return unitSuggestions(text, from, to, last)
  if (from === to || last?.kind === 'close' || last?.kind === 'name' || last?.kind === 'string') return []
  const typed = text.slice(from, to)
  const called = /^\s*\(/.test(text.slice(to))
  const ofNames = matching(names, typed).map((name) => suggestion('name', name, '', name, from, to))
  const calls = [...functions.values(), ...referenceFunctions]
  const ofFunctions = matching(
    calls.map(({ name }) => name),
    typed,
  ).map((name) => callSuggestion(name, called, from, to))
  return [...ofNames, ...ofFunctions]
}

function callSuggestion(name: string, called: boolean, from: number, to: number): Suggestion {
  const declared = functions.get(name) ?? referenceFunctions.find((declaration) => declaration.name === name)
  const detail = declared === undefined ? '' : `${declared.signature} — ${declared.help}`
  if (called) return suggestion('function', name, detail, name, from, to)
  const quotes = functions.has(name) ? '' : '"'
  return { ...suggestion('function', name, detail, `${name}(${quotes}${quotes})`, from, to), caret: name.length + 1 + quotes.length }
}

function unitSuggestions(text: string, from: number, to: number, last: Token | undefined): readonly Suggestion[] {
  if (last?.kind !== 'number' || from === to) return []
  return matching(usualUnits, text.slice(from, to)).map((unit) => suggestion('unit', unit, '', unit, from, to))
}

type QuotedKind = 'row' | 'group' | 'schedule'

/** What stands in quotation marks in which function. */
const quotedKinds: ReadonlyMap<string, QuotedKind> = new Map([
  ['cost', 'row'],
  ['subtotal', 'group'],
  ['schedule', 'schedule'],
])

function quotedSuggestions(
  text: string,
  quotes: number,
  caret: number,
  before: readonly Token[],
  names: Readonly<Record<QuotedKind, readonly string[]>>,
): readonly Suggestion[] {
  const call = before.at(-2)
  const kind = call?.kind === 'name' && before.at(-1)?.kind === 'open' ? quotedKinds.get(call.text.toLowerCase()) : undefined
  if (kind === undefined) return []
  const typed = text.slice(quotes + 1, caret).replaceAll('""', '"')
  const rest = /^[^"]*"?\s*\)?/.exec(text.slice(caret))?.[0] ?? ''
  const closed = /"/.test(rest) ? caret + rest.length : caret
  return matching(names[kind], typed).map((label) => suggestion(kind, label, '', `${quoteName(label)})`, quotes, closed))
}

function suggestion(kind: Suggestion['kind'], label: string, detail: string, insert: string, from: number, to: number): Suggestion {
  return { kind, label, detail, insert, from, to, caret: insert.length }
}

/** Those that begin with the text, then those that contain it; each once, in the order given. */
function matching(candidates: readonly string[], typed: string): readonly string[] {
  const wanted = typed.toLowerCase()
  const unique = [...new Set(candidates)]
  const starts = unique.filter((candidate) => candidate.toLowerCase().startsWith(wanted))
  return [...starts, ...unique.filter((candidate) => !starts.includes(candidate) && candidate.toLowerCase().includes(wanted))]
}

/** The innermost function that is open, and which of its arguments the caret is in. */
function signatureAt(tokens: readonly Token[]): SignatureHint | null {
  const open: { readonly name: string; argument: number }[] = []
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1]
    const top = open.at(-1)
    if (token.kind === 'open') open.push({ name: before?.kind === 'name' || before?.kind === 'operator' ? before.text : '', argument: 0 })
    else if (token.kind === 'close') open.pop()
    else if (token.kind === 'comma' && top !== undefined) top.argument++
  }
  return open.toReversed().reduce<SignatureHint | null>((found, { name, argument }) => found ?? hintFor(name, argument), null)
}

function hintFor(name: string, argument: number): SignatureHint | null {
  const declared = functionNamed(name) ?? referenceFunctions.find((declaration) => declaration.name === name.toLowerCase())
  return declared === undefined ? null : { name: declared.name, signature: declared.signature, help: declared.help, argument }
}

import { canonicalise, tokensOf, type TextPart } from '#shared/formula/index.ts'
import type { Highlight, Suggestions } from '#renderer/ui/suggest-field.tsx'
import { workspace } from '../store.ts'

/** More items than this nobody reads; typing narrows them. */
const mostItems = 40

const classes: Partial<Record<TextPart['kind'], string>> = {
  name: 'suggest-name',
  function: 'suggest-function',
  text: 'suggest-string',
  rest: 'suggest-unmatched',
}

/** Colours of a formula; the parentheses at the caret are marked together, one without a partner in its own way. */
export function formulaHighlights(text: string, caret: number): readonly Highlight[] {
  if (!text.startsWith('=')) return []
  const { locale } = workspace.getState()
  const canonical = canonicalise(text, locale)
  // Where the locale writes more characters than the document, places would not fit: then nothing is coloured.
  if (canonical.length !== text.length) return []
  const parts = tokensOf(canonical)
  const beside = parts.find((part) => (part.kind === 'open' || part.kind === 'close') && (part.from === caret || part.to === caret))
  const partner = beside?.pair === null || beside === undefined ? undefined : parts[beside.pair]
  return parts.flatMap((part) => {
    const paired = part === beside || part === partner
    const lone = (part.kind === 'open' || part.kind === 'close') && part.pair === null
    const className = paired && !lone ? 'suggest-match' : lone ? 'suggest-unmatched' : classes[part.kind]
    return className === undefined ? [] : [{ from: part.from, to: part.to, className }]
  })
}

export type Choice = { readonly value: string; readonly detail: string; readonly words: string }

/** Choices that match what was typed: those that begin with it first. */
export function listSuggestions(choices: readonly Choice[], typed: string): Suggestions {
  const wanted = typed.trim().toLowerCase().split(/\s+/u)
  const found = choices.filter(({ value, words }) => wanted.every((word) => `${value} ${words}`.toLowerCase().includes(word)))
  const first = (choice: Choice): number => (choice.value.toLowerCase().startsWith(typed.trim().toLowerCase()) ? 0 : 1)
  const items = found.toSorted((a, b) => first(a) - first(b)).slice(0, mostItems)
  return {
    kind: 'list',
    hint: null,
    items: items.map(({ value, detail }) => ({ key: value, label: value, detail, text: value, caret: value.length })),
  }
}

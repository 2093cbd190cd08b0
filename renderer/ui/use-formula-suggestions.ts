import { groups, groupedRows } from '#shared/commands/grouped.ts'
import { rows } from '#shared/document/rows.ts'
import type { Workbook } from '#shared/document/types.ts'
import { canonicalise, completionsAt, finishesWord, localise } from '#shared/formula/index.ts'
import type { Completions, Suggestion } from '#shared/formula/index.ts'
import { useWorkspace, workspace } from '#renderer/workspace/store.ts'
import type { Suggestions } from './suggest-field.tsx'

/** More than this many suggestions nobody reads; another letter narrows them. */
const MOST = 12

type Vocabulary = {
  readonly names: readonly string[]
  readonly rows: readonly string[]
  readonly groups: readonly string[]
  readonly schedules: readonly string[]
}

/** Suggestions for a formula typed in this person's locale: drivers, functions, names of rows, groups and schedules, units. */
export function useFormulaSuggestions(): (typed: string, caret: number) => Suggestions {
  const locale = useWorkspace((state) => state.locale)
  return (typed, caret) => suggestionsFor(typed, caret, vocabularyNow(), locale)
}

let made: { readonly workbook: Workbook | null; readonly vocabulary: Vocabulary } | null = null

/** Gathered when somebody types, not with every edit: the formula bar always stands there, and rows are thousands. */
function vocabularyNow(): Vocabulary {
  const { workbook } = workspace.getState()
  if (made?.workbook !== workbook) made = { workbook, vocabulary: vocabularyOf(workbook) }
  return made.vocabulary
}

/** The names that a formula of this workbook can hold. */
export function vocabularyOf(workbook: Workbook | null): Vocabulary {
  if (workbook === null) return { names: [], rows: [], groups: [], schedules: [] }
  const shown = groupedRows(workbook)
  const named = groups(workbook).map((group) => group.name)
  const environments = shown.map((row) => row.environment)
  return {
    names: [...rows(workbook.drivers).map((driver) => driver.name), 'hours_in_month'],
    rows: shown.map((row) => row.name),
    groups: Array.from(new Set([...named, ...environments])).filter((name) => name !== ''),
    schedules: rows(workbook.schedules).map((schedule) => schedule.name),
  }
}

/** What could be typed at the caret. The caret is counted in typed text; a text before it has the same length in canonical form plus what its marks need. */
export function suggestionsFor(typed: string, caret: number, vocabulary: Vocabulary, locale: string): Suggestions {
  const canonical = canonicalise(typed, locale)
  const at = canonical.length === typed.length ? caret : canonicalise(typed.slice(0, caret), locale).length
  const found = completionsAt(canonical, at, vocabulary.names, vocabulary.rows, vocabulary.groups, vocabulary.schedules)
  return {
    kind: 'words',
    hint: hintOf(found),
    items: found.suggestions.slice(0, MOST).map((suggestion) => ({
      key: `${suggestion.kind} ${suggestion.label}`,
      label: suggestion.label,
      detail: suggestion.detail,
      finishes: finishesWord(canonical, suggestion),
      ...completed(canonical, suggestion, locale),
    })),
  }
}

function completed(canonical: string, suggestion: Suggestion, locale: string): { readonly text: string; readonly caret: number } {
  const before = canonical.slice(0, suggestion.from)
  const text = before + suggestion.insert + canonical.slice(suggestion.to)
  return { text: localise(text, locale), caret: localise(before + suggestion.insert.slice(0, suggestion.caret), locale).length }
}

/** The signature of the function the caret is in, with the argument to be typed now made strong. */
function hintOf({ signature }: Completions): Suggestions['hint'] {
  if (signature === null) return null
  const args = /\(([^)]*)\)/.exec(signature.signature)?.[1]?.split(/\s*,\s*/) ?? []
  return { text: signature.signature, strong: args[Math.min(signature.argument, args.length - 1)] ?? '', detail: signature.help }
}

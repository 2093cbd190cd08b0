import type { Change } from '#shared/document/change.ts'
import type { Id } from '#shared/document/types.ts'
import type { CellRange } from './types.ts'

/** One step a person can take back: what it was called, what it changed, and the scenario it was made in. */
export type HistoryEntry = {
  readonly label: string
  readonly changes: readonly Change[]
  readonly selection: readonly CellRange[]
  readonly scenario: Id | null
}

/** Two stacks, newest last. History listens to edits; it knows nothing of what they mean. */
export type History = { readonly past: readonly HistoryEntry[]; readonly future: readonly HistoryEntry[] }

export const emptyHistory: History = { past: [], future: [] }

/** Steps that can be taken back before the oldest is forgotten. */
export const historyDepth = 1000

/** A new edit: it can be undone, and what was undone before can no longer be redone. */
export function record(history: History, entry: HistoryEntry): History {
  const kept = history.past.length >= historyDepth ? history.past.slice(history.past.length - historyDepth + 1) : history.past
  return { past: [...kept, entry], future: [] }
}

/** The step to take back and the history after it, or null when there is none. */
export function stepBack(history: History): { readonly entry: HistoryEntry; readonly history: History } | null {
  const entry = history.past.at(-1)
  if (entry === undefined) return null
  return { entry, history: { past: history.past.slice(0, -1), future: [...history.future, entry] } }
}

/** The step to take again and the history after it, or null when there is none. */
export function stepForward(history: History): { readonly entry: HistoryEntry; readonly history: History } | null {
  const entry = history.future.at(-1)
  if (entry === undefined) return null
  return { entry, history: { past: [...history.past, entry], future: history.future.slice(0, -1) } }
}

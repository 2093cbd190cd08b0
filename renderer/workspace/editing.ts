import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { CellPlace } from './types.ts'

/** Text being typed into a cell, before it becomes an edit. The cell and the formula bar show the same draft. */
export type CellDraft = {
  readonly place: CellPlace
  /** As the person types it, in their locale. */
  readonly text: string
  /** Where the keys go. Handing the draft from one to the other does not commit it. */
  readonly owner: 'cell' | 'bar'
}

export const cellDraft = createStore<{ readonly draft: CellDraft | null }>(() => ({ draft: null }))

/** The draft, or null while no cell is being edited. */
export function useCellDraft(): CellDraft | null {
  return useStore(cellDraft, (state) => state.draft)
}

export function setCellDraft(draft: CellDraft | null): void {
  cellDraft.setState({ draft })
}

/** A text field in which somebody types a formula now. */
export type FormulaTarget = {
  /** Whether a name may stand at the caret: in a formula, after an operator, an opening parenthesis or a comma. */
  readonly accepts: () => boolean
  readonly insert: (text: string) => void
}

let target: FormulaTarget | null = null

/** Says where names go from now on. Returns the way to take that back. */
export function takeReferences(taking: FormulaTarget): () => void {
  target = taking
  return () => {
    if (target === taking) target = null
  }
}

/**
 * Puts a driver's name or `cost("…")` at the caret of the formula being typed. False when none is, or when a name
 * cannot stand there: then a click means what it always means. Call it on pointer down and prevent that event's
 * default when it answers true, so that the field keeps the focus.
 */
export function insertReference(text: string): boolean {
  if (!target?.accepts()) return false
  target.insert(text)
  return true
}

/** Whether somebody types a formula in which a name can stand at the caret: then a click points. */
export function wantsReference(): boolean {
  return target?.accepts() ?? false
}

/** Whether a name may follow `before`, the text of a formula up to the caret. */
export function acceptsReference(before: string): boolean {
  return before.startsWith('=') && /(?:[=+\-*/^(,;<>]|\b(?:and|or|not))\s*$/iu.test(before)
}

/** Where the active cell goes when an edit ends. */
export type AfterEdit = 'stay' | 'up' | 'down' | 'left' | 'right'

let sheet: ((after: AfterEdit) => void) | null = null

/** The sheet says how it takes the keys back. Returns the way to take that back. */
export function onReturnToSheet(listener: (after: AfterEdit) => void): () => void {
  sheet = listener
  return () => {
    if (sheet === listener) sheet = null
  }
}

/** The keys go to the sheet again, one cell further or not. */
export function returnToSheet(after: AfterEdit): void {
  sheet?.(after)
}

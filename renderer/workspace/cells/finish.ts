import { cellDraft, returnToSheet, setCellDraft } from '../editing.ts'
import { commitCell } from './commit.ts'

/**
 * Puts what is being typed where it was begun, before a key shows or saves something else: another scenario has the same cells and
 * fields. False where a cell refuses its text: then the editor stays open with it, and the key should do nothing.
 */
export function finishTyping(): boolean {
  const { draft } = cellDraft.getState()
  if (draft === null) {
    leaveField()
    return true
  }
  if (commitCell(draft.place, draft.text) !== null) return false
  setCellDraft(null)
  returnToSheet('stay')
  return true
}

/** Fields hand over their text when they are left. The keys stay with the one that had them. */
function leaveField(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  field.blur()
  field.focus({ preventScroll: true })
}

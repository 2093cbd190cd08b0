import { useEffect, useRef, type KeyboardEvent } from 'react'
import { noSuggestions, SuggestField, type SuggestFieldHandle, type Suggestions } from '#renderer/ui/suggest-field.tsx'
import { useFormulaSuggestions } from '#renderer/ui/use-formula-suggestions.ts'
import { choicesAt } from '#renderer/workspace/cells/choices.ts'
import { canEdit, commitCell, figureText, typedText } from '#renderer/workspace/cells/commit.ts'
import { formulaHighlights, listSuggestions } from '#renderer/workspace/cells/suggest.ts'
import {
  acceptsReference,
  cellDraft,
  returnToSheet,
  setCellDraft,
  takeReferences,
  useCellDraft,
  type AfterEdit,
} from '#renderer/workspace/editing.ts'
import { activeCell } from '#renderer/workspace/selection.ts'
import { useWorkspace } from '#renderer/workspace/store.ts'
import './formula-bar.css'

/** The line above the sheet: what stands in the active cell, to be read and typed in full. */
export function FormulaBar() {
  const place = useWorkspace(activeCell)
  // The text of a cell can change with every edit.
  useWorkspace((state) => state.workbook)
  useWorkspace((state) => state.figures)
  useWorkspace((state) => state.locale)
  const draft = useCellDraft()
  const words = useFormulaSuggestions()
  const field = useRef<SuggestFieldHandle>(null)
  const release = useRef<(() => void) | null>(null)
  const mine = draft?.owner === 'bar' ? draft : null
  const shown = draft?.text ?? (place === null ? '' : typedText(place) || figureText(place))

  useEffect(() => () => release.current?.(), [])

  function suggest(text: string, caret: number): Suggestions {
    if (mine === null || place === null) return noSuggestions
    const choices = text.startsWith('=') ? null : choicesAt(place)
    return choices === null ? words(text, caret) : listSuggestions(choices, text === typedText(place) ? '' : text)
  }

  function change(text: string) {
    const at = mine?.place ?? place
    if (at !== null) setCellDraft({ place: at, text, owner: 'bar' })
  }

  /** A refused text stays in the bar, with the reason shown beside the window's other notices. */
  function commit(text: string, after: AfterEdit): boolean {
    const at = mine?.place ?? place
    if (at !== null && commitCell(at, text) !== null) return false
    setCellDraft(null)
    returnToSheet(after)
    return true
  }

  function key(event: KeyboardEvent<HTMLInputElement>, text: string) {
    const after =
      event.key === 'Enter' ? (event.shiftKey ? 'up' : 'down') : event.key === 'Tab' ? (event.shiftKey ? 'left' : 'right') : null
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setCellDraft(null)
      returnToSheet('stay')
    } else if (after !== null && mine !== null) {
      event.preventDefault()
      commit(text, after)
    }
  }

  /** What is being typed in the cell goes on here. Before the focus moves: the cell's editor ends as soon as it has lost it. */
  function takeOver() {
    const { draft: typed } = cellDraft.getState()
    if (typed?.owner === 'cell') setCellDraft({ ...typed, owner: 'bar' })
  }

  function focus() {
    if (mine === null && place !== null && canEdit(place)) setCellDraft({ place, text: shown, owner: 'bar' })
    release.current = takeReferences({
      accepts: () => acceptsReference(field.current?.before() ?? ''),
      insert: (reference) => field.current?.insert(reference),
    })
  }

  function blur() {
    release.current?.()
    release.current = null
    // As it is now: a commit or an Escape that moved the focus has ended the draft already.
    const { draft: left } = cellDraft.getState()
    if (left?.owner !== 'bar') return
    setCellDraft(null)
    commitCell(left.place, left.text)
  }

  return (
    <section className="formula-bar" aria-label="Active cell" onPointerDownCapture={takeOver}>
      <span className="formula-bar-sign" aria-hidden="true">
        fx
      </span>
      <SuggestField
        ref={field}
        id="formula-bar"
        className="formula-bar-field"
        label="Formula bar"
        value={shown}
        readOnly={place === null || !canEdit(place)}
        onChange={change}
        suggest={suggest}
        highlight={formulaHighlights}
        onKey={key}
        onPick={(text) => commit(text, 'stay')}
        onFocus={focus}
        onBlur={blur}
      />
    </section>
  )
}

import type { CustomCellEditorProps } from 'ag-grid-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { SuggestField, type SuggestFieldHandle, type Suggestions } from '#renderer/ui/suggest-field.tsx'
import { useFormulaSuggestions } from '#renderer/ui/use-formula-suggestions.ts'
import { choicesAt } from '#renderer/workspace/cells/choices.ts'
import { commitCell, typedText } from '#renderer/workspace/cells/commit.ts'
import { formulaHighlights, listSuggestions } from '#renderer/workspace/cells/suggest.ts'
import { acceptsReference, cellDraft, setCellDraft, takeReferences, type AfterEdit } from '#renderer/workspace/editing.ts'
import type { CellPlace, ColumnId } from '#renderer/workspace/types.ts'
import { fillTyped } from './cells-actions.ts'
import { grid } from './port.ts'
import type { AnyRow } from './rows.ts'
import { arrow, enter, tab } from './selecting.ts'

type Props = CustomCellEditorProps<AnyRow, unknown> & { readonly sheetColumn: ColumnId; readonly label: string }

/** The editor of every cell: a line of text, with a list where the cell is one of a list, else with the formula's words. */
export function CellEditor(props: Props) {
  const place: CellPlace = { row: props.data.id, column: props.sheetColumn }
  const [start] = useState(() => ({ text: typedText(place), choices: choicesAt(place) }))
  const [text, setText] = useState(props.eventKey ?? start.text)
  const words = useFormulaSuggestions()
  const field = useRef<SuggestFieldHandle>(null)
  // Typing over a cell lets the arrow keys commit; F2 gives them to the text.
  const overtyping = props.eventKey !== null
  const latest = useRef(text)

  const { onValueChange } = props
  const { row, column } = place

  function change(next: string) {
    latest.current = next
    setText(next)
    setCellDraft({ place, text: next, owner: 'cell' })
    onValueChange(next)
  }

  useEffect(() => onValueChange(latest.current), [onValueChange])
  useEffect(() => {
    setCellDraft({ place: { row, column }, text: latest.current, owner: 'cell' })
    return () => {
      // The formula bar may have taken the draft over.
      if (cellDraft.getState().draft?.owner === 'cell') setCellDraft(null)
    }
  }, [row, column])
  useEffect(
    () =>
      takeReferences({
        accepts: () => acceptsReference(field.current?.before() ?? ''),
        insert: (reference) => field.current?.insert(reference),
      }),
    [],
  )

  function suggest(typed: string, caret: number): Suggestions {
    if (typed.startsWith('=') || start.choices === null) return words(typed, caret)
    return listSuggestions(start.choices, typed === start.text ? '' : typed)
  }

  /** Stays open when the text is refused, so that nothing typed is lost. */
  function commit(typed: string, after: () => void) {
    if (commitCell(place, typed) !== null) return
    grid()?.endEdit(false)
    after()
    grid()?.focus()
  }

  function key(event: KeyboardEvent<HTMLInputElement>, typed: string) {
    const after = afterKey(event, overtyping && !typed.startsWith('='))
    if (after === null) return
    event.preventDefault()
    event.stopPropagation()
    if (after === 'cancel') cancel()
    else if (after === 'fill') fill(typed)
    else commit(typed, () => moveAfter(after, event.key))
  }

  function cancel() {
    grid()?.endEdit(false)
    grid()?.focus()
  }

  function fill(typed: string) {
    if (fillTyped(typed) === null) cancel()
  }

  return (
    <SuggestField
      ref={field}
      className="sheet-editor"
      label={`${props.label} of ${props.data.kind === 'component' ? props.data.component.name : 'the group'}`}
      value={text}
      onChange={change}
      suggest={suggest}
      highlight={formulaHighlights}
      onKey={key}
      onPick={(picked) => commit(picked, () => undefined)}
      autoFocus
    />
  )
}

/** What a key means to an edit; null leaves it to the text. */
function afterKey(event: KeyboardEvent, arrowsCommit: boolean): AfterEdit | 'cancel' | 'fill' | null {
  const mod = event.ctrlKey || event.metaKey
  if (event.key === 'Escape') return 'cancel'
  if (event.key === 'Enter') return mod ? 'fill' : event.shiftKey ? 'up' : 'down'
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right'
  if (!arrowsCommit || mod || event.shiftKey || event.altKey) return null
  return event.key === 'ArrowUp'
    ? 'up'
    : event.key === 'ArrowDown'
      ? 'down'
      : event.key === 'ArrowLeft'
        ? 'left'
        : event.key === 'ArrowRight'
          ? 'right'
          : null
}

/** Tab and Enter keep the sheet's memory of where a row was begun; arrows only move. */
function moveAfter(after: AfterEdit, by: string): void {
  if (after === 'stay') return
  if (by === 'Tab') tab(after === 'left')
  else if (by === 'Enter') enter(after === 'up')
  else arrow(after, { extend: false, edge: false })
}

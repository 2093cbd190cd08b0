import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { setCells } from '#shared/commands/cells.ts'
import { Button } from '#renderer/ui/button.tsx'
import { edit } from '#renderer/workspace/edit.ts'
import { useWorkspace, workspace } from '#renderer/workspace/store.ts'
import { closeNote, noting, type Noting } from './noting.ts'

/** The card on which a row's note is written; the note itself is read by pointing at the row's name. */
export function NoteEditor() {
  const open = useStore(noting, (state) => state.noting)
  return open === null ? null : <Card key={open.row} place={open} />
}

function Card({ place: { row, left, top } }: { readonly place: Noting }) {
  const component = useWorkspace((state) => state.workbook?.components.get(row))
  const [text, setText] = useState(component?.note ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [])
  if (component === undefined) return null

  /** What is refused stays on the card. */
  function keep(note: string) {
    if (note === component?.note || writeNote(row, note)) closeNote()
  }
  function key(event: KeyboardEvent) {
    if (event.key === 'Escape') closeNote()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep(text)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  /** As in other spreadsheets a click elsewhere keeps what was written. */
  function leave(event: FocusEvent<HTMLDivElement>) {
    if (noting.getState().noting?.row !== row || event.currentTarget.contains(event.relatedTarget)) return
    if (text === component?.note || writeNote(row, text)) noting.setState({ noting: null })
  }
  return (
    <div className="sheet-note" role="dialog" aria-label={`Note of ${component.name}`} style={{ left, top }} onKeyDown={key} onBlur={leave}>
      <textarea ref={field} className="sheet-note-text" aria-label="Note" value={text} onChange={(event) => setText(event.target.value)} />
      <div className="sheet-note-foot">
        <span className="sheet-note-hint">Ctrl+Enter keeps, Esc leaves it</span>
        {component.note !== '' && (
          <Button kind="danger" onClick={() => keep('')}>
            Delete
          </Button>
        )}
        <Button kind="primary" onClick={() => keep(text)}>
          Keep
        </Button>
      </div>
    </div>
  )
}

function writeNote(row: string, note: string): boolean {
  const { services } = workspace.getState()
  const label = note === '' ? 'Delete a note' : 'Change a note'
  return edit(setCells, { cells: [{ row, column: 'note', text: note }], services, label }) === null
}

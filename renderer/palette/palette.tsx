import { Search } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { flushSync } from 'react-dom'
import { Keys } from '#renderer/ui/keys.tsx'
import { useModal } from '#renderer/ui/use-modal.ts'
import { refreshRecent } from '#renderer/workspace/open.ts'
import { useWorkspace, workspace } from '#renderer/workspace/store.ts'
import { closePalette, setPaletteQuery } from '#renderer/workspace/view.ts'
import { act } from './act.ts'
import { sections } from './items.ts'
import type { Item, Section } from './items.ts'
import './palette.css'

/** One search over everything: rows, services, sizes, commands, workbooks. Keyboard only, or the mouse. */
export function Palette() {
  const palette = useWorkspace((state) => state.palette)
  return palette === null ? null : <PaletteDialog query={palette.query} mode={palette.mode} />
}

function PaletteDialog({ query, mode }: { readonly query: string; readonly mode: 'all' | 'component' }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const listId = useId()
  const [at, setAt] = useState(0)
  // What is found depends on the query alone while the palette is open, and on the workbooks kept here, which it asks for as it opens.
  const recent = useWorkspace((state) => state.recent)
  const found = useMemo(() => sections({ ...workspace.getState(), recent, palette: { query, mode } }, query), [query, mode, recent])
  const items = found.flatMap((section) => section.items)
  const current = items[Math.min(at, items.length - 1)]

  useModal(dialog)
  useEffect(() => void refreshRecent(), [])
  useEffect(() => {
    document.getElementById(`${listId}-${current?.key ?? ''}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, current])

  const choose = (item: Item | undefined) => {
    if (item === undefined) return
    // Closed first, so that the keyboard is back where it was before the item is carried out and may move it.
    flushSync(closePalette)
    void act(item.act)
  }
  const keyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step !== undefined && items.length > 0) {
      event.preventDefault()
      setAt(step(Math.min(at, items.length - 1), items.length))
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      choose(current)
    }
  }
  const outside = (event: MouseEvent) => {
    if (event.target === dialog.current) closePalette()
  }
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={mode === 'component' ? 'Add component' : 'Search everything'}
      onCancel={closePalette}
      onMouseDown={outside}
    >
      <div className="palette-head">
        <Search className="palette-icon" aria-hidden />
        <input
          className="palette-input"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={current === undefined ? undefined : `${listId}-${current.key}`}
          aria-label="Search"
          autoComplete="off"
          spellCheck={false}
          placeholder={mode === 'component' ? 'Service or size: load balancer, t3.medium, db.r6g…' : 'Row, service, size, command…'}
          value={query}
          onChange={(event) => {
            setAt(0)
            setPaletteQuery(event.target.value)
          }}
          onKeyDown={keyDown}
        />
      </div>
      <div id={listId} className="palette-list" role="listbox" aria-label="Found">
        {found.map((section) => (
          <PaletteSection key={section.heading} section={section} listId={listId} current={current} choose={choose} />
        ))}
      </div>
      <p className="palette-foot" role="status">
        {items.length === 0 ? `Nothing is called “${query}”. Try a service, a size such as t3.medium, or fewer words.` : <PaletteHint />}
      </p>
    </dialog>
  )
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  PageDown: (at, count) => Math.min(at + 8, count - 1),
  PageUp: (at) => Math.max(at - 8, 0),
}

function PaletteHint() {
  return (
    <>
      <Keys shortcut="ArrowUp" /> <Keys shortcut="ArrowDown" /> choose <Keys shortcut="Enter" /> take <Keys shortcut="Escape" /> close
    </>
  )
}

type SectionProps = {
  readonly section: Section
  readonly listId: string
  readonly current: Item | undefined
  readonly choose: (item: Item) => void
}

function PaletteSection({ section, listId, current, choose }: SectionProps) {
  return (
    <div role="group" aria-label={section.heading}>
      <p className="palette-heading" aria-hidden>
        {section.heading}
      </p>
      {section.items.map((item) => (
        <div
          key={item.key}
          id={`${listId}-${item.key}`}
          className="palette-item"
          role="option"
          aria-selected={item.key === current?.key}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(item)}
        >
          <span className="palette-title">{item.title}</span>
          <span className="palette-detail">{item.detail}</span>
          {item.keys !== undefined && <Keys shortcut={item.keys} />}
        </div>
      ))}
    </div>
  )
}

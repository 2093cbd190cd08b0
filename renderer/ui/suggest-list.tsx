import { useLayoutEffect, useRef, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import type { Suggestion, Suggestions } from './suggest-field.tsx'

type Props = {
  readonly id: string
  readonly under: RefObject<HTMLInputElement | null>
  readonly suggestions: Suggestions
  readonly active: number
  readonly onChoose: (item: Suggestion) => void
}

/** Space kept between the field, the list and the window's edge, in pixels. */
const gap = 2

/** The list under a field, above everything that could cut it off. Pointing at it never takes the focus from the field. */
export function SuggestList({ id, under, suggestions, active, onChoose }: Props) {
  const panel = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const field = under.current?.getBoundingClientRect()
    const box = panel.current
    if (!field || !box) return
    const below = window.innerHeight - field.bottom - gap
    const above = field.top - gap
    const upwards = box.offsetHeight > below && above > below
    box.style.left = `${String(Math.max(0, Math.min(field.left, window.innerWidth - box.offsetWidth - gap)))}px`
    box.style.top = upwards ? `${String(Math.max(0, field.top - box.offsetHeight - gap))}px` : `${String(field.bottom + gap)}px`
  })

  useLayoutEffect(() => {
    panel.current?.querySelectorAll('[role="option"]')[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const { hint, items } = suggestions
  return createPortal(
    <div
      ref={panel}
      className="suggest-panel"
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {hint && (
        <div className="suggest-hint">
          <Emphasised text={hint.text} strong={hint.strong} />
          {hint.detail !== '' && <span className="suggest-detail">{hint.detail}</span>}
        </div>
      )}
      {items.length > 0 && (
        <ul id={id} role="listbox" className="suggest-items">
          {items.map((item, at) => (
            <li
              key={item.key}
              id={`${id}-${String(at)}`}
              role="option"
              aria-selected={at === active}
              className="suggest-item"
              onClick={() => onChoose(item)}
            >
              <span className="suggest-label">{item.label}</span>
              <span className="suggest-detail">{item.detail}</span>
            </li>
          ))}
        </ul>
      )}
    </div>,
    document.body,
  )
}

function Emphasised({ text, strong }: { readonly text: string; readonly strong: string }) {
  const at = strong === '' ? -1 : text.indexOf(strong)
  if (at < 0) return <code>{text}</code>
  return (
    <code>
      {text.slice(0, at)}
      <strong>{strong}</strong>
      {text.slice(at + strong.length)}
    </code>
  )
}

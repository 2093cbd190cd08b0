import { useImperativeHandle, useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { SuggestList } from './suggest-list.tsx'
import './suggest-field.css'

/** What the field would hold after choosing this, and where its caret would stand. */
export type Suggestion = {
  readonly key: string
  readonly label: string
  readonly detail: string
  readonly text: string
  readonly caret: number
  /** It only finishes the word being typed, so Tab may take it without a mark. */
  readonly finishes?: boolean
}

export type Suggestions = {
  readonly items: readonly Suggestion[]
  /** Shown above the list: a function's signature, for instance. `strong` is the part to look at now. */
  readonly hint: { readonly text: string; readonly strong: string; readonly detail: string } | null
  /** `list`: the text must become one of the items, so one is chosen from the start. `words`: items complete what is typed. */
  readonly kind: 'list' | 'words'
}

export const noSuggestions: Suggestions = { items: [], hint: null, kind: 'words' }

/** A stretch of the text with a class of its own. */
export type Highlight = { readonly from: number; readonly to: number; readonly className: string }

export type SuggestFieldHandle = {
  readonly focus: () => void
  readonly insert: (text: string) => void
  readonly before: () => string
}

export type SuggestFieldProps = {
  readonly ref?: Ref<SuggestFieldHandle>
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly suggest: (text: string, caret: number) => Suggestions
  readonly highlight?: (text: string, caret: number) => readonly Highlight[]
  /** Keys the list does not take. `text` is the field's text, with a chosen item already put in. */
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>, text: string) => void
  /** An item of a `list` was clicked. */
  readonly onPick?: (text: string) => void
  readonly onFocus?: () => void
  readonly onBlur?: () => void
  readonly autoFocus?: boolean
  readonly className?: string
  readonly id?: string
  readonly describedBy?: string
  readonly readOnly?: boolean
  readonly placeholder?: string
}

/** A line of text with suggestions under it and colours in it. Knows nothing of what is typed. */
export function SuggestField({ ref, ...props }: SuggestFieldProps) {
  const { value, onChange, suggest, highlight, onKey, onPick } = props
  const input = useRef<HTMLInputElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const pendingCaret = useRef<number | null>(null)
  const [focused, setFocused] = useState(false)
  const [caret, setCaret] = useState(value.length)
  const [chosen, setChosen] = useState(-1)
  const [typed, setTyped] = useState(false)

  const given = focused && props.readOnly !== true ? useful(suggest(value, caret), value) : noSuggestions
  const active =
    chosen >= 0
      ? Math.min(chosen, given.items.length - 1)
      : given.kind === 'list' && typed && value !== ''
        ? Math.min(0, given.items.length - 1)
        : -1

  useLayoutEffect(() => {
    if (pendingCaret.current !== null) input.current?.setSelectionRange(pendingCaret.current, pendingCaret.current)
    pendingCaret.current = null
    // Reading where the field stands makes the browser lay the page out: only while somebody types.
    if (focused && mirror.current && input.current) mirror.current.scrollLeft = input.current.scrollLeft
  })

  useLayoutEffect(() => {
    if (props.autoFocus !== true) return
    const field = input.current
    field?.focus({ preventScroll: true })
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [props.autoFocus])

  function change(text: string, at: number) {
    pendingCaret.current = at
    setCaret(at)
    setChosen(-1)
    setTyped(true)
    onChange(text)
  }

  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus(),
    before: () => value.slice(0, input.current?.selectionStart ?? value.length),
    insert: (text) => {
      const from = input.current?.selectionStart ?? value.length
      const to = input.current?.selectionEnd ?? from
      change(value.slice(0, from) + text + value.slice(to), from + text.length)
    },
  }))

  function keyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const step = event.altKey || event.ctrlKey || event.metaKey ? 0 : event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && given.items.length > 0) {
      event.preventDefault()
      setChosen((active + step + given.items.length) % given.items.length)
      return
    }
    const item = chosenItem(event, given, active)
    if (item && given.kind === 'words') {
      event.preventDefault()
      change(item.text, item.caret)
      return
    }
    if (item) onChange(item.text)
    onKey?.(event, item?.text ?? value)
  }

  const listId = `${props.id ?? props.label}-suggestions`
  return (
    <div className={`suggest ${props.className ?? ''}`}>
      {highlight && <Mirror ref={mirror} text={value} highlights={highlight(value, focused ? caret : -1)} />}
      <input
        ref={input}
        id={props.id}
        className={highlight ? 'suggest-input suggest-input-over' : 'suggest-input'}
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-autocomplete="list"
        aria-expanded={given.items.length > 0}
        aria-controls={listId}
        aria-activedescendant={active >= 0 ? `${listId}-${String(active)}` : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        readOnly={props.readOnly}
        placeholder={props.placeholder}
        value={value}
        onChange={(event) => change(event.target.value, event.target.selectionStart ?? event.target.value.length)}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
        onScroll={() => mirror.current && input.current && (mirror.current.scrollLeft = input.current.scrollLeft)}
        onKeyDown={keyDown}
        onFocus={() => {
          setFocused(true)
          props.onFocus?.()
        }}
        onBlur={() => {
          setFocused(false)
          setTyped(false)
          setChosen(-1)
          props.onBlur?.()
        }}
      />
      {(given.items.length > 0 || given.hint !== null) && (
        <SuggestList
          id={listId}
          under={input}
          suggestions={given}
          active={active}
          onChoose={(item) => {
            change(item.text, item.caret)
            if (given.kind === 'list') onPick?.(item.text)
          }}
        />
      )}
    </div>
  )
}

/** A word that is already there in full needs no completing. */
function useful(given: Suggestions, value: string): Suggestions {
  return given.kind === 'words' && given.items.some((item) => item.text === value) ? { ...given, items: [] } : given
}

/** Enter and Tab take the item that is marked; Tab without a mark also finishes an unfinished word with the first. */
function chosenItem(event: KeyboardEvent, given: Suggestions, active: number): Suggestion | undefined {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) return given.items[active]
  if (event.key !== 'Tab' || event.shiftKey) return undefined
  const marked = given.items[active]
  return marked ?? given.items.slice(0, 1).find((item) => item.finishes === true)
}

function Mirror({
  ref,
  text,
  highlights,
}: {
  readonly ref: Ref<HTMLDivElement>
  readonly text: string
  readonly highlights: readonly Highlight[]
}) {
  const parts = []
  let at = 0
  for (const { from, to, className } of highlights) {
    if (from < at) continue
    parts.push(
      text.slice(at, from),
      <span key={from} className={className}>
        {text.slice(from, to)}
      </span>,
    )
    at = to
  }
  return (
    <div ref={ref} className="suggest-mirror" aria-hidden="true">
      {parts}
      {text.slice(at)}
    </div>
  )
}

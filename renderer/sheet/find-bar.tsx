import { ArrowDown, ArrowUp, CaseSensitive, SquareFunction, WholeWord, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { workspace } from '#renderer/workspace/store.ts'
import { closeFinding, finding, findNext, look, openFinding, search, type Finding } from './finding.ts'
import { replaceAll, replaceOne } from './replacing.ts'
import './find-bar.css'

/** Milliseconds of quiet before a changed sheet is looked through again. */
const quiet = 120

/** Looking for text in the cells, and putting other text in its place. It stands over the sheet and covers none of it. */
export function FindBar() {
  const open = useStore(finding, (state) => state.open)
  return open ? <Bar /> : null
}

function Bar() {
  const state = useStore(finding)
  const field = useRef<HTMLInputElement>(null)
  const { asked } = state
  useLayoutEffect(() => {
    if (asked === 0) return
    field.current?.focus()
    field.current?.select()
  }, [asked])
  useEffect(followSheet, [])
  return (
    <div className="find" role="search" aria-label="Find in the sheet" onKeyDown={barKey}>
      <div className="find-line">
        <input
          ref={field}
          className="find-text"
          type="text"
          aria-label="Find"
          placeholder="Find"
          spellCheck={false}
          autoComplete="off"
          value={state.text}
          onChange={(event) => look({ text: event.target.value })}
          onKeyDown={(event) => onEnter(event, () => findNext(event.shiftKey))}
        />
        <span className="find-count" role="status" data-none={isMissing(state) || undefined}>
          {countText(state)}
        </span>
        <IconButton label="Previous match" keys="Shift+Enter" disabled={state.places.length === 0} onClick={() => findNext(true)}>
          <ArrowUp />
        </IconButton>
        <IconButton label="Next match" keys="Enter" disabled={state.places.length === 0} onClick={() => findNext(false)}>
          <ArrowDown />
        </IconButton>
        <Switches state={state} />
        {!state.replacing && (
          <Button kind="quiet" onClick={() => openFinding(true)}>
            Replace
          </Button>
        )}
        <IconButton label="Close" keys="Escape" onClick={closeFinding}>
          <X />
        </IconButton>
      </div>
      {state.replacing && <ReplaceLine state={state} />}
    </div>
  )
}

function Switches({ state: { matchCase, wholeCell, inTexts, replacing } }: { readonly state: Finding }) {
  return (
    <>
      <IconButton label="Match case" pressed={matchCase} onClick={() => look({ matchCase: !matchCase })}>
        <CaseSensitive />
      </IconButton>
      <IconButton label="The whole cell" pressed={wholeCell} onClick={() => look({ wholeCell: !wholeCell })}>
        <WholeWord />
      </IconButton>
      <IconButton
        label={replacing ? 'Looks in formulas and texts: only they can be replaced' : 'Look in formulas instead of what is shown'}
        pressed={inTexts || replacing}
        disabled={replacing}
        onClick={() => look({ inTexts: !inTexts })}
      >
        <SquareFunction />
      </IconButton>
    </>
  )
}

function ReplaceLine({ state: { replacement, places } }: { readonly state: Finding }) {
  return (
    <div className="find-line">
      <input
        className="find-text"
        type="text"
        aria-label="Replace with"
        placeholder="Replace with"
        spellCheck={false}
        autoComplete="off"
        value={replacement}
        onChange={(event) => finding.setState({ replacement: event.target.value })}
        onKeyDown={(event) => onEnter(event, replaceOne)}
      />
      <Button onClick={replaceOne} disabled={places.length === 0}>
        Replace
      </Button>
      <Button onClick={replaceAll} disabled={places.length === 0}>
        Replace all
      </Button>
    </div>
  )
}

function countText({ text, places, at }: Finding): string {
  if (text === '') return ''
  return places.length === 0 ? 'No match' : `${(at + 1).toLocaleString('en-US')} of ${places.length.toLocaleString('en-US')}`
}

function isMissing({ text, places }: Finding): boolean {
  return text !== '' && places.length === 0
}

function onEnter(event: KeyboardEvent, act: () => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  act()
}

function barKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return
  event.preventDefault()
  event.stopPropagation()
  closeFinding()
}

/** Edits change what is found. */
function followSheet(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = workspace.subscribe((state, before) => {
    if (state.figures === before.figures && state.workbook === before.workbook && state.locale === before.locale) return
    clearTimeout(timer)
    timer = setTimeout(search, quiet)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

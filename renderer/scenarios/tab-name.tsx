import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { renameScenario } from '#shared/commands/scenarios.ts'
import type { Scenario } from '#shared/document/types.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { changeTabs } from './state.ts'

/** A tab whose name is being typed: Enter takes it, Escape leaves it as it was, a name that is refused stays to be mended. */
export function TabName({ scenario, done }: { readonly scenario: Scenario; readonly done: (keyboard: boolean) => void }) {
  const [typed, setTyped] = useState(scenario.name)
  const [refused, setRefused] = useState(false)
  const over = useRef(false)
  const close = (keyboard: boolean) => {
    over.current = true
    changeTabs({ renaming: null })
    done(keyboard)
  }
  const take = (keyboard: boolean) => {
    if (typed.trim() === scenario.name) return close(keyboard)
    const refusal = edit(renameScenario, { id: scenario.id, name: typed })
    if (refusal === null) return close(keyboard)
    setRefused(true)
    if (!keyboard) close(false)
  }
  const keyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') take(true)
    if (event.key === 'Escape') close(true)
  }
  return (
    <span className="tab-bar-rename" data-colour={scenario.colour === '' ? undefined : scenario.colour}>
      <span className="tab-bar-measure" aria-hidden>
        {typed === '' ? ' ' : typed}
      </span>
      <input
        className="tab-bar-input"
        aria-label={`Name of ${scenario.name}`}
        aria-invalid={refused || undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        ref={(input) => {
          if (input === null || input.dataset['ready'] !== undefined) return
          input.dataset['ready'] = ''
          input.focus()
          input.select()
        }}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setRefused(false)
        }}
        onKeyDown={keyDown}
        onBlur={() => {
          if (!over.current) take(false)
        }}
      />
    </span>
  )
}

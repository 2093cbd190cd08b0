import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { renameScenario } from '#shared/commands/scenarios.ts'
import { refuse } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import type { Scenario } from '#shared/document/types.ts'
import { notifyRefusal, withdrawRefusal } from '#renderer/workspace/notices.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { changeTabs } from './state.ts'

/** Letters of a name that menus, heads and charts still have room for. */
const longest = 120

function tooLong(name: string): Refusal | null {
  if (name.length <= longest) return null
  const refusal = refuse('scenario-long', {
    message: `A scenario's name has at most ${String(longest)} letters; this one has ${String(name.length)}.`,
    fix: 'Shorten it; what it is for can stand in its decision note.',
  })
  notifyRefusal(refusal)
  return refusal
}

/** A tab whose name is being typed: Enter takes it, Escape leaves it as it was, a name that is refused stays to be mended. */
export function TabName({ scenario, done }: { readonly scenario: Scenario; readonly done: (keyboard: boolean) => void }) {
  const [typed, setTyped] = useState(scenario.name)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const over = useRef(false)
  /** What was said of another name is not true of the one that is typed now. */
  const forget = () => {
    if (refused !== null) withdrawRefusal(refused)
    setRefused(null)
  }
  const close = (keyboard: boolean) => {
    over.current = true
    changeTabs({ renaming: null })
    done(keyboard)
  }
  const take = (keyboard: boolean) => {
    forget()
    if (typed.trim() === scenario.name) return close(keyboard)
    const refusal = tooLong(typed.trim()) ?? edit(renameScenario, { id: scenario.id, name: typed })
    if (refusal === null) return close(keyboard)
    setRefused(refusal)
    if (!keyboard) close(false)
  }
  const keyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') take(true)
    if (event.key !== 'Escape') return
    forget()
    close(true)
  }
  return (
    <span className="tab-bar-rename" data-colour={scenario.colour === '' ? undefined : scenario.colour}>
      <span className="tab-bar-measure" aria-hidden>
        {typed === '' ? ' ' : typed}
      </span>
      <input
        className="tab-bar-input"
        aria-label={`Name of ${scenario.name}`}
        aria-invalid={refused !== null || undefined}
        autoComplete="off"
        spellCheck={false}
        ref={(input) => {
          if (input === null || input.dataset['ready'] !== undefined) return
          input.dataset['ready'] = ''
          input.focus()
          input.select()
        }}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          forget()
        }}
        onKeyDown={keyDown}
        onBlur={() => {
          if (!over.current) take(false)
        }}
      />
    </span>
  )
}

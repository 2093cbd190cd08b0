import type { Id } from '#shared/document/types.ts'
import { handleCommands } from '#renderer/workspace/commands.ts'
import type { CommandHandler } from '#renderer/workspace/commands.ts'
import { workspace } from '#renderer/workspace/store.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { addOn, canMove, duplicate, moveBy, pushAll, remove, resetAll, scenarioOf, showNext, showPlace, takeNow } from './actions.ts'
import { changeTabs } from './state.ts'

const open = (state: WorkspaceState): boolean => state.document !== null
const several = (state: WorkspaceState): boolean => (state.document?.scenarios.size ?? 0) > 0

/** A command about the scenario that is shown; on the base there is nothing for it to do. */
function onShown(run: (id: Id) => void, enabled: (id: Id) => boolean = () => true): CommandHandler {
  return {
    run: () => {
      const { scenario } = workspace.getState()
      if (scenario !== null) run(scenario)
    },
    enabled: ({ scenario }) => scenario !== null && enabled(scenario),
  }
}

const isDifferent = (id: Id): boolean => (scenarioOf(id)?.overrides.length ?? 0) > 0

/** Says how the tabs carry out the commands about scenarios, and binds Ctrl with a digit. Returns the way to take that back. */
export function handleScenarioCommands(): () => void {
  const stop = handleCommands({
    'scenarios.add': { run: () => addOn(null), enabled: open },
    'scenarios.branch': onShown(addOn),
    'scenarios.duplicate': onShown(duplicate),
    'scenarios.rename': onShown((id) => changeTabs({ renaming: id })),
    'scenarios.colour': onShown((id) => changeTabs({ deciding: id })),
    'scenarios.decision': onShown((id) => changeTabs({ deciding: id })),
    'scenarios.moveLeft': onShown(
      (id) => moveBy(id, -1),
      (id) => canMove(id, -1),
    ),
    'scenarios.moveRight': onShown(
      (id) => moveBy(id, 1),
      (id) => canMove(id, 1),
    ),
    'scenarios.delete': onShown(remove),
    'scenarios.reset': onShown(resetAll, isDifferent),
    'scenarios.push': onShown(pushAll, isDifferent),
    'scenarios.elsewhere': { run: () => changeTabs({ elsewhere: true }), enabled: open },
    'snapshots.take': { run: () => void takeNow('', ''), enabled: open },
    'snapshots.list': { run: () => changeTabs({ snapshots: true }), enabled: open },
    'scenarios.next': { run: () => showNext(1), enabled: several },
    'scenarios.previous': { run: () => showNext(-1), enabled: several },
  })
  window.addEventListener('keydown', pressed)
  return () => {
    window.removeEventListener('keydown', pressed)
    stop()
  }
}

/** Ctrl+1 to Ctrl+9 (⌘ on a Mac) show the first nine tabs. */
function pressed(event: KeyboardEvent): void {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
  const other = event.altKey || event.shiftKey || event.defaultPrevented
  if (digit === undefined || !(event.ctrlKey || event.metaKey) || other || document.querySelector('dialog[open]') !== null) return
  if (showPlace(Number(digit))) event.preventDefault()
}

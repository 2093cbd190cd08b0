import { useSyncExternalStore } from 'react'
import { workspace } from '#renderer/workspace/store.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { showPanel } from '#renderer/workspace/view.ts'

/** Below this width, in letters rather than pixels so that zoom counts, the sheet shares the window with one panel at most. */
const narrowWindow = '(max-width: 66rem)'

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(narrowWindow)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(narrowWindow).matches,
  )
}

type Panels = WorkspaceState['panels']

/** The panels there is room for: of two in a narrow window the inspector, which answers to the selection. */
export function roomFor(panels: Panels, narrow: boolean): Panels {
  return narrow && panels.inspector ? { drivers: false, inspector: true } : panels
}

/** In a narrow window the figures come first: a panel opens when it is asked for. */
export function panelsAtFirst(): Panels {
  const wide = !window.matchMedia(narrowWindow).matches
  return { drivers: wide, inspector: wide }
}

/** Shows or hides a panel; in a narrow window the other one makes room. */
export function togglePanelAlone(panel: keyof Panels): void {
  const narrow = window.matchMedia(narrowWindow).matches
  const shown = !roomFor(workspace.getState().panels, narrow)[panel]
  showPanel(panel, shown)
  if (shown && narrow) showPanel(panel === 'drivers' ? 'inspector' : 'drivers', false)
}

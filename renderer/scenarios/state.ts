import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/document/types.ts'

/** What the tabs at the foot are doing, beside which scenario is shown. `null` names the base. */
export type TabsState = {
  readonly renaming: Id | null
  /** Tabs picked with Ctrl or Shift, to be compared. */
  readonly picked: readonly (Id | null)[]
  /** The scenario whose decision note is open. */
  readonly deciding: Id | null
  /** The list of snapshots is open. */
  readonly snapshots: boolean
  /** The dialog that takes the design to other regions or clouds is open. */
  readonly elsewhere: boolean
}

const nothing: TabsState = { renaming: null, picked: [], deciding: null, snapshots: false, elsewhere: false }

export const tabsState = createStore<TabsState>(() => nothing)

export function useTabs<T>(selector: (state: TabsState) => T): T {
  return useStore(tabsState, selector)
}

export function changeTabs(change: Partial<TabsState>): void {
  tabsState.setState(change)
}

export function forgetTabs(): void {
  tabsState.setState(nothing)
}

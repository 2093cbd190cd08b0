import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/document/types.ts'

/** A dialog of planning that stands over the window; at most one at a time. */
export type Planning =
  /** `id`: the schedule to begin with. */
  | { readonly kind: 'schedules'; readonly id: Id | null }
  /** The week of one input of a row. */
  | { readonly kind: 'hours'; readonly row: Id; readonly input: string }
  /** `id`: the environment to begin with. */
  | { readonly kind: 'environments'; readonly id: Id | null }
  | { readonly kind: 'commitments' }
  | { readonly kind: 'forecast' }
  /** Another copy of the workbook, to be made one with it. */
  | { readonly kind: 'merge' }

const planning = createStore<{ readonly open: Planning | null }>(() => ({ open: null }))

export function usePlanning(): Planning | null {
  return useStore(planning, (state) => state.open)
}

/** Opens a dialog in the place of the one that is open; `null` closes it. */
export function plan(open: Planning | null): void {
  planning.setState({ open })
}

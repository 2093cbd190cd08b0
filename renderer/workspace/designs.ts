import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Id } from '#shared/document/types.ts'

/** Scenarios (`null`: the base) that a view asked to have compared; empty: all there are. */
const asked = createStore<{ readonly scenarios: readonly (Id | null)[] }>(() => ({ scenarios: [] }))

export function chooseDesigns(scenarios: readonly (Id | null)[]): void {
  asked.setState({ scenarios })
}

export function useAskedDesigns(): readonly (Id | null)[] {
  return useStore(asked, (state) => state.scenarios)
}

import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Id } from '#shared/document/types.ts'

/** What a view asked to have compared: scenarios of the open workbook (`null`: the base), and a snapshot of it as the baseline. */
export type AskedDesigns = { readonly scenarios: readonly (Id | null)[]; readonly snapshot: Id | null }

const nothing: AskedDesigns = { scenarios: [], snapshot: null }

const asked = createStore<AskedDesigns>(() => nothing)

/** These scenarios; none: all there are. */
export function chooseDesigns(scenarios: readonly (Id | null)[]): void {
  asked.setState({ scenarios, snapshot: null })
}

/** The document as it was then beside what it is now. */
export function askForSnapshot(snapshot: Id): void {
  asked.setState({ scenarios: [null], snapshot })
}

export function forgetAsked(): void {
  asked.setState(nothing)
}

export function useAskedDesigns(): AskedDesigns {
  return useStore(asked)
}

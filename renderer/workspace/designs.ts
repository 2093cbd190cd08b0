import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Id } from '#shared/document/types.ts'

/** What a view asked to have compared: scenarios of the open workbook (`null`: the base; none: all), and a snapshot of it as the baseline. */
export type AskedDesigns = { readonly scenarios: readonly (Id | null)[]; readonly snapshot: Id | null }

const asked = createStore<{ readonly designs: AskedDesigns | null }>(() => ({ designs: null }))

/** These scenarios; none: all there are. */
export function chooseDesigns(scenarios: readonly (Id | null)[]): void {
  asked.setState({ designs: { scenarios, snapshot: null } })
}

/** The document as it was then beside what it is now. */
export function askForSnapshot(snapshot: Id): void {
  asked.setState({ designs: { scenarios: [null], snapshot } })
}

export function forgetAsked(): void {
  asked.setState({ designs: null })
}

/** Null: nothing was asked for since the last time. */
export function useAskedDesigns(): AskedDesigns | null {
  return useStore(asked, ({ designs }) => designs)
}

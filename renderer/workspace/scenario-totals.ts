import { useSyncExternalStore } from 'react'
import { rows } from '#shared/document/rows.ts'
import { ancestry } from '#shared/document/scenarios/resolve.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import type { Money } from '#pricing/calculator/types.ts'
import { bookFor } from './books.ts'
import { scenarioFigures } from './edit.ts'
import { whenIdle } from './idle.ts'
import { hasFigures } from './kept-figures.ts'
import { workspace } from './store.ts'

/** What a scenario costs, for its tab. `isCurrent`: false while something it depends on has changed and it is not added up again. */
export type ScenarioTotal = { readonly money: Money; readonly isCurrent: boolean }

type Known = ScenarioTotal & { readonly from: readonly unknown[] }

/** Milliseconds without a change before other scenarios than the shown one are computed. */
const quiet = 250

/** In a larger workbook the total of a scenario is not known before it was shown: making its figures would hold up typing. */
const mostRowsUnasked = 20_000

let totals: ReadonlyMap<Id | null, Known> = new Map()
let of: Id | null = null
const listeners = new Set<() => void>()
let stopFollowing: (() => void) | null = null
let waiting: ReturnType<typeof setTimeout> | undefined

/** The total of a scenario (`null`: the base), computed in idle moments; `null` while it is not known. */
export function useScenarioTotal(scenario: Id | null): ScenarioTotal | null {
  return useSyncExternalStore(listen, () => totals.get(scenario) ?? null)
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  stopFollowing ??= follow()
  return () => {
    listeners.delete(changed)
    if (listeners.size > 0) return
    stopFollowing?.()
    stopFollowing = null
  }
}

function follow(): () => void {
  look()
  const stop = workspace.subscribe((state, before) => {
    if (state.document !== before.document || state.figures !== before.figures || state.book !== before.book) look()
  })
  return () => {
    clearTimeout(waiting)
    stop()
  }
}

/** Sees what is still true, learns the total of what is shown, and leaves the rest for later. */
function look(): void {
  const { document, scenario } = workspace.getState()
  if (document === null) return
  const next = new Map<Id | null, Known>()
  for (const id of idsIn(document)) {
    const before = of === document.id ? totals.get(id) : undefined
    const isCurrent = before !== undefined && isSame(before.from, sources(document, id))
    if (id === scenario && !isCurrent) next.set(id, learned(document, id))
    else if (before !== undefined) next.set(id, before.isCurrent === isCurrent ? before : { ...before, isCurrent })
  }
  of = document.id
  tell(next)
  clearTimeout(waiting)
  waiting = setTimeout(() => whenIdle(learnNext), quiet)
}

/** One scenario at a time, so that a key pressed meanwhile is answered in between. */
function learnNext(): void {
  const { document } = workspace.getState()
  if (document === null || stopFollowing === null) return
  const id = idsIn(document).find((one) => totals.get(one)?.isCurrent !== true && mayLearn(document, one))
  if (id === undefined) return
  tell(new Map([...totals, [id, learned(document, id)]]))
  whenIdle(learnNext)
}

function mayLearn(document: Workbook, id: Id | null): boolean {
  return document.components.size <= mostRowsUnasked || hasFigures(document.id, id)
}

function learned(document: Workbook, id: Id | null): Known {
  return { money: scenarioFigures(document, id).calculator.total(), isCurrent: true, from: sources(document, id) }
}

function tell(next: ReadonlyMap<Id | null, Known>): void {
  totals = next
  for (const listener of listeners) listener()
}

function idsIn(document: Workbook): readonly (Id | null)[] {
  return [null, ...rows(document.scenarios).map(({ id }) => id)]
}

/** Everything a scenario's total depends on, by identity: an edit of one scenario leaves its neighbours' totals. */
function sources(document: Workbook, id: Id | null): readonly unknown[] {
  const { scenarios: _, ...tables } = document
  const overrides = id === null ? [] : ancestry(document, id).map((one) => one.overrides)
  return [bookFor(document), ...Object.values(tables), ...overrides]
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at])
}

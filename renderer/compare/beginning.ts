import type { Workbook } from '#shared/document/types.ts'
import { MOST_SUBJECTS } from '#pricing/analysis/comparison.ts'
import type { AskedDesigns } from '#renderer/workspace/designs.ts'
import { designsOf, isThere } from './designs.ts'
import type { Design } from './designs.ts'
import { snapshotSource } from './snapshots.ts'
import { compareState } from './state.ts'

/** What was asked for as designs: the snapshot first, then the scenarios; all designs where none is named. Null: it cannot be compared. */
export function wantedDesigns({ scenarios, snapshot }: AskedDesigns, document: Workbook): readonly Design[] | null {
  if (snapshot === null && scenarios.length === 0) return allDesigns(document)
  const then = snapshot === null ? null : snapshotSource(document, snapshot)
  const own = scenarios.map((scenario): Design => ({ kind: 'own', scenario }))
  const wanted: readonly Design[] = then === null ? own : [{ kind: 'other', source: then, scenario: null }, ...own]
  return wanted.length > 1 ? wanted.slice(0, MOST_SUBJECTS) : null
}

/** The base and its scenarios, as many as can stand side by side. */
export function allDesigns(document: Workbook): readonly Design[] {
  return designsOf(document, null).slice(0, MOST_SUBJECTS)
}

/** How many of the chosen designs are still there. */
export function chosenCount(document: Workbook): number {
  return compareState.getState().designs.filter((design) => isThere(design, document)).length
}

import type { ImportReport } from '#pricing/catalog/library.ts'
import type { Outcome } from '#pricing/catalog/import/reader.ts'

/** Counts what became of every record, so that nothing is lost without a word. */
export type Tally = {
  readonly count: (outcome: Outcome) => void
  readonly warn: (sentence: string) => void
  readonly records: () => number
  readonly understood: () => number
  readonly report: () => ImportReport
}

const mostWarnings = 50

export function createTally(): Tally {
  const unknowns = new Map<string, number>()
  const reasons = new Map<string, number>()
  const warnings: string[] = []
  let more = 0
  let records = 0
  let known = 0
  return {
    count: (outcome) => {
      records++
      if (outcome.kind === 'understood') known++
      else if (outcome.kind === 'unknown') add(unknowns, outcome.family)
      else add(reasons, outcome.reason)
    },
    warn: (sentence) => {
      if (warnings.length < mostWarnings) warnings.push(sentence)
      else more++
    },
    records: () => records,
    understood: () => known,
    report: () => ({
      records,
      understood: known,
      unknown: mostFirst(unknowns).map(([family, count]) => ({ family, count })),
      leftOut: mostFirst(reasons).map(([reason, count]) => ({ reason, count })),
      warnings: more === 0 ? warnings : [...warnings, `${more} more of the kind.`],
    }),
  }
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

import type { BookFacts } from '#pricing/catalog/facts.ts'
import { isObject } from '#pricing/catalog/import/json-shape.ts'
import type { ImportReport } from '#pricing/catalog/library.ts'

/** A part on the shelf keeps its report as its note, so that an update that was interrupted can still account for every record. */
export function reportText(report: ImportReport): string {
  return JSON.stringify(report)
}

const empty: ImportReport = { records: 0, understood: 0, unknown: [], leftOut: [], warnings: [] }

/** The report of a part; empty where its note is none. */
export function reportOf({ about }: BookFacts): ImportReport {
  try {
    const parsed: unknown = JSON.parse(about.note)
    return isReport(parsed) ? parsed : empty
  } catch {
    return empty
  }
}

function isReport(value: unknown): value is ImportReport {
  return (
    isObject(value) &&
    typeof value['records'] === 'number' &&
    ['unknown', 'leftOut', 'warnings'].every((name) => Array.isArray(value[name]))
  )
}

export function mergeReports(reports: readonly ImportReport[]): ImportReport {
  const families = new Map<string, number>()
  const reasons = new Map<string, number>()
  for (const { unknown, leftOut } of reports) {
    for (const { family, count } of unknown) families.set(family, (families.get(family) ?? 0) + count)
    for (const { reason, count } of leftOut) reasons.set(reason, (reasons.get(reason) ?? 0) + count)
  }
  return {
    records: reports.reduce((sum, report) => sum + report.records, 0),
    understood: reports.reduce((sum, report) => sum + report.understood, 0),
    unknown: mostFirst(families).map(([family, count]) => ({ family, count })),
    leftOut: mostFirst(reasons).map(([reason, count]) => ({ reason, count })),
    warnings: reports.flatMap((report) => report.warnings),
  }
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort((a, b) => b[1] - a[1])
}

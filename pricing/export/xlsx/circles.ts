import type { Id } from '#shared/document/types.ts'
import { components, isCycle } from '#pricing/calculator/graph.ts'
import { sourcesOf } from '#pricing/calculator/plain.ts'
import { rowKey, usageKey } from '#pricing/calculator/references.ts'
import type { Report } from '../report.ts'
import type { SumPlace } from './design.ts'

/**
 * For each row that lies on a cycle, the keys of the references of that cycle. A formula may name one in a branch that is not
 * taken; Excel would still warn of a circle.
 */
export function circlesOf({ workbook, context }: Report, sums: ReadonlyMap<string, SumPlace>): Map<Id, ReadonlySet<string>> {
  const circles = new Map<Id, ReadonlySet<string>>()
  if (sums.size === 0) return circles
  const sources = sourcesOf(workbook, context)
  const of = (key: string) => sources.get(key) ?? []
  for (const group of components(sources.keys(), of)) {
    if (!isCycle(group, of)) continue
    const keys = new Set(group)
    for (const { id } of workbook.components.values()) {
      // What a row's cells read hangs on its quantities, where others need those, else on the row.
      if (keys.has(sources.has(usageKey(id)) ? usageKey(id) : rowKey(id))) circles.set(id, keys)
    }
  }
  return circles
}

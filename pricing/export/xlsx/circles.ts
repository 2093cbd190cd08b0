import { rows } from '#shared/document/rows.ts'
import type { Id } from '#shared/document/types.ts'
import { components, isCycle } from '#pricing/calculator/graph.ts'
import { pooledCharges } from '#pricing/calculator/explain.ts'
import { named } from '#pricing/calculator/plain.ts'
import { driverReferences, poolNodeKey, referenceKey, rowKey, rowReferences, usageKey } from '#pricing/calculator/references.ts'
import { serviceOf } from '#pricing/calculator/services.ts'
import type { Report } from '../report.ts'
import type { SumPlace } from './design.ts'

/**
 * For each row that lies on a cycle, the keys of the references of that cycle. A formula may name one in a branch that is not
 * taken; Excel would still warn of a circle.
 */
export function circlesOf({ workbook, context, settings }: Report, sums: ReadonlyMap<string, SumPlace>): Map<Id, ReadonlySet<string>> {
  const circles = new Map<Id, ReadonlySet<string>>()
  if (sums.size === 0) return circles
  const sources = new Map<string, readonly string[]>()
  for (const [name, bearers] of named(rows(workbook.drivers)))
    sources.set(`name ${name}`, bearers.length === 1 ? driverReferences(bearers[0]!).map(referenceKey) : [])
  for (const [key, { members }] of sums)
    sources.set(
      key,
      members.map(({ id }) => rowKey(id)),
    )
  const pools = new Map<string, string[]>()
  for (const component of rows(workbook.components)) {
    const declaration = serviceOf(component, workbook, context)
    const reads = rowReferences(component, declaration).map(referenceKey)
    const shared = new Set(pooledCharges(component, declaration, { book: context.book, settings }).map(({ pooled }) => pooled.key))
    const usage = usageKey(component.id)
    sources.set(usage, reads)
    sources.set(rowKey(component.id), [usage, ...Array.from(shared, poolNodeKey)])
    for (const key of shared) pools.set(key, [...(pools.get(key) ?? []), usage])
  }
  for (const [key, usages] of pools) sources.set(poolNodeKey(key), usages)
  const of = (key: string) => sources.get(key) ?? []
  for (const group of components(sources.keys(), of)) {
    if (!isCycle(group, of)) continue
    const keys = new Set(group)
    for (const { id } of workbook.components.values()) if (keys.has(usageKey(id))) circles.set(id, keys)
  }
  return circles
}

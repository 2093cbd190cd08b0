import { ruleMatches } from '#shared/document/environments.ts'
import type { Component } from '#shared/document/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { categoryNames } from '#renderer/ui/category-names.ts'

type Services = ReadonlyMap<string, ServiceDeclaration>

/** What a rule can be about, as it is written, with its words. */
export type MatchChoice = { readonly value: string; readonly label: string }

/** Everything that rows of the environment have in common, then each row. */
export function matchChoices(rows: readonly Component[], services: Services): readonly MatchChoice[] {
  const found = new Map<string, string>([['all', 'All rows']])
  const add = (value: string, label: string) => void (found.has(value) || found.set(value, label))
  for (const { service } of rows)
    add(`category:${categoryOf(service, services)}`, `Category ${categoryName(categoryOf(service, services))}`)
  for (const { service } of rows) add(`service:${service}`, `Service ${services.get(service)?.name ?? service}`)
  for (const { group } of rows) if (group !== '') add(`group:${group}`, `Group ${group}`)
  for (const { tags } of rows) for (const [tag, value] of Object.entries(tags)) add(`tag:${tag}=${value}`, `Tag ${tag} = ${value}`)
  for (const { id, name } of rows) add(`row:${id}`, `Row ${name}`)
  return [...found].map(([value, label]) => ({ value, label }))
}

/** The rows that a rule is about. */
export function matching(match: string, rows: readonly Component[], services: Services): readonly Component[] {
  return rows.filter((row) => ruleMatches({ match }, row, categoryOf(row.service, services)))
}

export function categoryOf(service: string, services: Services): string {
  return services.get(service)?.category ?? 'other'
}

function categoryName(category: string): string {
  return new Map<string, string>(Object.entries(categoryNames)).get(category) ?? category
}

import { ruleMatches } from '#shared/document/environments.ts'
import type { Component, Workbook } from '#shared/document/types.ts'
import { categoryOf, servicesOf } from '#pricing/services/registry.ts'
import { categoryNames } from '#renderer/ui/category-names.ts'

/** What a rule can be about, as it is written, with its words. */
export type MatchChoice = { readonly value: string; readonly label: string }

type Own = Pick<Workbook, 'services'>

/** Everything that rows of the environment have in common, then each row. */
export function matchChoices(rows: readonly Component[], workbook: Own): readonly MatchChoice[] {
  const services = servicesOf(workbook)
  const found = new Map<string, string>([['all', 'All rows']])
  const add = (value: string, label: string) => void (found.has(value) || found.set(value, label))
  for (const { service } of rows) {
    const category = categoryOf(service, workbook)
    add(`category:${category}`, `Category ${categoryNames[category]}`)
  }
  for (const { service } of rows) add(`service:${service}`, `Service ${services.get(service)?.name ?? service}`)
  for (const { group } of rows) if (group !== '') add(`group:${group}`, `Group ${group}`)
  for (const { tags } of rows) for (const [tag, value] of Object.entries(tags)) add(`tag:${tag}=${value}`, `Tag ${tag} = ${value}`)
  for (const { id, name } of rows) add(`row:${id}`, `Row ${name}`)
  return [...found].map(([value, label]) => ({ value, label }))
}

/** The rows that a rule is about. */
export function matching(match: string, rows: readonly Component[], workbook: Own): readonly Component[] {
  return rows.filter((row) => ruleMatches({ match }, row, categoryOf(row.service, workbook)))
}

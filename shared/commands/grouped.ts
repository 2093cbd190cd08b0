import { rows } from '#shared/document/rows.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'

export type Group = { readonly name: string; readonly rows: readonly Component[] }

const known = new WeakMap<ReadonlyMap<Id, Component>, readonly Group[]>()

/** The groups in the order of their first row, each with its rows in order: the sheet from top to bottom. Made once per table. */
export function groups(workbook: Workbook): readonly Group[] {
  const found = known.get(workbook.components)
  if (found) return found
  const byName = new Map<string, Component[]>()
  for (const row of rows(workbook.components)) {
    const members = byName.get(row.group)
    if (members) members.push(row)
    else byName.set(row.group, [row])
  }
  const made = [...byName].map(([name, members]) => ({ name, rows: members }))
  known.set(workbook.components, made)
  return made
}

/** All rows as the sheet shows them. */
export function groupedRows(workbook: Workbook): readonly Component[] {
  return groups(workbook).flatMap((group) => group.rows)
}

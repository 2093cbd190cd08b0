import { rows } from '#shared/document/rows.ts'
import type { Component, Id, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { printUse, usesWhere } from './references.ts'
import type { Use } from './references.ts'

/** What a person should know of rows that are gone: how many, and which formulas still name them. `workbook` is the one before. */
export function saidOfDeleted(workbook: Workbook, ids: readonly Id[]): string {
  const names = ids.flatMap((id) => workbook.components.get(id)?.name ?? [])
  const uses = usesMissing(workbook, new Set(ids))
  return uses.length === 0 ? refusals.rowsDeleted(names) : refusals.rowsMissed(names, uses.map(printUse))
}

/** Formulas of the rows and drivers that stay which name a deleted row, or a group that goes with its last row. */
function usesMissing(workbook: Workbook, deleted: ReadonlySet<Id>): readonly Use[] {
  const staying = rows(workbook.components).filter((row) => !deleted.has(row.id))
  const gone = [...deleted].flatMap((id) => workbook.components.get(id) ?? [])
  const names = without(gone, staying, (row) => row.name)
  const groups = without(gone, staying, (row) => row.group)
  return usesWhere(workbook, (reference) => {
    if (reference.kind === 'cost') return names.has(reference.row)
    return reference.kind === 'subtotal' && (groups.has(reference.of) || groups.has(reference.of.replace(/^group:/, '')))
  }).filter((use) => use.table === 'drivers' || !deleted.has(use.id))
}

/** Texts of the rows that go which no row that stays has. */
function without(gone: readonly Component[], staying: readonly Component[], text: (row: Component) => string): ReadonlySet<string> {
  const kept = new Set(staying.map(text))
  return new Set(gone.map(text).filter((one) => one !== '' && !kept.has(one)))
}

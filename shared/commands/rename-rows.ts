import type { Change } from '#shared/document/change.ts'
import { takenName, takenRow } from '#shared/document/environments.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import { rewriteAll } from './rewriting.ts'

/** The changes that let `cost("…")` follow rows that got another name. */
export function renamedRows(before: Workbook, after: Workbook): readonly Change[] {
  const names = rowNames(before, after)
  return names.size === 0 ? [] : rewriteAll(after, { rows: names })
}

/** Rows that got another name. A name that more than one row bore is left alone: nobody knows which was meant. */
export function rowNames(before: Workbook, after: Workbook): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const bearers = new Map<string, number>()
  for (const { id, name } of before.components.values()) {
    bearers.set(name, (bearers.get(name) ?? 0) + 1)
    const now = after.components.get(id)
    if (now === undefined) continue
    const named = followedName(id, before, after) ?? now.name
    if (named !== name) found.set(name, named)
  }
  for (const name of found.keys()) if (bearers.get(name) !== 1) found.delete(name)
  return found
}

/** What a row that an environment takes is called once the row it is taken from, or the environment, has another name; null for any other. */
function followedName(id: Id, before: Workbook, after: Workbook): string | null {
  const taken = takenRow(id)
  if (taken === null) return null
  const [was, is] = [before, after].map(({ components, environments }) => {
    const row = components.get(taken.row)
    const environment = environments.get(taken.environment)
    return row === undefined || environment === undefined ? null : takenName(row.name, environment)
  })
  return was === before.components.get(id)?.name ? (is ?? null) : null
}

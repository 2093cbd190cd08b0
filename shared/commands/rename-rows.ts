import type { Change } from '#shared/document/change.ts'
import type { Rewrite } from '#shared/document/rewrite.ts'
import { takenName, takenRow } from '#shared/document/environments.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import { renamingRows, rewriteAll } from './references.ts'

/**
 * The changes that let `cost("…")` follow rows that got another name. A name that more than one row bore is left alone:
 * nobody knows which was meant.
 */
export function renamedRows(before: Workbook, after: Workbook): readonly Change[] {
  return renames(before, after).size === 0 ? [] : rewriteAll(after, rowRenaming(before, after))
}

/** The same for one text. */
export function rowRenaming(before: Workbook, after: Workbook): Rewrite {
  return renamingRows(renames(before, after))
}

function renames(before: Workbook, after: Workbook): ReadonlyMap<string, string> {
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

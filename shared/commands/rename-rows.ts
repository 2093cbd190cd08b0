import type { Change } from '#shared/document/change.ts'
import type { Workbook } from '#shared/document/types.ts'
import { renamingRows, rewriteAll } from './references.ts'

/**
 * The changes that let `cost("…")` follow rows that got another name. A name that more than one row bore is left alone:
 * nobody knows which was meant.
 */
export function renamedRows(before: Workbook, after: Workbook): readonly Change[] {
  const names = renames(before, after)
  return names.size === 0 ? [] : rewriteAll(after, renamingRows(names))
}

function renames(before: Workbook, after: Workbook): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const bearers = new Map<string, number>()
  for (const { id, name } of before.components.values()) {
    bearers.set(name, (bearers.get(name) ?? 0) + 1)
    const now = after.components.get(id)
    if (now !== undefined && now.name !== name) found.set(name, now.name)
  }
  for (const name of found.keys()) if (bearers.get(name) !== 1) found.delete(name)
  return found
}

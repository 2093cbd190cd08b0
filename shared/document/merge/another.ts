import type { Id, Workbook } from '../types.ts'

const TABLES = ['components', 'drivers', 'scenarios'] as const

/**
 * Is the other file a workbook of its own rather than a copy of this one? It is where neither the ids of the two are the same nor half of
 * what the smaller holds: rows, drivers and scenarios of one name and id. A copy may have been opened under an id of its own. `made`: ids
 * that no file gave but its reader made up; they say nothing, and names alone do.
 */
export function isAnother(one: Workbook, other: Workbook, made: ReadonlySet<Id> = new Set()): boolean {
  if (one.id === other.id) return false
  const [here, there] = [namesOf(one, made), namesOf(other, made)]
  const smaller = Math.min(here.names.size, there.names.size)
  // A file by hand that holds nothing yet may be the beginning of any.
  if (smaller === 0) return !made.has(one.id) && !made.has(other.id)
  const known = here.hasIds && there.hasIds ? ([here.ids, there.ids] as const) : ([here.names, there.names] as const)
  const common = [...known[0]].filter((key) => known[1].has(key)).length
  return common * 2 < smaller
}

type Known = { readonly names: ReadonlySet<string>; readonly ids: ReadonlySet<string>; readonly hasIds: boolean }

function namesOf(workbook: Workbook, made: ReadonlySet<Id>): Known {
  const all = TABLES.flatMap((table) => [...workbook[table].values()].map(({ id, name }) => ({ table, id, name })))
  return {
    names: new Set(all.map(({ table, name }) => JSON.stringify([table, name]))),
    ids: new Set(all.map(({ table, id, name }) => JSON.stringify([table, name, id]))),
    hasIds: all.every(({ id }) => !made.has(id)),
  }
}

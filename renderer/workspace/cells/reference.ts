import { readScope, writeScope } from '#pricing/budget/scope.ts'
import { writeReference } from '#shared/formula/rename.ts'
import { workspace } from '../store.ts'
import type { CellPlace } from '../types.ts'
import { headingGroup } from './places.ts'

/**
 * What a click on a place writes into a formula: the cost of the row, or the subtotal of the heading, by its name alone where it is a
 * group's and cannot be taken for anything else. Null where nothing has a name: dropped rows, the total, and headings of rows without one.
 */
export function referenceTo({ row }: CellPlace): string | null {
  const { workbook, groupBy } = workspace.getState()
  const group = headingGroup(row)
  if (group === '') return null
  if (group !== null) {
    const isPlain = groupBy === 'group' && 'code' in readScope(group)
    return writeReference({ kind: 'subtotal', of: isPlain ? group : writeScope({ by: groupBy, name: group }) })
  }
  const name = workbook?.components.get(row)?.name
  return name === undefined ? null : writeReference({ kind: 'cost', row: name })
}

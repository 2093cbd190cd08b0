import { rows } from '#shared/document/rows.ts'
import { isMember, meanings } from '../scope.ts'
import type { RowNode, SumNode } from './nodes.ts'
import type { Engine } from './state.ts'

/** Finds the rows each sum adds up; answers the sums whose rows are not those they were. */
export function findMembers(engine: Engine): SumNode[] {
  if (engine.sums.size === 0) return []
  const inOrder = rows(engine.workbook.components).map((component) => engine.rows.get(component.id)!)
  const byName = rowsByName(inOrder)
  return [...engine.sums.values()].filter((sum) => {
    const members = sum.reference.kind === 'cost' ? (byName.get(sum.reference.row) ?? []) : subtotalMembers(sum.reference.of, inOrder)
    const isSame = members.length === sum.members.length && members.every((row, index) => row === sum.members[index])
    if (isSame) return false
    for (const row of sum.members) row.memberOf = row.memberOf.filter((other) => other !== sum)
    for (const row of members) row.memberOf = [...row.memberOf, sum]
    sum.members = members
    return true
  })
}

function rowsByName(inOrder: readonly RowNode[]): ReadonlyMap<string, readonly RowNode[]> {
  const byName = new Map<string, RowNode[]>()
  for (const row of inOrder) {
    const bearers = byName.get(row.component.name)
    if (bearers === undefined) byName.set(row.component.name, [row])
    else bearers.push(row)
  }
  return byName
}

function subtotalMembers(of: string, inOrder: readonly RowNode[]): readonly RowNode[] {
  for (const scope of meanings(of)) {
    const members = inOrder.filter((row) => isMember(scope, row.component, row.declaration))
    if (members.length > 0) return members
  }
  return []
}

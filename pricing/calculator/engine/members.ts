import { rows } from '#shared/document/rows.ts'
import { isMember, meanings } from '../scope.ts'
import type { RowNode, SumNode } from './nodes.ts'
import type { Engine } from './state.ts'

/** Finds the rows each sum adds up; answers the sums whose rows are not those they were. */
export function findMembers(engine: Engine): SumNode[] {
  if (engine.sums.size === 0) return []
  const inOrder = rows(engine.workbook.components).map((component) => engine.rows.get(component.id)!)
  return [...engine.sums.values()].filter((sum) => {
    const members = membersOf(sum, inOrder)
    const isSame = members.length === sum.members.length && members.every((row, index) => row === sum.members[index])
    if (isSame) return false
    for (const row of sum.members) row.sums -= 1
    for (const row of members) row.sums += 1
    sum.members = members
    sum.memberSet = new Set(members)
    return true
  })
}

function membersOf({ reference }: SumNode, inOrder: readonly RowNode[]): readonly RowNode[] {
  if (reference.kind === 'cost') return inOrder.filter((row) => row.component.name === reference.row)
  for (const scope of meanings(reference.of)) {
    const members = inOrder.filter((row) => isMember(scope, row.component, row.declaration))
    if (members.length > 0) return members
  }
  return []
}

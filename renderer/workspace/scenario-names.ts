import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { rows } from '#shared/document/rows.ts'
import type { Workbook } from '#shared/document/types.ts'
import type { Notice } from './types.ts'

/**
 * What a file's scenarios are called that no scenario made here could be: nothing, as the base is, or as another one is. Null where all of them
 * can be told apart. They are opened as they stand: their figures are right, only their names are not.
 */
export function namesAtFault({ scenarios }: Pick<Workbook, 'scenarios'>): Notice | null {
  const names = rows(scenarios).map(({ name }) => name.trim())
  const counts = new Map<string, { readonly name: string; readonly count: number }>()
  for (const name of names) {
    const key = name.toLowerCase()
    const before = counts.get(key)
    counts.set(key, { name: before?.name ?? name, count: (before?.count ?? 0) + 1 })
  }
  const faults = [...counts].flatMap(([key, { name, count }]): readonly string[] => {
    const many = count === 1 ? 'one scenario' : `${String(count)} scenarios`
    if (key === '') return [`${many} without a name`]
    if (key === BASE_NAME.toLowerCase()) return [`${many} called “${name}” as the base is`]
    return count === 1 ? [] : [`${many} called “${name}”`]
  })
  if (faults.length === 0) return null
  return {
    kind: 'refusal',
    message: `This file has ${faults.join(', and ')}.`,
    fix: 'Rename them by a double click on their tabs, so that comparisons and exports can tell them apart.',
  }
}

import { addComponents, deleteComponents, duplicateComponents, moveComponents } from '#shared/commands/components.ts'
import { moveGroup } from '#shared/commands/groups.ts'
import { insertAbove } from '#shared/commands/insert-above.ts'
import type { Id } from '#shared/document/types.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { collapse, selectRow, setRanges } from '#renderer/workspace/selection.ts'
import { newId, workspace } from '#renderer/workspace/store.ts'
import type { ColumnId } from '#renderer/workspace/types.ts'
import { active, currentView, selectedComponents } from './live.ts'
import { grid } from './port.ts'
import { repaired } from './range.ts'
import { keepSelection } from './selecting.ts'

/** A row of this kind is what an empty line becomes: it has a name and an amount, and any other service can be chosen for it. */
export const plainRow = 'general.flat'

/** A new flat-rate row above the active one, ready to be named; under a heading, the first of its group. */
export function insertRow(): void {
  const here = active()
  const row = here && currentView().rows[here.spot.row]
  const above = row?.kind === 'group' ? (row.members[0] ?? null) : row?.kind === 'component' ? row.id : null
  if (row?.kind === 'group') collapse(row.group, false)
  const id = newId()
  const args = { components: [{ service: plainRow, id }], services: workspace.getState().services }
  const refusal = above === null ? edit(addComponents, { ...args, after: null }) : edit(insertAbove, { ...args, above })
  if (refusal !== null) return
  selectRow(id)
  grid()?.reveal({ row: id, column: 'name' })
  grid()?.focus()
}

/** The rows the selection touches; where it touches headings only, the rows under them. */
function chosenRows(): readonly Id[] {
  const ids = selectedComponents(false)
  return ids.length > 0 ? ids : selectedComponents(true)
}

/** Deletes the rows the selection touches, or the groups whose headings alone it touches; the cell that then stands in the place of the active one is selected. */
export function deleteRows(): void {
  const ids = chosenRows()
  const here = active()
  if (!here || edit(deleteComponents, { ids }) !== null) return
  const view = currentView()
  setRanges(repaired(view, [{ anchor: here.place, focus: here.place }], here.spot))
  grid()?.focus()
}

export function duplicateRows(): void {
  const ids = chosenRows()
  const column = active()?.place.column ?? 'name'
  const newIds = ids.map(() => newId())
  if (edit(duplicateComponents, { ids, newIds }) === null) selectRows(newIds, column)
}

function selectRows(ids: readonly Id[], column: ColumnId): void {
  const first = ids[0]
  const last = ids.at(-1)
  if (first === undefined || last === undefined) return
  setRanges([{ anchor: { row: first, column }, focus: { row: last, column } }])
  grid()?.reveal({ row: last, column })
}

/**
 * Moves the rows the selection touches by one; where it touches no row, the group of the active heading by one group. Not while the rows
 * stand under other headings than their groups': a row would change its group, and nobody would see it.
 */
export function moveRows(to: 'up' | 'down'): void {
  const { selection, groupBy } = workspace.getState()
  if (groupBy !== 'group') {
    notify({
      kind: 'refusal',
      message: `Rows have their places in their groups, and are grouped by ${groupBy} now.`,
      fix: 'Have the rows grouped by group first: Plan, Rows grouped by.',
    })
    return
  }
  const here = active()
  const row = here && currentView().rows[here.spot.row]
  const ids = selectedComponents(false)
  const refusal = ids.length === 0 && row?.kind === 'group' ? edit(moveGroup, { group: row.group, to }) : edit(moveComponents, { ids, to })
  if (refusal !== null || !here) return
  keepSelection(selection)
  grid()?.reveal(here.place)
}

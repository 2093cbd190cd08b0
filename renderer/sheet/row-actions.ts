import { addComponents, deleteComponents, duplicateComponents, moveComponents } from '#shared/commands/components.ts'
import type { Id } from '#shared/document/types.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { select, setRanges } from '#renderer/workspace/selection.ts'
import { newId, workspace } from '#renderer/workspace/store.ts'
import type { ColumnId } from '#renderer/workspace/types.ts'
import { active, currentView, selectedComponents } from './live.ts'
import { grid } from './port.ts'
import { repaired } from './range.ts'
import { keepSelection, selectSpot } from './selecting.ts'

/** A row of this kind is what an empty line becomes: it has a name and an amount, and any other service can be chosen for it. */
export const plainRow = 'general.flat'

/** A new flat-rate row under the active one, ready to be named. */
export function insertRow(): void {
  const here = active()
  const under = here && currentView().rows[here.spot.row]
  const after = under?.kind === 'component' ? under.id : (under?.members.at(-1) ?? null)
  const id = newId()
  const group = under?.kind === 'group' ? { group: under.group } : {}
  if (edit(addComponents, { components: [{ service: plainRow, id, ...group }], after, services: workspace.getState().services }) !== null)
    return
  const place = { row: id, column: 'name' as const }
  select(place)
  grid()?.reveal(place)
  grid()?.focus()
}

/** Deletes the rows the selection touches; the cell that then stands in the place of the active one is selected. */
export function deleteRows(): void {
  const ids = selectedComponents(false)
  const here = active()
  if (!here || edit(deleteComponents, { ids }) !== null) return
  const view = currentView()
  setRanges(repaired(view, [{ anchor: here.place, focus: here.place }], here.spot))
  grid()?.focus()
}

export function duplicateRows(): void {
  const ids = selectedComponents(false)
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

export function moveRows(to: 'up' | 'down'): void {
  const { selection } = workspace.getState()
  const here = active()
  if (edit(moveComponents, { ids: selectedComponents(false), to }) !== null || !here) return
  keepSelection(selection)
  grid()?.reveal(here.place)
}

/** Selects the first cell of a sheet that has no selection yet. */
export function selectFirst(): void {
  if (workspace.getState().selection.length === 0) selectSpot({ row: 0, column: 0 })
}

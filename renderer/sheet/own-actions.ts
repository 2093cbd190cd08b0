import type { OverridePlace } from '#shared/commands/scenarios.ts'
import type { Component } from '#shared/document/types.ts'
import { fieldsOfColumn, parentCellText } from '#renderer/workspace/cells/own.ts'
import { isAddedHere, ownFields, ownValues, pushPlaces, resetPlaces } from '#renderer/workspace/own-values.ts'
import type { OwnValues } from '#renderer/workspace/own-values.ts'
import { workspace } from '#renderer/workspace/store.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { setShowDropped } from '#renderer/workspace/view.ts'
import { currentRects, currentView } from './live.ts'
import { grid } from './port.ts'

/** What the selected cells hold of the shown scenario's own: fields it sets, rows it added and rows it does without. */
export type ChosenOwn = {
  readonly own: OwnValues
  readonly fields: readonly OverridePlace[]
  readonly added: readonly OverridePlace[]
  readonly dropped: readonly OverridePlace[]
  /** What the parent shows in the one selected cell; `null` where several are selected or none of it differs. */
  readonly before: string | null
}

/** `null` on the base, and where the selection holds nothing of the scenario's own. */
export function chosenOwn(state: WorkspaceState = workspace.getState()): ChosenOwn | null {
  const own = ownValues(state.document, state.scenario)
  if (own === null || own.scenario.overrides.length === 0) return null
  const { rows, columns } = currentView(state)
  const fields = new Map<string, OverridePlace>()
  const added = new Map<string, OverridePlace>()
  const dropped = new Map<string, OverridePlace>()
  let before: string | null = null
  for (const rect of currentRects()) {
    const shown = columns.slice(rect.left, rect.right + 1)
    for (const row of rows.slice(rect.top, rect.bottom + 1)) {
      if (row.kind !== 'component' && row.kind !== 'dropped') continue
      const { component } = row
      const place = { table: 'components', id: component.id } as const
      if (row.kind === 'dropped') dropped.set(component.id, place)
      else if (isAddedHere(own, 'components', component.id)) added.set(component.id, place)
      else
        for (const column of shown)
          for (const field of fieldsIn(own, component, fieldsOfColumn(component, column, state.services))) {
            fields.set(`${component.id} ${field}`, { ...place, field })
            before = parentCellText(own, component, column, state.services, state.locale)
          }
    }
  }
  if (fields.size + added.size + dropped.size === 0) return null
  const lists = { fields: [...fields.values()], added: [...added.values()], dropped: [...dropped.values()] }
  return { own, ...lists, before: fields.size === 1 && added.size + dropped.size === 0 ? before : null }
}

function fieldsIn(own: OwnValues, { id }: Component, isShown: (field: string) => boolean): readonly string[] {
  const fields = ownFields(own, 'components', id)
  return fields.size === 0 ? [] : [...fields].filter(isShown)
}

/** Fields take the parent's value, dropped rows come back. Rows that stand only here stay: they are deleted as any row is. */
export function resetChosen(): void {
  const chosen = chosenOwn()
  if (chosen === null) return
  resetPlaces([...chosen.fields, ...chosen.dropped])
  grid()?.focus()
}

export function pushChosen(): void {
  const chosen = chosenOwn()
  if (chosen === null) return
  pushPlaces([...chosen.fields, ...chosen.added, ...chosen.dropped])
  grid()?.focus()
}

export function canReset(state: WorkspaceState): boolean {
  const chosen = chosenOwn(state)
  return chosen !== null && chosen.fields.length + chosen.dropped.length > 0
}

export function toggleDropped(): void {
  setShowDropped(!workspace.getState().showDropped)
}

/** There is something to show, or something shown to hide. */
export function hasDropped({ document, scenario, showDropped }: WorkspaceState): boolean {
  return showDropped || (ownValues(document, scenario)?.dropped.length ?? 0) > 0
}

import {
  addScenario,
  deleteScenario,
  duplicateScenario,
  moveScenario,
  pushOverrides,
  resetOverrides,
  setScenarioColour,
} from '#shared/commands/scenarios.ts'
import { takeSnapshot } from '#shared/commands/snapshots.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { rows } from '#shared/document/rows.ts'
import type { Id, Scenario, Workbook } from '#shared/document/types.ts'
import { finishTyping } from '#renderer/workspace/cells/finish.ts'
import { edit, scenarioFigures, showScenario, summaryTotal } from '#renderer/workspace/edit.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { newId, workspace } from '#renderer/workspace/store.ts'
import { changeTabs } from './state.ts'

/** The tabs from left to right: the base, then the scenarios in their order. */
function tabIds(document: Workbook): readonly (Id | null)[] {
  return [null, ...rows(document.scenarios).map(({ id }) => id)]
}

export function scenarioOf(id: Id | null): Scenario | null {
  return id === null ? null : (workspace.getState().document?.scenarios.get(id) ?? null)
}

/** A new scenario on the base or on another one, shown and ready to be named. */
export function addOn(parent: Id | null): void {
  const id = newId()
  if (edit(addScenario, { id, parent }) !== null) return
  showScenario(id)
  changeTabs({ renaming: id, picked: [] })
}

export function duplicate(id: Id): void {
  const copy = newId()
  if (edit(duplicateScenario, { id, newId: copy }) !== null) return
  showScenario(copy)
  changeTabs({ renaming: copy, picked: [] })
}

/** One place to the left or right among the scenarios; at the end nothing happens. */
export function moveBy(id: Id, by: -1 | 1): void {
  const { document } = workspace.getState()
  if (document === null) return
  const order = rows(document.scenarios).map((scenario) => scenario.id)
  const at = order.indexOf(id)
  if (at < 0 || order[at + by] === undefined) return
  edit(moveScenario, { id, after: by === 1 ? (order[at + 1] ?? null) : (order[at - 2] ?? null) })
}

export function canMove(id: Id, by: -1 | 1): boolean {
  const { document } = workspace.getState()
  if (document === null) return false
  const order = rows(document.scenarios).map((scenario) => scenario.id)
  return order[order.indexOf(id) + by] !== undefined
}

/** Behind another tab, or in front of all scenarios where that is the base. */
export function moveBehind(id: Id, after: Id | null): void {
  if (id !== after) edit(moveScenario, { id, after })
}

export function colour(id: Id, name: string): void {
  edit(setScenarioColour, { id, colour: name })
}

export function remove(id: Id): void {
  edit(deleteScenario, { id })
}

export function resetAll(id: Id): void {
  edit(resetOverrides, { scenario: id })
}

export function pushAll(id: Id): void {
  edit(pushOverrides, { scenario: id })
}

/** Keeps the document as it stands, with what its base costs. An empty name becomes a number. */
export function takeNow(name: string, note: string): Refusal | null {
  const { document } = workspace.getState()
  if (document === null) return null
  const { workbook, calculator } = scenarioFigures(document, null)
  const refusal = edit(takeSnapshot, { name, note, at: new Date().toISOString(), total: summaryTotal(workbook, calculator) })
  if (refusal === null) notify({ kind: 'info', message: 'A snapshot of the workbook was taken.', undo: true })
  return refusal
}

/** Shows the tab so many places further, from the last on to the first. What is being typed stays in the scenario it was typed in. */
export function showNext(by: -1 | 1): void {
  if (workspace.getState().document === null || !finishTyping()) return
  const { document, scenario } = workspace.getState()
  if (document === null) return
  const ids = tabIds(document)
  showScenario(ids[(ids.indexOf(scenario) + by + ids.length) % ids.length] ?? null)
}

/** Shows the tab at a place counted from 1; false where there is none. */
export function showPlace(place: number): boolean {
  const { document } = workspace.getState()
  const id = document === null ? undefined : tabIds(document)[place - 1]
  if (id === undefined) return false
  if (finishTyping()) showScenario(id)
  return true
}

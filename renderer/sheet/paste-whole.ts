import { pasteRows } from '#shared/commands/paste-rows.ts'
import type { Component, Id } from '#shared/document/types.ts'
import { edit } from '#renderer/workspace/edit.ts'
import { setRanges } from '#renderer/workspace/selection.ts'
import { newId, workspace } from '#renderer/workspace/store.ts'
import { currentView } from './live.ts'
import { planPaste } from './paste-plan.ts'
import { askForRows } from './question.ts'
import type { Rect } from './range.ts'
import { componentAt } from './view.ts'

/**
 * Pastes rows that were copied whole onto the rows from `target` on; those that are missing are added after a question,
 * or without one on an empty sheet. True when it was done.
 */
export async function pasteWhole(copies: readonly Component[], target: Rect, cut: readonly Id[]): Promise<boolean> {
  const lines = copies.map((_, at) => [String(at)])
  const plan = planPaste(currentView(), { ...target, left: 0, right: 0 }, lines)
  const answer = plan.extra > 0 && currentView().rows.length > 0 ? await askForRows(plan.extra) : 'add'
  if (answer === 'cancel') return false
  const view = currentView()
  const over: { id: Id; copy: Component }[] = []
  const add: { id: Id; copy: Component }[] = []
  for (const { row, text } of plan.landings) {
    const copy = copies[Number(text)]
    const there = componentAt(view, row)
    if (copy && there) over.push({ id: there.id, copy })
    else if (copy && row >= view.rows.length && answer === 'add') add.push({ id: newId(), copy })
  }
  const after = view.rows.findLast((row) => row.kind === 'component')?.id ?? null
  if (edit(pasteRows, { over, add, after, cut, services: workspace.getState().services }) !== null) return false
  selectPasted([...over, ...add].map(({ id }) => id))
  return true
}

/** The pasted rows from the first column to the last, wherever their groups put them. */
function selectPasted(ids: readonly Id[]): void {
  const { rowAt, rows, columns } = currentView()
  const places = ids.flatMap((id) => rowAt.get(id) ?? [])
  const top = rows[Math.min(...places)]
  const bottom = rows[Math.max(...places)]
  const [left] = columns
  const right = columns.at(-1)
  if (top && bottom && left !== undefined && right !== undefined)
    setRanges([{ anchor: { row: top.id, column: left }, focus: { row: bottom.id, column: right } }])
}

import { createStore } from 'zustand/vanilla'
import type { Id } from '#shared/document/types.ts'
import { notify } from '#renderer/workspace/notices.ts'
import { active, currentView } from './live.ts'
import { grid } from './port.ts'
import { componentAt } from './view.ts'

/** Whose note is being written, and where its card stands in the sheet (px from its upper left corner). */
export type Noting = { readonly row: Id; readonly left: number; readonly top: number }

export const noting = createStore<{ readonly noting: Noting | null }>(() => ({ noting: null }))

/** Opens the note of the active row beside its name. */
export function openNote(): void {
  const here = active()
  const row = here && componentAt(currentView(), here.spot.row)
  if (!here || !row) {
    notify({ kind: 'refusal', message: 'A heading has no note.', fix: 'Write one on a row under it.' })
    return
  }
  grid()?.reveal(here.place)
  noting.setState({ noting: { row: row.id, ...placeBeside(row.id) } })
}

/** Pixels a card may take at the lower end of the sheet. */
const cardHeight = 180

function placeBeside(row: Id): Omit<Noting, 'row'> {
  const cell = document.querySelector(`.sheet .ag-row[row-id="${CSS.escape(row)}"] .ag-cell[col-id="name"]`)
  const body = cell?.closest('.sheet-body')
  if (!cell || !body) return { left: 8, top: 8 }
  const at = cell.getBoundingClientRect()
  const within = body.getBoundingClientRect()
  return {
    left: Math.max(8, Math.min(at.right - within.left + 4, within.width - 336)),
    top: Math.max(8, Math.min(at.top - within.top, within.height - cardHeight)),
  }
}

export function closeNote(): void {
  noting.setState({ noting: null })
  grid()?.focus()
}

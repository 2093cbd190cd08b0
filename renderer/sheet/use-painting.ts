import { workspace } from '#renderer/workspace/store.ts'
import type { ColumnId } from '#renderer/workspace/types.ts'
import { copied } from './clipboard.ts'
import { foundNow } from './finding.ts'
import { currentView } from './live.ts'
import { paintAll, paintCell, painting, type Painting } from './paint.ts'
import { fillingRect } from './pointer.ts'
import { rectOf } from './range.ts'

let now: Painting | null = null

function paintingNow(): Painting {
  const view = currentView()
  const { selection } = workspace.getState()
  const frame = copied.getState().copied
  return painting(view, selection, frame && rectOf(view, frame.range), fillingRect(), foundNow(view))
}

/** Repaints selection, frames and handle on the cells in the page. */
export function repaint(root: HTMLElement): void {
  now = paintingNow()
  paintAll(root, now)
}

/** Paints a cell that has just been made, while scrolling for instance. */
export function paintNewCell(cell: HTMLElement, row: string, column: ColumnId): void {
  now ??= paintingNow()
  paintCell(cell, row, column, now)
}

import { useEffect, useState } from 'react'
import { headingText } from '#renderer/workspace/grouping.ts'
import { workspace } from '#renderer/workspace/store.ts'
import { standardColumns } from './columns.ts'
import { shownContext } from './context.ts'
import { active, currentRects, currentView } from './live.ts'
import { sizeOf } from './range.ts'
import { moneyTip, shownCell } from './shown.ts'

/** Milliseconds of quiet before the selection is said: holding an arrow key must not make a stream of words. */
const quiet = 250

/** Says the active cell, its trouble and the size of the selection to those who do not see it. */
export function Announcer() {
  const [said, setSaid] = useState('')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = workspace.subscribe((state, before) => {
      if (state.selection === before.selection && state.figures === before.figures) return
      clearTimeout(timer)
      timer = setTimeout(() => setSaid(selectionInWords()), quiet)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  return (
    <div className="sheet-said" role="status" aria-live="polite">
      {said}
    </div>
  )
}

function selectionInWords(): string {
  const here = active()
  const context = shownContext()
  const row = here && currentView().rows[here.spot.row]
  if (!here || !context || !row) return ''
  const rects = currentRects()
  const size = rects.reduce((sum, rect) => sum + sizeOf(rect).rows * sizeOf(rect).columns, 0)
  if (size > 1) return `${String(size)} cells selected, from ${nameOf(here.place.column)} of ${rowName(row)}.`
  const shown = shownCell(row, here.place.column, context)
  const tip =
    shown.tip !== ''
      ? shown.tip
      : shown.mark === 'problem' || shown.mark === 'unknown'
        ? row.kind === 'component'
          ? moneyTip(context.calculator.explain(row.id))
          : ''
        : ''
  return `${rowName(row)}, ${nameOf(here.place.column)}: ${shown.text === '' ? 'empty' : shown.text}. ${tip}`.trim()
}

function nameOf(column: string): string {
  return standardColumns.find((info) => info.id === column)?.label ?? column.replace('input:', '')
}

function rowName(row: NonNullable<ReturnType<typeof currentView>['rows'][number]>): string {
  return row.kind === 'group'
    ? `Group ${headingText(row.group, workspace.getState().groupBy)}`
    : row.kind === 'dropped'
      ? `Not in this scenario: ${row.component.name}`
      : row.component.name
}

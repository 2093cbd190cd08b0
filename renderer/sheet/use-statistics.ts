import { useEffect } from 'react'
import { selectionStatistics, statisticsOf, type Counted } from '#renderer/workspace/cells/statistics.ts'
import { workspace } from '#renderer/workspace/store.ts'
import type { Printer } from '#renderer/ui/printer.ts'
import { isMoney } from './columns.ts'
import { shownContext } from './context.ts'
import { currentRects, currentView } from './live.ts'
import { isSingle, rowsIn, spotsIn } from './range.ts'
import { isFilled, shownCell } from './shown.ts'

/** Milliseconds of quiet before a selection is added up: never while a key is held. */
const quiet = 60

/** Counts what is selected, after the keys have been served. */
export function useStatistics(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = workspace.subscribe((state, before) => {
      if (state.selection === before.selection && state.figures === before.figures) return
      clearTimeout(timer)
      timer = setTimeout(() => selectionStatistics.setState({ statistics: countedSelection() }), quiet)
    })
    return () => {
      clearTimeout(timer)
      stop()
      selectionStatistics.setState({ statistics: null })
    }
  }, [])
}

function countedSelection(): ReturnType<typeof statisticsOf> | null {
  const rects = currentRects()
  const only = rects[0]
  return only === undefined || (rects.length === 1 && isSingle(only)) ? null : statisticsOf(counted())
}

const wordless = (): string => ''

/** Adding up needs the values alone: printing ten thousand of them would be most of the work. */
const silent: Printer = {
  money: wordless,
  plain: wordless,
  precise: wordless,
  round: wordless,
  price: wordless,
  quantity: wordless,
  number: wordless,
  share: wordless,
  parts: () => [],
}

/** Subtotals count only where nothing but headings is selected: else their rows would be counted twice. */
function* counted(): Generator<Counted> {
  const view = currentView()
  const printing = shownContext()
  if (!printing) return
  const context = { ...printing, printer: silent, localise: wordless }
  const rects = currentRects()
  const withRows = rowsIn(rects).some((row) => view.rows[row]?.kind === 'component')
  for (const spot of spotsIn(rects)) {
    const row = view.rows[spot.row]
    const column = view.columns[spot.column]
    if (!row || !column || (withRows && row.kind === 'group')) continue
    const filled = isFilled(row, column, context.services)
    const figure = isMoney(column) || column === 'share' || column === 'size' || column === 'count' || column.startsWith('input:')
    const shown = figure ? shownCell(row, column, context) : null
    yield { filled, value: shown?.value ?? null, money: isMoney(column), unknown: shown?.mark === 'unknown' || shown?.mark === 'problem' }
  }
}

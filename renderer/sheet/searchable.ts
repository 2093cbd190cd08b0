import { canEdit, typedText } from '#renderer/workspace/cells/commit.ts'
import { shownGroups } from '#renderer/workspace/grouping.ts'
import { workspace } from '#renderer/workspace/store.ts'
import type { CellPlace, ColumnId } from '#renderer/workspace/types.ts'
import { shownColumns } from './columns.ts'
import { shownContext } from './context.ts'
import { flatten, type SheetRow } from './rows.ts'
import { shownCell, type ShownContext } from './shown.ts'

/** One cell as it is looked through. */
export type Searched = { readonly place: CellPlace; readonly text: string }

type Made = { readonly key: readonly unknown[]; readonly cells: readonly Searched[] }

let made: Made | null = null

/**
 * Every cell that shows something, rows folded away included, from top to bottom: what it shows or, `texts`, what a person would edit.
 * Made once for the same figures: printing some ten thousand of them takes a moment, looking through them none.
 */
export function searchedCells(texts: boolean): readonly Searched[] {
  const { workbook, figures } = workspace.getState()
  const context = shownContext()
  if (!workbook || !context) return []
  const key = [workbook, figures, context, shownColumns(), texts]
  if (made && key.every((part, at) => part === made?.key[at])) return made.cells
  const rows = flatten(shownGroups(workbook), new Set())
  const cells = rows.flatMap((row) => cellsOf(row, shownColumns(), texts ? null : context))
  made = { key, cells }
  return cells
}

function cellsOf(row: SheetRow, columns: readonly ColumnId[], shown: ShownContext | null): readonly Searched[] {
  return columns.flatMap((column) => {
    const place = { row: row.id, column }
    const text = shown ? shownCell(row, column, shown).text : canEdit(place) ? typedText(place) : ''
    return text === '' ? [] : [{ place, text }]
  })
}

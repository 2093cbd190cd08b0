import { groups } from '#shared/commands/grouped.ts'
import type { Group } from '#shared/commands/grouped.ts'
import type { Id, Workbook } from '#shared/document/types.ts'
import type { CellRange } from '#renderer/workspace/types.ts'

/** How a place in the selection names a group's heading line. */
const HEADING = 'group:'

type Line = { readonly id: string; readonly members: readonly Id[]; readonly heading: boolean; readonly collapsed: boolean }

/**
 * The components a selection touches, in the sheet's order: groups by their first row, rows within them in order.
 * A folded group's heading stands for its rows, and so does any heading when no row is selected beside it.
 */
export function selectedRows(
  workbook: Workbook,
  selection: readonly CellRange[],
  collapsed: ReadonlySet<string>,
  shown: readonly Group[] = groups(workbook),
): readonly Id[] {
  if (selection.length === 0) return []
  const single = singleRow(workbook, selection)
  if (single !== null) return [single]
  const lines = shown.flatMap((group) => groupLines(group, collapsed.has(group.name)))
  const places = new Map(lines.map((line, index) => [line.id, index]))
  const touched = new Set<number>()
  for (const range of selection) for (const index of between(places.get(range.anchor.row), places.get(range.focus.row))) touched.add(index)
  const picked = lines.filter((_line, index) => touched.has(index))
  const onlyHeadings = picked.every((line) => line.heading)
  return Array.from(new Set(picked.flatMap((line) => (line.heading && !line.collapsed && !onlyHeadings ? [] : line.members))))
}

/** The common case, without looking at the whole sheet. */
function singleRow(workbook: Workbook, selection: readonly CellRange[]): Id | null {
  const first = selection[0]?.anchor.row
  if (first === undefined || !workbook.components.has(first)) return null
  return selection.every((range) => range.anchor.row === first && range.focus.row === first) ? first : null
}

function groupLines({ name, rows }: Group, collapsed: boolean): Line[] {
  const heading: Line = { id: HEADING + name, members: rows.map((row) => row.id), heading: true, collapsed }
  if (collapsed) return [heading]
  return [heading, ...rows.map((row) => ({ id: row.id, members: [row.id], heading: false, collapsed: false }))]
}

function between(anchor: number | undefined, focus: number | undefined): number[] {
  if (anchor === undefined || focus === undefined) return []
  const from = Math.min(anchor, focus)
  return Array.from({ length: Math.abs(anchor - focus) + 1 }, (_, index) => from + index)
}

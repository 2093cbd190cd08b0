import type { Group } from '#shared/commands/grouped.ts'
import type { Component, Id } from '#shared/document/types.ts'
import { droppedId, headingId } from '#renderer/workspace/cells/places.ts'

/** A component as the sheet shows it. `level` is 1 under a group's heading. */
export type ComponentRow = { readonly kind: 'component'; readonly id: Id; readonly component: Component; readonly level: 0 | 1 }

/** The heading of a group: its name, its subtotal, its chevron. `group` is empty for the rows that have none. */
export type GroupRow = {
  readonly kind: 'group'
  readonly id: string
  readonly group: string
  readonly members: readonly Id[]
  readonly collapsed: boolean
}

/** A row of the parent that the shown scenario does without. It has no figures here and nothing can be typed into it. */
export type DroppedRow = { readonly kind: 'dropped'; readonly id: string; readonly component: Component; readonly level: 0 | 1 }

/** The line pinned under the sheet. */
export type TotalRow = { readonly kind: 'total'; readonly id: 'total' }

export type SheetRow = ComponentRow | GroupRow | DroppedRow
export type AnyRow = SheetRow | TotalRow

export const totalRow: TotalRow = { kind: 'total', id: 'total' }

/**
 * The rows of the sheet from top to bottom. Without any group there is no heading at all. Rows that have not changed
 * are the same objects as in `before`, so that a caller sees by identity what to paint. Dropped rows stand at the end of their
 * group, those of groups that are gone at the end of the sheet.
 */
export function flatten(
  groups: readonly Group[],
  collapsed: ReadonlySet<string>,
  before: readonly SheetRow[] = [],
  dropped: readonly Component[] = [],
  groupOf: (row: Component) => string = ({ group }) => group,
): readonly SheetRow[] {
  const known = new Map(before.map((row) => [row.id, row]))
  const headings = groups.some((group) => group.name !== '')
  const level = headings ? 1 : 0
  const rows: SheetRow[] = []
  for (const { name, rows: members } of groups) {
    const folded = headings && collapsed.has(name)
    if (headings) rows.push(headingRow(name, members, folded, known))
    if (folded) continue
    for (const component of members) rows.push(componentRow(component, level, known))
    for (const component of dropped) if (groupOf(component) === name) rows.push(droppedRow(component, level))
  }
  const names = new Set(groups.map((group) => group.name))
  for (const component of dropped) if (!names.has(groupOf(component))) rows.push(droppedRow(component, 0))
  return rows
}

function droppedRow(component: Component, level: 0 | 1): DroppedRow {
  return { kind: 'dropped', id: droppedId(component.id), component, level }
}

function headingRow(group: string, members: readonly Component[], collapsed: boolean, known: ReadonlyMap<string, SheetRow>): GroupRow {
  const old = known.get(headingId(group))
  const same =
    old?.kind === 'group' &&
    old.collapsed === collapsed &&
    old.members.length === members.length &&
    members.every((member, at) => member.id === old.members[at])
  return same ? old : { kind: 'group', id: headingId(group), group, members: members.map((member) => member.id), collapsed }
}

function componentRow(component: Component, level: 0 | 1, known: ReadonlyMap<string, SheetRow>): ComponentRow {
  const old = known.get(component.id)
  return old?.kind === 'component' && old.component === component && old.level === level
    ? old
    : { kind: 'component', id: component.id, component, level }
}

/** What moved between two states of the sheet: `structure` when rows came, went or changed places. */
export function rowDifference(
  before: readonly SheetRow[],
  after: readonly SheetRow[],
): { readonly structure: boolean; readonly updated: readonly SheetRow[] } {
  const structure = before.length !== after.length || after.some((row, at) => row.id !== before[at]?.id)
  return { structure, updated: structure ? [] : after.filter((row, at) => row !== before[at]) }
}

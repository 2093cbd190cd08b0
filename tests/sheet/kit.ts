import { groups, type Group } from '#shared/commands/grouped.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import type { Component } from '#shared/document/types.ts'
import { flatten } from '#renderer/sheet/rows.ts'
import { sheetView, type SheetView } from '#renderer/sheet/view.ts'
import type { ColumnId } from '#renderer/workspace/types.ts'

/** A component of which a test names only what matters to it. */
export function component(id: string, more: Partial<Component> = {}): Component {
  return {
    id,
    order: 0,
    name: `Row ${id}`,
    service: 'general.flat',
    region: '',
    group: '',
    environment: '',
    inputs: {},
    purchase: [],
    prices: {},
    tags: {},
    note: '',
    ...more,
  }
}

/** Components in the order given, under their groups. */
export function grouped(components: readonly Component[]): readonly Group[] {
  const ordered = components.map((one, at) => ({ ...one, order: at + 1 }))
  return groups({ ...newWorkbook('book', 'Test', '2026-11-01'), components: new Map(ordered.map((one) => [one.id, one])) })
}

/** A sheet of `count` ungrouped rows r0, r1, … */
export function plainView(count: number, columns: readonly ColumnId[]): SheetView {
  return sheetView(flatten(grouped(Array.from({ length: count }, (_, at) => component(`r${at}`))), new Set()), columns)
}

import type { Component } from '#shared/document/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { setColumns } from '#renderer/workspace/columns.ts'
import { useWorkspace, workspace } from '#renderer/workspace/store.ts'
import type { ColumnId, ShownColumn } from '#renderer/workspace/types.ts'

export type ColumnInfo = {
  readonly id: ColumnId
  readonly label: string
  /** In pixels at 100 % zoom. */
  readonly width: number
  /** Shares what room is left, and gives way down to `width`. */
  readonly flex?: number
  /** Numbers stand at the right. */
  readonly numeric: boolean
}

/**
 * The columns of every sheet, in their order. Inputs of services can be added after `count`. Up to the count they are together as narrow as
 * the sheet is beside both panels of a window of 1280 px: the count is read at a glance, without scrolling.
 */
export const standardColumns: readonly ColumnInfo[] = [
  { id: 'name', label: 'Component', width: 160, numeric: false },
  { id: 'service', label: 'Service', width: 110, flex: 3, numeric: false },
  { id: 'region', label: 'Region', width: 92, numeric: false },
  { id: 'size', label: 'Size', width: 86, flex: 2, numeric: false },
  { id: 'count', label: 'Count', width: 72, numeric: true },
  { id: 'buys', label: 'Buys', width: 96, flex: 2, numeric: false },
  { id: 'group', label: 'Group', width: 110, numeric: false },
  { id: 'environment', label: 'Environment', width: 110, numeric: false },
  { id: 'tags', label: 'Tags', width: 140, numeric: false },
  { id: 'note', label: 'Note', width: 200, numeric: false },
  { id: 'list', label: 'List', width: 100, numeric: true },
  { id: 'monthly', label: 'Monthly', width: 104, numeric: true },
  { id: 'share', label: 'Share', width: 88, numeric: true },
]

/** Computed columns: they can be selected and copied, never typed into. */
function isFigure(column: ColumnId): boolean {
  return column === 'list' || column === 'monthly' || column === 'share'
}

export function isMoney(column: ColumnId): boolean {
  return column === 'list' || column === 'monthly'
}

export function isInput(column: ColumnId): boolean {
  return column === 'size' || column === 'count' || column.startsWith('input:')
}

/** The inputs that rows of this workbook have and no standard column shows, each once, by their label. */
export function inputColumns(components: Iterable<Component>, services: ReadonlyMap<string, ServiceDeclaration>): readonly ColumnInfo[] {
  const found = new Map<ColumnId, ColumnInfo>()
  const seen = new Set<string>()
  for (const { service: id } of components) {
    if (seen.has(id)) continue
    seen.add(id)
    const service = services.get(id)
    for (const [input, { label, kind }] of Object.entries(service?.inputs ?? {})) {
      if (input === service?.columns?.size || input === service?.columns?.count) continue
      const column: ColumnId = `input:${input}`
      if (!found.has(column)) found.set(column, { id: column, label, width: 130, numeric: kind === 'number' })
    }
  }
  return [...found.values()].sort((a, b) => a.label.localeCompare(b.label))
}

/**
 * What a row costs, and the figures after it, stay in sight at the right. Not where a person has put another column after it: one pinned
 * from among others would leave the order in which columns are walked and copied.
 */
export function keptInSight(ids: readonly ColumnId[]): readonly ColumnId[] {
  const at = ids.indexOf('monthly')
  const after = at < 0 ? [] : ids.slice(at)
  return after.every(isFigure) ? after : []
}

/** Ids of the columns now shown, from left to right; the same array while they are the same. */
export function shownColumns(): readonly ColumnId[] {
  const { columns } = workspace.getState()
  if (columns === known.columns) return known.ids
  const same = columns.length === known.ids.length && columns.every(({ id }, at) => id === known.ids[at])
  known = { columns, ids: same ? known.ids : columns.map(({ id }) => id) }
  return known.ids
}

let known: { readonly columns: readonly ShownColumn[]; readonly ids: readonly ColumnId[] } = { columns: [], ids: [] }

export function useShownColumns(): readonly ColumnId[] {
  return useWorkspace(shownColumns)
}

export function onShownColumns(listener: () => void): () => void {
  let ids = shownColumns()
  return workspace.subscribe(() => {
    if (shownColumns() === ids) return
    ids = shownColumns()
    listener()
  })
}

/** Shows or hides a column; it takes its usual place among the others, wherever a person has put those. */
export function showColumn(column: ColumnId, visible: boolean): void {
  const others = workspace.getState().columns.filter(({ id }) => id !== column)
  if (!visible) {
    setColumns(others)
    return
  }
  const before = others.findLastIndex(({ id }) => rank(id) <= rank(column))
  setColumns([...others.slice(0, before + 1), { id: column, width: null }, ...others.slice(before + 1)])
}

/** Hides columns; the name stays. */
export function hideColumns(ids: readonly ColumnId[]): void {
  const hidden = new Set(ids)
  setColumns(workspace.getState().columns.filter(({ id }) => id === 'name' || !hidden.has(id)))
}

/** Puts columns, in their order, before another (null: at the end). The name stays first. */
export function placeColumns(ids: readonly ColumnId[], before: ColumnId | null): void {
  const { columns } = workspace.getState()
  const moving: ReadonlySet<ColumnId> = new Set(ids.filter((id) => id !== 'name'))
  if (before === 'name' || (before !== null && moving.has(before))) return
  const others = columns.filter(({ id }) => !moving.has(id))
  const at = before === null ? others.length : others.findIndex(({ id }) => id === before)
  const next = [...others.slice(0, at), ...columns.filter(({ id }) => moving.has(id)), ...others.slice(at)]
  if (next.some(({ id }, index) => id !== columns[index]?.id)) setColumns(next)
}

/** Inputs stand together after the count. */
function rank(column: ColumnId): number {
  const at = standardColumns.findIndex((info) => info.id === column)
  return at >= 0 ? at : standardColumns.findIndex((info) => info.id === 'count') + 0.5
}

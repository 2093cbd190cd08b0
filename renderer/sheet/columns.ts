import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Component } from '#shared/document/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import type { ColumnId } from '#renderer/workspace/types.ts'

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

/** The columns of every sheet, in their order. Inputs of services can be added after `count`. */
export const standardColumns: readonly ColumnInfo[] = [
  { id: 'name', label: 'Component', width: 190, numeric: false },
  { id: 'service', label: 'Service', width: 112, flex: 3, numeric: false },
  { id: 'region', label: 'Region', width: 96, numeric: false },
  { id: 'size', label: 'Size', width: 92, flex: 2, numeric: false },
  { id: 'count', label: 'Count', width: 76, numeric: true },
  { id: 'buys', label: 'Buys', width: 96, flex: 2, numeric: false },
  { id: 'group', label: 'Group', width: 110, numeric: false },
  { id: 'environment', label: 'Environment', width: 110, numeric: false },
  { id: 'tags', label: 'Tags', width: 140, numeric: false },
  { id: 'note', label: 'Note', width: 200, numeric: false },
  { id: 'list', label: 'List', width: 100, numeric: true },
  { id: 'monthly', label: 'Monthly', width: 104, numeric: true },
  { id: 'share', label: 'Share', width: 88, numeric: true },
]

const shownAtFirst: readonly ColumnId[] = ['name', 'service', 'region', 'size', 'count', 'buys', 'monthly', 'share']

/** Computed columns: they can be selected and copied, never typed into. */
export function isFigure(column: ColumnId): boolean {
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

const memory = 'skytally.columns'

/** What was shown here last; null when that was never changed or cannot be read. */
function rememberedColumns(): readonly ColumnId[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(memory) ?? 'null')
    if (!Array.isArray(kept)) return null
    const ids = kept.flatMap((id: unknown) => (typeof id === 'string' ? (readColumn(id) ?? []) : []))
    return ['name', ...ids.filter((id) => id !== 'name')]
  } catch {
    return null
  }
}

function readColumn(text: string): ColumnId | null {
  return text.startsWith('input:') ? `input:${text.slice('input:'.length)}` : (standardColumns.find(({ id }) => id === text)?.id ?? null)
}

/** A comfort: where the browser keeps nothing, it lasts as long as the window. */
function rememberColumns(ids: readonly ColumnId[]): void {
  try {
    localStorage.setItem(memory, JSON.stringify(ids))
  } catch {
    return
  }
}

/** Which columns are shown; the component's name always is. A habit of this person on this machine, not part of a workbook. */
const shown = createStore<{ readonly ids: readonly ColumnId[] }>(() => ({ ids: rememberedColumns() ?? shownAtFirst }))

export function useShownColumns(): readonly ColumnId[] {
  return useStore(shown, (state) => state.ids)
}

export function shownColumns(): readonly ColumnId[] {
  return shown.getState().ids
}

export function onShownColumns(listener: () => void): () => void {
  return shown.subscribe(listener)
}

/** Shows or hides a column; it takes its usual place among the others. */
export function showColumn(column: ColumnId, visible: boolean): void {
  const ids = shown.getState().ids.filter((id) => id !== column)
  if (visible) ids.push(column)
  const next = visible ? ids.toSorted((a, b) => rank(a) - rank(b)) : ids
  shown.setState({ ids: next })
  rememberColumns(next)
}

/** Inputs stand together after the count. */
function rank(column: ColumnId): number {
  const at = standardColumns.findIndex((info) => info.id === column)
  return at >= 0 ? at : standardColumns.findIndex((info) => info.id === 'count') + 0.5
}

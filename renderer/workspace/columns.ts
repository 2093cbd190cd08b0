import { workspace } from './store.ts'
import type { ColumnId, ShownColumn } from './types.ts'

/** The columns of every sheet, in their usual order. Inputs of services can be shown besides. */
export const sheetColumns = [
  'name',
  'service',
  'region',
  'size',
  'count',
  'buys',
  'group',
  'environment',
  'tags',
  'note',
  'list',
  'monthly',
  'share',
] as const satisfies readonly ColumnId[]

const shownAtFirst: readonly ColumnId[] = ['name', 'service', 'region', 'size', 'count', 'buys', 'monthly', 'share']

/** Widths a person can give a column, in px. */
const least = 56
const most = 1200

/** The columns as a workbook was left with them, as far as they make sense; else those shown on this machine last; else the usual ones. */
export function readColumns(kept: unknown): readonly ShownColumn[] {
  return columnsOf(kept) ?? columnsOf(remembered()) ?? shownAtFirst.map((id) => ({ id, width: null }))
}

/** The name always stands first: rows cannot be told apart without it. */
function columnsOf(kept: unknown): readonly ShownColumn[] | null {
  if (!Array.isArray(kept) || kept.length === 0) return null
  const found = new Map<ColumnId, ShownColumn>([['name', { id: 'name', width: null }]])
  for (const one of kept) {
    const column = shownColumn(one)
    if (column) found.set(column.id, column)
  }
  return [...found.values()]
}

function shownColumn(kept: unknown): ShownColumn | null {
  if (typeof kept !== 'object' || kept === null) return null
  const id = readColumn(Reflect.get(kept, 'id'))
  const width: unknown = Reflect.get(kept, 'width')
  if (id === null) return null
  return { id, width: typeof width === 'number' && width >= least && width <= most ? width : null }
}

export function readColumn(kept: unknown): ColumnId | null {
  if (typeof kept !== 'string') return null
  if (kept.startsWith('input:')) return `input:${kept.slice('input:'.length)}`
  return sheetColumns.find((column) => column === kept) ?? null
}

/** Shows these columns in this order. They are kept with the workbook; which they are is also where the next new workbook begins. */
export function setColumns(columns: readonly ShownColumn[]): void {
  workspace.setState({ columns })
  remember(columns.map(({ id }) => ({ id, width: null })))
}

/** Gives columns widths of their own, in px. */
export function setWidths(widths: ReadonlyMap<ColumnId, number>): void {
  const { columns } = workspace.getState()
  const wide = (id: ColumnId, width: number) => Math.round(Math.min(most, Math.max(id === 'name' ? 2 * least : least, width)))
  const next = columns.map((column) => {
    const width = widths.get(column.id)
    return width === undefined || wide(column.id, width) === column.width ? column : { id: column.id, width: wide(column.id, width) }
  })
  if (next.some((column, at) => column !== columns[at])) workspace.setState({ columns: next })
}

const memory = 'skytally.columns'

function remembered(): unknown {
  try {
    return JSON.parse(localStorage.getItem(memory) ?? 'null')
  } catch {
    return null
  }
}

/** A comfort: where the browser keeps nothing, it lasts as long as the window. */
function remember(columns: readonly ShownColumn[]): void {
  try {
    localStorage.setItem(memory, JSON.stringify(columns))
  } catch {
    return
  }
}

import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import type { ColumnId } from '#renderer/workspace/types.ts'
import type { Services } from '#renderer/workspace/cells/text.ts'
import { standardColumns } from './columns.ts'
import type { Block } from './tsv.ts'

/** What people call the sheet's columns, besides what the sheet calls them. */
const otherNames: Readonly<Record<string, ColumnId>> = {
  name: 'name',
  resource: 'name',
  type: 'service',
  location: 'region',
  'instance type': 'size',
  sku: 'size',
  quantity: 'count',
  qty: 'count',
  purchase: 'buys',
  env: 'environment',
  notes: 'note',
  comment: 'note',
  cost: 'monthly',
  'monthly cost': 'monthly',
  'monthly amount': 'monthly',
}

function plainName(text: string): string {
  return text.trim().toLowerCase()
}

function columnNamed(text: string): ColumnId | null {
  const name = plainName(text)
  if (Object.hasOwn(otherNames, name)) return otherNames[name] ?? null
  return standardColumns.find(({ id, label }) => id === name || label.toLowerCase() === name)?.id ?? null
}

function inputNamed(text: string, service: ServiceDeclaration | undefined): ColumnId | null {
  const name = plainName(text)
  const found = Object.entries(service?.inputs ?? {}).find(([id, { label }]) => id.toLowerCase() === name || label.toLowerCase() === name)
  return found ? `input:${found[0]}` : null
}

/**
 * Where the cells under a heading go in a row of this service. A figure is computed and has no place, except where the
 * service has an input of that name: the monthly amount of a flat rate.
 */
export function columnUnder(heading: string, service: ServiceDeclaration | undefined): ColumnId | null {
  const column = columnNamed(heading)
  if (column === 'list' || column === 'monthly' || column === 'share') return inputNamed(heading, service) ?? inputNamed(column, service)
  return column ?? inputNamed(heading, service)
}

/** The block's first line when it names columns: one for the rows' names, and another. Null otherwise. */
export function headingsOf(block: Block): readonly string[] | null {
  const [line = []] = block
  const known = new Set(line.flatMap((text) => columnNamed(text) ?? []))
  return block.length > 1 && known.has('name') && known.size > 1 ? line : null
}

/** Headings no column and no input of any service bears; their cells cannot be pasted. */
export function unknownHeadings(headings: readonly string[], services: Services): readonly string[] {
  return headings.filter(
    (heading) =>
      heading.trim() !== '' &&
      columnNamed(heading) === null &&
      ![...services.values()].some((service) => inputNamed(heading, service) !== null),
  )
}

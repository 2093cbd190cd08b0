import type { Change } from '#shared/document/change.ts'
import { LIMITS } from '#shared/document/limits.ts'
import { rows } from '#shared/document/rows.ts'
import type { CellText, Component, Id, PurchaseShare, Workbook } from '#shared/document/types.ts'
import { refusals } from '#shared/messages/commands.ts'
import { saidOfDeleted } from './deleted.ts'
import { groupedRows } from './grouped.ts'
import { added, freeNames, placed, removed, replaced } from './records.ts'
import type { FreeNames } from './records.ts'
import { isRefusal, refuse } from './refusal.ts'
import type { DocumentCommand, Refusal, ServiceShapes, Supplies } from './types.ts'

/** What is known of a row to be added; the rest comes from the selected row and the service. */
export type NewComponent = {
  readonly service: string
  readonly id?: Id
  readonly name?: string
  readonly region?: string
  readonly group?: string
  readonly environment?: string
  readonly inputs?: Readonly<Record<string, CellText>>
  readonly purchase?: readonly PurchaseShare[]
  readonly tags?: Readonly<Record<string, string>>
  readonly note?: string
}

export type AddComponents = {
  readonly components: readonly NewComponent[]
  /** The selected row: new rows come after it, in its group and environment. Null: at the end. */
  readonly after: Id | null
  readonly services: ServiceShapes
}

export const addComponents: DocumentCommand<AddComponents> = {
  id: 'components.add',
  label: 'Add rows',
  keywords: ['component', 'service', 'insert', 'new'],
  describe: (args) => (args.components.length === 1 ? 'Add a row' : 'Add rows'),
  run: newRows,
}

/** The changes that add rows; also used by commands that add rows and fill them in one step. */
export function newRows(workbook: Workbook, args: AddComponents, supplies: Supplies): readonly Change[] | Refusal {
  if (args.components.length === 0) return refuse('nothing-added', refusals.nothingAdded())
  if (workbook.components.size + args.components.length > LIMITS.components)
    return refuse('too-many-rows', refusals.tooManyRows(LIMITS.components))
  const after = args.after === null ? null : workbook.components.get(args.after)
  if (after === undefined) return refuse('row-gone', refusals.rowGone())
  const sorted = rows(workbook.components)
  const names = freeNames(sorted.map((row) => row.name))
  const made: Component[] = []
  const ids = new Set<Id>()
  for (const asked of args.components) {
    const component = newRow(asked, args, after, sorted, names, supplies)
    if (isRefusal(component)) return component
    if (workbook.components.has(component.id) || ids.has(component.id)) return refuse('id-taken', refusals.idTaken())
    names.add(component.name)
    ids.add(component.id)
    made.push(component)
  }
  const group = made[0]?.group
  const last = after ?? sorted.findLast((row) => row.group === group) ?? sorted.at(-1)
  return orderChanges(workbook, placed(sorted, last?.id ?? null, made))
}

function newRow(
  asked: NewComponent,
  args: AddComponents,
  after: Component | null,
  sorted: readonly Component[],
  names: FreeNames,
  supplies: Supplies,
): Component | Refusal {
  const service = args.services.get(asked.service)
  if (service === undefined) return refuse('no-service', refusals.noService(asked.service, []))
  return {
    id: asked.id ?? supplies.newId(),
    order: 0,
    name: asked.name ?? names.take(service.name),
    service: service.id,
    region: service.region === 'none' ? '' : (asked.region ?? usualRegion(service.id, after, sorted) ?? ''),
    group: asked.group ?? after?.group ?? '',
    environment: asked.environment ?? after?.environment ?? '',
    inputs: asked.inputs ?? {},
    purchase: asked.purchase ?? [],
    prices: {},
    tags: asked.tags ?? {},
    note: asked.note ?? '',
  }
}

/** The region of the row above, else of the last row of the same cloud. */
function usualRegion(service: string, after: Component | null, sorted: readonly Component[]): string | undefined {
  const cloud = `${service.split('.')[0] ?? ''}.`
  const like = (row: Component) => row.service.startsWith(cloud) && row.region !== ''
  if (after !== null && like(after)) return after.region
  return sorted.findLast(like)?.region
}

export type Rows = { readonly ids: readonly Id[] }

export const deleteComponents: DocumentCommand<Rows> = {
  id: 'components.delete',
  label: 'Delete rows',
  keywords: ['component', 'remove'],
  describe: ({ ids }) => (ids.length === 1 ? 'Delete a row' : `Delete ${String(ids.length)} rows`),
  run: (workbook, { ids }) => {
    const chosen = chosenRows(workbook, ids)
    return isRefusal(chosen) ? chosen : chosen.map((row) => removed('components', row))
  },
  afterwards: (workbook, { ids }) => saidOfDeleted(workbook, ids),
}

export const duplicateComponents: DocumentCommand<Rows & { readonly newIds?: readonly Id[] }> = {
  id: 'components.duplicate',
  label: 'Duplicate rows',
  keywords: ['component', 'copy'],
  run: (workbook, { ids, newIds }, supplies) => {
    const chosen = chosenRows(workbook, ids)
    if (isRefusal(chosen)) return chosen
    if (workbook.components.size + chosen.length > LIMITS.components)
      return refuse('too-many-rows', refusals.tooManyRows(LIMITS.components))
    const names = freeNames([...workbook.components.values()].map((row) => row.name))
    const copies = chosen.map((row, index) => ({ ...row, id: newIds?.[index] ?? supplies.newId(), name: names.take(row.name) }))
    return orderChanges(workbook, placed(rows(workbook.components), chosen.at(-1)?.id ?? null, copies))
  },
}

/** The place beside a row, or the end of a group that has none yet. */
export type Place = { readonly before: Id } | { readonly after: Id } | { readonly endOf: string }

export const moveComponents: DocumentCommand<Rows & { readonly to: 'up' | 'down' | Place }> = {
  id: 'components.move',
  label: 'Move rows',
  keywords: ['component', 'order', 'drag'],
  run: (workbook, { ids, to }) => {
    const chosen = chosenRows(workbook, ids)
    if (isRefusal(chosen)) return chosen
    const place = typeof to === 'string' ? neighbour(workbook, chosen, to) : to
    return place === null ? [] : moveTo(workbook, chosen, place)
  },
}

/** One step up or down as the sheet shows the rows; past the edge of a group the rows join the next one. */
function neighbour(workbook: Workbook, chosen: readonly Component[], direction: 'up' | 'down'): Place | null {
  const shown = groupedRows(workbook)
  const ids = new Set(chosen.map((row) => row.id))
  const at = direction === 'up' ? shown.findIndex((row) => ids.has(row.id)) - 1 : shown.findLastIndex((row) => ids.has(row.id)) + 1
  const edge = direction === 'up' ? chosen[0] : chosen.at(-1)
  const beside = shown[at]
  if (beside === undefined || edge === undefined) return null
  const sameGroup = beside.group === edge.group
  if (direction === 'up') return sameGroup ? { before: beside.id } : { after: beside.id }
  return sameGroup ? { after: beside.id } : { before: beside.id }
}

function moveTo(workbook: Workbook, chosen: readonly Component[], place: Place): readonly Change[] | Refusal {
  const moving = new Set(chosen.map((row) => row.id))
  const others = groupedRows(workbook).filter((row) => !moving.has(row.id))
  if ('endOf' in place) {
    const last = others.findLast((row) => row.group === place.endOf) ?? others.at(-1)
    return orderChanges(workbook, placed(others, last?.id ?? null, inGroup(chosen, place.endOf)))
  }
  const besideId = 'before' in place ? place.before : place.after
  if (moving.has(besideId)) return []
  const at = others.findIndex((row) => row.id === besideId)
  const beside = others[at]
  if (beside === undefined) return refuse('row-gone', refusals.rowGone())
  const after = 'before' in place ? (others[at - 1]?.id ?? null) : beside.id
  return orderChanges(workbook, placed(others, after, inGroup(chosen, beside.group)))
}

function inGroup(chosen: readonly Component[], group: string): readonly Component[] {
  return chosen.map((row) => (row.group === group ? row : { ...row, group }))
}

/** The rows of the ids as the sheet shows them, or the refusal when one is gone or none was given. */
function chosenRows(workbook: Workbook, ids: readonly Id[]): readonly Component[] | Refusal {
  if (ids.length === 0) return refuse('nothing-selected', refusals.nothingSelected())
  if (ids.some((id) => !workbook.components.has(id))) return refuse('row-gone', refusals.rowGone())
  const wanted = new Set(ids)
  return groupedRows(workbook).filter((row) => wanted.has(row.id))
}

/** Adds the records that are new and replaces those that are not. */
function orderChanges(workbook: Workbook, records: readonly Component[]): readonly Change[] {
  return records.map((record) => {
    const before = workbook.components.get(record.id)
    return before === undefined ? added('components', record) : replaced('components', before, record)
  })
}

export const componentCommands = [addComponents, deleteComponents, duplicateComponents, moveComponents] as const

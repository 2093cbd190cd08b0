import { commandInfos } from '#shared/commands/catalogue.ts'
import { groupedRows } from '#shared/commands/grouped.ts'
import { BASE_NAME } from '#shared/commands/scenarios.ts'
import { rows } from '#shared/document/rows.ts'
import { printPrice } from '#shared/money/index.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { sizesOf } from '#pricing/services/sizes.ts'
import { canRun } from '#renderer/workspace/commands.ts'
import { machineParts } from '#renderer/workspace/machine-parts.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { best, queryWords, scored } from './match.ts'
import type { Searchable } from './match.ts'
import type { RowOfPrice } from '#renderer/workspace/price-row.ts'
import { usualRegion } from '#renderer/workspace/usual-region.ts'
import { priceItems } from './price-items.ts'

/** What choosing an item does; carried out by `act.ts`. */
export type Act =
  | { readonly kind: 'command'; readonly id: string }
  | { readonly kind: 'row'; readonly id: string }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'size'; readonly service: string; readonly input: string; readonly size: string }
  /** A row that pays one price of the book. */
  | { readonly kind: 'price'; readonly row: RowOfPrice }
  /** The prices that hold these words. */
  | { readonly kind: 'prices'; readonly text: string }
  | { readonly kind: 'workbook'; readonly id: string }
  /** `null`: the base. */
  | { readonly kind: 'scenario'; readonly id: string | null }

export type Item = Searchable & {
  readonly key: string
  /** Said beside the title: the service of a row, what a size has. */
  readonly detail: string
  /** Keys in tinykeys form. */
  readonly keys?: string
  readonly act: Act
}

export type Section = { readonly heading: string; readonly items: readonly Item[] }

/** Items of one kind that are shown at most, with and without a query. */
const most = 8
const mostSizes = 12

/** What the palette lists for a query: sections by the best item of each. */
export function sections(state: WorkspaceState, query: string): readonly Section[] {
  const words = queryWords(query)
  const onlyNew = state.palette?.mode === 'component'
  const sizes = words.length === 0 ? [] : best(sizeItems(state.services, state.book), words, mostSizes).map((item) => priced(item, state))
  const found = [
    { heading: 'Rows', items: onlyNew ? [] : best(rowItems(state), words, most) },
    { heading: 'Add a service', items: best(serviceItems(state.services), words, onlyNew ? 40 : most) },
    { heading: 'Add a size', items: sizes },
    { heading: 'Prices', items: words.length === 0 ? [] : scored(priceItems(state, query, sizes.length === 0), words) },
    { heading: 'Scenarios', items: onlyNew ? [] : best(scenarioItems(state), words, most) },
    { heading: 'Commands', items: onlyNew ? [] : best(commandItems(state), words, words.length === 0 ? 40 : most) },
    { heading: 'Recent workbooks', items: onlyNew ? [] : best(workbookItems(state), words, most) },
  ].filter((section) => section.items.length > 0)
  return words.length === 0 ? found : found.toSorted((a, b) => (b.items[0]?.score ?? 0) - (a.items[0]?.score ?? 0))
}

function rowItems(state: WorkspaceState): readonly Item[] {
  if (state.workbook === null) return []
  return groupedRows(state.workbook).map((row) => {
    const service = state.services.get(row.service)?.name ?? row.service
    const where = [service, row.region, row.group].filter((part) => part !== '').join(' · ')
    return { key: `row ${row.id}`, title: row.name, words: `${where} ${row.note}`, detail: where, act: { kind: 'row', id: row.id } }
  })
}

const clouds: Readonly<Record<string, string>> = { aws: 'AWS', google: 'Google Cloud', azure: 'Azure', general: 'any cloud' }

function serviceItems(services: ReadonlyMap<string, ServiceDeclaration>): readonly Item[] {
  return [...services.values()].map((service) => ({
    key: `service ${service.id}`,
    title: service.name,
    words: `${service.id} ${clouds[service.cloud] ?? ''} ${service.category} ${service.keywords?.join(' ') ?? ''} ${service.summary}`,
    detail: `${clouds[service.cloud] ?? service.cloud} · ${service.summary}`,
    act: { kind: 'service', service: service.id },
  }))
}

let made: { readonly services: object; readonly book: PriceBook; readonly items: readonly Item[] } | null = null

/** Some thousands of sizes: listed once per price book. */
function sizeItems(services: ReadonlyMap<string, ServiceDeclaration>, book: PriceBook | null): readonly Item[] {
  if (book === null) return []
  if (made?.services !== services || made.book !== book)
    made = { services, book, items: [...services.values()].flatMap((service) => sizesOfService(service, book)) }
  return made.items
}

function sizesOfService(service: ServiceDeclaration, book: PriceBook): readonly Item[] {
  return Object.entries(service.inputs).flatMap(([input, declared]) => {
    if (declared.kind !== 'size') return []
    const { sizes } = declared
    return sizesOf(sizes, book).map((size): Item => {
      const machine = sizes.from === 'compute' ? machineText(book, sizes.cloud, size) : ''
      return {
        key: `size ${service.id} ${size}`,
        title: size,
        words: `${service.name} ${service.keywords?.join(' ') ?? ''} ${machine}`,
        detail: machine === '' ? service.name : `${service.name} · ${machine}`,
        act: { kind: 'size', service: service.id, input, size },
      }
    })
  })
}

/** With what an hour of it costs where the selected row stands: looked up only for what is shown. */
function priced<Found extends Item>(item: Found, state: WorkspaceState): Found {
  const { act } = item
  const service = act.kind === 'size' ? state.services.get(act.service) : undefined
  const declared = act.kind === 'size' ? service?.inputs[act.input] : undefined
  if (act.kind !== 'size' || service === undefined || declared?.kind !== 'size' || declared.sizes.from !== 'compute' || state.book === null)
    return item
  const region = usualRegion(state, service)
  const price = state.book.compute(declared.sizes.cloud, act.size, region, 'on-demand')
  return {
    ...item,
    detail: `${item.detail} · ${price.ok ? `${printPrice(price.value.hourly, 'USD', state.locale)} an hour in ${region}` : `not priced in ${region}`}`,
  }
}

/** `4 vCPU, 16 GiB`; empty for a size that the book does not know. */
export function machineText(book: PriceBook, cloud: ServiceDeclaration['cloud'], name: string): string {
  const size = book.size(cloud, name)
  return size === undefined ? '' : machineParts(size, String).join(', ')
}

function commandItems(state: WorkspaceState): readonly Item[] {
  return commandInfos
    .filter((info) => info.id !== 'view.palette' && canRun(info.id, state))
    .map((info) => ({
      key: `command ${info.id}`,
      title: info.label,
      words: info.keywords.join(' '),
      detail: '',
      ...(info.shortcut === undefined ? {} : { keys: info.shortcut }),
      act: { kind: 'command', id: info.id },
    }))
}

/** The scenarios beside the one that is shown. */
function scenarioItems({ document, scenario }: WorkspaceState): readonly Item[] {
  if (document === null || document.scenarios.size === 0) return []
  const all = [{ id: null, name: BASE_NAME }, ...rows(document.scenarios).map(({ id, name }) => ({ id, name }))]
  return all
    .filter(({ id }) => id !== scenario)
    .map(({ id, name }) => ({
      key: `scenario ${id ?? ''}`,
      title: name,
      words: 'scenario show sheet tab',
      detail: 'scenario',
      act: { kind: 'scenario', id },
    }))
}

function workbookItems(state: WorkspaceState): readonly Item[] {
  return state.recent
    .filter((summary) => summary.id !== state.workbook?.id)
    .map((summary) => ({
      key: `workbook ${summary.id}`,
      title: summary.name,
      words: 'recent open workbook',
      detail: '',
      act: { kind: 'workbook', id: summary.id },
    }))
}

import { searchList } from '#pricing/catalog/search.ts'
import type { Hit } from '#pricing/catalog/search.ts'
import { cloudOf } from '#pricing/catalog/rate-lookup.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { printPrice } from '#shared/money/index.ts'
import { priceListIfReady } from '#renderer/workspace/price-list.ts'
import { rowOfPrice } from '#renderer/workspace/price-row.ts'
import type { WorkspaceState } from '#renderer/workspace/types.ts'
import { usualRegion } from '#renderer/workspace/usual-region.ts'
import { machineText } from './items.ts'
import type { Item } from './items.ts'

/** Prices shown at most; the page of prices has them all. */
const most = 6

/**
 * Prices that hold the words, each to be added as the row that pays it, and the way to all of them. Machines only where `withSizes`: by name
 * alone they stand among the sizes already. Nothing while the list of prices is still being made.
 */
export function priceItems(state: WorkspaceState, query: string, withSizes: boolean): readonly Item[] {
  const { book } = state
  const list = book === null ? null : priceListIfReady(book)
  if (book === null || list === null) return []
  const hits = searchList(list, query, { limit: 4 * most }).filter((hit) => withSizes || hit.kind === 'rate')
  const items = hits.flatMap((hit) => itemOf(hit, state, book) ?? []).slice(0, most)
  if (hits.length === 0) return []
  const all: Item = {
    key: 'prices',
    title: `All prices for “${query.trim()}”`,
    words: '',
    detail: 'search, compare, take into the sheet',
    act: { kind: 'prices', text: query.trim() },
  }
  return [...items, all]
}

function itemOf(hit: Hit, state: WorkspaceState, book: PriceBook): Item | null {
  const cloud = hit.kind === 'size' ? hit.size.cloud : cloudOf(hit.key)
  const id = hit.kind === 'size' ? hit.size.size : hit.key
  const place = hit.region ?? 'all'
  const row = rowOfPrice({ cloud, id, isSize: hit.kind === 'size', place }, state)
  const service = state.services.get(row?.service ?? '')
  if (row === null || service === undefined) return null
  const region = hit.region === null && row.region !== '' ? usualRegion(state, service) : row.region
  const charge = service.charges[row.charge]?.label ?? ''
  const what = hit.kind === 'size' ? machineText(book, cloud, id) : charge
  return {
    key: `price ${id} ${region}`,
    title: hit.kind === 'size' ? id : id.slice(id.indexOf('.') + 1),
    words: `${service.name} ${what} ${region}`,
    detail: [service.name, what, priceText(hit, state, book, hit.region ?? region)].join(' · '),
    act: { kind: 'price', row: { ...row, region } },
  }
}

function priceText(hit: Hit, state: WorkspaceState, book: PriceBook, region: string): string {
  const where = region === '' ? '' : ` in ${region}`
  if (hit.kind === 'size') {
    const hourly = book.hourly(hit.size.cloud, hit.size.size, region, 'on-demand')
    return Number.isNaN(hourly) ? `not priced${where}` : `${printPrice(hourly, 'USD', state.locale)} an hour${where}`
  }
  const found = book.rate(hit.key, region)
  const price = found.ok ? found.value.tiers[0]?.price : undefined
  return !found.ok || price === undefined
    ? `not priced${where}`
    : `${printPrice(price, 'USD', state.locale)} per ${found.value.unit}${where}`
}

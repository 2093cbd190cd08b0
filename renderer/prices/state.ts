import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { EquivalentOptions, Shape } from '#pricing/catalog/equivalents.ts'
import { everything } from '#pricing/catalog/finding/filter.ts'
import type { PriceFilter } from '#pricing/catalog/finding/filter.ts'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import type { TableSort } from '#renderer/ui/table-types.ts'

export type PricesTab = 'all' | 'equivalents' | 'books'

/** A row of a list; of another list it means nothing. */
export type ChosenPrice = { readonly list: PriceList; readonly row: number }

/** A machine that equivalents are compared with: what it is called, and what it costs where it stands. */
export type Against = {
  readonly name: string
  readonly cloud: string
  readonly region: string
}

/** Where a person is in the prices; kept while the window is open, so that going to the sheet and back loses nothing. */
export type PricesState = {
  readonly tab: PricesTab
  readonly text: string
  readonly filter: PriceFilter
  readonly sort: TableSort | null
  readonly chosen: ChosenPrice | null
  readonly shape: Shape
  readonly options: EquivalentOptions
  readonly against: Against | null
}

const first: PricesState = {
  tab: 'all',
  text: '',
  filter: everything,
  sort: null,
  chosen: null,
  shape: { vcpu: 4, memoryGib: 16, gpuCount: 0, gpuModel: '', architecture: '' },
  options: { term: 'on-demand', clouds: [], geographies: [], steady: false },
  against: null,
}

export const prices = createStore<PricesState>(() => first)

/** The selector must return a stable value. */
export function usePrices<T>(selector: (state: PricesState) => T): T {
  return useStore(prices, selector)
}

export function changePrices(fields: Partial<PricesState>): void {
  prices.setState(fields)
}

export function changeFilter(fields: Partial<PriceFilter>): void {
  prices.setState({ filter: { ...prices.getState().filter, ...fields } })
}

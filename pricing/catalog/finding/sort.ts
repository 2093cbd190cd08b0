import type { ComputeTerm } from '#pricing/catalog/types.ts'
import { measured } from './filter.ts'
import type { PriceList } from './price-list.ts'

/** What the rows of a list can be put in order by. */
export type SortBy =
  | ComputeTerm
  | 'cloud'
  | 'name'
  | 'region'
  | 'place'
  | 'vcpu'
  | 'memory'
  | 'gpus'
  | 'architecture'
  | 'per-vcpu'
  | 'per-gb'
  | 'unit'

/** Rows in order; what is not known or does not apply comes last either way, equals stay in their order. `rows` is not changed. */
export function sortRows(list: PriceList, rows: Uint32Array, by: SortBy, descending: boolean): Uint32Array {
  const key = keyOf(list, by)
  const keys = new Float64Array(rows.length)
  const places = new Uint32Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    keys[at] = key(rows[at] ?? 0)
    places[at] = at
  }
  const sign = descending ? -1 : 1
  places.sort((a, b) => {
    const left = keys[a] ?? NaN
    const right = keys[b] ?? NaN
    if (left === right) return a - b
    if (Number.isNaN(left) || Number.isNaN(right)) return Number.isNaN(left) && Number.isNaN(right) ? a - b : Number.isNaN(left) ? 1 : -1
    return (left - right) * sign
  })
  return places.map((at) => rows[at] ?? 0)
}

function keyOf(list: PriceList, by: SortBy): (row: number) => number {
  const size = (row: number) => list.things[list.thing[row] ?? 0]?.size ?? null
  const price = list.prices['on-demand']
  switch (by) {
    case 'vcpu':
      return (row) => measured(size(row)?.vcpu ?? 0)
    case 'memory':
      return (row) => measured(size(row)?.memoryGib ?? 0)
    case 'gpus':
      return (row) => size(row)?.gpuCount ?? NaN
    case 'per-vcpu':
      return (row) => (price[row] ?? NaN) / measured(size(row)?.vcpu ?? 0)
    case 'per-gb':
      return (row) => (price[row] ?? NaN) / measured(size(row)?.memoryGib ?? 0)
    case 'cloud':
    case 'name':
    case 'architecture':
    case 'unit':
      return byThing(list, by)
    case 'region':
    case 'place':
      return byPlace(list, by)
    case 'on-demand':
    case 'spot':
    case 'reserved-1y-no-upfront':
    case 'reserved-3y-no-upfront':
      return (row) => list.prices[by][row] ?? NaN
  }
}

function byThing(list: PriceList, by: 'cloud' | 'name' | 'architecture' | 'unit'): (row: number) => number {
  const ranks = ranksOf(
    list.things.map((thing) => {
      if (by === 'cloud') return thing.cloud
      if (by === 'architecture') return thing.size?.architecture ?? ''
      return by === 'name' ? thing.names[0] : unitOf(list, thing.id, thing.size !== null)
    }),
  )
  return (row) => ranks[list.thing[row] ?? 0] ?? NaN
}

function byPlace(list: PriceList, by: 'region' | 'place'): (row: number) => number {
  const ranks = ranksOf(list.places.map((place) => (by === 'region' ? place.code : `${place.geography} ${place.name}`)))
  return (row) => ranks[list.place[row] ?? 0] ?? NaN
}

/** Position of each text among all of them in order; NaN for an empty one. */
function ranksOf(texts: readonly string[]): readonly number[] {
  const order = [...new Set(texts)].toSorted((a, b) => (a < b ? -1 : 1))
  const rank = new Map(order.map((text, at) => [text, at]))
  return texts.map((text) => (text === '' ? NaN : (rank.get(text) ?? NaN)))
}

function unitOf({ book }: PriceList, id: string, isSize: boolean): string {
  if (isSize) return 'hour'
  const found = book.rate(id, book.soldIn(id)[0] ?? '')
  return found.ok ? found.value.unit : ''
}

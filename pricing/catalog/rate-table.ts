import { BookFault } from '#pricing/catalog/fault.ts'
import type { Container } from '#pricing/catalog/container.ts'
import { indexColumn, positions, realColumn, strings, textColumn } from '#pricing/catalog/tables.ts'
import type { PriceTier } from '#pricing/catalog/types.ts'

/** Everything but machines. A row is one key in one region; its tiers lie at `first[row]` up to `first[row + 1]`. */
export type RateTable = {
  readonly keys: readonly string[]
  readonly keyAt: ReadonlyMap<string, number>
  readonly regions: readonly string[]
  /** Row of a key in a region, or -1. */
  readonly rowOf: (key: number, region: string) => number
  readonly row: (row: number) => RateRow
  readonly rows: number
  readonly tierCount: number
}

export type RateRow = {
  readonly unit: string
  readonly tiers: readonly PriceTier[]
  readonly covered: number
  readonly freeAllowance: number
  readonly origin: number
  /** The vendor's SKU, where the book has one. */
  readonly sku: string | undefined
}

export function readRates(book: Container, origins: number): RateTable {
  const keys = strings(book, 'rate.keys')
  const regions = strings(book, 'rate.regions')
  const units = strings(book, 'rate.units')
  const rows = book.columns.get('rate.key')?.length ?? 0
  const tierCount = book.columns.get('tier.price')?.length ?? 0
  const key = indexColumn(book, 'rate.key', rows, keys.length)
  const region = indexColumn(book, 'rate.region', rows, regions.length)
  const unit = indexColumn(book, 'rate.unit', rows, units.length)
  const origin = indexColumn(book, 'rate.origin', rows, origins)
  const free = realColumn(book, 'rate.free', rows)
  const first = indexColumn(book, 'rate.first', rows + 1, tierCount + 1)
  const upTo = realColumn(book, 'tier.to', tierCount, true)
  const price = realColumn(book, 'tier.price', tierCount)
  const sku = textColumn(book, 'rate.skus', 'rate.sku', rows)
  const regionAt = positions(regions)
  const place = new Uint32Array(keys.length * regions.length)
  for (let row = 0; row < rows; row++) {
    const cell = (key[row] ?? 0) * regions.length + (region[row] ?? 0)
    if (place[cell] !== 0) throw new BookFault(`The price book prices ${keys[key[row] ?? 0] ?? '?'} twice in one region.`)
    place[cell] = row + 1
    checkTiers(upTo, first[row] ?? 0, first[row + 1] ?? 0, keys[key[row] ?? 0] ?? '?')
  }
  const tiersOf = (row: number): readonly PriceTier[] => {
    const from = first[row] ?? 0
    const count = (first[row + 1] ?? 0) - from
    return Array.from({ length: count }, (_, i) => ({
      from: i === 0 ? 0 : (upTo[from + i - 1] ?? 0),
      to: upTo[from + i] ?? 0,
      price: price[from + i] ?? 0,
    }))
  }
  return {
    keys,
    keyAt: positions(keys),
    regions,
    rows,
    tierCount,
    rowOf: (at, code) => {
      const r = regionAt.get(code)
      return r === undefined ? -1 : (place[at * regions.length + r] ?? 0) - 1
    },
    row: (row) => {
      const tiers = tiersOf(row)
      const unitName = units[unit[row] ?? 0] ?? ''
      return {
        unit: unitName,
        tiers,
        covered: tiers.at(-1)?.to ?? 0,
        freeAllowance: free[row] ?? 0,
        origin: origin[row] ?? 0,
        sku: sku(row),
      }
    },
  }
}

/** Tiers rise: each ends above the one before it. */
function checkTiers(upTo: Float64Array, from: number, to: number, key: string): void {
  if (to < from) throw new BookFault(`The price book's tiers of ${key} are out of order.`)
  for (let at = from; at < to; at++) {
    const below = at === from ? 0 : (upTo[at - 1] ?? 0)
    if (!((upTo[at] ?? 0) > below)) throw new BookFault(`The price book's tiers of ${key} do not rise.`)
  }
}

import { regionOf } from '#pricing/catalog/regions.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { Cloud, SizeInput } from '#pricing/services/declare.ts'
import { sizesOf } from '#pricing/services/sizes.ts'
import type { ListItem } from '#renderer/ui/list-field.tsx'
import type { Printer } from '#renderer/ui/printer.ts'

/** More than this many items nobody reads; typing narrows the list. */
const MOST = 60

/** Regions with the names people know, grouped by part of the world. */
export function regionItems(cloud: Cloud, codes: readonly string[]): ListItem[] {
  const items = codes.map((code) => ({ code, region: regionOf(cloud, code) }))
  const geographies = Array.from(new Set(items.map(({ region }) => region?.geography ?? '')))
  const sorted = items.toSorted(
    (a, b) => geographies.indexOf(a.region?.geography ?? '') - geographies.indexOf(b.region?.geography ?? '') || (a.code < b.code ? -1 : 1),
  )
  return sorted.map(({ code, region }) => ({
    value: code,
    label: code,
    detail: region === undefined ? '' : `${region.name} · ${region.geography}`,
  }))
}

export type SizePlace = { readonly region: string; readonly perUsd: number }

/** Sizes of a size input with what they are and, where the book knows it, what an hour costs in the row's region. */
export function sizeItems(input: SizeInput, place: SizePlace, book: PriceBook, printer: Printer): ListItem[] {
  if (input.sizes.from === 'rates')
    return sizesOf(input.sizes, book, place.region).map((size) => ({ value: size, label: size, detail: '' }))
  const { cloud } = input.sizes
  return book.sizes(cloud).map((size) => {
    const found = book.compute(cloud, size.size, place.region, 'on-demand')
    const price = found.ok ? `${printer.price(found.value.hourly * place.perUsd)}/h` : 'no price here'
    const gpu = size.gpuCount > 0 ? ` · ${size.gpuCount} × ${size.gpuModel}` : ''
    return {
      value: size.size,
      label: size.size,
      detail: `${printer.number(size.vcpu)} vCPU · ${printer.number(size.memoryGib)} GiB${gpu} · ${price}`,
    }
  })
}

/** Items every word of the query stands in, those that begin with it first; all of them for an empty query. */
export function matching(items: readonly ListItem[], query: string): ListItem[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const fits = items.filter((item) => words.every((word) => `${item.label} ${item.detail}`.toLowerCase().includes(word)))
  const first = words[0]
  if (first === undefined) return fits.slice(0, MOST)
  const leads = (item: ListItem) => (item.label.toLowerCase().startsWith(first) ? 0 : 1)
  return fits.toSorted((a, b) => leads(a) - leads(b)).slice(0, MOST)
}

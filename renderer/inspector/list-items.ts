import type { PriceBook } from '#pricing/catalog/types.ts'
import type { SizeInput } from '#pricing/services/declare.ts'
import { sizesOf } from '#pricing/services/sizes.ts'
import type { ListItem } from '#renderer/ui/list-field.tsx'
import type { Printer } from '#renderer/ui/printer.ts'
import { machineParts } from '#renderer/workspace/machine-parts.ts'
import type { Choice } from '#renderer/workspace/cells/suggest.ts'

/** More than this many items nobody reads; typing narrows the list. */
const MOST = 60

/** Regions to choose from, as `regionsFor` orders them. */
export function regionItems(choices: readonly Choice[]): ListItem[] {
  return choices.map(({ value, detail, words }) => ({ value, label: value, detail, words }))
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
    return {
      value: size.size,
      label: size.size,
      detail: [...machineParts(size, printer.number), price].join(' · '),
    }
  })
}

/** Items every word of the query stands in, those that begin with it first; all of them for an empty query. */
export function matching(items: readonly ListItem[], query: string): ListItem[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const fits = items.filter((item) =>
    words.every((word) => `${item.label} ${item.detail} ${item.words ?? ''}`.toLowerCase().includes(word)),
  )
  const first = words[0]
  if (first === undefined) return fits.slice(0, MOST)
  const leads = (item: ListItem) => (item.label.toLowerCase().startsWith(first) ? 0 : 1)
  return fits.toSorted((a, b) => leads(a) - leads(b)).slice(0, MOST)
}

import { everything, isOpen } from '#pricing/catalog/finding/filter.ts'
import type { PriceFilter } from '#pricing/catalog/finding/filter.ts'
import { findRows } from '#pricing/catalog/finding/find.ts'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'

export type Loosening = {
  /** `any region`, `without “frankfurt”`. */
  readonly label: string
  /** Prices it would show. */
  readonly count: number
  readonly text: string
  readonly filter: PriceFilter
}

const parts: readonly { readonly label: string; readonly fields: readonly (keyof PriceFilter)[] }[] = [
  { label: 'any cloud', fields: ['clouds'] },
  { label: 'any region', fields: ['regions', 'geographies'] },
  { label: 'all kinds', fields: ['kind'] },
  { label: 'any number of vCPU', fields: ['vcpu'] },
  { label: 'any memory', fields: ['memoryGib'] },
  { label: 'any GPU', fields: ['gpus', 'gpuModel'] },
  { label: 'any architecture', fields: ['architecture'] },
  { label: 'any price', fields: ['price'] },
]

/** What one could leave out of a search that found nothing: a part of the filter or a word of the text. What adds least comes first. */
export function loosenings(list: PriceList, text: string, filter: PriceFilter): readonly Loosening[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  // Without its only word a search would show everything: that is no way to find something.
  const fewer = (words.length > 1 ? words : []).map((word, at) => ({
    label: `without “${word}”`,
    text: words.filter((_, other) => other !== at).join(' '),
    filter,
  }))
  const wider = parts
    .filter(({ fields }) => fields.some((field) => isSet(filter, field)))
    .map(({ label, fields }) => ({
      label,
      text,
      filter: { ...filter, ...Object.fromEntries(fields.map((field) => [field, everything[field]])) },
    }))
  return [...wider, ...fewer]
    .map((one) => ({ ...one, count: findRows(list, one).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => a.count - b.count)
}

export function isSet(filter: PriceFilter, field: keyof PriceFilter): boolean {
  const value = filter[field]
  if (typeof value === 'string') return value !== everything[field]
  return 'length' in value ? value.length > 0 : !isOpen(value)
}

export function isFiltered(filter: PriceFilter): boolean {
  return parts.some(({ fields }) => fields.some((field) => isSet(filter, field)))
}

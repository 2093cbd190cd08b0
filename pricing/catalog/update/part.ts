import type { Gatherer } from '#pricing/catalog/import/gather.ts'
import { readInput } from '#pricing/catalog/import/read-input.ts'
import type { ImportFormat, ImportOptions, ImportProgress, PricedCloud, UpdateQuery } from '#pricing/catalog/library.ts'
import type { Asking } from '#pricing/catalog/update/ask.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { download } from '#pricing/catalog/update/download.ts'

/** One list of an update, fetched and kept on its own: a service in a region, or a whole service. */
export type Part = {
  /** The same for the same list in the same version: what is kept under it needs no fetching. */
  readonly name: string
  /** For a person: `AmazonEC2 in eu-central-1`. */
  readonly title: string
  readonly read: (gatherer: Gatherer, reading: PartReading) => Promise<void>
}

export type PartReading = {
  readonly asking: Asking
  readonly asOf: string
  readonly book: () => PriceBook
  readonly progress: (progress: ImportProgress) => void
}

export type Listing = {
  readonly query: UpdateQuery
  readonly options: ImportOptions
  readonly asking: Asking
  /** Regions to fetch of the cloud. */
  readonly regions: readonly string[]
  readonly address: string
}

/** The vendors' own endpoints. */
export const vendorAddresses: Readonly<Record<PricedCloud, string>> = {
  aws: 'https://pricing.us-east-1.amazonaws.com',
  azure: 'https://prices.azure.com',
  google: 'https://cloudbilling.googleapis.com',
}

type Page = {
  readonly url: string
  readonly title: string
  readonly format: ImportFormat
  readonly headers: Readonly<Record<string, string>>
}

/** Reads one answer into the gatherer; tells the address or token of the next page. */
export async function readPage({ url, title, format, headers }: Page, gatherer: Gatherer, reading: PartReading): Promise<string | null> {
  let next: string | null = null
  const { asking, asOf, book, progress } = reading
  const bytes = download(url, headers, asking)
  await readInput(
    { name: title, size: null, format, bytes },
    { gatherer, asOf, book, progress, cancel: asking.cancel, onNext: (page) => (next = page) },
  )
  return next
}

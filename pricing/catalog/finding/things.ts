import type { ComputeSize, PriceBook } from '#pricing/catalog/types.ts'
import { pricedClouds } from '#pricing/catalog/facts.ts'
import { cloudOf } from '#pricing/catalog/rate-lookup.ts'
import type { Cloud } from '#pricing/services/declare.ts'
import { plainText, searchText } from './text.ts'

/** What a book prices, wherever it does: a machine size, or a rate of another service. */
export type Thing = {
  readonly cloud: Cloud
  /** The size's name or the rate's key. */
  readonly id: string
  readonly size: ComputeSize | null
  /** What it is called, as people type it: without a vendor's prefix, as written and with spaces for signs. */
  readonly names: readonly [string, string]
  /** Everything it can be found by; see `searchText`. */
  readonly words: string
}

/** Further words that a rate is found by, such as the name of the service that charges it. */
export type NamedRates = (key: string) => string

export const sizeClouds: readonly Cloud[] = pricedClouds

const cloudWords: Readonly<Record<Cloud, string>> = {
  aws: 'aws amazon',
  google: 'google gcp',
  azure: 'azure microsoft',
  general: '',
}

/** The machines of a cloud, by family and size. */
export function sizeThings(book: PriceBook, cloud: Cloud): readonly Thing[] {
  return book.sizes(cloud).map(sizeThing)
}

function sizeThing(size: ComputeSize): Thing {
  const whole = plainText(size.size).replace(/^standard_/, '')
  const chip = size.architecture === 'arm64' ? 'arm' : 'x86'
  const gpu = size.gpuCount > 0 ? `gpu ${size.gpuModel}` : ''
  return {
    cloud: size.cloud,
    id: size.size,
    size,
    names: [whole, spaced(whole)],
    words: searchText(size.size, size.family, cloudWords[size.cloud], size.architecture, chip, gpu, 'vm instance machine'),
  }
}

/** `named`: further words to find it by. */
export function rateThing(key: string, named: string): Thing {
  const cloud = cloudOf(key)
  const whole = plainText(key.slice(key.indexOf('.') + 1))
  return { cloud, id: key, size: null, names: [whole, spaced(whole)], words: searchText(key, cloudWords[cloud], named) }
}

function spaced(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

import type { ComputeSize, PriceBook, Rate } from '#pricing/catalog/types.ts'
import type { Cloud } from '#pricing/services/declare.ts'

/** Finds machine sizes and prices by a few letters, for the palette and for `skytally prices find`. */

export type Hit =
  /** `hourly`: on-demand dollars an hour in the region asked for; null where not known, or without a region. */
  | { readonly kind: 'size'; readonly size: ComputeSize; readonly hourly: number | null }
  | { readonly kind: 'rate'; readonly key: string; readonly rate: Rate | null }

export type Question = {
  readonly cloud?: Cloud
  /** Region to price the hits in. */
  readonly region?: string
  /** At most this many hits; 20 unless said. */
  readonly limit?: number
}

export type PriceSearch = (text: string, question?: Question) => readonly Hit[]

type Entry = {
  readonly cloud: Cloud
  /** What the thing is called, lower-case, without a vendor's prefix. */
  readonly name: string
  /** Everything it can be found by, lower-case, each word after a space. */
  readonly words: string
  readonly hit: (region: string | undefined) => Hit
}

const clouds: readonly Cloud[] = ['aws', 'google', 'azure']

/** Prepares the index of a book once; a search is then one pass over it. Hits alike keep the book's order: by family and size. */
export function priceSearch(book: PriceBook): PriceSearch {
  const sizes = clouds.flatMap((cloud) => book.sizes(cloud).map((size) => sizeEntry(book, size)))
  const rates = book.matches('{key}').map((key) => rateEntry(book, key))
  const entries = [...sizes, ...rates]
  return (text, question = {}) => {
    const query = text.toLowerCase().trim()
    const tokens = query.split(/\s+/).filter((token) => token !== '')
    if (tokens.length === 0) return []
    const scored: { readonly entry: Entry; readonly score: number }[] = []
    for (const entry of entries) {
      if (question.cloud !== undefined && entry.cloud !== question.cloud) continue
      const score = scoreOf(entry, query, tokens)
      if (score !== null) scored.push({ entry, score })
    }
    scored.sort((a, b) => a.score - b.score)
    return scored.slice(0, question.limit ?? 20).map(({ entry }) => entry.hit(question.region))
  }
}

/** 0: the very name; 1: the name begins so; 2: every word begins so; 3: every word occurs; null: no hit. */
function scoreOf(entry: Entry, query: string, tokens: readonly string[]): number | null {
  if (!tokens.every((token) => entry.words.includes(token))) return null
  if (entry.name === query) return 0
  if (entry.name.startsWith(query)) return 1
  return tokens.every((token) => entry.words.includes(` ${token}`)) ? 2 : 3
}

function sizeEntry(book: PriceBook, size: ComputeSize): Entry {
  const whole = size.size.toLowerCase()
  const parts = whole.split(/[._-]/).join(' ')
  const gpu = size.gpuCount > 0 ? `gpu ${size.gpuModel.toLowerCase()}` : ''
  return {
    cloud: size.cloud,
    name: whole.replace(/^standard_/, ''),
    words: ` ${whole} ${parts} ${size.family.toLowerCase()} ${size.cloud} ${size.architecture} ${gpu}`,
    hit: (region) => {
      const price = region === undefined ? undefined : book.compute(size.cloud, size.size, region, 'on-demand')
      return { kind: 'size', size, hourly: price?.ok === true ? price.value.hourly : null }
    },
  }
}

function rateEntry(book: PriceBook, key: string): Entry {
  const whole = key.toLowerCase()
  const cloud = clouds.find((candidate) => whole.startsWith(`${candidate}.`)) ?? 'general'
  return {
    cloud,
    name: whole.slice(whole.indexOf('.') + 1),
    words: ` ${whole} ${whole.split(/[./_-]/).join(' ')}`,
    hit: (region) => {
      const found = region === undefined ? undefined : book.rate(key, region)
      return { kind: 'rate', key, rate: found?.ok === true ? found.value : null }
    },
  }
}

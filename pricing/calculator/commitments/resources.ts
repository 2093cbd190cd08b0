import type { ComputeSize, ComputeTerm, PriceBook } from '#pricing/catalog/types.ts'

/** US dollars an hour of one vCPU and of one GB of memory. */
export type ResourcePrices = { readonly vcpu: number; readonly memory: number }

const known = new WeakMap<PriceBook, Map<string, ResourcePrices | null>>()

/**
 * Google prices machines of a series by their vCPUs and their memory: the two prices that two sizes of unlike shape come to. Null where the
 * book does not have two such prices. Source: https://cloud.google.com/compute/vm-instance-pricing (vCPU and memory of each series).
 */
export function resourcePrices(book: PriceBook, series: string, region: string, term: ComputeTerm): ResourcePrices | null {
  const prices = known.get(book) ?? new Map<string, ResourcePrices | null>()
  known.set(book, prices)
  const key = `${series} ${region} ${term}`
  const found = prices.get(key)
  if (found !== undefined) return found
  const solved = solvedPrices(book, series, region, term)
  prices.set(key, solved)
  return solved
}

function solvedPrices(book: PriceBook, series: string, region: string, term: ComputeTerm): ResourcePrices | null {
  const priced = book.sizes('google').flatMap((one) => {
    const shape = /^\w+-(standard|highmem|highcpu)-\d+$/.exec(one.size)?.[1]
    const hourly = shape === undefined || one.size.split('-')[0] !== series ? Number.NaN : book.hourly('google', one.size, region, term)
    return Number.isNaN(hourly) ? [] : [{ one, hourly }]
  })
  const [first] = priced
  const other = priced.find(({ one }) => first !== undefined && isUnlike(first.one, one))
  if (first === undefined || other === undefined) return null
  const determinant = first.one.vcpu * other.one.memoryGib - other.one.vcpu * first.one.memoryGib
  const vcpu = (first.hourly * other.one.memoryGib - other.hourly * first.one.memoryGib) / determinant
  const memory = (first.one.vcpu * other.hourly - other.one.vcpu * first.hourly) / determinant
  return vcpu > 0 && memory > 0 ? { vcpu, memory } : null
}

function isUnlike(one: ComputeSize, other: ComputeSize): boolean {
  return Math.abs(one.memoryGib / one.vcpu - other.memoryGib / other.vcpu) > 1
}

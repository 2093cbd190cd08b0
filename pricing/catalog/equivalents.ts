import { pricedClouds } from '#pricing/catalog/facts.ts'
import { isGpu } from '#pricing/catalog/finding/filter.ts'
import type { Place } from '#pricing/catalog/finding/places.ts'
import type { PriceList } from '#pricing/catalog/finding/price-list.ts'
import type { Geography } from '#pricing/catalog/regions.ts'
import type { ComputeSize, ComputeTerm, PriceBook } from '#pricing/catalog/types.ts'
import type { Cloud } from '#pricing/services/declare.ts'

/** A machine that would do: at least so much of each. */
export type Shape = {
  readonly vcpu: number
  readonly memoryGib: number
  readonly gpuCount: number
  /** Words of the GPU's name, such as `A100` or `A100 80GB`; empty: any. */
  readonly gpuModel: string
  /** Empty: any. */
  readonly architecture: '' | 'x86_64' | 'arm64'
}

export type EquivalentOptions = {
  readonly term: ComputeTerm
  /** Empty: all of them. */
  readonly clouds: readonly Cloud[]
  readonly geographies: readonly Geography[]
  /** Leaves out sizes that earn and spend CPU credits or share a core, whose vCPUs are not there all the time. */
  readonly steady: boolean
}

export type Equivalent = {
  /** Row of the list. */
  readonly row: number
  readonly size: ComputeSize
  readonly place: Place
  /** US dollars an hour in the term asked for. */
  readonly hourly: number
}

/**
 * The cheapest size that would do in each region of each cloud, cheapest first; of sizes that cost the same the one with more memory.
 * Regions without such a size, or without its price in the term, are left out.
 */
export function cheapestEquivalents(list: PriceList, shape: Shape, options: EquivalentOptions): readonly Equivalent[] {
  const cheapest = new Map<number, Equivalent>()
  const prices = list.prices[options.term]
  for (const [t, { cloud, size }] of list.things.entries()) {
    if (size === null || (options.clouds.length > 0 && !options.clouds.includes(cloud))) continue
    if (!wouldDo(size, shape) || (options.steady && isBurstable(size))) continue
    const end = list.first[t + 1] ?? list.rows
    for (let row = list.first[t] ?? 0; row < end; row++) {
      const at = list.place[row] ?? 0
      const place = list.places[at]
      const hourly = prices[row] ?? NaN
      if (place === undefined || Number.isNaN(hourly) || !isIn(place, options.geographies)) continue
      const best = cheapest.get(at)
      if (best === undefined || isBetter(hourly, size, best)) cheapest.set(at, { row, size, place, hourly })
    }
  }
  return [...cheapest.values()].toSorted((a, b) => a.hourly - b.hourly)
}

function isIn({ geography }: Place, geographies: readonly Geography[]): boolean {
  return geographies.length === 0 || geographies.some((one) => one === geography)
}

function isBetter(hourly: number, size: ComputeSize, best: Equivalent): boolean {
  return hourly < best.hourly || (hourly === best.hourly && size.memoryGib > best.size.memoryGib)
}

/** Whether a size has at least what the shape asks for. */
export function wouldDo(size: ComputeSize, shape: Shape): boolean {
  return (
    size.vcpu >= shape.vcpu &&
    size.memoryGib >= shape.memoryGib &&
    size.gpuCount >= shape.gpuCount &&
    (shape.architecture === '' || size.architecture === shape.architecture) &&
    (shape.gpuModel === '' || (size.gpuCount > 0 && isGpu(shape.gpuModel, size.gpuModel)))
  )
}

/** Whether the book knows how large a size is; of one it knows nothing of, nothing can be said to have as much. */
export function isMeasured({ vcpu, memoryGib }: ComputeSize): boolean {
  return vcpu > 0 && memoryGib > 0
}

/** What another size must have to stand in for this one: as much of everything, on any architecture, with a GPU of the same chip. */
export function shapeOf({ vcpu, memoryGib, gpuCount, gpuModel }: ComputeSize): Shape {
  return { vcpu, memoryGib, gpuCount, gpuModel: gpuCount > 0 ? chipOf(gpuModel) : '', architecture: '' }
}

/** `A100` of `NVIDIA A100 80GB`: the name without its maker and memory, as every cloud has it. */
export function chipOf(model: string): string {
  const words = model.split(' ').filter((word) => !/^(?:NVIDIA|AMD|AWS|Xilinx|Intel|Qualcomm|Habana|\d+GB)$/.test(word))
  return words.length === 0 ? model : words.join(' ')
}

/** Chips that the book's machines have, each once, in order of their names. */
export function chipsOf(book: PriceBook): readonly string[] {
  const sizes = pricedClouds.flatMap((cloud) => book.sizes(cloud)).filter((size) => size.gpuCount > 0)
  return [...new Set(sizes.map((size) => chipOf(size.gpuModel)))].toSorted((a, b) => (a < b ? -1 : 1))
}

/**
 * Burstable and shared-core sizes: AWS T families (docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html),
 * Azure's B series (learn.microsoft.com/azure/virtual-machines/sizes/general-purpose/b-family), Google's E2 micro, small and medium,
 * F1 and G1 (cloud.google.com/compute/docs/general-purpose-machines).
 */
export function isBurstable({ cloud, size, family }: ComputeSize): boolean {
  if (cloud === 'aws') return /^t\d/.test(family)
  if (cloud === 'azure') return /^Standard_B\d/.test(size)
  return cloud === 'google' && /^(?:e2-(?:micro|small|medium)|f1-micro|g1-small)$/.test(size)
}

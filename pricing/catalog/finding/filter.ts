import { pricePlaces, regionOf } from '#pricing/catalog/regions.ts'
import type { Geography } from '#pricing/catalog/regions.ts'
import type { ComputeSize } from '#pricing/catalog/types.ts'
import type { Cloud } from '#pricing/services/declare.ts'
import type { Place } from './places.ts'
import type { Thing } from './things.ts'

/** Both ends included; `null`: open. */
export type Range = { readonly from: number | null; readonly to: number | null }

/** What is let through. An empty list and an open range let everything through; a range on machines keeps out what is none. */
export type PriceFilter = {
  readonly clouds: readonly Cloud[]
  readonly geographies: readonly Geography[]
  /** Region codes. */
  readonly regions: readonly string[]
  readonly kind: 'all' | 'machines' | 'other'
  readonly vcpu: Range
  readonly memoryGib: Range
  readonly gpus: Range
  /** Words of a GPU's name, such as `A100 80GB`. */
  readonly gpuModel: string
  readonly architecture: '' | 'x86_64' | 'arm64'
  /** US dollars for one unit, on demand. */
  readonly price: Range
}

const open: Range = { from: null, to: null }

export const everything: PriceFilter = {
  clouds: [],
  geographies: [],
  regions: [],
  kind: 'all',
  vcpu: open,
  memoryGib: open,
  gpus: open,
  gpuModel: '',
  architecture: '',
  price: open,
}

export function isOpen({ from, to }: Range): boolean {
  return from === null && to === null
}

/** NaN, an unknown figure, is in an open range only. */
export function isIn(value: number, range: Range): boolean {
  return isOpen(range) || (value >= (range.from ?? -Infinity) && value <= (range.to ?? Infinity))
}

/** vCPUs or memory of a machine, which every machine has some of: a book writes 0 where nobody knows how much. NaN: not known. */
export function measured(figure: number): number {
  return figure > 0 ? figure : NaN
}

/** Whether a thing passes, whatever it costs and wherever. */
export function passesThing(filter: PriceFilter, { cloud, size }: Thing): boolean {
  if (filter.clouds.length > 0 && !filter.clouds.includes(cloud)) return false
  if (size !== null) return filter.kind !== 'other' && passesSize(filter, size)
  return filter.kind !== 'machines' && !asksForMachines(filter)
}

/** A filter that only a machine can pass. */
export function asksForMachines({ vcpu, memoryGib, gpus, gpuModel, architecture }: PriceFilter): boolean {
  return gpuModel !== '' || architecture !== '' || [vcpu, memoryGib, gpus].some((range) => !isOpen(range))
}

function passesSize(filter: PriceFilter, size: ComputeSize): boolean {
  return (
    isIn(measured(size.vcpu), filter.vcpu) &&
    isIn(measured(size.memoryGib), filter.memoryGib) &&
    isIn(size.gpuCount, filter.gpus) &&
    (filter.gpuModel === '' || isGpu(filter.gpuModel, size.gpuModel)) &&
    (filter.architecture === '' || size.architecture === filter.architecture)
  )
}

/** Whether every word of the wanted model stands in the offered one: `A100` is met by `NVIDIA A100 80GB`. */
export function isGpu(wanted: string, offered: string): boolean {
  const words = ` ${offered.toLowerCase()} `
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => word === '' || words.includes(` ${word} `))
}

/** Whether a price listed there holds in one of the regions and parts of the world asked for. */
export function passesPlace({ geographies, regions }: PriceFilter, place: Place, all: readonly Place[]): boolean {
  if (geographies.length === 0 && regions.length === 0) return true
  const wanted = ({ code, geography }: Place): boolean =>
    (regions.length === 0 || regions.includes(code)) && (geographies.length === 0 || geographies.some((one) => one === geography))
  return regionsAt(place, all).some(wanted)
}

/** The regions in which a price listed under a place holds: the region itself, or those of a group. */
export function regionsAt(place: Place, all: readonly Place[]): readonly Place[] {
  if (regionOf(place.cloud, place.code) !== undefined) return [place]
  return all.filter(
    ({ cloud, code, geography }) => cloud === place.cloud && geography !== '' && pricePlaces(cloud, code).includes(place.code),
  )
}

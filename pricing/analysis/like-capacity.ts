import type { PriceBook } from '#pricing/catalog/types.ts'
import { capacityOf } from '#pricing/services/capacity.ts'
import type { Capacity, CapacityInputs, SizeKind } from '#pricing/services/capacity.ts'
import type { ServiceDeclaration } from '#pricing/services/declare.ts'
import { sizesOf } from '#pricing/services/sizes.ts'

/** A service with what is said of a row there: inputs as given, its defaults where nobody gave them. */
export type Side = {
  readonly declaration: ServiceDeclaration
  readonly says: CapacityInputs
  readonly textOf: (input: string) => string | undefined
}

/** What one of the row has, with the words for it; null where that is a formula or nobody knows. */
export function capacityThere(
  { declaration, says, textOf }: Side,
  book: PriceBook,
): { readonly has: Capacity | null; readonly words: string } {
  if ('size' in says) {
    const size = textOf(says.size) ?? ''
    const input = declaration.inputs[says.size]
    const shown = input?.kind === 'choice' ? (input.options[size] ?? size) : size
    return { has: capacityOf(says.kind, size, book), words: shown }
  }
  const vcpu = says.vcpus === undefined ? 0 : amountOf(textOf(says.vcpus))
  const memoryGib = amountOf(textOf(says.memory))
  const isPair = says.pair !== undefined && textOf(says.pair.input) === says.pair.value
  const known = vcpu !== null && memoryGib !== null
  const memory = `${memoryGib === null ? (textOf(says.memory) ?? 'unknown') : `${String(memoryGib)} GB`} of memory`
  const words = says.vcpus === undefined ? memory : `${textOf(says.vcpus) ?? 'unknown'} vCPUs, ${memory}`
  return { has: known ? { vcpu, memoryGib, burstable: false, nodes: isPair ? 2 : 1 } : null, words }
}

/** A plain number, with or without GB behind it. */
function amountOf(text: string | undefined): number | null {
  const [, digits] = /^\s*(\d+(?:\.\d+)?)\s*(?:G(?:i?B)?)?\s*$/i.exec(text ?? '') ?? []
  return digits === undefined ? null : Number(digits)
}

type Inputs = Readonly<Record<string, string>>

/**
 * The inputs of another service that stand for a capacity: amounts as they are, or the nearest size with as much of everything, as steady
 * as asked for. Null where the service sells none.
 */
export function inputsLike(
  wanted: Capacity,
  declaration: ServiceDeclaration,
  says: CapacityInputs,
  inputs: Inputs,
  region: string,
  book: PriceBook,
): Inputs | null {
  if ('size' in says) {
    const size = nearestLike(wanted, declaration, says, inputs, region, book)
    return size === null ? null : { [says.size]: size }
  }
  const vcpu = Math.max(wanted.vcpu, Math.ceil(wanted.memoryGib / mostPerVcpu))
  const memory =
    says.vcpus === undefined ? Math.max(1, Math.ceil(wanted.memoryGib)) : Math.max(wanted.memoryGib, leastMemory, vcpu * leastPerVcpu)
  if (memory > says.most) return null
  return {
    ...(says.vcpus === undefined ? {} : { [says.vcpus]: String(vcpu === 1 ? 1 : vcpu + (vcpu % 2)) }),
    [says.memory]: `${String(memory)} GB`,
    ...(says.pair !== undefined && wanted.nodes === 2 ? { [says.pair.input]: says.pair.value } : {}),
  }
}

/** GiB of an instance, and for each of its vCPUs: cloud.google.com/sql/docs/postgres/create-instance, “Customize your instance”. */
const leastMemory = 3.75
const leastPerVcpu = 0.9
const mostPerVcpu = 6.5

type Candidate = { readonly size: string; readonly has: Capacity; readonly hourly: number }

/**
 * The nearest size with as much of everything: of those priced in the region, unless one the book has no price of there comes to less
 * than half of it. A price nobody knows is better than one of something else.
 */
function nearestLike(
  wanted: Capacity,
  declaration: ServiceDeclaration,
  says: Extract<CapacityInputs, { readonly size: string }>,
  inputs: Inputs,
  region: string,
  book: PriceBook,
): string | null {
  const all = sizesIn(declaration, says.size, book).flatMap((size): readonly Candidate[] => {
    const has = capacityOf(says.kind, size, book)
    if (has === null || !wouldDo(has, wanted, says.kind)) return []
    return [{ size, has, hourly: hourlyOf(declaration, { ...inputs, [says.size]: size }, region, book) }]
  })
  const nearest = all.toSorted(nearer)[0]
  const priced = all.filter(({ hourly }) => Number.isFinite(hourly)).toSorted(nearer)[0]
  if (nearest === undefined || priced === undefined) return nearest?.size ?? null
  return priced.has.memoryGib > 2 * nearest.has.memoryGib ? nearest.size : priced.size
}

/** A count of nodes can be doubled; what is sold in pairs cannot be halved. */
function wouldDo(has: Capacity, wanted: Capacity, kind: SizeKind): boolean {
  const isAsMuch = has.vcpu >= wanted.vcpu && has.memoryGib >= wanted.memoryGib && (!has.burstable || wanted.burstable)
  return isAsMuch && (kind === 'azure-redis' ? has.nodes === wanted.nodes : has.nodes === 1)
}

/** Less memory first, then fewer vCPUs, then the lower price. */
function nearer(one: Candidate, other: Candidate): number {
  if (one.has.memoryGib !== other.has.memoryGib) return one.has.memoryGib - other.has.memoryGib
  if (one.has.vcpu !== other.has.vcpu) return one.has.vcpu - other.has.vcpu
  return one.hourly === other.hourly ? 0 : one.hourly - other.hourly
}

function sizesIn(declaration: ServiceDeclaration, input: string, book: PriceBook): readonly string[] {
  const declared = declaration.inputs[input]
  if (declared?.kind === 'size') return sizesOf(declared.sizes, book)
  return declared?.kind === 'choice' ? Object.keys(declared.options) : []
}

/** US dollars an hour of the first charge by size that the book has a price of; Infinity where it has none. */
function hourlyOf(declaration: ServiceDeclaration, inputs: Inputs, region: string, book: PriceBook): number {
  const filled = (pattern: string) =>
    pattern.replace(/\{(\w+)\}/g, (_, name: string) => inputs[name] ?? declaration.inputs[name]?.default ?? '')
  for (const charge of Object.values(declaration.charges)) {
    const patterns = 'rate' in charge ? [charge.rate].flat() : []
    for (const pattern of patterns.filter((one) => one.includes('{size}'))) {
      const found = book.rate(filled(pattern), region)
      const price = found.ok ? found.value.tiers[0]?.price : undefined
      if (price !== undefined) return price
    }
  }
  return Infinity
}

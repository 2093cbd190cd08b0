import { hourlyOf, machineOf, rateOf, reservedOf } from '#pricing/catalog/overrides.ts'
import type { ComputeOverride, Naming, Overrides } from '#pricing/catalog/overrides.ts'
import { inNaturalOrder, matchKeys } from '#pricing/catalog/patterns.ts'
import { cloudOf } from '#pricing/catalog/rate-lookup.ts'
import { noRate, noReserved, noSize, notPriced, noTerm } from '#pricing/catalog/reasons.ts'
import { machineTerms } from '#pricing/catalog/library.ts'
import { pricePlaces, regionOf } from '#pricing/catalog/regions.ts'
import { sha256Text } from '#pricing/catalog/sha256.ts'
import type { ComputeSize, PriceBook, PriceSource, Rate, ReservedPrice } from '#pricing/catalog/types.ts'
import type { Cloud } from '#pricing/services/declare.ts'

type Hourly = { readonly hourly: number; readonly source: PriceSource }

/** The given prices, ready to be looked up. Keys: `key@region`, `cloud size term@region`, `size term payment@region`. */
type Prepared = {
  readonly rates: ReadonlyMap<string, Rate>
  readonly hourly: ReadonlyMap<string, Hourly>
  readonly reserved: ReadonlyMap<string, ReservedPrice>
  readonly machines: ReadonlyMap<string, ComputeSize>
}

/**
 * A book with given prices on top. A given price wins over every price of the book below, also when it is given for `all` regions.
 * Without a book below, what is not given is not known.
 * @throws BookFault when a given price is negative or not finite, or tiers do not follow each other from 0.
 */
export function overlayBook(base: PriceBook | null, overrides: Overrides): PriceBook {
  const naming: Naming = { id: overrides.id ?? base?.id ?? 'given', asOf: overrides.asOf ?? base?.asOf ?? 'undated' }
  const given = prepare(overrides, naming)
  return {
    ...naming,
    hash: sha256Text(`${base?.hash ?? ''}\n${JSON.stringify(overrides)}`),
    rate: (key, region) => {
      const found = inPlaces(given.rates, key, pricePlaces(cloudOf(key), region))
      if (found !== undefined) return { ok: true, value: found }
      if (base !== null) return base.rate(key, region)
      const elsewhere = [...given.rates.values()].filter((rate) => rate.key === key).map((rate) => rate.region)
      return elsewhere.length > 0 ? notPriced(key, region, elsewhere) : noRate(key, [])
    },
    compute: (cloud, size, region, term) => {
      const found = inPlaces(given.hourly, `${cloud} ${size} ${term}`, pricePlaces(cloud, region))
      if (found !== undefined) return { ok: true, value: found }
      if (base?.size(cloud, size) !== undefined) return base.compute(cloud, size, region, term)
      return given.machines.has(`${cloud} ${size}`) ? noTerm(size, region, term, []) : noSize(cloud, size, null, [])
    },
    hourly: (cloud, size, region, term) =>
      inPlaces(given.hourly, `${cloud} ${size} ${term}`, pricePlaces(cloud, region))?.hourly ??
      base?.hourly(cloud, size, region, term) ??
      NaN,
    reserved: (size, region, term, payment, offering = 'standard') => {
      const found = offering === 'standard' ? inPlaces(given.reserved, `${size} ${term} ${payment}`, pricePlaces('aws', region)) : undefined
      if (found !== undefined) return { ok: true, value: found }
      return base?.reserved(size, region, term, payment, offering) ?? noReserved(size, region, term, payment)
    },
    sizes: (cloud) => [...(base?.sizes(cloud) ?? []), ...[...given.machines.values()].filter((machine) => isNew(base, cloud, machine))],
    size: (cloud, size) => base?.size(cloud, size) ?? given.machines.get(`${cloud} ${size}`),
    regions: (cloud) => union(base?.regions(cloud) ?? [], regionsGiven(overrides, cloud)).sort(),
    matches: (pattern, region) => inNaturalOrder(union(base?.matches(pattern, region) ?? [], matchKeys(keysGiven(given, region), pattern))),
    soldIn: (key) =>
      union(
        base?.soldIn(key) ?? [],
        [...given.rates.values()].flatMap((rate) => (rate.key === key ? [rate.region] : [])),
      ),
    count: (base?.count ?? 0) + added(base, given, overrides),
  }
}

function prepare(overrides: Overrides, naming: Naming): Prepared {
  const rates = (overrides.rates ?? []).map((given) => rateOf(given, naming))
  const compute = overrides.compute ?? []
  const reserved = overrides.reserved ?? []
  return {
    rates: new Map(rates.map((rate) => [`${rate.key}@${rate.region}`, rate])),
    hourly: new Map(compute.flatMap((given) => hourlyEntries(given, naming))),
    reserved: new Map(
      reserved.map((given) => [`${given.size} ${given.term} ${given.payment}@${given.region ?? 'all'}`, reservedOf(given, naming)]),
    ),
    machines: new Map(compute.map((given) => [`${given.cloud} ${given.size}`, machineOf(given)])),
  }
}

function hourlyEntries(given: ComputeOverride, naming: Naming): readonly (readonly [string, Hourly])[] {
  return machineTerms.flatMap((term) => {
    const found = hourlyOf(given, term, naming)
    return found === undefined ? [] : [[`${given.cloud} ${given.size} ${term}@${given.region ?? 'all'}`, found] as const]
  })
}

function inPlaces<T>(given: ReadonlyMap<string, T>, key: string, places: readonly string[]): T | undefined {
  for (const code of places) {
    const found = given.get(`${key}@${code}`)
    if (found !== undefined) return found
  }
  return undefined
}

function keysGiven(given: Prepared, region: string | undefined): readonly string[] {
  const sold = (rate: Rate): boolean => region === undefined || pricePlaces(cloudOf(rate.key), region).includes(rate.region)
  return [...given.rates.values()].filter(sold).map((rate) => rate.key)
}

function regionsGiven(overrides: Overrides, cloud: Cloud): readonly string[] {
  const rates = (overrides.rates ?? []).filter((rate) => cloudOf(rate.key) === cloud)
  const machines = (overrides.compute ?? []).filter((machine) => machine.cloud === cloud)
  const codes = [...rates, ...machines].map((given) => given.region ?? 'all')
  return codes.filter((code) => regionOf(cloud, code) !== undefined)
}

function isNew(base: PriceBook | null, cloud: Cloud, machine: ComputeSize): boolean {
  return machine.cloud === cloud && base?.size(cloud, machine.size) === undefined
}

/** How many of the given prices the book below does not have. */
function added(base: PriceBook | null, given: Prepared, overrides: Overrides): number {
  const rates = [...given.rates.values()].map((rate) => {
    const below = base?.rate(rate.key, rate.region)
    return rate.tiers.length - (below?.ok === true && below.value.region === rate.region ? below.value.tiers.length : 0)
  })
  const hourly = (overrides.compute ?? []).flatMap(({ cloud, size, region, hourly: prices }) =>
    machineTerms.filter((term) => prices[term] !== undefined && base?.compute(cloud, size, region ?? 'all', term).ok !== true),
  )
  const reserved = (overrides.reserved ?? []).filter(
    ({ size, region, term, payment }) => base?.reserved(size, region ?? 'all', term, payment).ok !== true,
  )
  return rates.reduce((sum, count) => sum + count, 0) + hourly.length + reserved.length
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])]
}

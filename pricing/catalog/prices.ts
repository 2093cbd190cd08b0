import { decode } from '#pricing/catalog/decode.ts'
import { pricedClouds } from '#pricing/catalog/facts.ts'
import type { BookFacts, ComputeRow, Origin, RateFact, ReservedFact } from '#pricing/catalog/facts.ts'
import { machineTerms } from '#pricing/catalog/library.ts'
import { skuOf } from '#pricing/catalog/skus.ts'
import type { BookPrice, PricedCloud } from '#pricing/catalog/library.ts'
import { cloudOf } from '#pricing/catalog/rate-lookup.ts'
import type { PriceSource } from '#pricing/catalog/types.ts'

/** Every single price of a book: machines, upfront payments, then everything else, each in the book's order. Throws BookFault. */
export function bookPrices(bytes: Uint8Array): readonly BookPrice[] {
  return pricesOf(decode(bytes))
}

export function pricesOf(facts: BookFacts): readonly BookPrice[] {
  const machines = pricedClouds.flatMap((cloud) => facts.compute[cloud].rows.flatMap((row) => hourlyPrices(cloud, row, facts.id)))
  const reserved = facts.reserved.flatMap((row) => reservedPrices(row, facts.id))
  return [...machines, ...reserved, ...facts.rates.flatMap((rate) => tierPrices(rate, facts.id))]
}

function hourlyPrices(cloud: PricedCloud, { size, region, prices, sku }: ComputeRow, book: string): BookPrice[] {
  return prices.flatMap((price, i) => {
    if (price === null) return []
    const key = `${cloud}.compute/${size}/${machineTerms[i] ?? ''}`
    return [
      {
        cloud,
        key,
        region,
        unit: 'hour',
        from: 0,
        price: price.value,
        source: sourceOf(price.origin, skuOf(sku, i) ?? `${key}@${region}`, book),
      },
    ]
  })
}

function reservedPrices({ size, region, term, payment, offering, upfront, hourly, origin }: ReservedFact, book: string): BookPrice[] {
  const key = `aws.reserved/${size}/${term}-${payment}${offering === 'standard' ? '' : `-${offering}`}`
  const source = sourceOf(origin, `${key}@${region}`, book)
  const parts: BookPrice[] = []
  if (upfront > 0) parts.push({ cloud: 'aws', key, region, unit: 'term', from: 0, price: upfront, source })
  if (hourly > 0) parts.push({ cloud: 'aws', key: `${key}/hourly`, region, unit: 'hour', from: 0, price: hourly, source })
  return parts
}

function tierPrices({ key, region, unit, tiers, origin, sku }: RateFact, book: string): BookPrice[] {
  const cloud = cloudOf(key)
  if (cloud === 'general') return []
  const source = sourceOf(origin, sku ?? `${key}@${region}`, book)
  return tiers.map(({ price }, i) => ({ cloud, key, region, unit, from: i === 0 ? 0 : (tiers[i - 1]?.to ?? 0), price, source }))
}

function sourceOf({ source, date, note, derived }: Origin, sku: string, book: string): PriceSource {
  return { sku, book, asOf: date, source, note, derived }
}

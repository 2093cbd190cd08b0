import { checkCurrency, checkedAmount, dateOf, forOne } from '#pricing/catalog/import/amounts.ts'
import { ImportFault, fetchAgain } from '#pricing/catalog/import/fault.ts'
import type { Gatherer } from '#pricing/catalog/import/gather.ts'
import { googleRules, machinePart } from '#pricing/catalog/import/google/rules.ts'
import { isObject, textOf } from '#pricing/catalog/import/json-shape.ts'
import type { JsonObject } from '#pricing/catalog/import/json-shape.ts'
import { jsonValues } from '#pricing/catalog/import/json-values.ts'
import { leftOut, unknown } from '#pricing/catalog/import/reader.ts'
import type { Outcome, Reader } from '#pricing/catalog/import/reader.ts'
import type { ComputeTerm } from '#pricing/catalog/types.ts'

/** One SKU, as https://cloud.google.com/billing/docs/reference/rest/v1/services.skus gives it. */
type Sku = {
  readonly place: string
  readonly id: string
  readonly service: string
  readonly description: string
  readonly usage: string
  readonly regions: readonly string[]
  readonly unit: string
  readonly tiers: readonly { readonly from: number; readonly price: number }[]
  readonly date: string
}

const source = 'Google Cloud Billing Catalog'

/** Reads an answer of the Cloud Billing Catalog, or several pages' `skus` in one file. `onNext` is told the token of the next page. */
export function googleSkusJson(gatherer: Gatherer, onNext: (token: string | null) => void): Reader {
  let count = 0
  return jsonValues([['skus', '*'], ['nextPageToken']], ([part], value) => {
    if (part === 'nextPageToken') return onNext(typeof value === 'string' && value !== '' ? value : null)
    count++
    gatherer.tally.count(takeSku(skuOf(value, `SKU ${count}`), gatherer))
  })
}

function skuOf(value: unknown, place: string): Sku {
  const odd = new ImportFault(place, 'The record has another form than an answer of the Cloud Billing Catalog.', fetchAgain)
  if (!isObject(value) || !isObject(value['category']) || typeof value['description'] !== 'string') throw odd
  const prices: readonly unknown[] = Array.isArray(value['pricingInfo']) ? value['pricingInfo'] : []
  const latest = prices.at(-1)
  const expression = isObject(latest) ? latest['pricingExpression'] : undefined
  const regions: readonly unknown[] = Array.isArray(value['serviceRegions']) ? value['serviceRegions'] : []
  const named = `SKU ${textOf(value['skuId'])}`
  const { category } = value
  return {
    place: named,
    id: textOf(value['skuId']),
    service: textOf(category['serviceDisplayName']),
    description: value['description'],
    usage: textOf(category['usageType']),
    regions: regions.map(textOf),
    unit: isObject(expression) ? textOf(expression['usageUnit']) : '',
    tiers: isObject(expression) ? tiersOf(expression, named) : [],
    date: isObject(latest) ? dateOf(textOf(latest['effectiveTime'])) : 'undated',
  }
}

function tiersOf(expression: JsonObject, place: string): Sku['tiers'] {
  const rates: readonly unknown[] = Array.isArray(expression['tieredRates']) ? expression['tieredRates'] : []
  return rates.map((rate) => {
    const unitPrice = isObject(rate) ? rate['unitPrice'] : undefined
    if (!isObject(rate) || !isObject(unitPrice)) throw new ImportFault(place, 'A tier has no price.', fetchAgain)
    checkCurrency(textOf(unitPrice['currencyCode']), place)
    return {
      from: checkedAmount(rate['startUsageAmount'] ?? 0, textOf(rate['startUsageAmount']), 'startUsageAmount', place),
      price: money(unitPrice, place),
    }
  })
}

/** Whole units as text and billionths as a number (https://cloud.google.com/billing/docs/reference/rest/Shared.Types/Money). */
function money(unitPrice: JsonObject, place: string): number {
  const units = checkedAmount(Number(textOf(unitPrice['units']) || '0'), textOf(unitPrice['units']), 'price', place)
  const nanos = checkedAmount(unitPrice['nanos'] ?? 0, textOf(unitPrice['nanos']), 'price', place)
  return Number(`${units}.${String(nanos).padStart(9, '0')}`)
}

function takeSku(sku: Sku, gatherer: Gatherer): Outcome {
  if (sku.regions.length === 0 || sku.tiers.length === 0) return leftOut('SKUs without a region or a price')
  if (sku.service === 'Compute Engine' && machinePart.test(sku.description)) return takePart(sku, gatherer)
  const rule = googleRules.find(({ service, description }) => service.test(sku.service) && description.test(sku.description))
  if (rule === undefined) return unknown(sku.service)
  if (sku.usage !== 'OnDemand') return leftOut('commitments and spot of other things than machines')
  const units = Object.hasOwn(rule.per, sku.unit) ? (rule.per[sku.unit] ?? 1) : null
  if (units === null) return unknown(`${sku.service}, by ${sku.unit}`)
  if (sku.tiers.every(({ price }) => price === 0)) return leftOut('a price of zero')
  const group = rule.description.exec(sku.description)?.[1] ?? ''
  const outcomes = sku.regions.flatMap((region) =>
    sku.tiers.map(({ from, price }) =>
      gatherer.rate({
        ...foundAt(sku),
        key: rule.key.replace('$1', group.toLowerCase()),
        region: placeName(region),
        unit: rule.unit,
        from: from * units,
        to: null,
        price: forOne(price, units),
      }),
    ),
  )
  return worst(outcomes)
}

function foundAt({ place, id, date }: Sku) {
  return { place, sku: id, date, source }
}

/** A record is understood when all it says was taken. */
function worst(outcomes: readonly Outcome[]): Outcome {
  return outcomes.find(({ kind }) => kind !== 'understood') ?? { kind: 'understood' }
}

/** Multi-regions have the names they have in our books. */
const multiRegions: Readonly<Record<string, string>> = { us: 'us-multi', eu: 'europe-multi', europe: 'europe-multi', asia: 'asia-multi' }

function placeName(region: string): string {
  return multiRegions[region] ?? region
}

const terms: Readonly<Record<string, ComputeTerm>> = {
  OnDemand: 'on-demand',
  Preemptible: 'spot',
  Commit1Yr: 'reserved-1y-no-upfront',
  Commit3Yr: 'reserved-3y-no-upfront',
}

/** A vCPU or a GiB of a family. */
function takePart(sku: Sku, gatherer: Gatherer): Outcome {
  const [, family = 'N1', part] = machinePart.exec(sku.description) ?? []
  const term = terms[sku.usage]
  const price = sku.tiers.at(-1)?.price ?? 0
  const isCore = part !== 'Ram'
  if (term === undefined || sku.tiers.length !== 1 || sku.unit !== (isCore ? 'h' : 'GiBy.h'))
    return unknown(`${sku.service}, by ${sku.unit}`)
  if (price === 0) return leftOut('a price of zero')
  const outcomes = sku.regions.map((region) =>
    gatherer.part({ ...foundAt(sku), family: familyName(family), region, term, part: isCore ? 'core' : 'memory', hourly: price }),
  )
  return worst(outcomes)
}

function familyName(words: string): string {
  return words === 'Compute optimized' ? 'c2' : words.replace(' Predefined', '').toLowerCase()
}

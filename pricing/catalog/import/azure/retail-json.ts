import { checkCurrency, checkedAmount, dateOf, forOne } from '#pricing/catalog/import/amounts.ts'
import { takeAzureMachine } from '#pricing/catalog/import/azure/machines.ts'
import { azureRules } from '#pricing/catalog/import/azure/rules.ts'
import type { AzureRule } from '#pricing/catalog/import/azure/rules.ts'
import { ImportFault, fetchAgain } from '#pricing/catalog/import/fault.ts'
import type { Gatherer } from '#pricing/catalog/import/gather.ts'
import { isObject, textOf } from '#pricing/catalog/import/json-shape.ts'
import { jsonValues } from '#pricing/catalog/import/json-values.ts'
import { leftOut, unknown } from '#pricing/catalog/import/reader.ts'
import type { Outcome, Reader } from '#pricing/catalog/import/reader.ts'

/** One meter, as https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices gives it. */
export type AzureItem = {
  readonly place: string
  readonly service: string
  readonly product: string
  readonly meter: string
  readonly sku: string
  readonly size: string
  readonly region: string
  readonly type: string
  readonly term: string
  /** `1 Hour`, `10K`, `1 GB/Month`. */
  readonly unit: string
  readonly meterId: string
  readonly price: number
  readonly from: number
  readonly date: string
}

export const azureSource = 'Azure Retail Prices API'

/** Reads an answer of the Azure Retail Prices API, or several pages' `Items` in one file. `onNext` is told the address of the next page. */
export function azureRetailJson(gatherer: Gatherer, asOf: string, onNext: (address: string | null) => void): Reader {
  let items = 0
  const reader = jsonValues([['Items', '*'], ['NextPageLink']], ([part], value) => {
    if (part === 'NextPageLink') return onNext(typeof value === 'string' && value !== '' ? value : null)
    items++
    gatherer.tally.count(takeItem(itemOf(value, `item ${items}`), gatherer, asOf))
  })
  return reader
}

function itemOf(value: unknown, place: string): AzureItem {
  if (!isObject(value) || typeof value['meterName'] !== 'string')
    throw new ImportFault(place, 'The record has another form than an answer of the Azure Retail Prices API.', fetchAgain)
  const text = (name: string): string => textOf(value[name])
  checkCurrency(text('currencyCode'), place)
  const region = text('armRegionName').toLowerCase()
  return {
    place,
    service: text('serviceName'),
    product: text('productName'),
    meter: text('meterName'),
    sku: text('skuName'),
    size: text('armSkuName'),
    region: region === '' ? 'global' : region,
    type: text('type'),
    term: text('reservationTerm'),
    unit: text('unitOfMeasure'),
    meterId: text('meterId'),
    price: checkedAmount(value['retailPrice'], text('retailPrice'), 'retailPrice', place),
    from: checkedAmount(value['tierMinimumUnits'] ?? 0, text('tierMinimumUnits'), 'tierMinimumUnits', place),
    date: dateOf(text('effectiveStartDate')),
  }
}

function takeItem(item: AzureItem, gatherer: Gatherer, asOf: string): Outcome {
  if (item.date !== 'undated' && item.date > asOf) return leftOut('prices not yet in force')
  if (item.service === 'Virtual Machines') return takeAzureMachine(item, gatherer)
  const rule = azureRules.find((candidate) => fits(candidate, item))
  if (rule === undefined) return unknown(item.service)
  if (item.type !== 'Consumption') return leftOut('reservations and test prices of other services than machines')
  const unit = unitOf(item.unit)
  if (unit === null || !rule.noun.test(unit.noun)) return unknown(`${item.service}, by ${item.unit}`)
  return gatherer.rate({
    place: item.place,
    key: keyOf(rule, item),
    region: item.region,
    unit: rule.unit,
    from: item.from * unit.count,
    to: null,
    price: forOne(item.price, unit.count),
    date: item.date,
    sku: item.meterId,
    source: azureSource,
    ...(rule.included === undefined ? {} : { included: rule.included }),
  })
}

function fits(rule: AzureRule, { product, meter, sku }: AzureItem): boolean {
  return rule.product.test(product) && rule.meter.test(meter) && (rule.sku?.test(sku) ?? true)
}

function keyOf(rule: AzureRule, { product, meter, sku, size }: AzureItem): string {
  const groups = [rule.product.exec(product), rule.sku?.exec(sku), rule.meter.exec(meter)].flatMap((found) => found?.slice(1) ?? [])
  return rule.key
    .replace(/\$(\d)/g, (_, i: string) => wordsOf(groups[Number(i) - 1] ?? ''))
    .replace('{size}', sizeName(size === '' ? sku : size))
}

const shortWords: Readonly<Record<string, string>> = { burstable: 'b', 'general-purpose': 'gp', 'memory-optimized': 'mo' }

function wordsOf(text: string): string {
  const words = text.toLowerCase().replaceAll(' ', '-')
  return shortWords[words] ?? words
}

/** `Standard_D2ds_v5` and `B1MS` as our keys have them: `standard-d2ds-v5`, `standard-b1ms`. */
function sizeName(size: string): string {
  const name = size.toLowerCase().replaceAll(/[ _]/g, '-')
  return name.startsWith('standard-') ? name : `standard-${name}`
}

/** `10K` is ten thousand, `1 GB/Month` one `GB/Month`, `1/Month` one `Month`; `null` when it is written otherwise. */
export function unitOf(unit: string): { readonly count: number; readonly noun: string } | null {
  const [, digits, thousand, noun] = /^(\d+(?:\.\d+)?)\s*([KM](?![A-Za-z]))?\s*\/?\s*(.*)$/.exec(unit.trim()) ?? []
  if (digits === undefined || noun === undefined || Number(digits) === 0) return null
  return { count: Number(digits) * (thousand === 'K' ? 1e3 : thousand === 'M' ? 1e6 : 1), noun }
}

import { ImportFault, fetchAgain } from '#pricing/catalog/import/fault.ts'
import type { AwsAttribute, AwsRecord } from '#pricing/catalog/import/aws/record.ts'
import { foregone, takeAws } from '#pricing/catalog/import/aws/take.ts'
import type { Gatherer } from '#pricing/catalog/import/gather.ts'
import { isObject, textOf } from '#pricing/catalog/import/json-shape.ts'
import type { JsonObject } from '#pricing/catalog/import/json-shape.ts'
import { jsonValues } from '#pricing/catalog/import/json-values.ts'
import type { Outcome, Reader } from '#pricing/catalog/import/reader.ts'

type Product = { readonly family: string; readonly attributes: JsonObject }

/**
 * Reads an AWS offer file in its JSON form: `products` by SKU, then `terms` (OnDemand, Reserved) by SKU and offer. Only the products that a
 * mapping may know are kept until their prices come.
 */
export function awsOfferJson(gatherer: Gatherer): Reader {
  const products = new Map<string, Product>()
  /** What becomes of the prices of all other products. */
  const others = new Map<string, Outcome>()
  const about = { offer: '', version: '' }
  const wanted = [['offerCode'], ['version'], ['products', '*'], ['terms', '*', '*']]
  const reader = jsonValues(wanted, ([part = '', term = '', sku = ''], value) => {
    if (part === 'offerCode') about.offer = String(value)
    else if (part === 'version') about.version = String(value)
    else if (part === 'products') keepProduct(term, value)
    else takeOffers(term, sku, value)
  })

  function keepProduct(sku: string, value: unknown): void {
    const attributes = isObject(value) ? value['attributes'] : undefined
    if (!isObject(value) || !isObject(attributes)) throw odd(sku)
    const family = textOf(value['productFamily'])
    const service = textOf(attributes['servicecode']) || about.offer
    const outcome = foregone(service, family, (name) => textOf(attributes[name]))
    if (outcome === null) products.set(sku, { family, attributes })
    else others.set(sku, outcome)
  }

  function takeOffers(term: string, sku: string, value: unknown): void {
    if (!isObject(value)) throw odd(sku)
    const product = products.get(sku)
    const outcome = others.get(sku)
    if (product === undefined && outcome === undefined)
      throw new ImportFault(
        `SKU ${sku}`,
        'The list has a price of a product that it does not describe: it is cut off or damaged.',
        fetchAgain,
      )
    for (const offer of Object.values(value)) {
      for (const record of recordsOf(sku, term, product ?? { family: '', attributes: {} }, offer, about.offer)) {
        const source = `AWS price list ${about.offer} ${about.version}`.trim()
        gatherer.tally.count(outcome ?? takeAws(record, gatherer, source))
      }
    }
  }

  return {
    push: (chunk) => reader.push(chunk),
    end: () => {
      reader.end()
      if (about.offer === '') throw new ImportFault('', 'The file does not say which offer it is (offerCode).', fetchAgain)
    },
  }
}

function odd(sku: string): ImportFault {
  return new ImportFault(`SKU ${sku}`, 'The record has another form than an AWS offer file.', fetchAgain)
}

function recordsOf(sku: string, term: string, { family, attributes }: Product, offer: unknown, offerCode: string): AwsRecord[] {
  const dimensions = isObject(offer) ? offer['priceDimensions'] : undefined
  if (!isObject(offer) || !isObject(dimensions)) throw odd(sku)
  const terms = isObject(offer['termAttributes']) ? offer['termAttributes'] : {}
  return Object.values(dimensions).map((dimension): AwsRecord => {
    if (!isObject(dimension) || !isObject(dimension['pricePerUnit'])) throw odd(sku)
    const [currency = '', price] = Object.entries(dimension['pricePerUnit'])[0] ?? []
    return {
      place: `SKU ${sku}`,
      sku,
      service: textOf(attributes['servicecode']) || offerCode,
      family,
      attribute: (name: AwsAttribute) => textOf(attributes[name]),
      term,
      lease: textOf(terms['LeaseContractLength']),
      option: textOf(terms['PurchaseOption']),
      offering: textOf(terms['OfferingClass']),
      unit: textOf(dimension['unit']),
      price: textOf(price),
      currency,
      from: textOf(dimension['beginRange']),
      to: textOf(dimension['endRange']),
      date: textOf(offer['effectiveDate']),
    }
  })
}

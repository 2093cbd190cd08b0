import { csvRows } from '#pricing/catalog/import/csv-rows.ts'
import type { CsvRow } from '#pricing/catalog/import/csv-rows.ts'
import { ImportFault, fetchAgain } from '#pricing/catalog/import/fault.ts'
import { awsColumns } from '#pricing/catalog/import/aws/record.ts'
import type { AwsAttribute, AwsRecord } from '#pricing/catalog/import/aws/record.ts'
import { takeAws } from '#pricing/catalog/import/aws/take.ts'
import type { Gatherer } from '#pricing/catalog/import/gather.ts'
import type { Reader } from '#pricing/catalog/import/reader.ts'

const needed = ['SKU', 'TermType', 'Unit', 'PricePerUnit', 'Currency'] as const

/**
 * Reads an AWS offer file in its CSV form: five lines about the file (`OfferCode`, `Version` …), a row of column names, then a price a row.
 * https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/reading-service-price-list-file-for-services.html
 */
export function awsOfferCsv(gatherer: Gatherer): Reader {
  const about = new Map<string, string>()
  let places: ReadonlyMap<string, number> | null = null
  let source = 'AWS price list'
  const reader = csvRows((row) => {
    if (places !== null) {
      gatherer.tally.count(takeAws(recordOf(row, places, about), gatherer, source))
    } else if (row.text(0) === 'SKU') {
      places = placesOf(row)
      source = ['AWS price list', about.get('OfferCode'), about.get('Version')].filter((part) => part !== undefined).join(' ')
    } else if (about.size < 20) {
      about.set(row.text(0), row.text(1))
    } else {
      throw headless(row.line)
    }
  })
  return {
    push: (chunk) => reader.push(chunk),
    end: () => {
      reader.end()
      if (places === null) throw headless(1)
    },
  }
}

function headless(line: number): ImportFault {
  return new ImportFault(`line ${line}`, 'The row with the names of the columns (SKU, TermType …) is missing.', fetchAgain)
}

function placesOf(row: CsvRow): ReadonlyMap<string, number> {
  const places = new Map(Array.from({ length: row.length }, (_, i) => [row.text(i).toLowerCase(), i] as const))
  const missing = needed.find((name) => !places.has(name.toLowerCase()))
  if (missing !== undefined) throw new ImportFault(`line ${row.line}`, `The column "${missing}" is missing.`, fetchAgain)
  return places
}

function recordOf(row: CsvRow, places: ReadonlyMap<string, number>, about: ReadonlyMap<string, string>): AwsRecord {
  const text = (column: string): string => {
    const place = places.get(column)
    return place === undefined ? '' : row.text(place)
  }
  if (row.length !== places.size)
    throw new ImportFault(
      `line ${row.line}`,
      `The row has ${row.length} fields instead of ${places.size}: the file is cut off or damaged.`,
      fetchAgain,
    )
  const attribute = (name: AwsAttribute): string => text(awsColumns[name].toLowerCase())
  return {
    place: `line ${row.line}`,
    sku: text('sku'),
    service: text('servicecode') || (about.get('OfferCode') ?? ''),
    family: text('product family'),
    attribute,
    term: text('termtype'),
    lease: text('leasecontractlength'),
    option: text('purchaseoption'),
    offering: text('offeringclass'),
    unit: text('unit'),
    price: text('priceperunit'),
    currency: text('currency'),
    from: text('startingrange'),
    to: text('endingrange'),
    date: text('effectivedate'),
  }
}

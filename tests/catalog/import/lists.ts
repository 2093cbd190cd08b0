import { isRefusal } from '#shared/commands/refusal.ts'
import type { Refusal } from '#shared/commands/types.ts'
import { openBook } from '#pricing/catalog/book.ts'
import { importPrices } from '#pricing/catalog/import/import.ts'
import type { ImportFormat, ImportInput, ImportOptions, ImportedBook } from '#pricing/catalog/library.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import { bundledBytes } from '#tests/catalog/bundled.ts'

const machines = bundledBytes()

/** A file of the given text that comes in pieces of `length` bytes. */
export function fileOf(content: string | Uint8Array, name = 'list', format: ImportFormat | 'auto' = 'auto', length = 1000): ImportInput {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
  }
  return { name, size: bytes.length, format, bytes: pieces() }
}

export const standard: ImportOptions = { id: 'mine', asOf: '2026-11-22', source: 'import', base: null, machines }

export function importOf(inputs: readonly ImportInput[], options: Partial<ImportOptions> = {}): Promise<ImportedBook | Refusal> {
  return importPrices(inputs, { ...standard, ...options }, () => undefined, { aborted: false })
}

export async function imported(
  inputs: readonly ImportInput[],
  options: Partial<ImportOptions> = {},
): Promise<ImportedBook & { readonly book: PriceBook }> {
  const outcome = await importOf(inputs, options)
  if (isRefusal(outcome)) throw new Error(`${outcome.message} ${outcome.fix}`)
  return { ...outcome, book: openBook(outcome.bytes) }
}

export async function refused(inputs: readonly ImportInput[], options: Partial<ImportOptions> = {}): Promise<Refusal> {
  const outcome = await importOf(inputs, options)
  if (!isRefusal(outcome)) throw new Error('the import was not refused')
  return outcome
}

// ————— AWS —————

const awsHeader = [
  'SKU',
  'OfferTermCode',
  'RateCode',
  'TermType',
  'PriceDescription',
  'EffectiveDate',
  'StartingRange',
  'EndingRange',
  'Unit',
  'PricePerUnit',
  'Currency',
  'RelatedTo',
  'LeaseContractLength',
  'PurchaseOption',
  'OfferingClass',
  'Product Family',
  'serviceCode',
  'Location',
  'Location Type',
  'Instance Type',
  'vCPU',
  'Physical Processor',
  'Memory',
  'Tenancy',
  'Operating System',
  'License Model',
  'Pre Installed S/W',
  'CapacityStatus',
  'usageType',
  'operation',
  'Region Code',
  'Database Engine',
  'Deployment Option',
  'Transfer Type',
  'From Region Code',
  'To Region Code',
] as const
export type AwsCells = Readonly<Partial<Record<(typeof awsHeader)[number], string>>>

const awsUsual: AwsCells = {
  OfferTermCode: 'JRTCKXETXF',
  TermType: 'OnDemand',
  EffectiveDate: '2026-11-01',
  StartingRange: '0',
  EndingRange: 'Inf',
  Currency: 'USD',
  'Location Type': 'AWS Region',
  'Region Code': 'eu-central-1',
}

export const machineCells: AwsCells = {
  Unit: 'Hrs',
  'Product Family': 'Compute Instance',
  serviceCode: 'AmazonEC2',
  Tenancy: 'Shared',
  'Operating System': 'Linux',
  'License Model': 'No License required',
  'Pre Installed S/W': 'NA',
  CapacityStatus: 'Used',
  operation: 'RunInstances',
}

const about = (offer: string): string =>
  [
    '"FormatVersion","v1.0"',
    '"Disclaimer","This pricing list is for informational purposes only, ""as is""."',
    '"Publication Date","2026-11-20T18:13:31Z"',
    '"Version","20261120181331"',
    `"OfferCode","${offer}"`,
  ].join('\n')

export function awsCsv(rows: readonly AwsCells[], offer = 'AmazonEC2'): string {
  const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  const all = rows.map((row) => line(awsHeader.map((column) => ({ ...awsUsual, ...row })[column] ?? '')))
  return `${[about(offer), line(awsHeader), ...all].join('\n')}\n`
}

/** The same prices in the JSON form: products by SKU, then terms. */
export function awsJson(rows: readonly AwsCells[], offer = 'AmazonEC2'): string {
  const names: Readonly<Record<string, string>> = {
    usageType: 'usagetype',
    serviceCode: 'servicecode',
    vCPU: 'vcpu',
    CapacityStatus: 'capacitystatus',
    'Pre Installed S/W': 'preInstalledSw',
  }
  const attribute = (column: string): string => names[column] ?? `${column[0]?.toLowerCase() ?? ''}${column.slice(1).replaceAll(' ', '')}`
  const products: Record<string, unknown> = {}
  const terms: Record<string, Record<string, Record<string, unknown>>> = {}
  rows.forEach((given, i) => {
    const row = { ...awsUsual, ...given }
    const sku = row.SKU ?? `SKU${i}`
    const attributes = Object.fromEntries(awsHeader.slice(16).flatMap((column) => (row[column] ? [[attribute(column), row[column]]] : [])))
    products[sku] = { sku, productFamily: row['Product Family'], attributes }
    const kind = row.TermType ?? 'OnDemand'
    const code = `${sku}.${row.OfferTermCode ?? ''}.${row.LeaseContractLength ?? ''}${row.PurchaseOption ?? ''}`
    const bySku = ((terms[kind] ??= {})[sku] ??= {})
    const offered = (bySku[code] ??= {
      sku,
      effectiveDate: `${row.EffectiveDate ?? ''}T00:00:00Z`,
      priceDimensions: {},
      termAttributes: {
        LeaseContractLength: row.LeaseContractLength,
        PurchaseOption: row.PurchaseOption,
        OfferingClass: row.OfferingClass,
      },
    }) as { priceDimensions: Record<string, unknown> }
    offered.priceDimensions[`${code}.${i}`] = {
      unit: row.Unit,
      beginRange: row.StartingRange,
      endRange: row.EndingRange,
      description: '',
      pricePerUnit: { [row.Currency ?? 'USD']: row.PricePerUnit },
    }
  })
  return JSON.stringify(
    { formatVersion: 'v1.0', disclaimer: 'as {is}', offerCode: offer, version: '20261120181331', products, terms },
    null,
    2,
  )
}

// ————— Azure —————

export function azureItem(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    currencyCode: 'USD',
    tierMinimumUnits: 0,
    unitPrice: fields['retailPrice'],
    armRegionName: 'westeurope',
    location: 'EU West',
    effectiveStartDate: '2026-10-01T00:00:00Z',
    meterId: `meter-${String(fields['meterName'])}`,
    productId: 'DZH318Z0BQ3P',
    serviceFamily: 'Compute',
    unitOfMeasure: '1 Hour',
    type: 'Consumption',
    isPrimaryMeterRegion: true,
    armSkuName: '',
    skuName: '',
    ...fields,
  }
}

export function azureJson(items: readonly Readonly<Record<string, unknown>>[], next: string | null = null): string {
  return JSON.stringify({
    BillingCurrency: 'USD',
    CustomerEntityId: 'Default',
    Items: items.map(azureItem),
    NextPageLink: next,
    Count: items.length,
  })
}

// ————— Google —————

export function googleSku(fields: {
  readonly id: string
  readonly service?: string
  readonly description: string
  readonly usage?: string
  readonly regions?: readonly string[]
  readonly unit: string
  readonly tiers: readonly (readonly [from: number, units: string, nanos: number])[]
  readonly currency?: string
}): unknown {
  return {
    name: `services/6F81-5844-456A/skus/${fields.id}`,
    skuId: fields.id,
    description: fields.description,
    category: {
      serviceDisplayName: fields.service ?? 'Compute Engine',
      resourceFamily: 'Compute',
      resourceGroup: 'CPU',
      usageType: fields.usage ?? 'OnDemand',
    },
    serviceRegions: fields.regions ?? ['europe-west1'],
    pricingInfo: [
      {
        summary: '',
        pricingExpression: {
          usageUnit: fields.unit,
          displayQuantity: 1,
          tieredRates: fields.tiers.map(([startUsageAmount, units, nanos]) => ({
            startUsageAmount,
            unitPrice: { currencyCode: fields.currency ?? 'USD', units, nanos },
          })),
        },
        currencyConversionRate: 1,
        effectiveTime: '2026-11-21T10:05:05.371Z',
      },
    ],
    serviceProviderName: 'Google',
  }
}

export function googleJson(skus: readonly unknown[], next = ''): string {
  return JSON.stringify({ skus, nextPageToken: next }, null, 1)
}

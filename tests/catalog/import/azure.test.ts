import { describe, expect, it } from 'vitest'
import { bookPrices } from '#pricing/catalog/prices.ts'
import { azureJson, fileOf, imported, refused } from '#tests/catalog/import/lists.ts'

const vm = {
  serviceName: 'Virtual Machines',
  productName: 'Virtual Machines Dsv5 Series',
  armSkuName: 'Standard_D2s_v5',
  meterName: 'D2s v5',
  skuName: 'D2s v5',
}
const disk = {
  serviceName: 'Storage',
  productName: 'Premium SSD Managed Disks',
  skuName: 'P10 LRS',
  meterName: 'P10 LRS Disk',
  unitOfMeasure: '1/Month',
}

describe('an answer of the Azure Retail Prices API', () => {
  it('gives on-demand, spot and reserved prices of machines, the reservation spread over its hours', async () => {
    const { book } = await imported([
      fileOf(
        azureJson([
          { ...vm, retailPrice: 0.115 },
          { ...vm, retailPrice: 0.0123, meterName: 'D2s v5 Spot', skuName: 'D2s v5 Spot' },
          { ...vm, retailPrice: 594, type: 'Reservation', reservationTerm: '1 Year' },
          { ...vm, retailPrice: 1147, type: 'Reservation', reservationTerm: '3 Years' },
        ]),
      ),
    ])
    const price = (term: Parameters<typeof book.compute>[3]) => book.compute('azure', 'Standard_D2s_v5', 'westeurope', term)
    expect(price('on-demand')).toMatchObject({
      value: { hourly: 0.115, source: { source: 'Azure Retail Prices API', asOf: '2026-10-01', derived: false } },
    })
    expect(price('spot')).toMatchObject({ value: { hourly: 0.0123 } })
    const year = price('reserved-1y-no-upfront')
    expect(year.ok && year.value.hourly * 8760).toBeCloseTo(594, 8)
    expect(year).toMatchObject({ value: { source: { derived: true, note: '594 dollars for 1 year, spread over 8760 hours' } } })
    expect(price('reserved-3y-no-upfront').ok).toBe(true)
    expect(book.size('azure', 'Standard_D2s_v5')).toMatchObject({ vcpu: 2, memoryGib: 8 })
  })

  it('names each term by the SKU of its own price, also over a book that has others', async () => {
    const both = [
      { ...vm, retailPrice: 0.115, meterId: 'M-1' },
      { ...vm, retailPrice: 0.0123, meterName: 'D2s v5 Spot', skuName: 'D2s v5 Spot', meterId: 'M-2' },
      { ...vm, retailPrice: 594, type: 'Reservation', reservationTerm: '1 Year', meterId: 'M-1' },
    ]
    const sku = (found: typeof first, term: Parameters<typeof first.book.compute>[3]) => {
      const price = found.book.compute('azure', 'Standard_D2s_v5', 'westeurope', term)
      return price.ok ? price.value.source.sku : null
    }
    const first = await imported([fileOf(azureJson(both))])
    expect([sku(first, 'on-demand'), sku(first, 'spot'), sku(first, 'reserved-1y-no-upfront')]).toEqual(['M-1', 'M-2', 'M-1'])
    const next = await imported([fileOf(azureJson([{ ...vm, retailPrice: 0.11, meterId: 'M-3' }]))], { base: first.bytes })
    expect([sku(next, 'on-demand'), sku(next, 'spot'), sku(next, 'reserved-1y-no-upfront')]).toEqual(['M-3', 'M-2', 'M-1'])
    const spotAlone = await imported([fileOf(azureJson(both.slice(1, 2)))])
    expect(sku(spotAlone, 'spot')).toBe('M-2')
    const keyOf = (found: typeof first) => bookPrices(found.bytes).map(({ key, source }) => [key.split('/')[2], source.sku])
    expect(keyOf(first)).toEqual([
      ['on-demand', 'M-1'],
      ['spot', 'M-2'],
      ['reserved-1y-no-upfront', 'M-1'],
    ])
  })

  it('leaves out Windows, Low Priority, Cloud Services, test prices and what is not yet in force', async () => {
    const { report } = await imported([
      fileOf(
        azureJson([
          { ...vm, retailPrice: 0.115 },
          { ...vm, retailPrice: 0.2, productName: 'Virtual Machines Dsv5 Series Windows' },
          { ...vm, retailPrice: 0.02, meterName: 'D2s v5 Low Priority', skuName: 'D2s v5 Low Priority' },
          { ...vm, retailPrice: 0.1, productName: 'Dsv5 Series Cloud Services' },
          { ...vm, retailPrice: 0.1, type: 'DevTestConsumption' },
          { ...vm, retailPrice: 0.13, effectiveStartDate: '2026-12-01T00:00:00Z' },
          { serviceName: 'Azure Quantum', productName: 'Qubits', meterName: 'Qubit', retailPrice: 9 },
        ]),
      ),
    ])
    expect(report).toMatchObject({ records: 7, understood: 1, unknown: [{ family: 'Azure Quantum', count: 1 }] })
    expect(report.leftOut.map(({ reason }) => reason).sort()).toEqual([
      'another operating system than Linux',
      'machines of Cloud Services',
      'prices not yet in force',
      'test prices',
      'the retired low priority',
    ])
  })

  it('counts packs of units down to one unit', async () => {
    const blob = { serviceName: 'Storage', productName: 'General Block Blob v2', skuName: 'Hot RA-GRS' }
    const { book } = await imported([
      fileOf(
        azureJson([
          { ...disk, retailPrice: 21.68 },
          { ...blob, meterName: 'Hot RA-GRS Write Operations', unitOfMeasure: '10K', retailPrice: 0.1 },
          { ...blob, meterName: 'Hot RA-GRS Data Stored', unitOfMeasure: '1 GB/Month', retailPrice: 0.0458 },
          { ...blob, meterName: 'Hot RA-GRS Data Stored', unitOfMeasure: '1 GB/Month', retailPrice: 0.044, tierMinimumUnits: 51_200 },
          {
            serviceName: 'Functions',
            productName: 'Functions',
            meterName: 'Standard Total Executions',
            unitOfMeasure: '10',
            retailPrice: 0,
            tierMinimumUnits: 0,
          },
          {
            serviceName: 'Functions',
            productName: 'Functions',
            meterName: 'Standard Total Executions',
            unitOfMeasure: '10',
            retailPrice: 0.000002,
            tierMinimumUnits: 100_000,
          },
        ]),
      ),
    ])
    const rate = (key: string): unknown => {
      const found = book.rate(key, 'westeurope')
      return found.ok ? [found.value.freeAllowance, ...found.value.tiers.map(({ from, price }) => [from, price])] : found.reason
    }
    expect(rate('azure.managed-disk-premium-ssd-lrs/p10')).toEqual([0, [0, 21.68]])
    expect(rate('azure.blob-hot-ra-grs/request-write')).toEqual([0, [0, 0.1 / 10_000]])
    expect(rate('azure.blob-hot-ra-grs/storage')).toEqual([0, [0, 0.0458], [51_200, 0.044]])
    expect(rate('azure.functions-consumption/execution')).toEqual([1_000_000, [0, 0.0000002]])
  })

  it('takes operations that are paid with a base charge for a tier at no price, not for an allowance', async () => {
    const bus = { serviceName: 'Service Bus', productName: 'Service Bus', meterName: 'Standard Messaging Operations', unitOfMeasure: '1M' }
    const { book } = await imported([
      fileOf(
        azureJson([
          { ...bus, retailPrice: 0 },
          { ...bus, retailPrice: 0.8, tierMinimumUnits: 13 },
        ]),
      ),
    ])
    expect(book.rate('azure.service-bus-standard/operation', 'westeurope')).toMatchObject({
      value: {
        freeAllowance: 0,
        tiers: [
          { from: 0, to: 13_000_000, price: 0 },
          { from: 13_000_000, price: 0.8e-6 },
        ],
      },
    })
  })

  it('calls database servers by tier and size', async () => {
    const server = {
      serviceName: 'Azure Database for PostgreSQL',
      productName: 'Azure Database for PostgreSQL Flexible Server General Purpose Ddsv5 Series Compute',
    }
    const { book } = await imported([
      fileOf(azureJson([{ ...server, meterName: 'vCore', skuName: 'D2ds v5', armSkuName: 'Standard_D2ds_v5', retailPrice: 0.196 }])),
    ])
    expect(book.rate('azure.postgresql-flexible/gp-standard-d2ds-v5', 'westeurope')).toMatchObject({ value: { tiers: [{ price: 0.196 }] } })
  })

  it('joins several pages into one book', async () => {
    const { report, book } = await imported([
      fileOf(azureJson([{ ...vm, retailPrice: 0.115 }], 'https://prices.azure.com/api/retail/prices?$skip=1'), 'one.json'),
      fileOf(azureJson([{ ...disk, retailPrice: 21.68 }]), 'two.json'),
    ])
    expect(report.understood).toBe(2)
    expect(book.regions('azure')).toEqual(['westeurope'])
  })

  it.each([
    ['euros', { ...vm, retailPrice: 0.1, currencyCode: 'EUR' }, /prices in EUR/],
    ['a negative price', { ...vm, retailPrice: -0.1 }, /below zero/],
    ['a price in words', { ...vm, retailPrice: '0.1' }, /not a number/],
  ])('is refused whole for %s, with the item', async (_, item, message) => {
    const refusal = await refused([fileOf(azureJson([{ ...disk, retailPrice: 1 }, item]), 'azure.json')])
    expect(refusal.message).toMatch(message)
    expect(refusal.message).toContain('azure.json, item 2: ')
  })
})

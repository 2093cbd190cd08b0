import { describe, expect, it } from 'vitest'
import { fileOf, googleJson, googleSku, imported, refused } from '#tests/catalog/import/lists.ts'

const core = googleSku({ id: 'CORE', description: 'N2 Instance Core running in Belgium', unit: 'h', tiers: [[0, '0', 34_773_000]] })
const memory = googleSku({ id: 'RAM', description: 'N2 Instance Ram running in Belgium', unit: 'GiBy.h', tiers: [[0, '0', 4_661_000]] })

describe('an answer of the Cloud Billing Catalog', () => {
  it('prices every predefined size of a family by its vCPUs and its memory', async () => {
    const { book } = await imported([fileOf(googleJson([core, memory]))])
    expect(book.compute('google', 'n2-standard-2', 'europe-west1', 'on-demand')).toMatchObject({
      value: {
        hourly: Number((2 * 0.034773 + 8 * 0.004661).toFixed(12)),
        source: { sku: 'CORE+RAM', derived: true, note: 'vCPUs (CORE) and memory (RAM)', asOf: '2026-11-21' },
      },
    })
    expect(book.compute('google', 'n2-highmem-8', 'europe-west1', 'on-demand').ok).toBe(true)
    expect(book.compute('google', 'n2d-standard-2', 'europe-west1', 'on-demand').ok).toBe(false)
  })

  it('agrees with the bundled figures to the last digit where the parts are those of 2026', async () => {
    const n1 = [
      googleSku({
        id: 'C',
        description: 'N1 Predefined Instance Core running in Americas',
        unit: 'h',
        tiers: [[0, '0', 31_611_000]],
        regions: ['us-central1'],
      }),
      googleSku({
        id: 'M',
        description: 'N1 Predefined Instance Ram running in Americas',
        unit: 'GiBy.h',
        tiers: [[0, '0', 4_237_000]],
        regions: ['us-central1'],
      }),
    ]
    const { book } = await imported([fileOf(googleJson(n1))])
    expect(book.compute('google', 'n1-standard-1', 'us-central1', 'on-demand')).toMatchObject({ value: { hourly: 0.04749975 } })
  })

  it('knows spot and commitments, and the fractions of shared cores', async () => {
    const parts = (words: string, usage: string, nanos: number) => [
      googleSku({ id: `${usage}C`, description: words.replace('*', 'Core'), usage, unit: 'h', tiers: [[0, '0', nanos]] }),
      googleSku({ id: `${usage}M`, description: words.replace('*', 'Ram'), usage, unit: 'GiBy.h', tiers: [[0, '0', nanos / 10]] }),
    ]
    const commitment = parts('Commitment v1: E2 * in Belgium for 1 Year', 'Commit1Yr', 10_000_000)
    const { book } = await imported([
      fileOf(
        googleJson([
          ...parts('E2 Instance * running in Belgium', 'OnDemand', 20_000_000),
          ...parts('Spot Preemptible E2 Instance * running in Belgium', 'Preemptible', 5_000_000),
          ...commitment,
        ]),
      ),
    ])
    expect(book.compute('google', 'e2-micro', 'europe-west1', 'on-demand')).toMatchObject({ value: { hourly: 0.25 * 0.02 + 1 * 0.002 } })
    expect(book.compute('google', 'e2-standard-2', 'europe-west1', 'spot')).toMatchObject({ value: { hourly: 0.014 } })
    expect(book.compute('google', 'e2-standard-2', 'europe-west1', 'reserved-1y-no-upfront')).toMatchObject({ value: { hourly: 0.028 } })
    expect(book.compute('google', 'e2-standard-2', 'europe-west1', 'reserved-3y-no-upfront').ok).toBe(false)
  })

  it('joins a core of one page with the memory of another', async () => {
    const { book } = await imported([fileOf(googleJson([core], 'more'), 'one'), fileOf(googleJson([memory]), 'two')])
    expect(book.compute('google', 'n2-standard-2', 'europe-west1', 'on-demand').ok).toBe(true)
  })

  it('prices disks and buckets, with the free units as an allowance, in every region of the SKU', async () => {
    const { book, report } = await imported([
      fileOf(
        googleJson([
          googleSku({ id: 'PD', description: 'SSD backed PD Capacity in Belgium', unit: 'GiBy.mo', tiers: [[0, '0', 170_000_000]] }),
          googleSku({
            id: 'GCS',
            service: 'Cloud Storage',
            description: 'Standard Storage US Regional',
            unit: 'GiBy.mo',
            regions: ['us-central1', 'us-east1'],
            tiers: [
              [0, '0', 0],
              [5, '0', 20_000_000],
            ],
          }),
          googleSku({
            id: 'MR',
            service: 'Cloud Storage',
            description: 'Standard Storage US Multi-region',
            unit: 'GiBy.mo',
            regions: ['us'],
            tiers: [[0, '0', 26_000_000]],
          }),
          googleSku({
            id: 'LIC',
            description: 'Licensing Fee for Windows',
            unit: 'h',
            regions: ['global'],
            tiers: [[0, '1', 500_000_000]],
          }),
        ]),
      ),
    ])
    expect(book.rate('google.pd-ssd/storage', 'europe-west1')).toMatchObject({ value: { tiers: [{ price: 0.17 }] } })
    expect(book.rate('google.gcs-standard/storage', 'us-east1')).toMatchObject({
      value: { freeAllowance: 5, tiers: [{ from: 0, to: Infinity, price: 0.02 }] },
    })
    expect(report).toMatchObject({ records: 4, understood: 2 })
    expect(report.unknown.map(({ family }) => family).sort()).toEqual(['Cloud Storage', 'Compute Engine'])
  })

  it.each([
    [
      'another currency',
      googleSku({ id: 'X', description: 'SSD backed PD Capacity', unit: 'GiBy.mo', tiers: [[0, '0', 1]], currency: 'THB' }),
      /prices in THB/,
    ],
    [
      'a negative price',
      googleSku({ id: 'X', description: 'SSD backed PD Capacity', unit: 'GiBy.mo', tiers: [[0, '-1', 0]] }),
      /below zero/,
    ],
  ])('is refused whole for %s, with the SKU', async (_, sku, message) => {
    const refusal = await refused([fileOf(googleJson([core, sku]), 'google.json')])
    expect(refusal.message).toMatch(message)
    expect(refusal.message).toContain('google.json, SKU X: ')
  })
})

import { describe, expect, it } from 'vitest'
import { awsCsv, awsJson, fileOf, imported, machineCells, refused } from '#tests/catalog/import/lists.ts'
import type { AwsCells } from '#tests/catalog/import/lists.ts'

const reserved = (option: string, unit: string, price: string, more: AwsCells = {}): AwsCells => ({
  ...machineCells,
  SKU: 'M6I',
  OfferTermCode: option,
  TermType: 'Reserved',
  LeaseContractLength: '1yr',
  PurchaseOption: option,
  OfferingClass: 'standard',
  Unit: unit,
  PricePerUnit: price,
  'Instance Type': 'm6i.large',
  ...more,
})

const nat = { 'Product Family': 'NAT Gateway', serviceCode: 'AmazonEC2' }
const rows: readonly AwsCells[] = [
  {
    ...machineCells,
    SKU: 'M6I',
    PricePerUnit: '0.1150000000',
    'Instance Type': 'm6i.large',
    vCPU: '2',
    Memory: '8 GiB',
    'Physical Processor': 'Intel Xeon 8375C',
  },
  {
    ...machineCells,
    SKU: 'NEW',
    PricePerUnit: '0.12345678',
    'Instance Type': 'm99g.huge',
    vCPU: '128',
    Memory: '1,024 GiB',
    'Physical Processor': 'AWS Graviton9 Processor',
  },
  { ...machineCells, SKU: 'WIN', PricePerUnit: '0.2', 'Instance Type': 'm6i.large', 'Operating System': 'Windows' },
  { ...machineCells, SKU: 'DED', PricePerUnit: '0.3', 'Instance Type': 'm6i.large', Tenancy: 'Dedicated' },
  { ...machineCells, SKU: 'SQL', PricePerUnit: '0.4', 'Instance Type': 'm6i.large', 'Pre Installed S/W': 'SQL Std' },
  reserved('No Upfront', 'Hrs', '0.0724500000'),
  reserved('All Upfront', 'Quantity', '590'),
  reserved('All Upfront', 'Hrs', '0.0000000000'),
  reserved('Partial Upfront', 'Quantity', '301'),
  reserved('Partial Upfront', 'Hrs', '0.0344'),
  { ...nat, SKU: 'NATH', Unit: 'Hrs', PricePerUnit: '0.0520000000', usageType: 'EUC1-NatGateway-Hours' },
  { ...nat, SKU: 'NATB', Unit: 'GB', PricePerUnit: '0.0520000000', usageType: 'EUC1-NatGateway-Bytes' },
  {
    SKU: 'GP3',
    'Product Family': 'Storage',
    serviceCode: 'AmazonEC2',
    Unit: 'GB-Mo',
    PricePerUnit: '0.0952',
    usageType: 'EUC1-EBS:VolumeUsage.gp3',
  },
  {
    SKU: 'GP3T',
    'Product Family': 'Provisioned Throughput',
    serviceCode: 'AmazonEC2',
    Unit: 'GiBps-mo',
    PricePerUnit: '48.7424',
    usageType: 'EUC1-EBS:VolumeP-Throughput.gp3',
  },
  {
    SKU: 'LZ',
    'Product Family': 'Storage',
    serviceCode: 'AmazonEC2',
    Unit: 'GB-Mo',
    PricePerUnit: '0.1',
    usageType: 'EBS:VolumeUsage.gp3',
    'Location Type': 'AWS Local Zone',
    'Region Code': 'us-west-2-phx-2',
  },
  { SKU: 'FEE', 'Product Family': 'Fee', serviceCode: 'AmazonEC2', Unit: 'Hrs', PricePerUnit: '2', usageType: 'EUC1-DedicatedRegionFee' },
]

describe.each([
  ['CSV', awsCsv],
  ['JSON', awsJson],
] as const)('an AWS offer file as %s', (_, write) => {
  it('gives prices of Linux machines with vCPU, memory and SKU', async () => {
    const { book } = await imported([fileOf(write(rows))])
    expect(book.compute('aws', 'm6i.large', 'eu-central-1', 'on-demand')).toMatchObject({
      ok: true,
      value: { hourly: 0.115, source: { sku: 'M6I', asOf: '2026-11-01', source: 'AWS price list AmazonEC2 20261120181331' } },
    })
    expect(book.compute('aws', 'm99g.huge', 'eu-central-1', 'on-demand')).toMatchObject({ value: { hourly: 0.12345678 } })
    expect(book.size('aws', 'm99g.huge')).toMatchObject({ vcpu: 128, memoryGib: 1024, architecture: 'arm64', family: 'm99g' })
  })

  it('gives reservations of every payment', async () => {
    const { book } = await imported([fileOf(write(rows))])
    const term = (payment: 'no-upfront' | 'partial-upfront' | 'all-upfront') => book.reserved('m6i.large', 'eu-central-1', '1y', payment)
    expect(term('no-upfront')).toMatchObject({ value: { upfront: 0, hourly: 0.07245 } })
    expect(term('partial-upfront')).toMatchObject({ value: { upfront: 301, hourly: 0.0344 } })
    expect(term('all-upfront')).toMatchObject({ value: { upfront: 590, hourly: 0 } })
  })

  it('gives NAT, volumes and throughput in our units', async () => {
    const { book } = await imported([fileOf(write(rows))])
    expect(book.rate('aws.nat-gateway/hour', 'eu-central-1')).toMatchObject({
      value: { unit: 'hour', tiers: [{ from: 0, to: Infinity, price: 0.052 }], source: { sku: 'NATH' } },
    })
    expect(book.rate('aws.ebs-gp3/storage', 'eu-central-1')).toMatchObject({ value: { tiers: [{ price: 0.0952 }] } })
    expect(book.rate('aws.ebs-gp3/throughput', 'eu-central-1')).toMatchObject({
      value: { unit: 'MiBps-month', tiers: [{ price: 0.0476 }] },
    })
  })

  it('says of every record what became of it', async () => {
    const { report } = await imported([fileOf(write(rows))])
    expect(report.records).toBe(rows.length)
    expect(report.understood).toBe(11)
    expect(report.unknown).toEqual([{ family: 'Fee', count: 1 }])
    expect(report.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(4)
    expect(report.leftOut).toContainEqual({ reason: 'another operating system than Linux', count: 1 })
  })

  it('keeps the tiers of graduated prices', async () => {
    const bucket = {
      SKU: 'S3',
      'Product Family': 'Storage',
      serviceCode: 'AmazonS3',
      Unit: 'GB-Mo',
      usageType: 'EUC1-TimedStorage-ByteHrs',
    }
    const { book } = await imported([
      fileOf(
        write(
          [
            { ...bucket, StartingRange: '51200', EndingRange: '512000', PricePerUnit: '0.0235' },
            { ...bucket, StartingRange: '0', EndingRange: '51200', PricePerUnit: '0.0245' },
            { ...bucket, StartingRange: '512000', EndingRange: 'Inf', PricePerUnit: '0.0225' },
          ],
          'AmazonS3',
        ),
      ),
    ])
    expect(book.rate('aws.s3-standard/storage', 'eu-central-1')).toMatchObject({
      value: {
        covered: Infinity,
        tiers: [
          { from: 0, to: 51_200, price: 0.0245 },
          { from: 51_200, to: 512_000, price: 0.0235 },
          { from: 512_000, to: Infinity, price: 0.0225 },
        ],
      },
    })
  })

  it('takes a first tier at no price for the free allowance, and counts the tiers from the first paid unit', async () => {
    const table = {
      SKU: 'DDB',
      'Product Family': 'Database Storage',
      serviceCode: 'AmazonDynamoDB',
      Unit: 'GB-Mo',
      usageType: 'EUC1-TimedStorage-ByteHrs',
    }
    const { book } = await imported([
      fileOf(
        write(
          [
            { ...table, EndingRange: '25', PricePerUnit: '0' },
            { ...table, StartingRange: '25', PricePerUnit: '0.306' },
          ],
          'AmazonDynamoDB',
        ),
      ),
    ])
    expect(book.rate('aws.dynamodb/storage', 'eu-central-1')).toMatchObject({
      value: { freeAllowance: 25, tiers: [{ from: 0, to: Infinity, price: 0.306 }] },
    })
  })

  it('prices databases by engine, size and deployment, load balancers by kind, traffic by where it goes', async () => {
    const instance = { 'Product Family': 'Database Instance', serviceCode: 'AmazonRDS', Unit: 'Hrs', 'Instance Type': 'db.m6g.large' }
    const balancer = { serviceCode: 'AWSELB', Unit: 'Hrs', usageType: 'EUC1-LoadBalancerUsage' }
    const traffic = {
      'Product Family': 'Data Transfer',
      serviceCode: 'AWSDataTransfer',
      Unit: 'GB',
      'Region Code': '',
      'From Region Code': 'eu-central-1',
    }
    const { book } = await imported([
      fileOf(
        write([
          {
            ...instance,
            SKU: 'PG',
            PricePerUnit: '0.192',
            'Database Engine': 'PostgreSQL',
            'Deployment Option': 'Single-AZ',
            usageType: 'EUC1-InstanceUsage:db.m6g.large',
          },
          {
            ...instance,
            SKU: 'MY',
            PricePerUnit: '0.368',
            'Database Engine': 'MySQL',
            'Deployment Option': 'Multi-AZ',
            usageType: 'EUC1-Multi-AZUsage:db.m6g.large',
          },
          { ...balancer, SKU: 'ALB', 'Product Family': 'Load Balancer-Application', PricePerUnit: '0.027' },
          { ...balancer, SKU: 'CLB', 'Product Family': 'Load Balancer', PricePerUnit: '0.03' },
          { ...traffic, SKU: 'OUT', PricePerUnit: '0.09', usageType: 'EUC1-DataTransfer-Out-Bytes', 'Transfer Type': 'AWS Outbound' },
          {
            ...traffic,
            SKU: 'XR',
            PricePerUnit: '0.02',
            usageType: 'EUC1-USE1-AWS-Out-Bytes',
            'Transfer Type': 'InterRegion Outbound',
            'To Region Code': 'us-east-1',
          },
        ]),
      ),
    ])
    const price = (key: string): unknown => {
      const found = book.rate(key, 'eu-central-1')
      return found.ok ? found.value.tiers[0]?.price : found.reason
    }
    expect(price('aws.rds-postgres/db.m6g.large-single-az')).toBe(0.192)
    expect(price('aws.rds-mysql/db.m6g.large-multi-az')).toBe(0.368)
    expect(price('aws.alb/hour')).toBe(0.027)
    expect(price('aws.clb/hour')).toBe(0.03)
    expect(price('aws.data-transfer/internet-egress')).toBe(0.09)
    expect(price('aws.data-transfer/cross-region-to-us-east-1')).toBe(0.02)
  })

  it('counts and names a second, different price for the same thing, and keeps the first', async () => {
    const { book, report } = await imported([
      fileOf(
        write([
          { ...nat, SKU: 'A', Unit: 'Hrs', PricePerUnit: '0.05', usageType: 'NatGateway-Hours' },
          { ...nat, SKU: 'B', Unit: 'Hrs', PricePerUnit: '0.06', usageType: 'NatGateway-Hours' },
        ]),
      ),
    ])
    expect(book.rate('aws.nat-gateway/hour', 'eu-central-1')).toMatchObject({ value: { tiers: [{ price: 0.05 }] } })
    expect(report.leftOut).toEqual([{ reason: 'a second, different price for the same thing', count: 1 }])
    expect(report.warnings[0]).toContain('0.05 (A) and 0.06 (B)')
  })

  it.each([
    ['a negative price', '-0.05', /below zero/],
    ['a price that is no number', '0,05', /not a number/],
    ['an infinite price', 'Infinity', /not a number/],
  ])('is refused whole for %s, with its place', async (_case, price, message) => {
    const refusal = await refused([
      fileOf(write([{ ...nat, SKU: 'BAD', Unit: 'Hrs', PricePerUnit: price, usageType: 'NatGateway-Hours' }]), 'offer.txt'),
    ])
    expect(refusal.message).toMatch(message)
    expect(refusal.message).toMatch(/^offer\.txt, (line 7|SKU BAD): /)
    expect(refusal.fix).toContain('Nothing was imported.')
  })

  it('is refused when its prices are in another currency', async () => {
    const refusal = await refused([
      fileOf(write([{ ...nat, SKU: 'CNY', Unit: 'Hrs', PricePerUnit: '0.4', Currency: 'CNY', usageType: 'NatGateway-Hours' }])),
    ])
    expect(refusal.message).toContain('prices in CNY')
  })

  it('is refused when it is cut off anywhere in its last record', async () => {
    const whole = write(rows)
    for (const cut of [10, 40, 200]) expect((await refused([fileOf(whole.slice(0, -cut))])).message).toMatch(/cut off|fields instead of/)
  })

  it('is read the same in pieces of any length', async () => {
    const hashes = await Promise.all(
      [1, 7, 4095, 4096, 1e6].map(async (length) => (await imported([fileOf(write(rows), 'list', 'auto', length)])).info.hash),
    )
    expect(new Set(hashes).size).toBe(1)
  })
})

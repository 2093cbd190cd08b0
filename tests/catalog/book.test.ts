import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ComputeTerm } from '#pricing/catalog/types.ts'
import { bundledBook, root } from '#tests/catalog/bundled.ts'

const book = bundledBook()

function hourly(cloud: 'aws' | 'azure' | 'google', size: string, region: string, term: ComputeTerm): number | null {
  const found = book.compute(cloud, size, region, term)
  return found.ok ? found.value.hourly : null
}

function firstPrice(key: string, region: string): number | null {
  const found = book.rate(key, region)
  return found.ok ? (found.value.tiers[0]?.price ?? null) : null
}

/** What a reserved hour costs as a share of the on-demand hour; null where one of them is not known. */
function shareOfList(size: string, region: string, term: '1y' | '3y', payment: 'all-upfront' | 'no-upfront'): number | null {
  const list = hourly('aws', size, region, 'on-demand')
  const found = book.reserved(size, region, term, payment)
  if (!found.ok || list === null) return null
  return (found.value.upfront / (term === '1y' ? 8760 : 26280) + found.value.hourly) / list
}

describe('the page that presents the program', () => {
  it('says how many prices are on board', () => {
    expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toContain(`**${book.count.toLocaleString('en-US')} prices on board**`)
  })
})

describe('machine prices', () => {
  it.each([
    ['t3.medium', 'us-east-1', [0.0416, 0.01834, 0.0261, 0.018]],
    ['m5.large', 'us-east-1', [0.096, 0.04366, 0.06]],
    ['c5.xlarge', 'us-east-1', [0.17, 0.07124, 0.107, 0.071]],
    ['g4dn.xlarge', 'us-east-1', [0.526, 0.23498, 0.331]],
    ['p3.2xlarge', 'us-east-1', [3.06, 0.37315]],
    ['p5.48xlarge', 'us-east-1', [55.04, 23.414183]],
    ['m5.xlarge', 'sa-east-1', [0.306, 0.037867]],
    ['r5.large', 'eu-central-1', [0.152, 0.048433]],
    ['c5.large', 'ap-northeast-1', [0.107, 0.034667]],
    ['x2gd.large', 'eu-west-1', [0.2, 0.055833]],
    ['m7g.large', 'ca-central-1', [0.091, 0.044033]],
  ])('AWS %s in %s costs what its sources say', (size, region, prices) => {
    const terms = ['on-demand', 'spot', 'reserved-1y-no-upfront', 'reserved-3y-no-upfront'] as const
    prices.forEach((price, i) => expect(hourly('aws', size, region, terms[i] ?? 'on-demand')).toBe(price))
  })

  it.each([
    ['azure', 'Standard_D2s_v5', 'eastus', 0.096],
    ['azure', 'Standard_D16as_v5', 'westeurope', 0.832],
    ['azure', 'Standard_D96as_v5', 'eastus', 4.128],
    ['azure', 'Standard_B1s', 'eastus', 0.0104],
    ['azure', 'Standard_D4s_v5', 'polandcentral', 0.23],
    ['azure', 'Standard_D4s_v5', 'eastus2', 0.192],
    ['google', 'n1-standard-4', 'us-central1', 0.189999],
    ['google', 'n1-standard-16', 'us-central1', 0.759996],
    ['google', 'g2-standard-4', 'us-central1', 0.706832],
    ['google', 'c3-standard-4', 'us-central1', 0.201608],
    ['google', 'c4-standard-32', 'southamerica-east1', 2.511042],
    ['google', 'e2-standard-4', 'us-central1', 0.134023],
  ] as const)('%s %s in %s costs %d an hour', (cloud, size, region, price) => {
    expect(hourly(cloud, size, region, 'on-demand')).toBe(price)
  })

  it('say what the machine is', () => {
    expect(book.size('aws', 'm5.large')).toEqual({
      cloud: 'aws',
      size: 'm5.large',
      family: 'm5',
      vcpu: 2,
      memoryGib: 8,
      gpuCount: 0,
      gpuModel: '',
      architecture: 'x86_64',
    })
    expect(book.size('aws', 'p3.2xlarge')).toMatchObject({ gpuCount: 1, gpuModel: 'NVIDIA V100' })
    expect(book.size('aws', 'm5.huge')).toBeUndefined()
    expect(book.sizes('general')).toEqual([])
  })

  it('name their source, date and book', () => {
    const found = book.compute('aws', 't3.medium', 'us-east-1', 'spot')
    expect(found).toMatchObject({
      ok: true,
      value: {
        source: {
          sku: 'aws.compute/t3.medium/spot@us-east-1',
          book: 'bundled-2026-11',
          asOf: '2026-05-12',
          source: 'va2605',
          derived: false,
        },
      },
    })
  })

  it('mark a computed reserved price as derived, and prefer a sourced one', () => {
    const sourced = book.compute('aws', 'm5.large', 'us-east-1', 'reserved-1y-no-upfront')
    const computed = book.compute('aws', 'm5.large', 'us-east-1', 'reserved-3y-no-upfront')
    expect(sourced).toMatchObject({ ok: true, value: { hourly: 0.06, source: { derived: false } } })
    expect(computed).toMatchObject({ ok: true, value: { source: { derived: true, source: 'nu2605' } } })
    expect(computed.ok && computed.value.source.note).toContain('1.14')
  })
})

describe('reserved instances', () => {
  it('cost dollars for the term when paid all upfront', () => {
    expect(book.reserved('t3.medium', 'us-east-1', '1y', 'all-upfront')).toMatchObject({ ok: true, value: { upfront: 213, hourly: 0 } })
  })

  it('cost dollars an hour when nothing is paid upfront', () => {
    expect(book.reserved('t3.medium', 'us-east-1', '1y', 'no-upfront')).toMatchObject({ ok: true, value: { upfront: 0, hourly: 0.0261 } })
  })

  it('have the trailing zeros that a copy had lost', () => {
    const found = book.reserved('c4.8xlarge', 'ap-northeast-1', '1y', 'all-upfront')
    expect(found).toMatchObject({ ok: true, value: { upfront: 11830, source: { source: 'va2605z' } } })
  })

  it('always cost less than on-demand over their term', () => {
    const shares = book.sizes('aws').flatMap(({ size }) =>
      book.regions('aws').flatMap((region) =>
        (['1y', '3y'] as const).flatMap((term) =>
          (['all-upfront', 'no-upfront'] as const).map((payment) => ({
            size,
            region,
            term,
            payment,
            share: shareOfList(size, region, term, payment),
          })),
        ),
      ),
    )
    const known = shares.filter(({ share }) => share !== null)
    expect(known.length).toBeGreaterThan(38_000)
    expect(known.filter(({ share }) => share !== null && (share <= 0.2 || share > 1))).toEqual([])
  })

  it('keep the few convertible offerings apart from the standard ones', () => {
    const standard = book.reserved('t3.medium', 'us-east-1', '1y', 'no-upfront')
    const convertible = book.reserved('t3.medium', 'us-east-1', '1y', 'no-upfront', 'convertible')
    expect(standard).toMatchObject({ ok: true, value: { hourly: 0.0261 } })
    expect(convertible).toMatchObject({ ok: true, value: { hourly: 0.03 } })
  })

  it('give a reason where no partial-upfront price is known', () => {
    const found = book.reserved('t3.medium', 'us-east-1', '1y', 'partial-upfront')
    expect(found).toMatchObject({ ok: false, reason: 'The book has no one-year partial-upfront reserved price for t3.medium in us-east-1' })
  })
})

describe('other prices', () => {
  it.each([
    ['aws.alb/hour', 'us-east-1', 0.0225],
    ['aws.ebs-gp3/storage', 'us-east-1', 0.08],
    ['aws.s3-standard/storage', 'us-east-1', 0.023],
    ['aws.nat-gateway/hour', 'us-east-1', 0.045],
    ['aws.lambda/request', 'us-east-1', 0.0000002],
    ['aws.eks/cluster-hour', 'us-east-1', 0.1],
    ['aws.fargate/vcpu-hour-x86', 'us-east-1', 0.04048],
    ['aws.rds-postgres/db.t3.large-single-az', 'us-east-1', 0.145],
    ['azure.aks/control-plane-standard', 'eastus', 0.1],
    ['google.bigquery/query-on-demand', 'us-central1', 6.25],
  ])('%s in %s costs %d a unit', (key, region, price) => {
    expect(firstPrice(key, region)).toBe(price)
  })

  it('are graduated as the vendor says', () => {
    const found = book.rate('aws.s3-standard/storage', 'us-east-1')
    expect(found.ok && found.value.tiers).toEqual([
      { from: 0, to: 51200, price: 0.023 },
      { from: 51200, to: 512000, price: 0.022 },
      { from: 512000, to: Infinity, price: 0.021 },
    ])
    expect(found.ok && found.value.covered).toBe(Infinity)
  })

  it('are looked up in all regions and in none when the region has no price of its own', () => {
    expect(book.rate('aws.route53/query-standard', 'eu-west-1')).toMatchObject({ ok: true, value: { region: 'global' } })
    expect(firstPrice('aws.cloudfront/egress-na', 'ap-south-1')).toBe(0.085)
  })

  it('fill the sizes of a pattern, smallest first', () => {
    const sizes = book.matches('aws.rds-postgres/{size}-single-az', 'us-east-1')
    expect(sizes).toContain('db.m5.large')
    expect(sizes.filter((size) => size.startsWith('db.t3.'))).toEqual([
      'db.t3.micro',
      'db.t3.small',
      'db.t3.medium',
      'db.t3.large',
      'db.t3.xlarge',
    ])
    expect(book.matches('aws.rds-postgres/{size}-single-az', 'mx-central-1')).toEqual([])
    expect(book.matches('aws.rds-postgres/storage')).toEqual([])
  })
})

describe('a missing price', () => {
  it('of a size not sold in a region says so', () => {
    const found = book.compute('aws', 'p3.2xlarge', 'eu-south-9', 'on-demand')
    expect(found).toMatchObject({ ok: false })
    expect(!found.ok && found.reason).toContain('p3.2xlarge is not offered in eu-south-9')
    expect(!found.ok && found.fix).toContain('Type a price on the row')
  })

  it('of a size not in the book suggests sizes like it', () => {
    const found = book.compute('aws', 't3.mediun', 'us-east-1', 'on-demand')
    expect(found).toMatchObject({ ok: false, reason: 'The book has no AWS size "t3.mediun"' })
    expect(book.compute('aws', 'M5.LARGE', 'us-east-1', 'on-demand')).toMatchObject({ ok: false, fix: 'Did you mean "m5.large"?' })
    expect(!found.ok && found.fix).toContain('t3.medium')
  })

  it('of a term names the term', () => {
    const found = book.compute('azure', 'Standard_D2s_v5', 'eastus', 'spot')
    expect(found).toMatchObject({ ok: false, reason: 'The book has no spot price for Standard_D2s_v5 in eastus' })
  })

  it('of a rate names the nearest regions that have one', () => {
    const found = book.rate('aws.ebs-gp3/iops', 'eu-south-2')
    expect(found).toMatchObject({
      ok: false,
      reason: 'aws.ebs-gp3/iops is not priced in eu-south-2; nearest regions with a price: eu-central-1, eu-west-1, us-east-1',
    })
  })

  it('of a rate nobody knows suggests others of the service', () => {
    const found = book.rate('aws.ebs-gp3/iopz', 'us-east-1')
    expect(!found.ok && found.reason).toBe('The book has no price called aws.ebs-gp3/iopz')
    expect(!found.ok && found.fix).toContain('aws.ebs-gp3/iops')
  })

  it('of first units that the source leaves out is unknown, not free', () => {
    const found = book.rate('azure.blob-hot-gzrs/storage', 'westeurope')
    expect(!found.ok && found.reason).toContain('only from a high usage on')
  })
})

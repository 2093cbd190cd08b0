import { describe, expect, it } from 'vitest'
import { readFacts } from '#build/prices/facts.ts'
import type { Rate } from '#pricing/catalog/types.ts'
import { bundledBook, factsFolder } from '#tests/catalog/bundled.ts'

const book = bundledBook()
const facts = readFacts(factsFolder)

const rates: readonly Rate[] = facts.rates.flatMap(({ key, region }) => {
  const found = book.rate(key, region)
  return found.ok ? [found.value] : []
})

function rate(key: string, region: string): Rate {
  const found = book.rate(key, region)
  if (!found.ok) throw new Error(found.reason)
  return found.value
}

describe('the rates of the book', () => {
  it('have tiers that begin at 0 and follow each other up to what is covered', () => {
    const wrong = rates.filter(({ tiers, covered }) => {
      const ends = tiers.map((tier) => tier.to)
      const starts = [0, ...ends.slice(0, -1)]
      return tiers.length === 0 || tiers.some((tier, i) => tier.from !== starts[i] || tier.to <= tier.from) || covered !== ends.at(-1)
    })
    expect(rates.length).toBeGreaterThan(3400)
    expect(wrong).toEqual([])
  })

  it('cost nothing only where the vendor charges nothing', () => {
    const free = rates.filter(({ tiers }) => tiers.some((tier) => tier.price === 0)).map(({ key, region }) => `${key}@${region}`)
    expect(free.sort()).toEqual([
      'aws.cloudfront-flat-plan/free@global',
      'aws.sns/delivery-lambda@us-east-1',
      'aws.sns/delivery-sqs@us-east-1',
      'aws.vpc-endpoint/gateway-s3-dynamodb@ap-southeast-1',
      'azure.api-management-basic-v2/call-overage@eastus',
      'azure.data-transfer/cross-az@global',
      'azure.service-bus-standard/operation@westeurope',
    ])
  })

  it('never take a free allowance without being asked: the first unit has the paid price', () => {
    const expected: readonly (readonly [string, string, number, number])[] = [
      ['aws.data-transfer/internet-egress', 'us-east-1', 0.09, 100],
      ['aws.cloudfront/invalidation-path', 'global', 0.005, 1000],
      ['aws.sns/api-request', 'us-east-1', 0.0000005, 1e6],
      ['aws.dynamodb/storage', 'us-west-2', 0.25, 25],
      ['azure.data-transfer/internet-egress', 'westeurope', 0.087, 100],
      ['azure.functions-consumption/execution', 'eastus', 0.0000002, 1e6],
      ['google.gcs/internet-egress-worldwide', 'us', 0.12, 100],
      ['google.gcs-standard/storage', 'us-central1', 0.02, 5],
    ]
    const found = expected.map(([key, region]) => [key, region, rate(key, region).tiers[0]?.price, rate(key, region).freeAllowance])
    expect(found).toEqual(expected)
  })

  it('count tiers from the first paid unit where a list begins after the allowance', () => {
    expect(rate('azure.data-transfer/internet-egress', 'westeurope').tiers.map((tier) => tier.to)).toEqual([
      10235,
      51195,
      153595,
      511995,
      Infinity,
    ])
    expect(rate('azure.data-transfer/internet-egress-isp-routing', 'westeurope').tiers.map((tier) => tier.to)).toEqual([
      10000,
      50000,
      150000,
      Infinity,
    ])
    expect(rate('google.gcs/internet-egress-worldwide', 'us').tiers.map((tier) => tier.to)).toEqual([924, 10140, Infinity])
  })

  it('leave the bounds alone where a list begins at 0', () => {
    expect(rate('aws.data-transfer/internet-egress', 'us-east-1').tiers.map((tier) => tier.to)).toEqual([10240, 51200, 153600, Infinity])
  })

  it('include what the base charge includes', () => {
    expect(rate('azure.service-bus-standard/operation', 'westeurope').tiers.slice(0, 2)).toEqual([
      { from: 0, to: 13e6, price: 0 },
      { from: 13e6, to: 100e6, price: 0.0000008 },
    ])
    expect(rate('azure.service-bus-standard/operation', 'westeurope').freeAllowance).toBe(0)
  })

  it('apply an allowance of the account in every region', () => {
    expect(rate('aws.lambda/request', 'us-west-2').freeAllowance).toBe(1e6)
    expect(rate('aws.lambda/duration-arm', 'eu-central-1').freeAllowance).toBe(400_000)
    expect(rate('aws.cloudwatch/logs-ingest', 'eu-west-1').freeAllowance).toBe(5)
  })

  it('do not apply an allowance of new customers', () => {
    expect(rate('aws.alb/hour', 'us-east-1').freeAllowance).toBe(0)
    expect(rate('aws.s3-standard/storage', 'us-east-1').freeAllowance).toBe(0)
  })

  it('end where the source ends', () => {
    expect(rate('aws.s3-standard/storage', 'eu-west-1').covered).toBe(51200)
    expect(rate('aws.ebs-io2/iops', 'us-east-1').covered).toBe(32000)
    expect(rate('aws.route53/hosted-zone', 'eu-west-1').covered).toBe(25)
    expect(rate('google.cloud-cdn/egress-na', 'us-central1').covered).toBe(512000)
    expect(rates.filter(({ covered }) => covered !== Infinity).length).toBe(35)
  })

  it('end at a hole in the source instead of guessing across it', () => {
    const hot = rate('azure.blob-hot-lrs/storage', 'westeurope')
    expect(hot.tiers).toEqual([{ from: 0, to: 51200, price: 0.0196 }])
    expect(hot.covered).toBe(51200)
  })

  it('are one price where the list counts something else', () => {
    expect(rate('google.cloud-load-balancing/forwarding-rule-additional-hour', 'us-central1').tiers).toEqual([
      { from: 0, to: Infinity, price: 0.01 },
    ])
    expect(rate('google.cloud-load-balancing/forwarding-rules-first-5-hour', 'global').tiers).toEqual([
      { from: 0, to: Infinity, price: 0.025 },
    ])
  })

  it('mark what was computed from other figures', () => {
    expect(rate('aws.rds-postgres/db.m7g.large-single-az', 'us-east-1').source).toMatchObject({ derived: true })
    expect(rate('aws.nat-gateway/hour', 'us-east-1').source).toMatchObject({
      derived: false,
      source: 'catchmeif us-east-1',
      asOf: '2026-09-03',
    })
  })

  it('say when other tiers come from another source or date', () => {
    expect(rate('aws.s3-standard/storage', 'us-east-1').source.note).toContain('other tiers from notes-aws, 2025-10-28')
  })

  it('hold no count of days as if it were a price', () => {
    expect(rates.filter(({ key }) => key.includes('minimum-storage-days'))).toEqual([])
    expect(facts.days).toBe(5)
  })
})

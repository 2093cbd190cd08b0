import { describe, expect, it } from 'vitest'
import { patternsOf, placeholders } from '#pricing/services/check.ts'
import type { Input, ServiceDeclaration } from '#pricing/services/declare.ts'
import { services } from '#pricing/services/registry.ts'
import { sizesOf } from '#pricing/services/sizes.ts'
import { bundledBook } from '#tests/golden/kit.ts'

/** What is sold and declared although the bundled book holds no price of it in any region: usage of it is unknown, never zero. */
const unpriced = [
  'aws.alb/trust-store-hour',
  'aws.cloudfront/request-http-anz',
  'aws.cloudfront/request-http-apac',
  'aws.cloudfront/request-http-eu',
  'aws.cloudfront/request-http-in',
  'aws.cloudfront/request-http-jp',
  'aws.cloudfront/request-http-sa',
  'aws.cloudfront/request-http-za-ke-me',
  'aws.cloudfront/request-https-anz',
  'aws.cloudfront/request-https-apac',
  'aws.cloudfront/request-https-eu',
  'aws.cloudfront/request-https-in',
  'aws.cloudfront/request-https-jp',
  'aws.cloudfront/request-https-sa',
  'aws.cloudfront/request-https-za-ke-me',
  'aws.efs-onezone-ia/read-access',
  'aws.efs-onezone-ia/write-access',
  'aws.efs-onezone/provisioned-throughput',
  'aws.fargate-spot/memory-gb-hour-arm',
  'aws.fargate-spot/vcpu-hour-arm',
  'aws.fargate/storage-gb-hour',
  'aws.lambda/durable-data-retained',
  'aws.lambda/durable-data-written',
  'aws.lambda/durable-operation',
  'aws.lambda/provisioned-duration-x86',
  'aws.lambda/response-streaming',
  'aws.lambda/snapstart-cache',
  'aws.lambda/snapstart-restore',
  'aws.lambda/tenant-environment',
  'aws.rds-storage/gp3-iops-multi-az',
  'aws.rds-storage/gp3-iops-single-az',
  'aws.rds-storage/io1-iops-multi-az',
  'aws.rds-storage/magnetic-io-request',
  'aws.s3-glacier-instant/lifecycle-transition',
]

/** The keys a rate can ask for: every combination of choices that its condition allows, sizes left as they are. */
function keysOf(declaration: ServiceDeclaration, pattern: string, when: Readonly<Record<string, readonly string[]>>): string[] {
  const choices = placeholders(pattern).flatMap((name) => {
    const input: Input | undefined = declaration.inputs[name]
    return input?.kind === 'choice' ? [[name, when[name] ?? Object.keys(input.options)] as const] : []
  })
  return choices.reduce(
    (keys, [name, values]) => keys.flatMap((key) => values.map((value) => key.replaceAll(`{${name}}`, value))),
    [pattern],
  )
}

const regions = ['all', 'global', ...bundledBook().regions('aws')]
const isPriced = (key: string): boolean =>
  key.includes('{') ? bundledBook().matches(key).length > 0 : regions.some((region) => bundledBook().rate(key, region).ok)

/** Per charge, the alternatives it may be priced by; a charge is unpriced where none of them is in the book. */
const alternatives = [...services.values()].flatMap((declaration) =>
  Object.values(declaration.charges).flatMap((charge) => {
    if (!('rate' in charge)) return []
    const perPattern = patternsOf(charge.rate).map((pattern) => keysOf(declaration, pattern, charge.when ?? {}))
    return (perPattern[0] ?? []).map((_, index) => perPattern.flatMap((keys) => keys[index] ?? []))
  }),
)

describe('the rates that services ask for', () => {
  it('are in the bundled book, or on the reviewed list of what it does not price', () => {
    const missing = alternatives.filter((keys) => !keys.some(isPriced)).flat()
    expect([...new Set(missing)].sort()).toEqual(unpriced)
  })
})

describe('the sizes that services offer', () => {
  const sized = [...services.values()].flatMap((declaration) =>
    Object.values(declaration.inputs).flatMap((input) => (input.kind === 'size' ? [[declaration.id, input] as const] : [])),
  )

  it.each(sized)('%s: the usual size is among them and has a price in Virginia', (_, input) => {
    expect(sizesOf(input.sizes, bundledBook())).toContain(input.default)
    expect(sizesOf(input.sizes, bundledBook(), 'us-east-1')).toContain(input.default)
  })

  it('of EC2 are, in a region, those that are offered there', () => {
    const everywhere = sizesOf({ from: 'compute', cloud: 'aws' }, bundledBook())
    const inIreland = sizesOf({ from: 'compute', cloud: 'aws' }, bundledBook(), 'eu-west-1')
    expect(everywhere.length).toBeGreaterThan(inIreland.length)
    expect(inIreland.length).toBeGreaterThan(300)
    expect(inIreland).toContain('t3.medium')
    expect(inIreland.every((size) => bundledBook().compute('aws', size, 'eu-west-1', 'on-demand').ok)).toBe(true)
  })

  it('of SageMaker are instance types alone, each once', () => {
    const sizes = sizesOf(
      { from: 'rates', patterns: ['aws.sagemaker-hosting/{size}', 'aws.sagemaker/{size}'], prefix: 'ml.' },
      bundledBook(),
    )
    expect(sizes).toContain('ml.m5.large')
    expect(sizes).toContain('ml.g5.12xlarge')
    expect(sizes.filter((size) => !size.startsWith('ml.'))).toEqual([])
    expect(new Set(sizes).size).toBe(sizes.length)
  })
})

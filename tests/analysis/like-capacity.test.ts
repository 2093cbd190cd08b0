import { describe, expect, it } from 'vitest'
import { apply } from '#shared/document/change.ts'
import { newWorkbook } from '#shared/document/empty.ts'
import { onCloud } from '#pricing/analysis/elsewhere.ts'
import { capacityOf } from '#pricing/services/capacity.ts'
import { services } from '#pricing/services/registry.ts'
import { row } from '#tests/calculator/kit.ts'
import { bundledBook } from '#tests/golden/kit.ts'

const context = { book: bundledBook(), services }

describe('a database or cache on another cloud', () => {
  const places = { aws: 'us-east-1', google: 'us-east4', azure: 'eastus' } as const
  type Vendor = keyof typeof places
  const moved = (service: string, from: Vendor, to: Vendor, inputs: Record<string, string>, region: string = places[to]) => {
    const components = new Map([['a', row({ id: 'a', service, inputs, region: places[from] })]])
    const one = { ...newWorkbook('w', 'W', '2026-11-01'), components }
    const found = onCloud(one, from, to, region, context)
    const { lost, kept } = found
    return { inputs: apply(one, found.edits).components.get('a')?.inputs ?? {}, said: [...lost, ...kept].flatMap(({ what }) => what) }
  }

  it('has the nearest size with as much, by name', () => {
    const rds = { size: 'db.m5.large', storage: '100 GB' }
    const google = moved('aws.rds-postgres', 'aws', 'google', rds)
    expect(google.inputs).toMatchObject({ vcpus: '2', memory: '8 GB', storage: '100 GB' })
    expect(google.said).toEqual(['Instance class db.m5.large (2 vCPUs, 8 GB of memory there)'])
    const back = moved('google.cloud-sql', 'google', 'aws', { vcpus: '4', memory: '16', storage: '10 GB' })
    expect(context.book.size('aws', back.inputs['size']?.replace('db.', '') ?? '')).toMatchObject({ vcpu: 4, memoryGib: 16 })
    const memory = moved('aws.rds-postgres', 'aws', 'google', { ...rds, size: 'db.r5.2xlarge' })
    // Google sells at most 6.5 GB with a vCPU.
    expect(memory.inputs).toMatchObject({ vcpus: '10', memory: '64 GB' })
  })

  it('has at least as much, whatever the size, and is steady where it was', () => {
    const sizes = context.book.matches('aws.rds-postgres/{size}-single-az', places.aws)
    for (const size of sizes) {
      const asked = capacityOf('rds', size, context.book)
      const there = moved('aws.rds-postgres', 'aws', 'azure', { size }).inputs['size'] ?? ''
      const has = capacityOf('flexible-server', there, context.book)
      if (asked === null || there === size) continue
      expect([size, there, (has?.vcpu ?? 0) >= asked.vcpu, (has?.memoryGib ?? 0) >= asked.memoryGib]).toEqual([size, there, true, true])
      expect([size, has?.burstable === true && !asked.burstable]).toEqual([size, false])
    }
    expect(moved('aws.rds-postgres', 'aws', 'azure', { size: 'db.m5.large' }).inputs['size']).toMatch(/^d2/)
  })

  it('counts the nodes of a cache', () => {
    expect(moved('aws.elasticache', 'aws', 'azure', { size: 'cache.t3.micro', count: '2' }).inputs).toEqual({
      size: 'basic-c1',
      count: '2',
    })
    expect(moved('aws.elasticache', 'aws', 'google', { size: 'cache.m6g.large', count: '2' }).inputs).toEqual({
      memory: '7 GB',
      count: '2',
    })
    const two = moved('azure.cache-for-redis', 'azure', 'aws', { size: 'standard-c3', count: '=1 + 1' })
    expect(two.inputs).toEqual({ size: 'cache.m6g.large', count: '=2 * (1 + 1)' })
    expect(moved('google.memorystore-redis', 'google', 'azure', { memory: '5', serviceTier: 'standard' }).inputs['size']).toBe(
      'standard-c3',
    )
  })

  it('stays where nobody knows what it has, or nothing there has as much', () => {
    expect(moved('aws.rds-postgres', 'aws', 'google', { size: 'db.serverless' })).toEqual({
      inputs: { size: 'db.serverless' },
      said: ['it is not known what db.serverless comes to'],
    })
    const large = { size: 'cache.r6g.4xlarge' }
    expect(moved('aws.elasticache', 'aws', 'azure', large).said).toEqual([
      'no Azure Cache for Redis of eastus has as much as cache.r6g.4xlarge',
    ])
    expect(moved('google.cloud-sql', 'google', 'aws', { vcpus: '=2 * 2', memory: '16' }).said).toEqual([
      'it is not known what =2 * 2 vCPUs, 16 GB of memory comes to',
    ])
  })
})

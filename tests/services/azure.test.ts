import { describe, expect, it } from 'vitest'
import type { ChargeEstimate } from '#pricing/calculator/types.ts'
import { azureServices } from '#pricing/services/azure/index.ts'
import { bundledBook, chargesOf } from '#tests/golden/kit.ts'

type Inputs = Readonly<Record<string, string>>

function charges(service: string, inputs: Inputs, region?: string): ReadonlyMap<string, ChargeEstimate> {
  return chargesOf({ service: `azure.${service}`, inputs, ...(region === undefined ? {} : { region }) }, bundledBook())
}

function quantity(service: string, charge: string, inputs: Inputs, region?: string): number {
  const found = charges(service, inputs, region).get(charge)?.quantity
  if (typeof found !== 'number') throw new Error(`${service} has no quantity of ${charge}`)
  return found
}

describe('Azure', () => {
  it('has its families complete: at least forty services, each in one of the shared categories', () => {
    expect(azureServices.length).toBeGreaterThanOrEqual(40)
    expect(azureServices.every((declaration) => declaration.id.startsWith('azure.') && declaration.cloud === 'azure')).toBe(true)
    const names = azureServices.map((declaration) => declaration.name)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('Azure Functions', () => {
  it('count 1,110,000,000 MB-milliseconds as 1,083.98 GB-seconds, as the vendor’s page does', () => {
    const seconds = quantity('functions', 'duration', { executions: '=1110000000 / 128 / 200', duration: '200', memory: '128' })
    expect(seconds).toBeCloseTo(1_110_000_000 / 1_024_000, 6)
    expect(seconds.toFixed(2)).toBe('1083.98')
  })

  it('bill memory in steps of 128 MB and at least 100 ms', () => {
    const at = (memory: string, duration: string) => quantity('functions', 'duration', { executions: '1,000', duration, memory })
    expect(at('128', '1 s')).toBe(125)
    expect(at('129', '1 s')).toBe(250)
    expect(at('0', '1 s')).toBe(125)
    expect(at('1,024', '10')).toBe(100)
  })

  it('of the Flex plan bill at least a second of the instance’s memory', () => {
    const at = (duration: string) => quantity('functions-flex', 'duration', { executions: '1,000', duration, memory: '512' })
    expect(at('10')).toBe(500)
    expect(at('3 s')).toBe(1500)
  })
})

describe('an Application Gateway', () => {
  const at = (more: Inputs) =>
    quantity('application-gateway', 'capacity', { connections: '0', throughput: '0', computeUnits: '0', hours: '1', ...more })

  it('pays for the fullest of connections, traffic and compute, and for what is reserved', () => {
    expect(at({ connections: '5,000' })).toBe(2)
    expect(at({ throughput: '8.88' })).toBe(4)
    expect(at({ computeUnits: '4', connections: '2,500' })).toBe(4)
    expect(at({ connections: '2,500', throughput: '2', computeUnits: '3', instances: '1' })).toBe(10)
    expect(at({})).toBe(0)
  })

  it('pays for whole units', () => {
    expect(at({ connections: '1' })).toBe(1)
    expect(at({ throughput: '88.8' })).toBe(40)
    expect(at({ throughput: '88.9' })).toBe(41)
  })
})

describe('a load balancer', () => {
  it('pays once for up to five rules, by the rule above them, and nothing without rules', () => {
    const rules = (count: string) => {
      const inputs = { rules: count, processed: '0', count: '2' }
      return [quantity('load-balancer', 'firstRules', inputs), quantity('load-balancer', 'moreRules', inputs)]
    }
    expect(rules('0')).toEqual([0, 0])
    expect(rules('5')).toEqual([1460, 0])
    expect(rules('9')).toEqual([1460, 5840])
  })
})

describe('the SQL Server licence', () => {
  const licence = (inputs: Inputs) =>
    [...charges('sql-database', { storage: '0', ...inputs }).values()]
      .filter((charge) => charge.label === 'SQL Server licence')
      .map((charge) => charge.quantity)

  it('is charged by the vCore of the size, once', () => {
    expect(licence({ size: 'gen5-4', count: '3' })).toEqual([730 * 3 * 4])
    expect(licence({ size: 'gen5-80' })).toEqual([730 * 80])
    expect(licence({ serviceTier: 'bc', size: 'm-8' })).toEqual([730 * 8])
  })

  it('is not charged for own licences and for Hyperscale', () => {
    expect(licence({ licence: 'hybrid' })).toEqual([])
    expect(licence({ serviceTier: 'hs' })).toEqual([])
  })
})

describe('a commitment for logs', () => {
  const days = (ingested: string) => quantity('log-analytics', 'committed', { plan: 'commitment', ingested, retained: '0' }, 'westeurope')

  it('is paid for every day, and above it by what comes in', () => {
    expect(days('0')).toBeCloseTo(730 / 24, 10)
    expect(days('3,000')).toBeCloseTo(730 / 24, 10)
    expect(days('6,000')).toBe(60)
  })
})

describe('a price that Azure’s sources give by the month in one region and by the hour in another', () => {
  it.each([
    ['azure.managed-disk-ultra/iops', 'eastus', 'westeurope'],
    ['azure.managed-disk-ultra/storage', 'eastus', 'westeurope'],
    ['azure.managed-disk-ultra/throughput', 'eastus', 'westeurope'],
    ['azure.cosmos-db/throughput-provisioned', 'westus', 'eastus'],
  ])('%s is hourly in both', (key, monthly, hourly) => {
    const [converted, given] = [monthly, hourly].map((region) => bundledBook().rate(key, region))
    if (converted?.ok !== true || given?.ok !== true) throw new Error(`${key} has no price`)
    expect(converted.value.unit).toBe(given.value.unit)
    expect(converted.value.source.derived).toBe(true)
    const ratio = (converted.value.tiers[0]?.price ?? 0) / (given.value.tiers[0]?.price ?? 0)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })
})

describe('what Azure sells and the book does not price', () => {
  it('is unknown with its reason, never zero', () => {
    const tokens = charges('openai', { tokensIn: '1', tokensOut: '1' })
    expect(tokens.get('tokensIn')).toMatchObject({ cost: null, unknown: { reason: 'no-price' } })
    const archive = charges('blob-storage', {
      accessTier: 'archive',
      redundancy: 'zrs',
      stored: '1',
      writes: '0',
      reads: '0',
      retrieved: '0',
    })
    expect(archive.get('storage')).toMatchObject({ cost: null, unknown: { reason: 'no-price' } })
    expect(archive.get('writes')?.cost).toBe(0)
  })

  it('is told for a part of the world without prices', () => {
    const front = charges('front-door', { place: 'zone-3', egress: '100', requests: '0' })
    expect(front.get('base')?.cost).toBe(35)
    expect(front.get('egress')?.unknown?.message).toContain('zone-3')
  })

  it('is told where the steps of the price list end', () => {
    const front = charges('front-door', { egress: '20 TB', requests: '0' })
    expect(front.get('egress')).toMatchObject({ cost: null, unknown: { reason: 'no-price' } })
  })
})

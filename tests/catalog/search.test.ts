import { describe, expect, it } from 'vitest'
import { priceSearch } from '#pricing/catalog/search.ts'
import type { Hit } from '#pricing/catalog/search.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'

const find = priceSearch(bundledBook())
const name = (hit: Hit | undefined): string | undefined => (hit?.kind === 'size' ? hit.size.size : hit?.key)

describe('price search', () => {
  it('finds a machine by the first letters of its name, with its price in a region', () => {
    const [first] = find('t3.med', { region: 'us-east-1' })
    expect(first).toMatchObject({ kind: 'size', size: { size: 't3.medium', vcpu: 2, memoryGib: 4 }, hourly: 0.0416 })
  })

  it('shows a missing price as missing, not as 0', () => {
    expect(find('t3.med', { region: 'nowhere' })[0]).toMatchObject({ hourly: null })
    expect(find('t3.med')[0]).toMatchObject({ hourly: null })
    expect(find('nat-gateway', { region: 'nowhere', cloud: 'azure' })[0]).toMatchObject({ kind: 'rate', rate: null })
  })

  it('puts machines of a shape that have a price in the region before those that have none, the cheapest first', () => {
    const hits = find('8 vcpu 32 gb', { region: 'eu-central-1', limit: 1000 })
    const hourly = hits.map((hit) => (hit.kind === 'size' ? hit.hourly : null))
    const first = hourly.indexOf(null)
    expect(first).toBeGreaterThan(10)
    expect(hourly.slice(first).every((price) => price === null)).toBe(true)
    const priced = hourly.slice(0, first).map(Number)
    expect(priced).toEqual([...priced].sort((a, b) => a - b))
    expect(find('8 vcpu 32 gb', { region: 'eu-central-1', limit: 5 })).toEqual(hits.slice(0, 5))
  })

  it('puts the very name first', () => {
    expect(name(find('m5.xlarge')[0])).toBe('m5.xlarge')
    expect(name(find('standard_d2s_v5')[0])).toBe('Standard_D2s_v5')
  })

  it('finds an Azure size as people write it', () => {
    expect(name(find('d2s v5')[0])).toBe('Standard_D2s_v5')
    expect(name(find('D2s_v5')[0])).toBe('Standard_D2s_v5')
  })

  it('finds machines by their GPU', () => {
    const hits = find('gpu a100', { cloud: 'google' })
    expect(hits.length).toBeGreaterThan(3)
    expect(hits.every((hit) => hit.kind === 'size' && hit.size.gpuModel.includes('A100'))).toBe(true)
  })

  it('finds prices of services by their words, in any order', () => {
    expect(find('gp3 ebs', { region: 'us-east-1' }).map(name)).toEqual([
      'aws.ebs-gp3/iops',
      'aws.ebs-gp3/storage',
      'aws.ebs-gp3/throughput',
    ])
    expect(find('ebs-gp3/storage', { region: 'us-east-1' })[0]).toMatchObject({ rate: { tiers: [{ price: 0.08 }] } })
  })

  it('keeps to one cloud and to a number of hits when asked', () => {
    const hits = find('standard', { cloud: 'google', limit: 7 })
    expect(hits.length).toBe(7)
    expect(hits.every((hit) => hit.kind === 'rate' || hit.size.cloud === 'google')).toBe(true)
    expect(find('standard').length).toBe(20)
  })

  it('prices a hit in the region that the text names, and says which', () => {
    expect(find('t3.medium ireland', { region: 'us-east-1' })[0]).toMatchObject({ region: 'eu-west-1', hourly: 0.0456 })
    expect(find('t3.medium', { region: 'us-east-1' })[0]).toMatchObject({ region: 'us-east-1' })
    expect(find('t3.medium')[0]).toMatchObject({ region: null })
    const everywhere = find('m5.xlarge europe', { cloud: 'aws', limit: 50 }).filter((hit) => name(hit) === 'm5.xlarge')
    expect(everywhere.map(({ region }) => region)).toEqual(expect.arrayContaining(['eu-west-1', 'eu-central-1', 'eu-north-1']))
  })

  it('finds nothing for nothing and for nonsense', () => {
    expect(find('')).toEqual([])
    expect(find('   ')).toEqual([])
    expect(find('no such machine anywhere')).toEqual([])
    expect(find('((')).toEqual([])
  })

  it('lists a family from small to large', () => {
    expect(find('c6g.', { limit: 5 }).map(name)).toEqual(['c6g.medium', 'c6g.large', 'c6g.xlarge', 'c6g.2xlarge', 'c6g.4xlarge'])
  })
})

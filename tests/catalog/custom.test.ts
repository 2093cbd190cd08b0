import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partPrices } from '#build/prices/custom.ts'
import { readFacts } from '#build/prices/facts.ts'
import { bundledBook, factsFolder } from '#tests/catalog/bundled.ts'

const book = bundledBook()
const facts = readFacts(factsFolder)

const custom = (family: string, part: string, region: string) => {
  const found = book.rate(`google.compute-custom-${family}/${part}`, region)
  return found.ok ? found.value.tiers[0]!.price : found.reason
}

const shapes = [
  { vcpu: 2, memory: 2 },
  { vcpu: 8, memory: 32 },
  { vcpu: 96, memory: 768 },
]

describe('the prices of custom machine types', () => {
  it('are the predefined prices of a vCPU and a GiB plus 5 %', () => {
    expect(custom('n1', 'vcpu-hour', 'us-central1')).toBe(0.03319155)
    expect(custom('n1', 'memory-hour', 'us-central1')).toBe(0.00444885)
    expect(custom('n2d', 'vcpu-hour', 'us-central1')).toBe(0.0288771)
    expect(custom('n2d', 'memory-hour', 'us-central1')).toBe(0.0038703)
    expect(custom('n2', 'vcpu-hour', 'europe-west1')).toBe(0.03651165)
  })

  it.each([
    ['n1', 6 * 730, 'vcpu-hour', 0.7, 101.77],
    ['n1', 20 * 730, 'memory-hour', 0.7, 45.44],
    ['n2', 6 * 730, 'vcpu-hour', 0.8, 116.3],
    ['n2', 20 * 730, 'memory-hour', 0.8, 51.96],
  ] as const)('agree with what Infracost prints for %s: %d %ss at full sustained use', (family, units, part, sustained, printed) => {
    const price = custom(family, part, 'us-central1')
    expect(Math.abs((Number(price) * units * sustained) / printed - 1)).toBeLessThan(1e-3)
  })

  it.each([
    ['e2', 0.02289, 0.003067],
    ['n2d', 0.028877, 0.00387],
  ] as const)('agree with what the Kubernetes autoscaler reckons with for %s', (family, vcpu, memory) => {
    expect(Math.abs(Number(custom(family, 'vcpu-hour', 'us-central1')) / vcpu - 1)).toBeLessThan(1e-3)
    expect(Math.abs(Number(custom(family, 'memory-hour', 'us-central1')) / memory - 1)).toBeLessThan(1e-3)
  })

  it('are known in every region that sells the predefined sizes, and marked as computed', () => {
    const sold = new Map(facts.compute.google.sizes.map((size) => [size.size, size.family]))
    for (const family of ['n1', 'n2', 'n2d', 'e2']) {
      const regions = new Set(facts.compute.google.rows.filter((row) => sold.get(row.size) === family).map((row) => row.region))
      expect(regions.size).toBeGreaterThan(15)
      for (const region of regions) {
        const found = book.rate(`google.compute-custom-${family}/vcpu-hour`, region)
        expect(found).toMatchObject({ ok: true, value: { region, source: { derived: true, source: 'cu2607', asOf: '2026-07-30' } } })
      }
    }
  })

  it('give the price of any predefined size back to its last digit', () => {
    const sizes = new Map(facts.compute.google.sizes.map((size) => [size.size, size]))
    const wrong = facts.compute.google.rows.filter((row) => {
      const size = sizes.get(row.size)
      if (size === undefined || !['n1', 'n2', 'n2d', 'e2'].includes(size.family) || /-(micro|small|medium)$/.test(row.size)) return false
      const parts = ['vcpu-hour', 'memory-hour'].map((part) => Number(custom(size.family, part, row.region)) / 1.05)
      const made = size.vcpu * (parts[0] ?? 0) + size.memory * (parts[1] ?? 0)
      return !(Math.abs(made - (row.prices[0]?.value ?? made)) < 0.51e-6)
    })
    expect(wrong).toEqual([])
  })

  it('are solved exactly from any family of three shapes', () => {
    const millionths = fc.integer({ min: 100, max: 200_000 }).map((value) => value / 1e6)
    fc.assert(
      fc.property(millionths, millionths, (vcpu, memory) => {
        const samples = shapes.map((shape) => ({ ...shape, hourly: Number((shape.vcpu * vcpu + shape.memory * memory).toFixed(6)) }))
        expect(partPrices(samples)).toEqual({ vcpu, memory })
      }),
    )
  })

  it('are unknown where the sizes have one shape, or do not agree', () => {
    expect(partPrices(shapes.map((shape) => ({ vcpu: shape.vcpu, memory: shape.vcpu * 4, hourly: shape.vcpu * 0.05 })))).toBeNull()
    const off = shapes.map((shape, i) => ({ ...shape, hourly: shape.vcpu * 0.03 + shape.memory * 0.004 + (i === 1 ? 2e-4 : 0) }))
    expect(partPrices(off)).toBeNull()
    expect(custom('n4', 'vcpu-hour', 'us-central1')).toContain('no price called')
  })
})

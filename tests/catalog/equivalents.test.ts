import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cheapestEquivalents, chipOf, chipsOf, isBurstable, shapeOf, wouldDo } from '#pricing/catalog/equivalents.ts'
import type { EquivalentOptions, Shape } from '#pricing/catalog/equivalents.ts'
import { listTerms, priceList } from '#pricing/catalog/finding/price-list.ts'
import { bundledBook } from '#tests/catalog/bundled.ts'

const book = bundledBook()
const list = priceList(book)
const anything: EquivalentOptions = { term: 'on-demand', clouds: [], geographies: [], steady: false }
const shape = (asked: Partial<Shape>): Shape => ({ vcpu: 0, memoryGib: 0, gpuCount: 0, gpuModel: '', architecture: '', ...asked })

describe('the cheapest equivalents of a shape', () => {
  it('are one for each region that has such a size, the cheapest of all first', () => {
    const found = cheapestEquivalents(list, shape({ vcpu: 4, memoryGib: 16 }), anything)
    const places = found.map(({ place }) => `${place.cloud} ${place.code}`)
    expect(new Set(places).size).toBe(places.length)
    expect(new Set(found.map(({ place }) => place.cloud))).toEqual(new Set(['aws', 'google', 'azure']))
    expect(found.map(({ hourly }) => hourly)).toEqual(found.map(({ hourly }) => hourly).toSorted((a, b) => a - b))
    expect(found.every(({ size }) => size.vcpu >= 4 && size.memoryGib >= 16)).toBe(true)
  })

  it('of 4 vCPU and 16 GiB in Ireland is what a search by hand finds', () => {
    const sizes = book.sizes('aws').filter(({ vcpu, memoryGib }) => vcpu >= 4 && memoryGib >= 16)
    const prices = sizes.flatMap(({ size }) => {
      const found = book.compute('aws', size, 'eu-west-1', 'on-demand')
      return found.ok ? [found.value.hourly] : []
    })
    const ours = cheapestEquivalents(list, shape({ vcpu: 4, memoryGib: 16 }), anything)
    expect(ours.find(({ place }) => place.code === 'eu-west-1')?.hourly).toBe(Math.min(...prices))
  })

  it('keep to a part of the world, to clouds, to an architecture and to steady sizes', () => {
    const asked = shape({ vcpu: 2, memoryGib: 4, architecture: 'arm64' })
    const found = cheapestEquivalents(list, asked, { ...anything, geographies: ['Europe'], clouds: ['aws', 'azure'], steady: true })
    expect(found.length).toBeGreaterThan(5)
    expect(found.every(({ place }) => place.geography === 'Europe' && place.cloud !== 'google')).toBe(true)
    expect(found.every(({ size }) => size.architecture === 'arm64' && !isBurstable(size))).toBe(true)
  })

  it('ask for a GPU by its chip, whatever its memory and maker are called', () => {
    const found = cheapestEquivalents(list, shape({ gpuCount: 8, gpuModel: 'A100' }), anything)
    expect(new Set(found.map(({ place }) => place.cloud))).toEqual(new Set(['aws', 'google', 'azure']))
    expect(found.every(({ size }) => size.gpuCount >= 8 && size.gpuModel.includes('A100'))).toBe(true)
    const large = cheapestEquivalents(list, shape({ gpuModel: 'A100 80GB' }), anything)
    expect(large.length).toBeGreaterThan(0)
    expect(large.every(({ size }) => size.gpuModel === 'NVIDIA A100 80GB')).toBe(true)
  })

  it('leave out regions without a price of the term instead of counting it as 0', () => {
    const spot = cheapestEquivalents(list, shape({ vcpu: 1 }), { ...anything, term: 'spot', clouds: ['azure'] })
    expect(spot.length).toBeGreaterThan(0)
    expect(spot.length).toBeLessThan(book.regions('azure').length)
    expect(spot.every(({ hourly }) => hourly > 0)).toBe(true)
    expect(cheapestEquivalents(list, shape({ vcpu: 100_000 }), anything)).toEqual([])
  })

  it('asked for a size of the book never cost more than that size where it is sold', () => {
    const sizes = book.sizes('aws').concat(book.sizes('google'), book.sizes('azure'))
    fc.assert(
      fc.property(fc.constantFrom(...sizes), fc.constantFrom(...listTerms), (size, term) => {
        expect(wouldDo(size, shapeOf(size))).toBe(true)
        const found = cheapestEquivalents(list, shapeOf(size), { ...anything, term })
        const dearer = book.regions(size.cloud).filter((region) => {
          const own = book.hourly(size.cloud, size.size, region, term)
          const best = found.find(({ place }) => place.cloud === size.cloud && place.code === region)
          return !Number.isNaN(own) && !((best?.hourly ?? Infinity) <= own)
        })
        expect(dearer).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

describe('GPU chips', () => {
  it('are named without maker and memory', () => {
    expect(chipOf('NVIDIA A100 80GB')).toBe('A100')
    expect(chipOf('NVIDIA H100 NVL')).toBe('H100 NVL')
    expect(chipOf('AMD Radeon Pro V520')).toBe('Radeon Pro V520')
    expect(chipsOf(book)).toEqual(expect.arrayContaining(['A100', 'H100', 'T4', 'V100']))
  })
})

describe('burstable sizes', () => {
  it('are those whose vCPUs are not there all the time', () => {
    const burstable = (cloud: 'aws' | 'google' | 'azure', size: string) => isBurstable(book.size(cloud, size)!)
    expect(burstable('aws', 't3.medium')).toBe(true)
    expect(burstable('aws', 'm5.large')).toBe(false)
    expect(burstable('google', 'e2-medium')).toBe(true)
    expect(burstable('google', 'e2-standard-4')).toBe(false)
    expect(burstable('azure', 'Standard_B2ms')).toBe(true)
    expect(burstable('azure', 'Standard_D2s_v5')).toBe(false)
  })
})

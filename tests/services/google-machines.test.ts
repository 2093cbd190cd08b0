import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PurchaseShare } from '#shared/document/types.ts'
import { sustainedDiscount, upTo20, upTo30 } from '#pricing/purchase/sustained.ts'
import { bundledBook, chargesOf, priced } from '#tests/golden/kit.ts'

const book = bundledBook()

describe('a custom machine', () => {
  const paid = (family: string, hours: number, capacity = 'standard') => {
    const charges = chargesOf({ service: 'google.custom-machines', inputs: { family, capacity, hours: String(hours) } }, book)
    const on = [...charges.values()].filter((charge) => (charge.list ?? 0) > 0)
    expect(on.map((charge) => charge.unit)).toEqual(['vCPU-hour', 'GB-hour'])
    return on.map((charge) => (charge.cost ?? NaN) / (charge.list ?? NaN))
  }

  it.each([
    ['n1', upTo30],
    ['n2', upTo20],
    ['n2d', upTo20],
    ['e2', null],
  ] as const)('of %s saves as much by sustained use as a predefined one', (family, curve) => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 744, noNaN: true }), (hours) => {
        const saved = curve === null ? 0 : sustainedDiscount(curve, hours / 730)
        for (const share of paid(family, hours)) expect(share).toBeCloseTo(1 - saved, 9)
      }),
      { numRuns: 50 },
    )
  })

  it('costs 5 % more than the predefined type of its shape, before any discount', () => {
    const custom = (family: string, vcpus: number, memory: number) => {
      const inputs = { family, vcpus: String(vcpus), memory: String(memory), hours: '1' }
      return [...chargesOf({ service: 'google.custom-machines', inputs }, book).values()].reduce((sum, { list }) => sum + (list ?? 0), 0)
    }
    const hourly = (size: string) => {
      const found = book.compute('google', size, 'us-central1', 'on-demand')
      return found.ok ? found.value.hourly : NaN
    }
    const shapes = [
      ['n2', 8, 32, 'n2-standard-8'],
      ['e2', 8, 64, 'e2-highmem-8'],
      ['n1', 16, 60, 'n1-standard-16'],
      ['n2d', 32, 32, 'n2d-highcpu-32'],
    ] as const
    const printed = 0.5e-6
    for (const [family, vcpus, memory, size] of shapes)
      expect(Math.abs(custom(family, vcpus, memory) / 1.05 - hourly(size))).toBeLessThan(printed + 1e-12)
  })

  it('is unknown where no premium is sourced', () => {
    const row = priced([{ service: 'google.custom-machines', inputs: { family: 'n4' } }], book).components[0]
    expect(row).toMatchObject({ monthly: 0, unknown: 2, problems: 0 })
  })
})

describe('a predefined machine', () => {
  const monthly = (purchase: readonly PurchaseShare[]) =>
    priced([{ service: 'google.compute-engine', inputs: { size: 'e2-standard-4', count: '2' }, purchase }], book).total.monthly

  it.each([
    ['on spot capacity', { kind: 'spot', coverage: '100%' }, 2 * 730 * 0.080424],
    ['committed for a year', { kind: 'reserved', term: '1y', payment: 'no-upfront', coverage: '100%' }, 2 * 730 * 0.084434],
    [
      'half of it committed for three',
      { kind: 'reserved', term: '3y', payment: 'no-upfront', coverage: '50%' },
      730 * (0.06031 + 0.134023),
    ],
  ] as const)('costs %s what the book says', (_, share, expected) => {
    expect(monthly([share])).toBeCloseTo(expected, 9)
  })
})

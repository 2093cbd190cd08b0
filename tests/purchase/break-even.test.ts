import { describe, expect, it } from 'vitest'
import { tierCost } from '#pricing/calculator/tiers.ts'
import { breakEvenUtilisation } from '#pricing/purchase/reserved-break-even.ts'
import { graded } from '#tests/golden/kit.ts'

const terabyte = 1024
const reserved = 100 * terabyte

/** GB of 100 TB reserved for so much a month that must be stored for it to pay, at one price a GB. */
function paysFrom(monthly: number, price: number): number {
  return (breakEvenUtilisation({ hourly: monthly / 730, upfront: 0, term: '1y' }, (reserved * price) / 730) ?? Number.NaN) * reserved
}

/** Results: "Reserved capacity", https://learn.microsoft.com/azure/storage/blobs/blob-storage-estimate-costs */
describe('the break-even of reserved storage, as the vendor works it out', () => {
  it('cool, one year: 966 a month at 0.0115 a GB is 84,000 GB, or 82 TB', () => {
    expect(paysFrom(966, 0.0115)).toBeCloseTo(84_000, 8)
    expect(Math.round(paysFrom(966, 0.0115) / terabyte)).toBe(82)
  })

  it('archive, one year: 183 a month at 0.002 a GB is 89 TB', () => {
    expect(Math.round(paysFrom(183, 0.002) / terabyte)).toBe(89)
  })

  it('cool, three years: 872 a month is 74.05 TB by the same division (the page prints 76)', () => {
    expect(paysFrom(872, 0.0115) / terabyte).toBeCloseTo(74.05, 2)
  })

  it('hot, one year: 1,747 a month is passed between 83 and 84 TB of two steps', () => {
    const hot = graded([50 * terabyte, 0.0208], [500 * terabyte, 0.019968])
    expect(tierCost(hot, 83 * terabyte)).toBeLessThan(1747)
    expect(tierCost(hot, 84 * terabyte)).toBeGreaterThan(1747)
  })
})

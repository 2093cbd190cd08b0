import { describe, expect, it } from 'vitest'
import { bookOf, bundledBook, complaints, priced } from './kit.ts'
import { ownPrices } from './own-prices/index.ts'

describe('what the bundled book does not price', () => {
  it.each(ownPrices.map((month) => [month.name, month.working, month] as const))('%s: %s', (_, __, month) => {
    const estimated = priced(month.rows, bookOf(month))
    expect(complaints(estimated)).toEqual([])
    expect(Math.abs(estimated.total.monthly / month.total - 1)).toBeLessThan(1e-12)
  })

  it.each(ownPrices.map((month) => [month.name, month] as const))('is unknown there and never nothing: %s', (_, month) => {
    const estimated = priced(month.rows, bundledBook())
    for (const row of estimated.components) expect(row.unknown).toBeGreaterThan(0)
    expect(complaints(estimated).length).toBeGreaterThan(0)
  })
})

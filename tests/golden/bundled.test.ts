import { describe, expect, it } from 'vitest'
import { services } from '#pricing/services/registry.ts'
import { bundledBook, complaints, priced } from './kit.ts'
import { awsMonths } from './months/aws/index.ts'
import { azureMonths } from './months/azure/index.ts'
import { generalMonths } from './months/general.ts'
import { googleMonths } from './months/google/index.ts'
import { ownPrices } from './own-prices/index.ts'

const months = [...awsMonths, ...googleMonths, ...azureMonths, ...generalMonths]

describe('a month at the prices of the bundled book', () => {
  it.each(months.map((month) => [month.name, month.working, month] as const))('%s: %s', (_, __, month) => {
    const estimated = priced(month.rows, bundledBook())
    expect(complaints(estimated)).toEqual([])
    expect(Math.abs(estimated.total.monthly / month.total - 1)).toBeLessThan(1e-12)
  })

  it('has been worked out for every declared service; of those it does not price wholly, at prices of their own', () => {
    const worked = new Set([...months, ...ownPrices].flatMap((month) => month.rows.map((row) => row.service)))
    // A commitment costs what other rows leave unused of it: tests/calculator/commitments.test.ts works those out.
    const charged = [...services.values()].filter(({ commitment }) => commitment === undefined)
    expect(charged.map(({ id }) => id).filter((id) => !worked.has(id))).toEqual([])
  })
})

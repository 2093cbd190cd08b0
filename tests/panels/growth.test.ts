import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedSummary } from '#renderer/drivers/wording.ts'
import { growthCurve, growthParts, growthText } from '#renderer/drivers/growth.ts'

describe('the growth of a driver', () => {
  it('is taken apart into a rate, a table of months and a season, and put together again', () => {
    const season = Array.from({ length: 12 }, (_, month) => String(1 + month / 10)).join(', ')
    const text = `4%/month; months 1, 1.1; season ${season}`
    expect(growthParts(text)).toEqual({ rate: '4%/month', months: '1, 1.1', season })
    expect(growthText(growthParts(text) ?? { rate: '', months: '', season: '' })).toBe(text)
    expect(growthParts('4%; 5%')).toBeNull()
  })

  it('keeps every part through text and back', () => {
    const factors = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }).map((list) => list.join(', '))
    fc.assert(
      fc.property(
        fc.constantFrom('', '4%', '30%/year'),
        fc.oneof(fc.constant(''), factors),
        fc.oneof(fc.constant(''), factors),
        (rate, months, season) => {
          expect(growthParts(growthText({ rate, months, season }))).toEqual({ rate, months, season })
        },
      ),
    )
  })

  it('comes to a factor for each month, or to none where it cannot be read', () => {
    expect(growthCurve('10%', 3, 0)?.map((factor) => Number(factor.toFixed(4)))).toEqual([1, 1.1, 1.21])
    expect(growthCurve('fast', 3, 0)).toBeNull()
  })

  it('is told in the person’s locale part by part, so that no part runs into the next', () => {
    const driver = { id: 'd', order: 1, name: 'users', value: '1', unit: '', growth: '4.5%; months 1, 1.5' }
    expect(foldedSummary(driver, 'de-DE')).toBe('grows 4,5%; months 1; 1,5')
  })
})

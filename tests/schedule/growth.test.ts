import { describe, expect, it } from 'vitest'
import { firstOfYear, growthFactor } from '#pricing/schedule/growth.ts'

function messageOf(text: string): string {
  const answer = growthFactor(text, 1, 0)
  return typeof answer === 'number' ? `grows by ${answer}` : answer.message
}

describe('growth', () => {
  it('by a rate is compounded month by month, from nothing in the first', () => {
    expect(growthFactor('4%', 0, 0)).toBe(1)
    expect(growthFactor('4%/month', 2, 0)).toBeCloseTo(1.0816, 12)
    expect(growthFactor('30%/year', 12, 0)).toBeCloseTo(1.3, 12)
    expect(growthFactor('-10%', 1, 0)).toBeCloseTo(0.9, 12)
  })

  it('by a table holds its last factor', () => {
    expect([0, 1, 2, 40].map((month) => growthFactor('months 1, 1.1, 130%', month, 0))).toEqual([1, 1.1, 1.3, 1.3])
  })

  it('by a season comes again every year, and goes together with a rate', () => {
    const season = 'season 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2'
    expect([0, 11, 12, 23].map((month) => growthFactor(season, month, 0))).toEqual([0.5, 2, 0.5, 2])
    expect(growthFactor(`100%/year; ${season}`, 12, 0)).toBeCloseTo(1, 12)
  })

  it('by a season peaks in the same month of the year, whichever month is the first', () => {
    const december = 'season 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3'
    const peaks = (start: string | undefined) =>
      Array.from({ length: 14 }, (_, month) => growthFactor(december, month, firstOfYear(start))).indexOf(3)
    expect(peaks('2027-01')).toBe(11)
    expect(peaks('2026-12')).toBe(0)
    expect(peaks('2026-11')).toBe(1)
    expect(peaks(undefined)).toBe(11)
  })

  it('says what cannot be read', () => {
    expect(messageOf('soon')).toContain('cannot be read')
    expect(messageOf('season 1, 2')).toBe('A season has twelve factors, not 2.')
    expect(messageOf('months 1, x')).toContain('Factor 2')
    expect(messageOf('-100%')).toContain('leaves nothing')
  })
})

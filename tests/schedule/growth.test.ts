import { describe, expect, it } from 'vitest'
import { growthFactor } from '#pricing/schedule/growth.ts'

function messageOf(text: string): string {
  const answer = growthFactor(text, 1)
  return typeof answer === 'number' ? `grows by ${answer}` : answer.message
}

describe('growth', () => {
  it('by a rate is compounded month by month, from nothing in the first', () => {
    expect(growthFactor('4%', 0)).toBe(1)
    expect(growthFactor('4%/month', 2)).toBeCloseTo(1.0816, 12)
    expect(growthFactor('30%/year', 12)).toBeCloseTo(1.3, 12)
    expect(growthFactor('-10%', 1)).toBeCloseTo(0.9, 12)
  })

  it('by a table holds its last factor', () => {
    expect([0, 1, 2, 40].map((month) => growthFactor('months 1, 1.1, 130%', month))).toEqual([1, 1.1, 1.3, 1.3])
  })

  it('by a season comes again every year, and goes together with a rate', () => {
    const season = 'season 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2'
    expect([0, 11, 12, 23].map((month) => growthFactor(season, month))).toEqual([0.5, 2, 0.5, 2])
    expect(growthFactor(`100%/year; ${season}`, 12)).toBeCloseTo(1, 12)
  })

  it('says what cannot be read', () => {
    expect(messageOf('soon')).toContain('cannot be read')
    expect(messageOf('season 1, 2')).toBe('A season has twelve factors, not 2.')
    expect(messageOf('months 1, x')).toContain('Factor 2')
    expect(messageOf('-100%')).toContain('leaves nothing')
  })
})

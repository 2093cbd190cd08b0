import { describe, expect, it } from 'vitest'
import { sharedIn, sharedText, timesFrom, weekFrom } from '#renderer/schedules/shared-week.ts'

const schedules = [{ name: 'Office "new" hours' }, { name: 'Shop' }]

describe('a number that follows a shared schedule', () => {
  it.each([
    ['1', '=schedule("Shop")'],
    ['4', '=4 * schedule("Shop")'],
    ['1.5', '=1.5 * schedule("Shop")'],
    ['50%', '=50% * schedule("Shop")'],
    ['= users / 100', '=users / 100 * schedule("Shop")'],
    ['users + 2', '=(users + 2) * schedule("Shop")'],
    ['-2', '=(-2) * schedule("Shop")'],
    ['2 ^ n', '=(2 ^ n) * schedule("Shop")'],
    ['max(2, n + 1)', '=max(2, n + 1) * schedule("Shop")'],
    ['(a) + (b)', '=((a) + (b)) * schedule("Shop")'],
    ['a and b', '=(a and b) * schedule("Shop")'],
  ])('%s times is multiplied as a whole', (times, text) => {
    expect(sharedText({ schedule: 'Shop', times })).toBe(text)
    expect(sharedIn(text, schedules)?.schedule).toBe('Shop')
  })

  it('begins with what stands in the field', () => {
    expect([timesFrom('4'), timesFrom('=users / 100'), timesFrom(''), timesFrom('=schedule("Shop") + 1')]).toEqual([
      '4',
      'users / 100',
      '1',
      '1',
    ])
    expect(weekFrom('=users', false, 4)).toBe('4')
    expect(weekFrom('3', false, 3)).toBe('3')
    expect(weekFrom('', false, null)).toBe('Mon-Fri 08-18 = 1, else 0')
    expect(weekFrom('Sat = 3, else 1', false, 2)).toBe('Sat = 3, else 1')
    expect(weekFrom('730', true, 730)).toBe('Mon-Fri 08-18 = 100 %, else 0')
  })

  it('is taken apart only where all that stands before it is multiplied', () => {
    expect(sharedIn('=4 * schedule("Office ""new"" hours")', schedules)).toEqual({ schedule: 'Office "new" hours', times: '4' })
    expect(sharedIn('=schedule("Shop")', schedules)).toEqual({ schedule: 'Shop', times: '1' })
    expect(sharedIn('=1 + 4 * schedule("Shop")', schedules)).toBeNull()
    expect(sharedIn('=cost("a * schedule(") * schedule("Shop")', schedules)).toEqual({ schedule: 'Shop', times: 'cost("a * schedule(")' })
    expect(sharedIn('=4 * schedule("Gone")', schedules)).toBeNull()
    expect(sharedIn('=schedule("Shop") * 4', schedules)).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hourClasses } from '#pricing/schedule/hour-classes.ts'
import { week } from './kit.ts'

describe('hours that are alike', () => {
  it('are counted once for several profiles together', () => {
    const classes = hourClasses([week('Mon-Fri 08-18 = 4, else 2').hours, week('00-12 = 1, else 0').hours])
    expect([...classes.weights]).toEqual([7 * 12 - 20, 20, 30, 7 * 12 - 30])
    expect(classes.profiles.map((profile) => [...profile])).toEqual([
      [2, 4, 4, 2],
      [1, 1, 0, 0],
    ])
  })

  it('of no profile are none', () => {
    expect(hourClasses([]).weights).toHaveLength(0)
  })

  it('give every hour its values back and are all different', () => {
    const profile = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 40, maxLength: 40 }).map((hours) => Float64Array.from(hours))
    fc.assert(
      fc.property(fc.array(profile, { minLength: 1, maxLength: 4 }), (profiles) => {
        const classes = hourClasses(profiles)
        profiles.forEach((hours, index) => {
          expect([...classes.classOf].map((found) => classes.profiles[index]?.[found])).toEqual([...hours])
        })
        const columns = [...classes.weights].map((_, column) => classes.profiles.map((values) => values[column]).join())
        expect(new Set(columns).size).toBe(columns.length)
        expect(classes.weights.reduce((sum, weight) => sum + weight)).toBe(40)
      }),
    )
  })
})

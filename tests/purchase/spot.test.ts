import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { availabilityInterval, hoursBetweenInterruptions, spotOutcome, youngInterval, type SpotTerms } from '#pricing/purchase/spot.ts'

const training: SpotTerms = { spotHourly: 0.92, onDemandHourly: 3.06, betweenInterruptions: 50, saving: 0.04, restart: 0.1 }

describe('spot', () => {
  it('saves every √(2 · Tf · Ts): with 50 hours between interruptions and 0.04 to save, every 2 hours', () => {
    expect(youngInterval(50, 0.04)).toBeCloseTo(2, 12)
  })

  it('for most useful time saves a little less often: Ts + √(2 · (Tf + Tr) · Ts + Ts²)', () => {
    expect(availabilityInterval(50, 0.04, 0.1)).toBeCloseTo(0.04 + Math.sqrt(2 * 50.1 * 0.04 + 0.0016), 12)
    expect(availabilityInterval(50, 0, 0)).toBe(0)
  })

  it('costs the spot price and what is done twice', () => {
    const { interval, overhead, hourly, saved, warnings } = spotOutcome(training)
    expect(interval).toBeCloseTo(2, 12)
    expect(overhead).toBeCloseTo(0.04 / 2 + (1 + 0.1) / 50, 12)
    expect(hourly).toBeCloseTo(0.92 * 1.042, 12)
    expect(saved).toBeCloseTo(1 - (0.92 * 1.042) / 3.06, 12)
    expect(warnings).toEqual([])
  })

  it('without interruptions costs the spot price', () => {
    expect(spotOutcome({ ...training, betweenInterruptions: Infinity })).toMatchObject({ overhead: 0, hourly: 0.92 })
    expect(spotOutcome({ ...training, saving: 0 }).overhead).toBeCloseTo(0.1 / 50, 12)
  })

  it('warns where it costs more than on demand, loses much, or serves traffic', () => {
    expect(spotOutcome({ ...training, spotHourly: 3 }).warnings.join(' ')).toMatch(/more than on demand/)
    expect(spotOutcome({ ...training, betweenInterruptions: 1, interval: 1 }).warnings.join(' ')).toMatch(/half an hour is lost/)
    expect(spotOutcome({ ...training, servesTraffic: true }).warnings.join(' ')).toMatch(/serves traffic/)
    expect(spotOutcome({ ...training, isUntagged: true }).warnings.join(' ')).toMatch(/Does this row serve traffic/)
  })

  it('reads the published monthly shares of interrupted instances as hours', () => {
    expect(hoursBetweenInterruptions(0)).toBe(Infinity)
    expect(hoursBetweenInterruptions(0.05)).toBeCloseTo(14_232, 0)
    expect(1 - Math.exp(-730 / hoursBetweenInterruptions(0.2))).toBeCloseTo(0.2, 12)
  })

  it('wastes least at Young’s interval', () => {
    const hours = fc.double({ min: 0.01, max: 2, noNaN: true })
    fc.assert(
      fc.property(
        hours,
        hours,
        fc.double({ min: 20, max: 5000, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (saving, restart, between, factor) => {
          const terms = { ...training, saving, restart, betweenInterruptions: between }
          const best = spotOutcome(terms)
          expect(spotOutcome({ ...terms, interval: best.interval * factor }).overhead).toBeGreaterThanOrEqual(best.overhead - 1e-12)
        },
      ),
    )
  })
})

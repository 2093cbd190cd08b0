import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simulateAutoscaling } from '#pricing/schedule/autoscaling.ts'
import {
  horizontalPodAutoscaler,
  inHour,
  instancesFor,
  takenAtTarget,
  targetTracking,
  type ScalingPolicy,
} from '#pricing/schedule/scaling-policy.ts'
import { at, week } from './kit.ts'

const policy = (load: string, more: Partial<ScalingPolicy> = {}): ScalingPolicy => ({
  ...targetTracking,
  metrics: [{ load: week(load).hours, capacityPerInstance: 100, target: 0.5 }],
  minimum: 1,
  maximum: 10,
  ...more,
})

describe('instances for a load', () => {
  it('are rounded up, but not by the noise of a division', () => {
    const perInstance = 0.1 * 0.7
    expect(instancesFor(0.21, perInstance)).toBe(3)
    expect(instancesFor(0.2101, perInstance)).toBe(4)
    expect(instancesFor(0, perInstance)).toBe(0)
  })
})

describe('autoscaling', () => {
  it('charges a steady load for the instances it needs, hour by hour', () => {
    const { billed, peak, launches, unmet } = simulateAutoscaling(policy('101'))
    expect([...new Set(billed)]).toEqual([3])
    expect({ peak, launches }).toEqual({ peak: 3, launches: 0 })
    expect(unmet[0]?.every((load) => load === 0)).toBe(true)
  })

  it('keeps the minimum in service without any load', () => {
    expect(new Set(simulateAutoscaling(policy('0', { minimum: 2 })).billed)).toEqual(new Set([2]))
  })

  it('is not the rounded mean: an hour of 10 in a day of 1 is charged as such', () => {
    const { billed } = simulateAutoscaling(policy('12-13 = 500, else 10', { scaleInStabilisationMinutes: 0, coolDownMinutes: 0 }))
    expect(billed.reduce((sum, hours) => sum + hours)).toBeCloseTo(7 * (10 + 23), 9)
    expect(instancesFor((500 + 23 * 10) / 24, 100 * 0.5)).toBe(1)
  })

  it('goes out at once and in only after the load was low for the stabilisation time', () => {
    const { billed } = simulateAutoscaling(policy('12-13 = 500, else 10', { scaleInStabilisationMinutes: 15, coolDownMinutes: 5 }))
    expect(billed[at(2, 12)]).toBeCloseTo(10, 9)
    // The last step of the peak ends the hour; 15 minutes later nothing above one instance is remembered.
    expect(billed[at(2, 13)]).toBeCloseTo(1 + (9 * 15) / 60, 9)
    expect(billed[at(2, 14)]).toBeCloseTo(1, 9)
  })

  it('out fast and in slow: one instance every five minutes', () => {
    const slow = policy('12-13 = 500, else 10', { scaleInStabilisationMinutes: 0, coolDownMinutes: 5, scaleInStep: 1 })
    // Stops at 0, 5, … 40 minutes past the peak: 9 instances for 0 + 5 + … + 40 = 180 minutes.
    expect(simulateAutoscaling(slow).billed[at(1, 13)]).toBeCloseTo(1 + 180 / 60, 9)
  })

  it('waits for the cool-down between two steps out and leaves load unmet meanwhile', () => {
    const careful = policy('12-14 = 500, else 10', { scaleOutStep: 1, scaleOutCoolDownMinutes: 10 })
    const { billed, unmet } = simulateAutoscaling(careful)
    // Two instances from minute 0, one more every ten minutes: 2 + 3 + … + 7 of an hour's sixths.
    expect(billed[at(0, 12)]).toBeCloseTo((2 + 3 + 4 + 5 + 6 + 7) / 6, 9)
    expect(unmet[0]?.[at(0, 12)]).toBeCloseTo((300 + 200 + 100) / 6, 9)
  })

  it('reports load above what the maximum can take', () => {
    const { unmet, wantedAboveMaximum, peak } = simulateAutoscaling(policy('Mon 12-13 = 700, else 100', { maximum: 5 }))
    expect(unmet[0]?.[at(0, 12)]).toBeCloseTo(200, 6)
    expect(wantedAboveMaximum[at(0, 12)]).toBeCloseTo(9, 9)
    expect(peak).toBe(5)
    expect(unmet[0]?.[at(0, 13)]).toBe(0)
  })

  it('charges an instance stopped early for the minimum time, the oldest being stopped first', () => {
    const quick = { scaleInStabilisationMinutes: 0, coolDownMinutes: 0, minimumBilledSeconds: 30 * 3600 }
    const { billed } = simulateAutoscaling(policy('12-13 = 100, else 10', quick))
    expect(billed[at(1, 12)]).toBe(2)
    // Stopped at 13:00 is the one started at 12:00 the day before: 25 of 30 hours old.
    expect(billed[at(1, 13)]).toBe(1 + 5)
    const free = simulateAutoscaling(policy('12-13 = 100, else 10', { ...quick, minimumBilledSeconds: 60 }))
    expect(free.billed[at(1, 13)]).toBe(1)
  })

  it('of two metrics follows the one that asks for more', () => {
    const cores = { load: week('08-18 = 2.1, else 0.5').hours, capacityPerInstance: 0.5, target: 0.7 }
    const memory = { load: week('1.8').hours, capacityPerInstance: 0.5, target: 0.8 }
    const service: ScalingPolicy = { ...horizontalPodAutoscaler, metrics: [cores, memory], minimum: 2, maximum: 10, tolerance: 0 }
    const { billed } = simulateAutoscaling(service)
    expect(billed[at(0, 12)]).toBeCloseTo(6, 9)
    expect(billed[at(0, 3)]).toBeCloseTo(5, 9)
  })

  it('leaves alone what is within the tolerance', () => {
    const pods = { load: week('Mon 08-18 = 215, else 200').hours, capacityPerInstance: 100, target: 0.5 }
    const tolerant: ScalingPolicy = { ...horizontalPodAutoscaler, metrics: [pods], minimum: 1, maximum: 10 }
    expect(simulateAutoscaling(tolerant).launches).toBe(0)
    expect(simulateAutoscaling({ ...tolerant, tolerance: 0 }).launches).toBe(1)
  })

  it('gives the same at steps of one and of five minutes where nothing is shorter', () => {
    const load = '08-12 = 220, 12-20 = 480, else 30'
    const [fine, coarse] = ([1, 5] as const).map((stepMinutes) => simulateAutoscaling(policy(load, { stepMinutes })).billed)
    expect(coarse?.every((hours, hour) => Math.abs(hours - (fine?.[hour] ?? 0)) < 1e-9)).toBe(true)
  })

  it('refuses a policy that cannot be', () => {
    expect(() => simulateAutoscaling(policy('1', { metrics: [] }))).toThrow(/no metric/)
    expect(() => simulateAutoscaling(policy('1', { minimum: 3, maximum: 2 }))).toThrow(/minimum ≤ maximum/)
    expect(() => simulateAutoscaling(policy('1', { minimum: 1.5 }))).toThrow(/whole/)
    expect(() => simulateAutoscaling(policy('1', { scaleInStep: 0 }))).toThrow(/steps/)
  })

  it('charges between the minimum and the maximum, and at least what the load needs when it goes out at once', () => {
    const hours = (min: number, max: number) =>
      fc.array(fc.integer({ min, max }), { minLength: 168, maxLength: 168 }).map((one) => Float64Array.from(one))
    const limits = (min: number, max: number) => fc.oneof(fc.integer({ min, max }), hours(min, max))
    const capacities = fc.oneof(fc.constant(100), hours(40, 200))
    fc.assert(
      fc.property(hours(0, 900), limits(0, 3), limits(3, 9), capacities, (load, minimum, maximum, capacityPerInstance) => {
        const metric = { load, capacityPerInstance, target: 0.8 }
        const { billed } = simulateAutoscaling({ ...targetTracking, metrics: [metric], minimum, maximum, stepMinutes: 5 })
        billed.forEach((charged, hour) => {
          const wanted = instancesFor(load[hour] ?? 0, takenAtTarget(metric, hour))
          const needed = Math.min(inHour(maximum, hour), Math.max(inHour(minimum, hour), wanted))
          expect(charged).toBeGreaterThanOrEqual(needed - 1e-9)
          expect(charged).toBeLessThanOrEqual(inHour(maximum, hour) + 1e-9)
        })
      }),
      { numRuns: 40 },
    )
  })

  it('holds limits that change by the hour at once, and aims at each hour’s own target and capacity', () => {
    const still = { scaleInStabilisationMinutes: 0, coolDownMinutes: 0 }
    const clock = simulateAutoscaling(policy('10', { minimum: week('00-12 = 8, else 2').hours }))
    expect([clock.billed[at(1, 11)], clock.billed[at(1, 12)], clock.billed[at(2, 0)]]).toEqual([8, 2, 8])
    const capped = simulateAutoscaling(policy('500', { maximum: week('08-18 = 10, else 4').hours }))
    expect([capped.billed[at(1, 17)], capped.billed[at(1, 18)], capped.wantedAboveMaximum[at(1, 18)]]).toEqual([
      10,
      4,
      expect.closeTo(6, 9),
    ])
    const load = week('300').hours
    const half = { load, capacityPerInstance: 100, target: week('00-12 = 35%, else 70%').hours }
    const eased = simulateAutoscaling({ ...policy('0', { ...still, maximum: 20 }), metrics: [half] }).billed
    expect([eased[at(1, 6)], eased[at(1, 18)]]).toEqual([9, 5])
    const grown = { load, capacityPerInstance: week('00-12 = 50, else 150').hours, target: 0.7 }
    const bigger = simulateAutoscaling({ ...policy('0', { ...still, maximum: 20 }), metrics: [grown] }).billed
    expect([bigger[at(1, 6)], bigger[at(1, 18)]]).toEqual([9, 3])
  })
})

import fc from 'fast-check'
import type { Offer, UsageLine } from '#pricing/purchase/usage.ts'

/** A line of integer usage; its scope says nothing, offers name it by id. */
export function line(id: string, onDemandHourly: number, hours: readonly number[], more: Partial<UsageLine> = {}): UsageLine {
  const scope = { cloud: 'aws', region: 'us-east-1', family: 'm5', size: 'm5.large', units: 4, platform: 'linux' } as const
  return { id, onDemandHourly, hours: Float64Array.from(hours), scope, ...more }
}

export function offer(id: string, precedence: number, covers: Readonly<Record<string, number>>, more: Partial<Offer> = {}): Offer {
  return {
    id,
    label: id,
    precedence,
    term: '1y',
    payment: 'no-upfront',
    hourly: 1,
    upfront: 0,
    step: 0,
    covers: new Map(Object.entries(covers)),
    ...more,
  }
}

const level = fc.integer({ min: 0, max: 4 })
const percent = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 100)

export type Market = { readonly lines: readonly UsageLine[]; readonly offers: readonly Offer[] }

/**
 * Lines in two families, reserved instances for some of them, a plan for the first family and one for everything: every family has one
 * discount per plan, as the clouds sell them. Everything is sold in steps, so that every plan there is can be counted.
 */
export const uniformMarkets: fc.Arbitrary<Market> = fc
  .record({
    hours: fc.array(fc.tuple(level, level, level), { minLength: 2, maxLength: 6 }),
    prices: fc.tuple(percent(5, 40), percent(5, 40), percent(5, 40)),
    reserved: fc.tuple(percent(25, 95), percent(25, 95)),
    family: percent(30, 95),
    wide: fc.tuple(percent(30, 95), percent(30, 95)),
    which: fc.integer({ min: 1, max: 15 }),
  })
  .map(({ hours, prices, reserved, family, wide, which }) => {
    const lines = prices.map((price, index) =>
      line(
        `line${index}`,
        price,
        hours.map((row) => row[index] ?? 0),
      ),
    )
    const [a, b, c] = prices
    const all = [
      offer('reserved0', 1, { line0: 1 }, { hourly: a * reserved[0], step: 1 }),
      offer('reserved1', 1, { line1: 1 }, { hourly: b * reserved[1], step: 1 }),
      offer('family', 2, { line0: a * family, line1: b * family }, { step: 0.05 }),
      offer('wide', 3, { line0: a * wide[0], line1: b * wide[0], line2: c * wide[1] }, { step: 0.1 }),
    ]
    return { lines, offers: all.filter((_, index) => (which & (1 << index)) !== 0) }
  })

/** As above, but with any discount for any line in any plan. */
export const unevenMarkets: fc.Arbitrary<Market> = fc
  .record({
    hours: fc.array(fc.tuple(level, level), { minLength: 2, maxLength: 5 }),
    prices: fc.tuple(percent(5, 40), percent(5, 40)),
    first: fc.tuple(percent(30, 95), percent(30, 95)),
    second: fc.tuple(percent(30, 95), percent(30, 95)),
  })
  .map(({ hours, prices, first, second }) => ({
    lines: prices.map((price, index) =>
      line(
        `line${index}`,
        price,
        hours.map((row) => row[index] ?? 0),
      ),
    ),
    offers: [
      offer('first', 2, { line0: prices[0] * first[0], line1: prices[1] * first[1] }, { step: 0.05 }),
      offer('second', 3, { line0: prices[0] * second[0], line1: prices[1] * second[1] }, { step: 0.05 }),
    ],
  }))

/** Two plans of which each covers a line that the other does not, and a reserved instance for the one between them. */
export const crossingMarkets: fc.Arbitrary<Market> = fc
  .record({
    hours: fc.array(fc.tuple(level, level, level), { minLength: 2, maxLength: 4 }),
    prices: fc.tuple(percent(5, 20), percent(5, 20), percent(5, 20)),
    rates: fc.tuple(percent(30, 95), percent(30, 95), percent(30, 95), percent(30, 95), percent(30, 95)),
  })
  .map(({ hours, prices: [a, b, c], rates }) => ({
    lines: [a, b, c].map((price, index) =>
      line(
        `line${index}`,
        price,
        hours.map((row) => row[index] ?? 0),
      ),
    ),
    offers: [
      offer('reserved', 1, { line1: 1 }, { hourly: b * rates[0], step: 1 }),
      offer('left', 2, { line0: a * rates[1], line1: b * rates[2] }, { step: 0.05 }),
      offer('right', 2, { line1: b * rates[3], line2: c * rates[4] }, { step: 0.05 }),
    ],
  }))

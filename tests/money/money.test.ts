import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accumulate,
  accumulated,
  accumulator,
  decimalsOf,
  printMoney,
  printNumber,
  printPercent,
  printShare,
  printPrice,
  printQuantity,
  readNumber,
  roundTo,
  roundToCent,
  shownParts,
  sum,
} from '#shared/money/index.ts'

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP })

/** A repeatable stream of whole numbers below a bound. */
function randomFrom(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

describe('rounding', () => {
  it('shows the cents of decimal arithmetic in 300,000 products of price, quantity and hours', () => {
    const random = randomFrom(2026)
    let naive = 0
    let halves = 0
    for (let i = 0; i < 300_000; i++) {
      const price = (random(100_000) / 1e4).toFixed(4)
      const quantity = random(1000)
      const amount = Number(price) * quantity * 730
      const tenThousandths = BigInt(Math.round(Number(price) * 1e4)) * BigInt(quantity) * 730n
      const cents = (tenThousandths + 50n) / 100n
      if (tenThousandths % 100n === 50n) halves++
      if (BigInt(Math.round(Number(amount.toFixed(2)) * 100)) !== cents) naive++
      if (roundToCent(amount) !== Number(cents) / 100)
        throw new Error(`${price} × ${quantity} × 730 = ${amount} shows ${roundToCent(amount)}, not ${cents} cents`)
    }
    expect(halves).toBeGreaterThan(1000)
    expect(naive).toBeGreaterThan(1000)
  })

  it('agrees with decimal.js over prices of many digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.constantFrom(1, 720, 730, 744),
        (mantissa, places, quantity, hours) => {
          const price = new Exact(mantissa).div(new Exact(10).pow(places))
          const exact = price.mul(quantity).mul(hours)
          fc.pre(exact.lt(1e9))
          expect(roundToCent(price.toNumber() * quantity * hours)).toBe(exact.toDecimalPlaces(2).toNumber())
        },
      ),
      { numRuns: 5000 },
    )
  })

  it.each([
    [2.675, 2.68],
    [1.005, 1.01],
    [-0.005, -0.01],
    [0.0049999, 0],
    [-0.001, 0],
    [5_000_000.0049, 5_000_000],
    [123_456_789.125, 123_456_789.13],
    [1e20, 1e20],
  ])('%d shows as %d', (amount, shown) => {
    expect(roundToCent(amount)).toBe(shown)
  })

  it('rounds to tens and hundreds too', () => {
    expect(roundTo(1250, -2)).toBe(1300)
    expect(roundTo(-15, -1)).toBe(-20)
    expect(roundTo(1.23456, 4)).toBe(1.2346)
  })

  it('passes on what is no number', () => {
    expect(roundToCent(Number.NaN)).toBeNaN()
  })
})

describe('sums', () => {
  it('hold a hundred thousand small amounts exactly to the cent, in any order', () => {
    const amounts = Array.from({ length: 100_000 }, () => 0.0116)
    expect(sum(amounts)).toBeCloseTo(1160, 11)
    const mixed = [1e16, 1, -1e16, 1]
    expect(sum(mixed)).toBe(2)
    expect(sum([])).toBe(0)
    expect(sum([1, Number.NaN])).toBeNaN()
  })

  it('come within two units of the last place of the exact sum', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.maxSafeInteger(), fc.integer({ min: -30, max: 30 }))), (scaled) => {
        const values = scaled.map(([whole, power]) => whole * 2 ** power)
        const exact = scaled.reduce((total, [whole, power]) => total.add(new Exact(whole).mul(new Exact(2).pow(power))), new Exact(0))
        const size = values.reduce((total, value) => total + Math.abs(value), 0)
        expect(Math.abs(new Exact(sum(values)).sub(exact).toNumber())).toBeLessThanOrEqual(
          2 ** -51 * Math.abs(exact.toNumber()) + 2 ** -98 * size,
        )
        const step = accumulator()
        for (const value of values) accumulate(step, value)
        expect(accumulated(step)).toBe(sum(values))
      }),
    )
  })
})

describe('shown parts', () => {
  it('add up to the shown total, each within a cent of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 }), (parts) => {
        const shown = shownParts(parts)
        expect(shown).toHaveLength(parts.length)
        const cents = shown.reduce((total, part) => total + BigInt(Math.round(part * 100)), 0n)
        expect(cents).toBe(BigInt(Math.round(roundToCent(sum(parts)) * 100)))
        for (const [i, part] of shown.entries()) expect(Math.abs(part - (parts[i] ?? 0))).toBeLessThan(0.01 + 1e-9)
      }),
    )
  })

  it('gives the cent to the largest remainder, the first among equals', () => {
    expect(shownParts([33.335, 33.335, 33.33])).toEqual([33.34, 33.33, 33.33])
    expect(shownParts([1 / 3, 1 / 3, 1 / 3])).toEqual([0.34, 0.33, 0.33])
    expect(shownParts([10.1, 20.2])).toEqual([10.1, 20.2])
    expect(shownParts([])).toEqual([])
    expect(() => shownParts([1, Number.NaN])).toThrow(RangeError)
  })

  it('spreads the difference when the total is more than its parts', () => {
    expect(shownParts([1, 1, 1], 2, 3.05)).toEqual([1.02, 1.02, 1.01])
  })
})

describe('printing', () => {
  it('prints money as the locale writes it', () => {
    expect(printMoney(1204.5, 'USD', 'en-US')).toBe('$1,204.50')
    expect(printMoney(1.005, 'USD', 'en-US')).toBe('$1.01')
    expect(printMoney(-0.001, 'USD', 'en-US')).toBe('$0.00')
    expect(printMoney(1204.5, 'EUR', 'de-DE')).toBe('1.204,50\u00a0€')
    expect(printMoney(1204.5, 'JPY', 'en-US')).toBe('¥1,205')
    expect(printMoney(1204.5, 'USD', 'en-US', 0)).toBe('$1,205')
  })

  it('keeps the digits of a small price', () => {
    expect(printPrice(0.0000166667, 'USD', 'en-US')).toBe('$0.0000166667')
    expect(printPrice(0.09, 'USD', 'en-US')).toBe('$0.09')
    expect(printPrice(3.06, 'USD', 'en-US')).toBe('$3.06')
    expect(printPrice(18, 'USD', 'en-US')).toBe('$18.00')
    expect(printPrice(0.1 + 0.2, 'USD', 'en-US')).toBe('$0.30')
    expect(printPrice(2e-7, 'USD', 'en-US')).toBe('$0.0000002')
    expect(decimalsOf(1e21)).toBe(0)
  })

  it('prints quantities with their unit', () => {
    expect(printQuantity(1234567.5, 'request')).toBe('1,234,567.5 requests')
    expect(printQuantity(1, 'request')).toBe('1 request')
    expect(printQuantity(500, 'GB-month')).toBe('500 GB-months')
    expect(printQuantity(730, 'LCU-hour')).toBe('730 LCU-hours')
    expect(printQuantity(2, 'query')).toBe('2 queries')
    expect(printQuantity(40, 'KB')).toBe('40 KB')
    expect(printQuantity(25, 'requests/s')).toBe('25 requests/s')
    expect(printQuantity(3, 'GB per month')).toBe('3 GB per month')
    expect(printQuantity(2, 'hour per month')).toBe('2 hours per month')
    expect(printQuantity(7, '')).toBe('7')
    expect(printQuantity(0.00012345678, 'GB')).toBe('0.000123457 GB')
    expect(printQuantity(10.000000000000002, 'GB')).toBe('10 GB')
  })

  it('prints shares and plain numbers', () => {
    expect(printPercent(0.59646, 'en-US')).toBe('59.6%')
    expect(printShare(0.59646, 'en-US')).toBe('59.6%')
    expect([0, 0.0004, 0.0005, -0.0001].map((share) => printShare(share, 'en-US'))).toEqual(['0%', '<0.1%', '0.1%', '>-0.1%'])
    expect(printShare(0.0001, 'de-DE')).toBe('<0,1\u00a0%')
    expect(printNumber(1234.5, 'de-DE')).toBe('1.234,5')
    expect(printNumber(-0, 'en-US')).toBe('0')
  })
})

describe('reading', () => {
  it.each([
    ['$1,204.50', 'en-US', 1204.5],
    ['-$5.25', 'en-US', -5.25],
    ['1.204,50\u00a0€', 'de-DE', 1204.5],
    ['1\u202f234,5', 'fr-FR', 1234.5],
    ['59.6%', 'en-US', 0.596],
    ['1,234,567.5 requests', 'en-US', 1234567.5],
    ['USD 12', 'en-US', 12],
    ['500', 'en-US', 500],
    ['500 GB-months', 'en-US', 500],
  ])('%s in %s is %d', (text, locale, value) => {
    expect(readNumber(text, locale)).toBe(value)
  })

  it.each(['', 'abc', '$', '1,2,3', '12 34', '1 + 2', '5 x 3'])('%s is no number', (text) => {
    expect(readNumber(text, 'en-US')).toBeNull()
  })

  it('gives back what was printed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH', 'pt-BR', 'ja-JP', 'en-IN', 'sv-SE', 'pl-PL'),
        fc.constantFrom('USD', 'EUR', 'CHF'),
        (cents, locale, currency) => {
          expect(readNumber(printMoney(cents / 100, currency, locale), locale)).toBe(cents / 100 + 0)
          expect(readNumber(printNumber(cents / 1000, locale), locale)).toBe(cents / 1000 + 0)
        },
      ),
    )
  })
})

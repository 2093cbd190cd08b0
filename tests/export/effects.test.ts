import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundTo } from '#shared/money/index.ts'
import { effectKinds } from '#pricing/analysis/effects.ts'
import { shownEffects } from '#pricing/export/effects.ts'

const none = { quantity: 0, mix: 0, region: 0, price: 0, purchase: 0 }

describe('effects as they are printed', () => {
  it('add up to the printed difference, each within a last digit of itself, and nothing stays nothing', () => {
    const amount = fc.oneof(fc.constant(0), fc.double({ min: -1e7, max: 1e7, noNaN: true }))
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount, amount, amount), ([quantity, mix, region, price, purchase]) => {
        const effects = { quantity, mix, region, price, purchase }
        const difference = effectKinds.reduce((sum, kind) => sum + effects[kind], 0)
        const shown = shownEffects(effects, difference, 'USD')
        const printed = effectKinds.reduce((sum, kind) => sum + Math.round(shown[kind] * 100), 0)
        expect(printed).toBe(Math.round(roundTo(difference, 2) * 100))
        for (const kind of effectKinds) {
          expect(Math.abs(shown[kind] - effects[kind])).toBeLessThan(0.0100001)
          expect(effects[kind] !== 0 || shown[kind] === 0).toBe(true)
        }
      }),
    )
  })

  it('have the digits of their currency', () => {
    expect(shownEffects({ ...none, quantity: 10.4, mix: 10.4 }, 20.8, 'JPY')).toEqual({ ...none, quantity: 11, mix: 10 })
    expect(shownEffects({ ...none, quantity: 599.60448, mix: -12.345 }, 587.25948, 'EUR')).toEqual({
      ...none,
      quantity: 599.6,
      mix: -12.34,
    })
  })
})

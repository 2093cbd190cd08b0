import { currencyDigits, shownParts } from '#shared/money/index.ts'
import { effectKinds } from '#pricing/analysis/effects.ts'
import type { Effects } from '#pricing/analysis/effects.ts'

/**
 * Effects to be printed beside their difference, in the currency's own digits: what is printed adds up to the difference as it is printed. An
 * effect that is nothing stays nothing.
 */
export function shownEffects(effects: Effects, difference: number, currency: string): Effects {
  const some = effectKinds.filter((kind) => effects[kind] !== 0)
  const parts = shownParts(
    some.map((kind) => effects[kind]),
    currencyDigits(currency),
    difference,
  )
  return { quantity: 0, mix: 0, region: 0, price: 0, purchase: 0, ...Object.fromEntries(some.map((kind, at) => [kind, parts[at]])) }
}

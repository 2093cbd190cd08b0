import type { PriceBook } from '#pricing/catalog/types.ts'
import { patternsOf, placeholders } from './check.ts'
import type { Charge, ServiceDeclaration } from './declare.ts'

/**
 * The rate keys that a charge can ask for: one list of alternatives, in the order in which they are tried, for every combination
 * of choices that its condition allows. Sizes stay as they are: `aws.msk/broker-{size}`. Empty for a charge without a rate.
 */
export function rateKeys(declaration: ServiceDeclaration, charge: Charge): readonly (readonly string[])[] {
  if (!('rate' in charge)) return []
  const patterns = patternsOf(charge.rate)
  const names = [...new Set(patterns.flatMap(placeholders))]
  return names.reduce<readonly (readonly string[])[]>(
    (found, name) => {
      const input = declaration.inputs[name]
      if (input?.kind !== 'choice') return found
      const values = charge.when?.[name] ?? Object.keys(input.options)
      return found.flatMap((alternatives) => values.map((value) => alternatives.map((key) => key.replaceAll(`{${name}}`, value))))
    },
    [patterns],
  )
}

/** Whether the book prices a key in any region; of a key with a size left open, any size of it. */
export function isPricedAnywhere(key: string, book: PriceBook): boolean {
  return key.includes('{') ? book.matches(key).length > 0 : book.soldIn(key).some((place) => book.rate(key, place).ok)
}

/** Whether a book prices anything of a service: one of its rates somewhere, the machines it is made of, or those that a commitment is for. */
export function hasPrices(declaration: ServiceDeclaration, book: PriceBook): boolean {
  if (declaration.commitment !== undefined) return true
  return Object.values(declaration.charges).some(
    (charge) => 'compute' in charge || rateKeys(declaration, charge).some((keys) => keys.some((key) => isPricedAnywhere(key, book))),
  )
}

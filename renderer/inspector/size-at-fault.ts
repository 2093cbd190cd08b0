import type { Component } from '#shared/document/types.ts'
import { chosen } from '#pricing/calculator/prices.ts'
import type { PriceBook } from '#pricing/catalog/types.ts'
import type { Charge, ServiceDeclaration } from '#pricing/services/declare.ts'
import { isSize } from '#pricing/services/sizes.ts'

/** Charges that have no price anywhere because the book does not know the row's size, each with the input that holds that size. */
export function sizesAtFault(component: Component, service: ServiceDeclaration, book: PriceBook): ReadonlyMap<string, string> {
  const unknown = Object.entries(service.inputs).flatMap(([id, input]) =>
    input.kind === 'size' && !isSize(input.sizes, chosen(component, service, id), book) ? [id] : [],
  )
  return new Map(
    Object.entries(service.charges).flatMap(([charge, declared]) =>
      unknown.filter((input) => isPricedBy(declared, input)).map((input) => [charge, input] as const),
    ),
  )
}

function isPricedBy(charge: Charge, input: string): boolean {
  if ('compute' in charge) return charge.compute === input
  return 'rate' in charge && [charge.rate].flat().some((pattern) => pattern.includes(`{${input}}`))
}

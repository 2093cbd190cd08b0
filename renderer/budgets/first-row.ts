import type { Component, Id } from '#shared/document/types.ts'
import type { Money } from '#pricing/calculator/types.ts'

/** The first of the rows whose figure leaves something out; null when none does. */
export function firstRowWith(what: 'unknown' | 'problems', components: readonly Component[], moneyOf: (id: Id) => Money): Id | null {
  return components.find((component) => moneyOf(component.id)[what] > 0)?.id ?? null
}

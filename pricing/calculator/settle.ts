import { roundToCent } from '#shared/money/index.ts'
import type { Rounding } from '#shared/document/types.ts'

/** What takes a charge from list price to what is paid; amounts in the workbook's currency. */
export type Terms = {
  /** Share of list that is paid after what is negotiated: 1 for nothing, above 1 where the customer pays above list. */
  readonly keep: number
  /** Amounts that commitments and spot save against list. */
  readonly saved: readonly number[]
  /** Declared share off list, 0 to 1. */
  readonly declared: number
}

/**
 * List → negotiated → commitment: the negotiated share applies to everything, commitments to what is left of it.
 * cost = (list − Σ saved − list × declared) × keep, kept in this order so that every reader gets the same bits.
 */
export function settle(list: number, terms: Terms): number {
  const { keep } = terms
  let cost = list * keep
  for (const amount of terms.saved) cost -= amount * keep
  if (terms.declared !== 0) cost -= list * terms.declared * keep
  return cost
}

/** What negotiated prices take off a charge's list. */
export function negotiatedPart(list: number, keep: number, rounding: Rounding): number {
  return keep === 1 ? 0 : rounded(list, rounding) - rounded(list * keep, rounding)
}

/** A charge's figure under the workbook's rounding: `vendor` bills every charge to the cent. */
export function rounded(amount: number, rounding: Rounding): number {
  return rounding === 'vendor' ? roundToCent(amount) : amount
}
